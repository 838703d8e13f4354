/** Waits for readers that may have looked up a snapshot just before it was retired: its tables go only when they are done. */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

const ASK_AGAIN_MS = 100;

/** Resolves with true when every transaction that ran at the time of the call has ended, with false after `millisecondsMax`. */
export async function waitForReaders(session: pg.Client, millisecondsMax = 30_000): Promise<boolean> {
  // Every transaction holds a lock on its own virtual id; anybody may see that, unlike the activity of other roles.
  const running = async (among: readonly string[] | null) => {
    const { rows } = await session.query<{ id: string }>(
      `select virtualtransaction as id from pg_locks
       where locktype = 'virtualxid' and granted and pid <> pg_backend_pid() and ($1::text[] is null or virtualtransaction = any($1))`,
      [among],
    );
    return rows.map((row) => row.id);
  };
  const until = performance.now() + millisecondsMax;
  for (let left = await running(null); left.length > 0; left = await running(left)) {
    if (performance.now() > until) return false;
    await sleep(ASK_AGAIN_MS);
  }
  return true;
}
