/** How far an LAO has come, beside its uploads and decisions. Row-level security lets only whoever reads that one LAO write it. */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import type { RekeyedProgress } from "@/lib/rekeyed/progress";
import type { ScopedDb } from "../scoped";

/** Of the class of advisory locks that re-keyed books take. */
const REKEYED_LOCK = 0x7265_6b79;

/** Changes of one LAO's books wait for each other until the transaction ends: else the last to be written would not know of the one before. */
export async function lockRekeyedBooks(db: ScopedDb, _scope: Scope, laoId: LaoId): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${REKEYED_LOCK}, ${laoId})`);
}

export interface NewProgress extends RekeyedProgress {
  readonly laoId: LaoId;
  readonly snapshotNo: number;
  readonly at: Date;
}

/** Of a change. */
export function saveProgress(db: ScopedDb, _scope: Scope, progress: NewProgress): Promise<void> {
  return save(
    db,
    progress,
    sql`do update set changed_at = excluded.changed_at, open_difference = excluded.open_difference, items = excluded.items,
      settled = excluded.settled`,
  );
}

/** Where an archive was loaded after the last change: what was known before stays. */
export function saveFirstProgress(db: ScopedDb, _scope: Scope, progress: NewProgress): Promise<void> {
  return save(db, progress, sql`do nothing`);
}

async function save(db: ScopedDb, progress: NewProgress, onConflict: SQL): Promise<void> {
  const { laoId, snapshotNo, at, items, settled, openDifference } = progress;
  await db.execute(sql`
    insert into portal.rekeyed_progress (changed_at, open_difference, lao_id, items, settled, snapshot_no)
    values (${at.toISOString()}, ${openDifference.toString()}::numeric, ${laoId}, ${items}, ${settled}, ${snapshotNo})
    on conflict (lao_id, snapshot_no) ${onConflict}`);
}
