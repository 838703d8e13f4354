/**
 * The damage map of one LAO: every module × month of an archive with its state and what its findings count. Grain: one row a partition.
 * Excluded: findings without a month, which belong to no partition; what follows from another finding, which is not counted again.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { PartitionState } from "@/lib/finding/partition-state";
import { type Amount, satang } from "@/lib/money/amount";
import type { LaoId, Module } from "@/lib/office/office";
import { type Month, monthFromNumber } from "@/lib/period/month";
import type { ScopedDb } from "../scoped";

export interface DamageCell {
  readonly module: Module;
  readonly month: Month;
  readonly state: PartitionState;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
  readonly findings: number;
  /** Documents whose numbers are missing and of which it is known that this month lacks them; null where nothing tells. */
  readonly documentsMissing: number | null;
  /** At least so much is missing from the table named in `amountTable` (migration 0006 says how it is worked out); null where nothing tells. */
  readonly amountMissing: Amount | null;
  readonly amountTable: string | null;
}

export interface LaoDamageQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
}

interface Row extends Record<string, unknown> {
  module: string;
  month: number;
  state: string;
  rows_read: number;
  rows_loaded: number;
  rows_quarantined: number;
  findings: number;
  documents: number | null;
  amount: bigint | null;
  amount_table: string | null;
}

export async function laoDamage(db: ScopedDb, scope: Scope, query: LaoDamageQuery): Promise<DamageCell[]> {
  const place = sql`snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const rows = await db.execute<Row>(sql`
    select p.module, p.month, p.state, p.rows_read, p.rows_loaded, p.rows_quarantined, coalesce(f.findings, 0) as findings,
      m.documents, m.amount, m.amount_table
    from (select * from portal.partitions where ${place}) p
    left join (
      select module, month, count(*)::integer as findings from portal.findings where ${place} and cause_no is null group by module, month
    ) f using (module, month)
    left join (
      select module, month, sum(documents)::integer as documents, max(amount) as amount,
        (array_agg(table_name order by amount desc nulls last, table_name) filter (where amount is not null))[1] as amount_table
      from portal.missing_amounts where ${place} group by module, month
    ) m using (module, month)
    order by p.month, p.module`);
  return rows.map((row) => ({
    module: row.module as Module,
    month: monthFromNumber(row.month),
    state: row.state as PartitionState,
    rowsRead: row.rows_read,
    rowsLoaded: row.rows_loaded,
    rowsQuarantined: row.rows_quarantined,
    findings: row.findings,
    documentsMissing: row.documents,
    amountMissing: row.amount === null ? null : satang(row.amount),
    amountTable: row.amount_table,
  }));
}
