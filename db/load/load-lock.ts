/** One load at a time in a database: the second waits for the first, and is told so. */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

const LOAD_LOCK = 7_410_002;
const ASK_AGAIN_MS = 250;

/** Waits until this session holds the lock of loading; it holds it until it ends. `onWaiting` is called once if it must wait. */
export async function takeLoadLock(session: pg.Client, onWaiting: () => void): Promise<void> {
  await endWithClient(session);
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await session.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [LOAD_LOCK]);
    if (rows[0]?.taken) return;
    if (attempt === 0) onWaiting();
    await sleep(ASK_AGAIN_MS);
  }
}

/** Lets the server notice within a second that this process was killed, also in the middle of building an index, so that the lock is free again. */
export async function endWithClient(session: pg.Client): Promise<void> {
  await session.query("set client_connection_check_interval = '1s'").catch((error: { code?: string }) => {
    // Not every platform can watch a socket (22023), and servers before 14 do not know the setting (42704): they notice later.
    if (error.code !== "22023" && error.code !== "42704") throw error;
  });
}
