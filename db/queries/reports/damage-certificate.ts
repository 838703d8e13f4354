/**
 * หนังสือรับรองสภาพข้อมูล. Grain: one row a part (module × month), below one row a module that sums it up. Excluded: findings without a month, which
 * belong to no part. Amounts are lower bounds and are added neither across modules nor across registers (migration 0006).
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { TABLES } from "@/lib/archive/tables";
import { type DamageSummary, NO_DAMAGE_KNOWN } from "@/lib/finding/damage-summary";
import { MODULES, type Module } from "@/lib/office/office";
import { formatDate, formatMoment, parseIsoDate } from "@/lib/period/date";
import { formatMonth, monthsBetween } from "@/lib/period/month";
import { formatPeriod } from "@/lib/period/report-period";
import type { ReportHead, ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { CERTIFICATE, homeLead, partsOf } from "@/lib/wording/damage";
import { moduleName, stateName, tableName } from "@/lib/wording/names";
import type { ScopedDb } from "../../scoped";
import { damageSummary } from "../damage-summary";
import { type DamageCell, laoDamage } from "../lao-damage";

export async function queryDamageCertificate(
  db: ScopedDb,
  scope: Scope,
  { head }: ReportQueryParams,
): Promise<ReportRows> {
  const place = { snapshotNo: head.snapshotNo, laoId: head.laoId };
  const [cells, summaries, digest] = await Promise.all([
    laoDamage(db, scope, place),
    damageSummary(db, scope, place),
    digestOf(db, head),
  ]);
  const lines = MODULES.flatMap((module) => {
    const own = cells.filter((cell) => cell.module === module);
    return own.length === 0
      ? []
      : [moduleRow(module, own, summaries.get(module) ?? NO_DAMAGE_KNOWN), ...own.map(partRow)];
  });
  const [read, loaded, apart] = [
    sumOf(cells, (cell) => cell.rowsRead),
    sumOf(cells, (cell) => cell.rowsLoaded),
    sumOf(cells, (cell) => cell.rowsQuarantined),
  ];
  return {
    period: formatPeriod({ kind: "range", ...head.span }),
    fields: [
      { label: CERTIFICATE.summary, value: homeLead(summaries.get("all") ?? NO_DAMAGE_KNOWN) },
      { label: CERTIFICATE.intact, value: CERTIFICATE.intactMeans },
      { label: CERTIFICATE.amounts, value: CERTIFICATE.amountsMean },
      { label: CERTIFICATE.snapshot, value: `${head.snapshot.title} (${head.snapshot.id})` },
      { label: CERTIFICATE.asOf, value: sayDay(head.snapshot.asOf) },
      { label: CERTIFICATE.loadedAt, value: formatMoment(new Date(head.snapshot.loadedAt)) },
      { label: CERTIFICATE.digest, value: digest },
    ],
    rowCount: lines.length,
    // Sums across modules would count the same money twice; the sums of one module stand in its heading row.
    totals: [],
    proof: [{ text: CERTIFICATE.rows(read, loaded, apart), holds: read === loaded + apart }],
    reach: {
      months: monthsBetween(head.span.from, head.span.to),
      tables: TABLES.map((table) => table.name),
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    rows: async function* (window) {
      yield* lines.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    place: async (places) => places.map(() => lines.length),
  };
}

/** Of the archive's content, as it was named when it was loaded: whoever holds the bag can check that it is the same. */
async function digestOf(db: ScopedDb, head: ReportHead): Promise<string> {
  const [row] = await db.execute<{ digest: string }>(
    sql`select digest from portal.snapshots where snapshot_no = ${head.snapshotNo}`,
  );
  return row?.digest ?? "";
}

function moduleRow(module: Module, cells: readonly DamageCell[], summary: DamageSummary): SourceRow {
  const { readable, all } = partsOf(summary);
  return {
    kind: "group",
    level: 0,
    cells: {
      module: moduleName(module),
      month: null,
      state: CERTIFICATE.parts(readable, all),
      rows_read: sumOf(cells, (cell) => cell.rowsRead),
      rows_loaded: sumOf(cells, (cell) => cell.rowsLoaded),
      rows_quarantined: sumOf(cells, (cell) => cell.rowsQuarantined),
      findings: sumOf(cells, (cell) => cell.findings),
      documents: summary.documentsMissing,
      amount: summary.amountMissing,
      register: summary.amountTable && tableName(summary.amountTable),
    },
  };
}

function partRow(cell: DamageCell): SourceRow {
  return {
    kind: "entry",
    level: 1,
    cells: {
      module: moduleName(cell.module),
      month: formatMonth(cell.month),
      state: stateName(cell.state),
      rows_read: cell.rowsRead,
      rows_loaded: cell.rowsLoaded,
      rows_quarantined: cell.rowsQuarantined,
      findings: cell.findings,
      documents: cell.documentsMissing,
      amount: cell.amountMissing,
      register: cell.amountTable && tableName(cell.amountTable),
    },
  };
}

function sumOf(cells: readonly DamageCell[], count: (cell: DamageCell) => number): number {
  return cells.reduce((sum, cell) => sum + count(cell), 0);
}

function sayDay(text: string): string {
  const day = parseIsoDate(text);
  return day ? formatDate(day) : text;
}
