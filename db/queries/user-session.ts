/** Whose a session is, if it still counts; one short transaction at the start of every request. */
import { sql } from "drizzle-orm";
import type { Actor, Role } from "@/lib/access/actor";
import { parseGrant } from "@/lib/access/grant";
import { SESSION_IDLE_MS, SESSION_MAX_MS } from "@/lib/access/session-limits";
import type { Database } from "../client";
import { withNobody } from "../scoped";

export interface LiveSession {
  readonly sessionId: string;
  readonly actor: Actor & { readonly userId: number };
  readonly mustChangePassword: boolean;
}

/**
 * Undefined when the session has ended, idled or grown too old, its user is disabled, or a password or right changed since
 * (`session_version`). Notes that the user was seen.
 */
export async function findLiveSession(
  database: Database,
  sessionId: string,
  now: Date,
): Promise<LiveSession | undefined> {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  const [row] = await withNobody(database, (db) =>
    db.execute<{
      user_id: number;
      email: string;
      name: string;
      role: Role;
      grant_kind: string;
      grant_code: string | null;
      must_change_password: boolean;
    }>(
      sql`select * from portal.use_session(${sessionId}, ${now.toISOString()}, ${before(SESSION_MAX_MS)}, ${before(SESSION_IDLE_MS)})`,
    ),
  );
  if (!row) return undefined;
  const grant = parseGrant(row.grant_kind, row.grant_code);
  if (!grant) throw new Error(`user ${row.user_id} has no readable grant`);
  const actor = { userId: row.user_id, email: row.email, name: row.name, role: row.role, grant };
  return { sessionId, actor, mustChangePassword: row.must_change_password };
}

/** One round trip through the functions that every request needs; throws when the database cannot serve. */
export async function answersAtAll(database: Database): Promise<void> {
  await findLiveSession(database, "", new Date(0));
}
