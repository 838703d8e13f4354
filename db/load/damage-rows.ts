/** What the loader writes about damage: findings, rows that were kept apart, and the state of each partition. */
import type pg from "pg";
import type { Finding } from "@/lib/finding/finding";
import type { PartitionState } from "@/lib/finding/partition-state";
import type { LaoId, Module } from "@/lib/office/office";
import { type Month, monthToNumber } from "@/lib/period/month";
import { type ColumnWriters, insertRows } from "./insert-rows";
import { LAOS_PER_PROVINCE } from "./office-numbers";

/** lao_id of findings about the bag itself. */
export const NO_LAO = 0 as LaoId;

export interface QuarantinedRow {
  readonly laoId: LaoId;
  readonly module: Module;
  readonly month: Month;
  readonly table: string;
  readonly file: string;
  readonly rowNo: number;
  readonly code: string;
  /** As it stood in the file, as far as it can be written as text. */
  readonly raw: string;
}

export interface PartitionRow {
  readonly laoId: LaoId;
  readonly module: Module;
  readonly month: Month;
  readonly state: PartitionState;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
}

export interface FindingToInsert {
  readonly laoId: LaoId;
  readonly finding: Finding;
  /** The stored number of the finding of which this one is a consequence. */
  readonly causeNo?: bigint | undefined;
}

export async function insertFindings(
  session: pg.Client,
  snapshotNo: number,
  findings: readonly FindingToInsert[],
): Promise<void> {
  await insertRows(session, "findings", columnsOf(snapshotNo), findings);
}

/** Gives the numbers under which they were stored, in the order given. */
export async function insertNumberedFindings(
  session: pg.Client,
  snapshotNo: number,
  findings: readonly FindingToInsert[],
): Promise<bigint[]> {
  if (findings.length === 0) return [];
  const { rows } = await session.query<[bigint]>({
    text: `select nextval(pg_get_serial_sequence('portal.findings', 'finding_no')) from generate_series(1, $1)`,
    values: [findings.length],
    rowMode: "array",
  });
  const numbered = findings.map((row, at) => ({ ...row, no: rows[at]?.[0] ?? null }));
  const columns: ColumnWriters<(typeof numbered)[number]> = {
    finding_no: ["bigint", (row) => row.no],
    ...columnsOf(snapshotNo),
  };
  await insertRows(session, "findings", columns, numbered, { hasIdentity: true });
  return rows.map(([no]) => no);
}

function columnsOf(snapshotNo: number): ColumnWriters<FindingToInsert> {
  return {
    snapshot_no: ["smallint", () => snapshotNo],
    lao_id: ["integer", (row) => row.laoId],
    code: ["text", (row) => row.finding.code],
    confidence: ["text", (row) => row.finding.confidence],
    module: ["text", (row) => row.finding.module],
    month: ["integer", (row) => (row.finding.month === null ? null : monthToNumber(row.finding.month))],
    table_name: ["text", (row) => row.finding.table],
    file: ["text", (row) => row.finding.file],
    row_from: ["integer", (row) => row.finding.rowFrom],
    row_to: ["integer", (row) => row.finding.rowTo],
    column_name: ["text", (row) => row.finding.column],
    doc_from: ["text", (row) => row.finding.docFrom],
    doc_to: ["text", (row) => row.finding.docTo],
    date_from: ["text", (row) => row.finding.dateFrom],
    date_to: ["text", (row) => row.finding.dateTo],
    account: ["text", (row) => row.finding.account],
    expected: ["text", (row) => row.finding.expected],
    found: ["text", (row) => row.finding.found],
    amount: ["bigint", (row) => storableAmount(row.finding.amount)],
    count: ["integer", (row) => row.finding.count],
    cause_no: ["bigint", (row) => row.causeNo ?? null],
  };
}

/** Sums of made-up amounts of 16 digits can be more than the database holds; the figures stand in `expected` and `found` all the same. */
function storableAmount(amount: bigint | null): bigint | null {
  return amount !== null && BigInt.asIntN(64, amount) === amount ? amount : null;
}

export async function insertQuarantinedRows(
  session: pg.Client,
  snapshotNo: number,
  rows: readonly QuarantinedRow[],
): Promise<void> {
  await insertRows(
    session,
    "quarantined_rows",
    {
      snapshot_no: ["smallint", () => snapshotNo],
      lao_id: ["integer", (row) => row.laoId],
      module: ["text", (row) => row.module],
      month: ["integer", (row) => monthToNumber(row.month)],
      table_name: ["text", (row) => row.table],
      file: ["text", (row) => row.file],
      row_no: ["integer", (row) => row.rowNo],
      code: ["text", (row) => row.code],
      raw: ["text", (row) => row.raw],
    },
    rows,
  );
}

export async function insertPartitions(
  session: pg.Client,
  snapshotNo: number,
  rows: readonly PartitionRow[],
): Promise<void> {
  await insertRows(
    session,
    "partitions",
    {
      snapshot_no: ["smallint", () => snapshotNo],
      lao_id: ["integer", (row) => row.laoId],
      module: ["text", (row) => row.module],
      month: ["integer", (row) => monthToNumber(row.month)],
      state: ["text", (row) => row.state],
      rows_read: ["integer", (row) => row.rowsRead],
      rows_loaded: ["integer", (row) => row.rowsLoaded],
      rows_quarantined: ["integer", (row) => row.rowsQuarantined],
    },
    rows,
  );
}

/** Adds up what was found in the LAOs of a province, so that lists need not (migration 0006); after their findings and partitions. */
export async function summarizeDamage(session: pg.Client, snapshotNo: number, provinceNo: number): Promise<void> {
  const from = provinceNo * LAOS_PER_PROVINCE;
  await session.query("select portal.summarize_damage($1, $2, $3)", [snapshotNo, from, from + LAOS_PER_PROVINCE - 1]);
}
