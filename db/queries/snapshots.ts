/** The snapshots an actor may choose from, newest state first. One row per snapshot; while loading or retired for administrators only. */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { IsoDate } from "@/lib/period/date";
import type { Snapshot, SnapshotKind, SnapshotStatus } from "@/lib/snapshots/snapshot";
import type { ScopedDb } from "../scoped";

/** A snapshot with its number in the fact tables, for `db` and operations only. */
export interface NumberedSnapshot extends Snapshot {
  readonly snapshotNo: number;
}

interface Row extends Record<string, unknown> {
  snapshot_no: number;
  id: string;
  title: string;
  kind: SnapshotKind;
  as_of: IsoDate;
  period_from: IsoDate;
  period_to: IsoDate;
  fiscal_year: number;
  encoding: string;
  is_synthetic: boolean;
  digest: string;
  status: SnapshotStatus;
  loaded_at: string | null;
}

/** Served ones; with `includeUnserved` also those being loaded or removed, where row-level security shows them. */
export async function listSnapshots(
  db: ScopedDb,
  scope: Scope,
  params: { readonly includeUnserved?: boolean } = {},
): Promise<NumberedSnapshot[]> {
  return selectSnapshots(db, scope, params.includeUnserved ? sql`true` : sql`status = 'served'`);
}

export async function selectSnapshots(db: ScopedDb, _scope: Scope, condition: SQL): Promise<NumberedSnapshot[]> {
  const rows = await db.execute<Row>(sql`
    select snapshot_no, id, title, kind, as_of::text, period_from::text, period_to::text, fiscal_year, encoding, is_synthetic, digest,
      status, to_char(loaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as loaded_at
    from portal.snapshots
    where ${condition}
    order by status <> 'served', as_of desc, id, snapshot_no`);
  return rows.map((row) => ({
    snapshotNo: row.snapshot_no,
    id: row.id,
    title: row.title,
    kind: row.kind,
    asOf: row.as_of,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    fiscalYear: row.fiscal_year,
    encoding: row.encoding,
    synthetic: row.is_synthetic,
    digest: row.digest,
    status: row.status,
    loadedAt: row.loaded_at,
  }));
}
