/**
 * The partitions of a snapshot within scope: one row per LAO × module × month, empty ones included, ordered by LAO, module, month.
 * Read LAO by LAO range in pages, so that a national list (275,000 rows) never stands in memory at once.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Partition, PartitionState } from "@/lib/finding/partition-state";
import type { LaoCode, LaoId, Module } from "@/lib/office/office";
import { monthFromNumber } from "@/lib/period/month";
import type { ScopedDb } from "../scoped";

export interface PartitionsParams {
  readonly snapshotNo: number;
  readonly laoCode?: LaoCode | undefined;
  /** Only LAOs with a larger id: the `lastLaoId` of the page before. */
  readonly afterLaoId?: LaoId | undefined;
  /** Default: all. */
  readonly laosMax?: number | undefined;
}

export interface PartitionsPage {
  readonly partitions: readonly Partition[];
  /** Null on the last page. */
  readonly lastLaoId: LaoId | null;
}

interface Row extends Record<string, unknown> {
  lao_id: LaoId;
  lao_code: LaoCode;
  module: Module;
  month: number;
  state: PartitionState;
  rows_read: number;
  rows_loaded: number;
  rows_quarantined: number;
}

export async function partitions(db: ScopedDb, scope: Scope, params: PartitionsParams): Promise<PartitionsPage> {
  const laosMax = params.laosMax ?? null;
  const rows = await db.execute<Row>(sql`
    select l.lao_id, l.lao_code, p.module, p.month, p.state, p.rows_read, p.rows_loaded, p.rows_quarantined
    from (
      select lao_id, lao_code from portal.snapshot_laos
      where snapshot_no = ${params.snapshotNo} and lao_id between ${scope.from} and ${scope.to}
        and lao_id > ${params.afterLaoId ?? -1}
        and (${params.laoCode ?? null}::text is null or lao_code = ${params.laoCode ?? null})
      order by lao_id limit ${laosMax}::bigint
    ) l
    join portal.partitions p on p.snapshot_no = ${params.snapshotNo} and p.lao_id = l.lao_id
    order by l.lao_id, array_position(array['accounting', 'revenue', 'expenditure', 'budget', 'assets'], p.module), p.month`);
  const laos = new Set(rows.map((row) => row.lao_id)).size;
  return {
    partitions: rows.map((row) => ({
      lao: row.lao_code,
      module: row.module,
      month: monthFromNumber(row.month),
      state: row.state,
      rowsRead: row.rows_read,
      rowsLoaded: row.rows_loaded,
      rowsQuarantined: row.rows_quarantined,
    })),
    lastLaoId: laosMax !== null && laos === laosMax ? (rows.at(-1)?.lao_id ?? null) : null,
  };
}
