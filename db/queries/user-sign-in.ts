/** The account whose password is being proved: of the address that signs in, or of the signed-in user. Locks its row until the transaction ends. */
import { sql } from "drizzle-orm";
import type { SignInCount } from "@/lib/access/lockout";
import type { ScopedDb } from "../scoped";
import { moment } from "./moment";

export interface SignInAccount {
  readonly userId: number;
  readonly email: string;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
  readonly mustChangePassword: boolean;
  readonly count: SignInCount;
}

/** Undefined where there is no such account. Attempts on one account queue up here, so that none escapes the count. */
export async function openSignIn(db: ScopedDb): Promise<SignInAccount | undefined> {
  const [row] = await db.execute<{
    user_id: number;
    email: string;
    password_hash: string;
    is_disabled: boolean;
    must_change_password: boolean;
    failed_sign_ins: number;
    locked_until_ms: bigint | null;
  }>(sql`select user_id, email, password_hash, is_disabled, must_change_password, failed_sign_ins,
      (extract(epoch from locked_until) * 1000)::bigint as locked_until_ms
    from portal.open_sign_in()`);
  if (!row) return undefined;
  return {
    userId: row.user_id,
    email: row.email,
    passwordHash: row.password_hash,
    isDisabled: row.is_disabled,
    mustChangePassword: row.must_change_password,
    count: { failed: row.failed_sign_ins, lockedUntil: moment(row.locked_until_ms) },
  };
}
