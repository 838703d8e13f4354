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
  return save(db, progress);
}

/** Where the last file was sent against another archive, or before this one was loaded: what is known since stays. */
export function saveFirstProgress(db: ScopedDb, _scope: Scope, progress: NewProgress): Promise<void> {
  return save(db, progress, sql`where portal.rekeyed_progress.changed_at < excluded.changed_at`);
}

async function save(db: ScopedDb, progress: NewProgress, onlyIf: SQL = sql``): Promise<void> {
  const { laoId, snapshotNo, at, items, settled, openDifference } = progress;
  await db.execute(sql`
    insert into portal.rekeyed_progress (changed_at, open_difference, lao_id, items, settled, snapshot_no)
    values (${at.toISOString()}, ${openDifference.toString()}::numeric, ${laoId}, ${items}, ${settled}, ${snapshotNo})
    on conflict (lao_id, snapshot_no) do update set changed_at = excluded.changed_at, open_difference = excluded.open_difference,
      items = excluded.items, settled = excluded.settled ${onlyIf}`);
}
