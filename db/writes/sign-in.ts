/** What a sign-in and a sign-out leave behind. The portal's role may write none of these tables: the database's functions do. */
import { sql } from "drizzle-orm";
import type { SignInCount } from "@/lib/access/lockout";
import type { AuditEvent } from "@/lib/audit/event";
import type { ScopedDb } from "../scoped";

export interface SignInAttempt {
  readonly outcome: Extract<AuditEvent, { type: "sign-in" }>["outcome"];
  readonly at: Date;
  /** What the account's count becomes; without meaning where there is no account. */
  readonly count: SignInCount;
  /** The session that starts with it; only with the outcome `ok`. */
  readonly sessionId: string | null;
}

/** Count, audit row and session, for the account that `openSignIn` found (or for an address of nobody). */
export async function recordSignIn(db: ScopedDb, attempt: SignInAttempt): Promise<void> {
  await db.execute(sql`select portal.record_sign_in(${attempt.outcome}, ${attempt.at.toISOString()}, ${attempt.count.failed},
    ${attempt.count.lockedUntil?.toISOString() ?? null}, ${attempt.sessionId})`);
}

/** Ends the user's own session of that id; another's, or an unknown one, is left alone. */
export async function endSession(db: ScopedDb, sessionId: string, at: Date): Promise<void> {
  await db.execute(sql`select portal.end_session(${sessionId}, ${at.toISOString()})`);
}
