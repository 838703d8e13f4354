/**
 * Findings of an LAO in the given modules and months, and the states of those partitions. Grain: one entry a partition, its findings
 * in the order they were found, each with its consequences. Excluded: what stood in another LAO's rows, for everybody but administrators.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Confidence, Finding, FindingCode } from "@/lib/finding/finding";
import type { PartitionState } from "@/lib/finding/partition-state";
import { satang } from "@/lib/money/amount";
import type { LaoCode, LaoId, Module } from "@/lib/office/office";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { DamagedPartition } from "@/lib/reports/damage-evidence";
import type { ScopedDb } from "../scoped";

export interface PartitionFindingsQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
  readonly laoCode: LaoCode;
  readonly modules: readonly Module[];
  readonly months: readonly Month[];
  /** Which of each partition's findings; the first thousand where nothing is said. More are counted, not listed. */
  readonly window?: { readonly offset: number; readonly limit: number } | undefined;
}

const FINDINGS_LISTED = 1000;

/** Of one finding; a lost month lacks an amount in every account. */
const CONSEQUENCES_LISTED = 500;

export interface FindingRow extends Record<string, unknown> {
  finding_no: bigint;
  code: string;
  confidence: string;
  module: string | null;
  month: number | null;
  table_name: string | null;
  file: string | null;
  row_from: number | null;
  row_to: number | null;
  column_name: string | null;
  doc_from: string | null;
  doc_to: string | null;
  date_from: string | null;
  date_to: string | null;
  account: string | null;
  expected: string | null;
  found: string | null;
  amount: bigint | null;
  count: number | null;
}

/** Of another LAO's row only its place is told, except to administrators (ARCHIVE.md, row/foreign). */
export function toFinding(
  row: FindingRow,
  lao: LaoCode | null,
  canSeeForeign: boolean,
  consequences: readonly Finding[] = [],
): Finding {
  const isHidden = row.code === "row/foreign" && !canSeeForeign;
  const shown = (text: string | null) => (isHidden ? null : text);
  return {
    code: row.code as FindingCode,
    confidence: row.confidence as Confidence,
    lao,
    module: row.module as Module | null,
    month: row.month === null ? null : monthFromNumber(row.month),
    table: row.table_name,
    file: row.file,
    rowFrom: row.row_from,
    rowTo: row.row_to,
    column: row.column_name,
    docFrom: shown(row.doc_from),
    docTo: shown(row.doc_to),
    dateFrom: shown(row.date_from),
    dateTo: shown(row.date_to),
    account: shown(row.account),
    expected: shown(row.expected),
    found: shown(row.found),
    amount: isHidden || row.amount === null ? null : satang(row.amount),
    count: row.count,
    consequences,
  };
}

/** What follows from the findings of these numbers, by their number. The findings must have been read within scope. */
export async function consequencesOf(
  db: ScopedDb,
  scope: Scope,
  causes: readonly FindingRow[],
  lao: (laoId: number) => LaoCode | null,
): Promise<ReadonlyMap<bigint, readonly Finding[]>> {
  if (causes.length === 0) return new Map();
  const numbers = sql.join(
    causes.map((row) => sql`${row.finding_no}::bigint`),
    sql`, `,
  );
  const rows = await db.execute<FindingRow & { cause_no: bigint; lao_id: number }>(sql`
    select * from (
      select finding_no, cause_no, lao_id, code, confidence, module, month, table_name, file, row_from, row_to, column_name, doc_from,
        doc_to, date_from, date_to, account, expected, found, amount, count,
        row_number() over (partition by cause_no order by finding_no) as number
      from portal.findings where lao_id between ${scope.from} and ${scope.to} and cause_no in (${numbers})
    ) f
    where number <= ${CONSEQUENCES_LISTED} order by cause_no, number`);
  const byCause = new Map<bigint, Finding[]>();
  for (const row of rows) {
    const finding = toFinding(row, lao(row.lao_id), scope.isAdministrator);
    const list = byCause.get(row.cause_no);
    if (list) list.push(finding);
    else byCause.set(row.cause_no, [finding]);
  }
  return byCause;
}

interface StateRow extends Record<string, unknown> {
  module: string;
  month: number;
  state: string;
  rows_read: number;
  rows_loaded: number;
  rows_quarantined: number;
}

/** Only partitions in which something is damaged. */
export function damagedPartitions(
  db: ScopedDb,
  scope: Scope,
  query: PartitionFindingsQuery,
): Promise<DamagedPartition[]> {
  return select(db, scope, query, sql`and state not in ('intact', 'empty')`);
}

/** Whatever their state. */
export function partitionEvidence(
  db: ScopedDb,
  scope: Scope,
  query: PartitionFindingsQuery,
): Promise<DamagedPartition[]> {
  return select(db, scope, query, sql``);
}

async function select(
  db: ScopedDb,
  scope: Scope,
  query: PartitionFindingsQuery,
  condition: SQL,
): Promise<DamagedPartition[]> {
  // a report on files of the LAO's own rests on no part of the archive
  if (query.months.length === 0) return [];
  const { offset, limit } = query.window ?? { offset: 0, limit: FINDINGS_LISTED };
  const months = sql`(${sql.join(
    query.months.map((month) => sql`${monthToNumber(month)}::integer`),
    sql`, `,
  )})`;
  const modules = sql`(${sql.join(
    query.modules.map((module) => sql`${module}`),
    sql`, `,
  )})`;
  const place = sql`snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}
    and module in ${modules} and month in ${months}`;
  const [states, findings] = await Promise.all([
    db.execute<StateRow>(sql`select module, month, state, rows_read, rows_loaded, rows_quarantined
      from portal.partitions where ${place} ${condition} order by month, module`),
    db.execute<FindingRow & { of_month: number }>(sql`
      select * from (
        select finding_no, code, confidence, module, month, table_name, file, row_from, row_to, column_name, doc_from, doc_to, date_from, date_to,
          account, expected, found, amount, count,
          count(*) over (partition by module, month)::integer as of_month, row_number() over (partition by module, month order by finding_no) as number
        from portal.findings where ${place} and cause_no is null
      ) f
      where number > ${offset} and number <= ${offset + limit} order by module, month, number`),
  ]);
  const consequences = await consequencesOf(db, scope, findings, () => query.laoCode);
  return states.map((state) => {
    const month = monthFromNumber(state.month);
    const own = findings.filter((finding) => finding.month === state.month && finding.module === state.module);
    return {
      lao: query.laoCode,
      module: state.module as Module,
      month,
      state: state.state as PartitionState,
      rowsRead: state.rows_read,
      rowsLoaded: state.rows_loaded,
      rowsQuarantined: state.rows_quarantined,
      findings: own.map((row) =>
        toFinding(row, query.laoCode, scope.isAdministrator, consequences.get(row.finding_no)),
      ),
      findingCount: own[0]?.of_month ?? 0,
    };
  });
}
