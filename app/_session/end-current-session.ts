import "server-only";
/** Ends the session that the request carries, if it still counts. The cookie is the caller's business. */
import { signOut } from "@/lib/operations/sign-out";
import { currentSession } from "./current-actor";
import { database } from "./database";

export async function endCurrentSession(): Promise<void> {
  const session = await currentSession();
  if (session)
    await signOut({ actor: session.actor, now: new Date(), database: database() }, { sessionId: session.sessionId });
}
