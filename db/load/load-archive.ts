/**
 * Loads an archive bag as a snapshot: province by province, each in a transaction of its own and none seen by a reader, until one last
 * transaction serves them all. Killed at any moment and started again it goes on where it stood and ends in the same state.
 */

import type { Bag } from "@/lib/archive/bag/bag";
import { openBag } from "@/lib/archive/bag/open-bag";
import { AppError } from "@/lib/errors/app-error";
import type { PartitionState } from "@/lib/finding/partition-state";
import { contentDigest } from "@/lib/snapshots/content-digest";
import { openLoadSession } from "../owner";
import { insertLoadEvent, type LoadOutcome } from "./load-event";
import { takeLoadLock } from "./load-lock";
import { createLoadMeter } from "./load-meter";
import type { LoadRequest } from "./load-request";
import { loadSnapshot } from "./load-snapshot";
import { summarize } from "./load-summary";
import { discardLeftovers, findServed } from "./snapshot-rows";
import { waitForReaders } from "./wait-for-readers";

export interface LoadResult {
  readonly outcome: Exclude<LoadOutcome, "refused">;
  /** Its id. */
  readonly snapshot: string;
  readonly digest: string;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
  readonly findings: number;
  /** How many partitions are in which state. */
  readonly partitions: readonly { readonly state: PartitionState; readonly count: number }[];
  readonly elapsedMs: number;
}

/** Throws AppError("bag/refused") if it is no bag that can be loaded, or its id belongs to other content and `replace` is not given. */
export async function loadArchive(request: LoadRequest): Promise<LoadResult> {
  const startedMs = performance.now();
  const session = await openLoadSession(request.ownerUrl);
  const refuse = async (error: unknown, snapshot: string, digest: string): Promise<never> => {
    if (error instanceof AppError) await insertLoadEvent(session, request, { snapshot, digest, outcome: "refused" });
    throw error;
  };
  try {
    const bag = await openBag(request.bag).catch((error: unknown) => refuse(error, "", ""));
    try {
      const result = await loadBag(bag, request, session, refuse);
      return { ...result, elapsedMs: Math.round(performance.now() - startedMs) };
    } finally {
      await bag.close();
    }
  } finally {
    // Gives the lock back as well.
    await session.end();
  }
}

async function loadBag(
  bag: Bag,
  request: LoadRequest,
  session: Awaited<ReturnType<typeof openLoadSession>>,
  refuse: (error: unknown, snapshot: string, digest: string) => Promise<never>,
): Promise<Omit<LoadResult, "elapsedMs">> {
  const meter = createLoadMeter(request.onProgress ?? (() => undefined));
  const { id } = bag.snapshot;
  await takeLoadLock(session, () => meter.enter("waiting"));
  meter.enter("checking");
  const digest = await contentDigest(bag);
  const served = await findServed(session, id);
  if (served?.digest === digest) {
    await discardLeftovers(session, undefined);
    await insertLoadEvent(session, request, { snapshot: id, digest, outcome: "unchanged" });
    return { outcome: "unchanged", snapshot: id, digest, ...(await summarize(session, served.snapshotNo)) };
  }
  if (served && !request.replace) {
    const message = `มีชุดข้อมูล «${id}» อยู่แล้วแต่เนื้อหาต่างกัน จึงไม่นำเข้า — หากต้องการแทนที่ของเดิม ให้สั่งใหม่โดยใส่ --replace หรือให้ผู้จัดทำใช้รหัสชุดข้อมูลอื่น`;
    return refuse(new AppError("bag/refused", message), id, digest);
  }
  const outcome = served ? "replaced" : "loaded";
  const snapshotNo = await loadSnapshot({ bag, digest, outcome, request, session, meter });
  const summary = await summarize(session, snapshotNo);
  // Where readers stay too long, the next load removes the replaced snapshot.
  if (served && (await waitForReaders(session))) await discardLeftovers(session, undefined);
  return { outcome, snapshot: id, digest, ...summary };
}
