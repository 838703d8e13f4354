/** Whether the database answers the restricted role. No access check and no audit: it tells nothing. */
import type { Database } from "@/db/client";
import { answersAtAll } from "@/db/queries/user-session";

export async function checkHealth(database: Database): Promise<boolean> {
  try {
    await answersAtAll(database);
    return true;
  } catch {
    // Whatever the reason, the answer is the same; the server's log has the errors of those who read.
    return false;
  }
}
