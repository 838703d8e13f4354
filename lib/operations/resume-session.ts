/** Who is behind a session that a request brings along. Asked once per request; the answer is the database's, not the cookie's. */
import type { Database } from "@/db/client";
import { findLiveSession, type LiveSession } from "@/db/queries/user-session";

export type { LiveSession };

/** Undefined when the session no longer counts: the door then asks for a new sign-in. Not audited: the sign-in was. */
export async function resumeSession(
  context: { readonly database: Database; readonly now: Date },
  sessionId: string,
): Promise<LiveSession | undefined> {
  return findLiveSession(context.database, sessionId, context.now);
}
