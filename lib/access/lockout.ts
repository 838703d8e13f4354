/** How often a password may be wrong: pure arithmetic over an account's count; `db/writes/sign-in` keeps it. */

const FAILURES_BEFORE_LOCK = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 3_600_000;

/** Failures in a row since the last good sign-in, and until when the account is closed because of them. */
export interface SignInCount {
  readonly failed: number;
  readonly lockedUntil: Date | null;
}

export const NO_FAILURES: SignInCount = { failed: 0, lockedUntil: null };

/** While locked, no password is looked at: not even the right one lets anybody in. */
export function isLocked(count: SignInCount, now: Date): boolean {
  return count.lockedUntil !== null && count.lockedUntil > now;
}

/** One more failure. Every fifth in a row locks: 15 minutes, then 30, 60 … at most a day. */
export function countFailure(count: SignInCount, now: Date): SignInCount {
  const failed = count.failed + 1;
  if (failed % FAILURES_BEFORE_LOCK !== 0) return { failed, lockedUntil: null };
  const doublings = failed / FAILURES_BEFORE_LOCK - 1;
  const lockMs = Math.min(FIRST_LOCK_MS * 2 ** doublings, LONGEST_LOCK_MS);
  return { failed, lockedUntil: new Date(now.getTime() + lockMs) };
}
