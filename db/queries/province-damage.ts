/**
 * The damaged partitions of a province's LAOs in the given modules and months. Grain: one entry a partition, in the order of the LAOs, with
 * those findings first that take something away. Excluded: what follows from another finding, and what stood in another LAO's rows.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { PartitionState } from "@/lib/finding/partition-state";
import type { Lao, Module } from "@/lib/office/office";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { DamagedPartition } from "@/lib/reports/damage-evidence";
import type { ScopedDb } from "../scoped";
import { laosBetween } from "./laos-between";
import { type FindingRow, toFinding } from "./partition-findings";

export interface ProvinceDamageQuery {
  readonly snapshotNo: number;
  readonly laos: readonly Lao[];
  readonly modules: readonly Module[];
  readonly months: readonly Month[];
}

/** Of one partition: more are counted, not listed. */
const FINDINGS_LISTED = 500;

interface StateRow extends Record<string, unknown> {
  lao_id: number;
  module: string;
  month: number;
  state: string;
  rows_read: number;
  rows_loaded: number;
  rows_quarantined: number;
}

export async function provinceDamage(
  db: ScopedDb,
  scope: Scope,
  query: ProvinceDamageQuery,
): Promise<DamagedPartition[]> {
  const months = sql.join(
    query.months.map((month) => sql`${monthToNumber(month)}::integer`),
    sql`, `,
  );
  const modules = sql.join(
    query.modules.map((module) => sql`${module}`),
    sql`, `,
  );
  const place = sql`snapshot_no = ${query.snapshotNo} and ${laosBetween(scope, query.laos)}
    and module in (${modules}) and month in (${months})`;
  const [states, findings] = await Promise.all([
    db.execute<StateRow>(sql`select lao_id, module, month, state, rows_read, rows_loaded, rows_quarantined
      from portal.partitions where ${place} and state not in ('intact', 'empty') order by month, module`),
    db.execute<FindingRow & { lao_id: number; of_month: number }>(sql`
      select * from (
        select finding_no, lao_id, code, confidence, module, month, table_name, file, row_from, row_to, column_name, doc_from, doc_to, date_from,
          date_to, account, expected, found, amount, count, count(*) over (partition by lao_id, module, month)::integer as of_month,
          row_number() over (partition by lao_id, module, month
            order by code in ('row/text', 'row/duplicate', 'row/foreign', 'file/unlisted', 'tie/dangling'), finding_no) as number
        from portal.findings where ${place} and cause_no is null
      ) f
      where number <= ${FINDINGS_LISTED} order by lao_id, module, month, number`),
  ]);
  const findingsOf = new Map<string, (typeof findings)[number][]>();
  for (const row of findings) {
    const key = keyOf(row);
    const list = findingsOf.get(key);
    if (list) list.push(row);
    else findingsOf.set(key, [row]);
  }
  return query.laos.flatMap((lao) =>
    states
      .filter((state) => state.lao_id === lao.id)
      .map((state) => {
        const own = findingsOf.get(keyOf(state)) ?? [];
        return {
          lao: lao.code,
          module: state.module as Module,
          month: monthFromNumber(state.month),
          state: state.state as PartitionState,
          rowsRead: state.rows_read,
          rowsLoaded: state.rows_loaded,
          rowsQuarantined: state.rows_quarantined,
          findings: own.map((row) => toFinding(row, lao.code, scope.isAdministrator)),
          findingCount: own[0]?.of_month ?? 0,
        };
      }),
  );
}

function keyOf({ lao_id, module, month }: { lao_id: number; module: string | null; month: number | null }): string {
  return `${lao_id} ${module} ${month}`;
}
