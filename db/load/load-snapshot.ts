/** Brings one new snapshot from its first row to being served; goes on with an interrupted load of the same content. */
import type pg from "pg";
import type { Bag } from "@/lib/archive/bag/bag";
import { openLoadSession } from "../owner";
import { insertFindings } from "./damage-rows";
import { createMiddles } from "./fact-partitions";
import { insertLoadEvent, type LoadOutcome } from "./load-event";
import { endWithClient } from "./load-lock";
import type { LoadMeter } from "./load-meter";
import { partitionsOf, planLoad } from "./load-plan";
import { loadProvinces } from "./load-provinces";
import type { LoadRequest } from "./load-request";
import { numberOffices } from "./office-numbers";
import { insertReferenceRows } from "./reference-rows";
import { beginSnapshot, discardLeftovers, findInterrupted, serveSnapshot } from "./snapshot-rows";

/**
 * Of the sessions that load. Statistics from fewer samples: a leaf holds one province, and its queries name the LAO. No compiling of queries
 * (JIT) and no parallel workers: two sessions and this process already take the processors, and both cost more work in all.
 */
const SETTINGS =
  "set maintenance_work_mem = '128MB'; set default_statistics_target = 10; set jit = off; set max_parallel_maintenance_workers = 0; set max_parallel_workers_per_gather = 0";

/** Tables of all snapshots that every report reads or joins: until they are counted again, the planner knows nothing of the new one. */
const READ_WITH_BOOKS = [
  "findings",
  "partitions",
  "snapshot_laos",
  "lao_damage",
  "units",
  "accounts",
  "bank_accounts",
  "classifications",
  "series",
] as const;

export interface SnapshotLoad {
  readonly bag: Bag;
  readonly digest: string;
  readonly outcome: LoadOutcome;
  readonly request: LoadRequest;
  /** Holds the lock of loading. */
  readonly session: pg.Client;
  readonly meter: LoadMeter;
}

/** Gives the number of the snapshot, now served. */
export async function loadSnapshot(load: SnapshotLoad): Promise<number> {
  const { bag, digest, outcome, request, session, meter } = load;
  const interrupted = await findInterrupted(session, bag.snapshot.id, digest);
  await discardLeftovers(session, interrupted);
  const { snapshotNo, numbers } = await begin(load, interrupted);
  const plan = planLoad(bag, numbers);

  const isDone = await finishedProvinces(session, snapshotNo);
  const provinces = plan.provinces.filter(({ provinceNo }) => !isDone.has(provinceNo));
  const laosLeft = provinces.reduce((count, { laos }) => count + laos.length, 0);
  meter.expect({
    provinces: plan.provinces.length,
    partitions: partitionsOf(bag.laos.length, bag.months.length),
    // Exact enough for a guess at the time left: LAOs have much the same number of files.
    files: Math.ceil((bag.fileCount * laosLeft) / bag.laos.length),
  });
  meter.skip({ provinces: isDone.size, partitions: partitionsOf(bag.laos.length - laosLeft, bag.months.length) });
  meter.enter("loading");
  const second = await openLoadSession(request.ownerUrl);
  try {
    await endWithClient(second);
    for (const each of [session, second]) await each.query(SETTINGS);
    const { leaveOut = [] } = request;
    await loadProvinces({ sessions: [session, second], bag, snapshotNo, provinces, meter, leaveOut });
  } finally {
    await second.end();
  }

  meter.enter("serving");
  await session.query("begin");
  await insertFindings(session, snapshotNo, plan.bagFindings);
  await serveSnapshot(session, snapshotNo, request.now);
  await insertLoadEvent(session, request, { snapshot: bag.snapshot.id, digest, outcome });
  await session.query("commit");
  for (const table of READ_WITH_BOOKS) await session.query(`analyze portal.${table}`);
  return snapshotNo;
}

async function finishedProvinces(session: pg.Client, snapshotNo: number): Promise<Set<number>> {
  const { rows } = await session.query<{ provinceNo: number }>(
    `select province_no as "provinceNo" from portal.load_units where snapshot_no = $1`,
    [snapshotNo],
  );
  return new Set(rows.map((row) => row.provinceNo));
}

/** The snapshot's row, its reference tables and the numbers of its LAOs: all at once, or as the interrupted load left them. */
async function begin({ bag, digest, request, session }: SnapshotLoad, interrupted: number | undefined) {
  await session.query("begin");
  try {
    const numbers = await numberOffices(session, bag.laos);
    let snapshotNo = interrupted;
    if (snapshotNo === undefined) {
      const { period, ...description } = bag.snapshot;
      const snapshot = { ...description, periodFrom: period.from, periodTo: period.to, digest };
      snapshotNo = await beginSnapshot(session, snapshot, request.now);
      await insertReferenceRows(session, snapshotNo, bag.reference, numbers);
    } else await createMiddles(session, snapshotNo);
    await session.query("commit");
    return { snapshotNo, numbers };
  } catch (error) {
    await session.query("rollback");
    throw error;
  }
}
