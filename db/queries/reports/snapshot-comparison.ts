/**
 * เทียบสองชุดข้อมูล of an LAO. Grain: one row a part (module × month); below those that are not the same, one row a table. Amounts of tables
 * are never added. «Left» is the snapshot chosen, «right» the report's own.
 */
import type { Scope } from "@/lib/access/scope";
import { TABLES } from "@/lib/archive/tables";
import { type ComparedPart, type ComparedTable, countVerdicts, tableVerdict } from "@/lib/comparison/verdict";
import { isDamaged } from "@/lib/finding/partition-state";
import { subtractAmount } from "@/lib/money/amount";
import { formatMonth, type Month, monthsBetween } from "@/lib/period/month";
import { formatPeriod } from "@/lib/period/report-period";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { COMPARISON, sayVerdict, verdictName } from "@/lib/wording/comparison";
import { moduleName, tableName } from "@/lib/wording/names";
import type { ScopedDb } from "../../scoped";
import { compareLao } from "../comparison/compare-lao";
import { otherSnapshot, sayPair } from "../comparison/other-snapshot";
import type { DifferenceCount } from "../comparison/row-differences";
import { orderedRows } from "./ordered-rows";

export async function querySnapshotComparison(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const left = await otherSnapshot(db, scope, { id: input.chosen.with ?? "", than: head.snapshot.id });
  const pair = { leftNo: left.snapshotNo, rightNo: head.snapshotNo };
  const { parts, differences } = await compareLao(db, scope, { ...pair, laoId: head.laoId });
  const countOf = new Map(differences.map((count) => [`${count.table} ${count.month}`, count]));
  const rows = parts.flatMap((part) => rowsOf(part, left.id, (table) => countOf.get(`${table} ${part.month}`)));
  const sum = (count: (one: DifferenceCount) => number) => differences.reduce((all, one) => all + count(one), 0);
  return {
    period: formatPeriod({ kind: "range", ...head.span }),
    fields: [
      ...sayPair(left, head.snapshot),
      { label: COMPARISON.parts, value: COMPARISON.counts(countVerdicts(parts)) },
      {
        label: COMPARISON.documents,
        value: COMPARISON.documentCounts(
          sum(({ changed }) => changed),
          sum(({ onlyLeft }) => onlyLeft),
          sum(({ onlyRight }) => onlyRight),
        ),
      },
      { label: COMPARISON.note, value: COMPARISON.undecidable },
    ],
    totals: [],
    proof: [],
    reach: reachOf(monthsBetween(head.span.from, head.span.to)),
    ...orderedRows(rows, "in-groups"),
  };
}

/** The findings of the report's own snapshot are its notes; those of the other stand in its certificate. */
function reachOf(months: readonly Month[]): ReportRows["reach"] {
  const tables = TABLES.map((table) => table.name);
  return { months, tables, relatedTables: [], account: null, documents: null, records: null };
}

function rowsOf(
  part: ComparedPart,
  leftId: string,
  countOf: (table: string) => DifferenceCount | undefined,
): SourceRow[] {
  const counts = part.tables.flatMap(({ table }) => countOf(table) ?? []);
  const sum = (count: (one: DifferenceCount) => number) => counts.reduce((all, one) => all + count(one), 0);
  const evidence = {
    reportId: "damage-certificate",
    params: {},
    ...(isDamaged(part.leftState) ? { snapshot: leftId } : {}),
  };
  const head: SourceRow = {
    kind: "group",
    level: 0,
    cells: {
      module: moduleName(part.module),
      month: formatMonth(part.month),
      table: null,
      verdict: sayVerdict(part),
      changed: sum(({ changed }) => changed),
      only_left: sum(({ onlyLeft }) => onlyLeft),
      only_right: sum(({ onlyRight }) => onlyRight),
    },
    ...(part.verdict === "undecidable" ? { links: { verdict: evidence } } : {}),
  };
  return part.verdict === "same"
    ? [head]
    : [head, ...part.tables.map((table) => tableRow(part, table, leftId, countOf(table.table)))];
}

function tableRow(
  part: ComparedPart,
  table: ComparedTable,
  leftId: string,
  count: DifferenceCount | undefined,
): SourceRow {
  const verdict = tableVerdict(part, table);
  const link = { reportId: "snapshot-differences", params: { with: leftId, part: `${table.table}/${part.month}` } };
  return {
    kind: "entry",
    level: 1,
    cells: {
      module: moduleName(part.module),
      month: formatMonth(part.month),
      table: tableName(table.table),
      verdict: verdictName(verdict),
      changed: count?.changed ?? 0,
      only_left: count?.onlyLeft ?? 0,
      only_right: count?.onlyRight ?? 0,
      left_amount: table.leftAmount,
      right_amount: table.rightAmount,
      difference: subtractAmount(table.rightAmount, table.leftAmount),
    },
    ...(count ? { links: { table: link } } : {}),
  };
}
