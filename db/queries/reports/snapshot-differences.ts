/**
 * เอกสารที่ต่างกันระหว่างสองชุดข้อมูล. Grain: one row a cell that differs, or a row of the archive that one snapshot alone holds; a table's month that one
 * snapshot has nothing of is one row, unless it is asked for by itself. Read part by part (table × month), so that no more than one of them stands in memory.
 */
import type { Scope } from "@/lib/access/scope";
import { findTable, type TableSpec } from "@/lib/archive/tables";
import { comparedAmount, comparedColumns, comparedTable, documentKey } from "@/lib/comparison/compared-table";
import type { ComparedTable } from "@/lib/comparison/verdict";
import { AppError } from "@/lib/errors/app-error";
import type { Verdict } from "@/lib/finding/verdict";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { formatBaht, satang, subtractAmount } from "@/lib/money/amount";
import { formatDateNumeric, parseIsoDate } from "@/lib/period/date";
import { formatMonth, type Month, parseMonth } from "@/lib/period/month";
import { formatPeriod } from "@/lib/period/report-period";
import type { ReportLink } from "@/lib/reports/document";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { COMPARISON, sayVerdict, verdictName } from "@/lib/wording/comparison";
import { columnName, tableName } from "@/lib/wording/names";
import type { ScopedDb } from "../../scoped";
import { compareLao, type LaoComparison } from "../comparison/compare-lao";
import { otherSnapshot, sayPair } from "../comparison/other-snapshot";
import { type DifferenceCount, type RowDifference, rowDifferences } from "../comparison/row-differences";

export async function querySnapshotDifferences(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const left = await otherSnapshot(db, scope, { id: input.chosen.with ?? "", than: head.snapshot.id });
  const only = input.chosen.part === undefined ? undefined : readPart(input.chosen.part);
  const query = { leftNo: left.snapshotNo, rightNo: head.snapshotNo, laoId: head.laoId };
  const comparison = await compareLao(db, scope, query);
  const parts = comparison.differences.filter(
    ({ table, month }) => !only || (table === only.table.name && month === only.month),
  );
  const sum = (count: (one: DifferenceCount) => number) => parts.reduce((all, one) => all + count(one), 0);
  /** Thousands of rows that say no more than that the other side has none. */
  const oneSided = (part: DifferenceCount) => (only ? undefined : oneSidedTable(comparison, part));
  const rowsOfPart = async (part: DifferenceCount) => {
    const table = comparedTable(part.table);
    const whole = oneSided(part);
    if (whole) return [monthRow(comparison, table, part.month, whole, left.id)];
    const rows = await rowDifferences(db, scope, { ...query, table, months: [part.month] });
    const isUndecidable = verdictOfPart(comparison, table, part.month) === "undecidable";
    return rows.flatMap((row) => cellsOf(row, { table, month: part.month, leftId: left.id, isUndecidable }));
  };
  const shown =
    only && comparison.parts.find(({ module, month }) => module === only.table.module && month === only.month);
  return {
    period: only ? formatMonth(only.month) : formatPeriod({ kind: "range", ...head.span }),
    fields: [
      ...sayPair(left, head.snapshot),
      ...(only && shown
        ? [{ label: tableName(only.table.name), value: `${formatMonth(only.month)}: ${sayVerdict(shown)}` }]
        : []),
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
    reach: {
      months: [...new Set(parts.map(({ month }) => month))],
      tables: [...new Set(parts.map(({ table }) => table))],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    rowCount: sum((part) => (oneSided(part) ? 1 : part.cells)),
    rows: async function* (window) {
      let before = 0;
      const [from, to] = window ? [window.offset, window.offset + window.limit] : [0, Number.POSITIVE_INFINITY];
      for (const part of parts) {
        const end = before + (oneSided(part) ? 1 : part.cells);
        if (end > from && before < to) yield* (await rowsOfPart(part)).slice(Math.max(0, from - before), to - before);
        before = end;
      }
    },
    place: async (places) => places.map(() => 0),
  };
}

/** `journal/2024-03`. Throws AppError("input/invalid"). */
function readPart(text: string): { readonly table: TableSpec; readonly month: Month } {
  const [name = "", monthText = ""] = text.split("/");
  const [table, month] = [findTable(name), parseMonth(monthText)];
  if (!table || !month) throw new AppError("input/invalid", COMPARISON.notPart(text));
  return { table, month };
}

function verdictOfPart({ parts }: LaoComparison, table: TableSpec, month: Month) {
  return parts.find((part) => part.module === table.module && part.month === month)?.verdict;
}

/** The table of that month, if one snapshot has no row of it. */
function oneSidedTable({ parts }: LaoComparison, { table, month }: DifferenceCount): ComparedTable | undefined {
  const { module } = comparedTable(table);
  const part = parts.find((one) => one.module === module && one.month === month);
  return part?.tables.find((one) => one.table === table && (one.leftRows === 0 || one.rightRows === 0));
}

/** A month of a table that one snapshot alone has: how many rows, and what they come to. */
function monthRow(
  comparison: LaoComparison,
  table: TableSpec,
  month: Month,
  { leftRows, rightRows, leftAmount, rightAmount }: ComparedTable,
  leftId: string,
): SourceRow {
  const kind = leftRows === 0 ? "only-right" : "only-left";
  return {
    kind: "entry",
    cells: {
      document: COMPARISON.wholeMonth(leftRows + rightRows),
      table: tableName(table.name),
      month: formatMonth(month),
      verdict: sayRowVerdict(verdictOfPart(comparison, table, month) === "undecidable", kind),
      column: columnName(table.name, comparedAmount(table).column),
      left: leftRows === 0 ? null : formatBaht(leftAmount),
      right: rightRows === 0 ? null : formatBaht(rightAmount),
      difference: subtractAmount(rightAmount, leftAmount),
    },
    links: {
      document: { reportId: "snapshot-differences", params: { with: leftId, part: `${table.name}/${month}` } },
    },
  };
}

function sayRowVerdict(isUndecidable: boolean, kind: Verdict): string {
  return isUndecidable ? `${verdictName("undecidable")}: ${verdictName(kind)}` : verdictName(kind);
}

interface CellContext {
  readonly table: TableSpec;
  readonly month: Month;
  readonly leftId: string;
  readonly isUndecidable: boolean;
}

function cellsOf(row: RowDifference, context: CellContext): SourceRow[] {
  const { table } = context;
  const { left, right } = row;
  const columns = comparedColumns(table);
  if (left && right)
    return columns.flatMap((column, at) =>
      left[at] === right[at] ? [] : [cellRow(row, context, column, left[at] ?? null, right[at] ?? null)],
    );
  const held = left ?? right;
  const heldIn = (name: string) => held?.[columns.indexOf(name)];
  const amount = comparedAmount(table).column;
  // A journal line stands on one side of its account alone.
  const column = table.name === "journal" && heldIn(amount) === "0" ? "credit" : amount;
  const at = columns.indexOf(column);
  return [
    cellRow(row, context, column, left ? (left[at] ?? null) : undefined, right ? (right[at] ?? null) : undefined),
  ];
}

/** A side that is undefined does not hold the row; null is an empty cell. */
function cellRow(
  row: RowDifference,
  { table, month, leftId, isUndecidable }: CellContext,
  column: string,
  left: string | null | undefined,
  right: string | null | undefined,
): SourceRow {
  const kind = left === undefined ? "only-right" : right === undefined ? "only-left" : "changed";
  const isAmount = table.columns.some(({ name, kind: of }) => name === column && of === "amount");
  const say = (value: string | null | undefined) => (value === undefined ? null : sayValue(table, column, value));
  const inLeft = linkOf(row, table, month, row.left);
  const inRight = linkOf(row, table, month, row.right);
  return {
    kind: "entry",
    cells: {
      document: nameOf(row, table),
      table: tableName(table.name),
      month: formatMonth(month),
      verdict: sayRowVerdict(isUndecidable, kind),
      column: columnName(table.name, column),
      left: say(left),
      right: say(right),
      difference: isAmount ? satang(BigInt(right ?? 0) - BigInt(left ?? 0)) : null,
    },
    links: {
      ...(inLeft ? { left: { ...inLeft, snapshot: leftId } } : {}),
      ...(inRight ? { right: inRight } : {}),
    },
  };
}

function nameOf({ key }: RowDifference, table: TableSpec): string {
  if (table.name === "journal") return COMPARISON.line(key[0] ?? "", key[1] ?? "");
  return table.key.map((column, at) => sayValue(table, column, key[at] ?? null)).join(" · ");
}

function sayValue(table: TableSpec, column: string, value: string | null): string {
  if (value === null || value === "") return COMPARISON.empty;
  const kind = table.columns.find(({ name }) => name === column)?.kind;
  const date = kind === "date" ? parseIsoDate(value) : undefined;
  if (date) return formatDateNumeric(date);
  if (kind === "amount") return formatBaht(satang(BigInt(value)));
  if (kind === "account") return formatAccountCode(BigInt(value));
  return kind === "flag" ? (value === "true" ? COMPARISON.yes : COMPARISON.no) : value;
}

/** Reports that show a row of the table; the document's own number opens a form, elsewhere its month is looked through. */
const SHOWN_IN: Readonly<
  Record<string, { readonly reportId: string; readonly number?: string; readonly find?: true }>
> = {
  journal: { reportId: "journal-document", number: "entry" },
  balances: { reportId: "trial-balance" },
  cash: { reportId: "daily-cash-position" },
  receipts: { reportId: "receipt-details", find: true },
  revenue_register: { reportId: "revenue-register" },
  requisitions: { reportId: "requisition", number: "requisition" },
  cheques: { reportId: "cheque-report", find: true },
  budget_lines: { reportId: "budget-remaining" },
};

/** Undefined where that side does not hold the row, or no report shows it. */
function linkOf(
  row: RowDifference,
  table: TableSpec,
  month: Month,
  side: RowDifference["left"],
): ReportLink | undefined {
  const place = SHOWN_IN[table.name];
  if (!place || !side) return undefined;
  const number = row.key[table.key.indexOf(documentKey(table)[0] ?? "")] ?? "";
  if (place.number) return { reportId: place.reportId, params: { [place.number]: number } };
  const found = table.name === "cheques" ? (row.key[1] ?? "") : number;
  return { reportId: place.reportId, params: place.find ? { month, q: found } : { month } };
}
