/**
 * The sheet of figures: official head rows, one row for each row of the document, totals below the filter's range.
 * Beside the report's columns stand «ประเภทแถว» and «สภาพข้อมูล», so that filters and sums can leave out what must not be added again.
 */
import type { PassThrough } from "node:stream";
import type { Workbook, Worksheet } from "exceljs";
import { type Amount, addAmounts, ZERO } from "@/lib/money/amount";
import { fullLaoName } from "@/lib/office/office";
import { exactNumber } from "@/lib/render/tabular/exact-number";
import { isMarkerRow, rowCondition, totalCondition, totalLabel } from "@/lib/render/tabular/row-condition";
import type { ReportColumn, ReportDocument, ReportRow } from "@/lib/reports/document";
import { APPROXIMATE_FORM_MARK, NO_ROWS, placeLine, SYNTHETIC_MARK, UNIT_IS_BAHT } from "@/lib/wording/render";
import { CONDITION_COLUMN, FORMULA_ROW, ROW_KIND_COLUMN, ROW_KINDS, TOO_LONG_FOR_NUMBER } from "@/lib/wording/tabular";
import { amountCell, textCell, writtenCell } from "./cell-value";
import { columnWidth } from "./column-width";
import { pageSetup } from "./page-setup";
import { makeWay, type StyledCell, writeRow } from "./sheet-writer";
import { LINE_HEIGHT_POINTS, type RowLook, type StyleOf } from "./styles";
import { linesOf } from "./text-width";

const ROWS_BETWEEN_PAUSES = 200;
/** Excel's 1,048,576 rows a sheet, less room for heads and totals. */
const ROWS_A_SHEET_MAX = 1_048_000;
const PORTRAIT_COLUMNS_MAX = 7;
const CONDITION_WIDTH = 34;
const KIND_WIDTH = 14;

interface Table {
  readonly document: ReportDocument;
  readonly columns: readonly ReportColumn[];
  readonly widths: readonly number[];
  /** Place of the column that takes labels and sentences: the first of texts, else the first. */
  readonly labelColumn: number;
  readonly styleOf: StyleOf;
}

/**
 * Writes and closes the sheet, or several of them when the rows do not fit one (`rowsASheetMax`, told for tests only).
 * Throws `ReaderGoneError` when the output is closed before the end.
 */
export async function writeDataSheets(
  workbook: Workbook,
  document: ReportDocument,
  styleOf: StyleOf,
  output: PassThrough,
  rowsASheetMax = ROWS_A_SHEET_MAX,
): Promise<void> {
  const { columns } = document;
  const labelColumn = Math.max(
    0,
    columns.findIndex((column) => column.kind === "text"),
  );
  const table: Table = { document, columns, widths: columns.map(columnWidth), labelColumn, styleOf };
  const sums = new Map<string, Amount>();
  const ranges: string[] = [];
  let isExact = true;
  let open: { sheet: Worksheet; headRow: number; rows: number } | undefined;
  const close = (): Worksheet | undefined => {
    if (!open) return undefined;
    const { sheet, headRow, rows } = open;
    sheet.autoFilter = {
      from: { row: headRow, column: 1 },
      to: { row: headRow + Math.max(1, rows), column: columns.length + 2 },
    };
    ranges.push(`${sheet.name}\n${headRow + 1}\n${headRow + rows}`);
    return sheet;
  };
  let count = 0;
  open = openSheet(workbook, table, 1);
  for await (const row of document.rows()) {
    if (open.rows === rowsASheetMax) {
      close()?.commit();
      open = openSheet(workbook, table, ranges.length + 1);
    }
    writeDocumentRow(open.sheet, table, row);
    open.rows++;
    if (row.kind === "entry") isExact = addRow(sums, columns, row) && isExact;
    if (++count % ROWS_BETWEEN_PAUSES === 0) await makeWay(output);
  }
  if (count === 0)
    writeRow(
      open.sheet,
      [...Array(labelColumn).fill(undefined), { value: NO_ROWS, style: styleOf("entry", "text") }],
      styleOf("entry", "plain"),
    );
  const last = close();
  if (!last) return;
  writeTotals(last, table);
  if (isExact && count > 0) writeFormulas(last, table, sums, ranges);
  last.commit();
}

function openSheet(
  workbook: Workbook,
  table: Table,
  part: number,
): { sheet: Worksheet; headRow: number; rows: number } {
  const { document, columns, widths, styleOf } = table;
  const hasGroups = columns.some((column) => column.group !== undefined);
  const headLines = headTexts(document);
  const headRow = headLines.length + (hasGroups ? 2 : 1);
  const sheet = workbook.addWorksheet(sheetName(document.title, part), {
    ...pageSetup(document, { isLandscape: columns.length > PORTRAIT_COLUMNS_MAX, titleRows: `1:${headRow}` }),
    properties: { defaultRowHeight: LINE_HEIGHT_POINTS, outlineLevelRow: 7 },
    views: [{ state: "frozen", xSplit: 0, ySplit: headRow, topLeftCell: `A${headRow + 1}` }],
  });
  sheet.columns = [...widths, KIND_WIDTH, CONDITION_WIDTH].map((width) => ({ width }));
  for (const text of headLines)
    writeRow(sheet, [{ value: textCell(text).value, style: styleOf("title", "text") }], styleOf("title", "plain"));
  const heading = (text: string): StyledCell => ({ value: textCell(text).value, style: styleOf("head", "text") });
  if (hasGroups)
    writeRow(
      sheet,
      [...columns.map((column) => heading(column.group ?? "")), heading(""), heading("")],
      styleOf("head", "plain"),
    );
  writeRow(
    sheet,
    [...columns.map((column) => heading(column.label)), heading(ROW_KIND_COLUMN), heading(CONDITION_COLUMN)],
    styleOf("head", "plain"),
    {
      heightPoints:
        LINE_HEIGHT_POINTS * Math.max(1, ...columns.map((column, at) => linesOf(column.label, widths[at] ?? 1))),
    },
  );
  return { sheet, headRow, rows: 0 };
}

/** LAO, report, period as printed forms have them; then what the figures are about, and in what unit. */
function headTexts(document: ReportDocument): string[] {
  const { lao, fields, snapshot } = document;
  const marks = [
    ...(document.isApproximateForm ? [APPROXIMATE_FORM_MARK] : []),
    ...(snapshot.synthetic ? [SYNTHETIC_MARK] : []),
  ];
  return [
    `${fullLaoName(lao)} ${placeLine(lao.district, lao.province)}`,
    [document.title, ...marks].join(" · "),
    document.period,
    [...fields.map((field) => `${field.label}: ${field.value}`), UNIT_IS_BAHT].join("  "),
  ];
}

/** Excel's rule: at most 31 characters, none of `[]:*?/\`, no quote (it would break the reference of the print titles). */
export function sheetName(title: string, part: number): string {
  const ending = part === 1 ? "" : ` (${part})`;
  const name = title
    .replace(/[[\]:*?/\\']/g, " ")
    .trim()
    .slice(0, 31 - ending.length);
  return `${name}${ending}`;
}

function writeDocumentRow(sheet: Worksheet, table: Table, row: ReportRow): void {
  const { columns, widths, labelColumn, styleOf } = table;
  const level = row.level ?? 0;
  let lines = 1;
  let note = rowCondition(row, columns);
  const cells: (StyledCell | undefined)[] = [];
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (!column) continue;
    const mark = row.marks?.[column.id]?.state;
    const isLabel = at === labelColumn;
    const written =
      writtenCell(row.cells[column.id], column.kind) ?? (isLabel && row.text !== undefined ? textCell(row.text) : null);
    if (written) {
      if (written.look === "amount" && written.text !== undefined)
        note = [note, TOO_LONG_FOR_NUMBER].filter(Boolean).join(" · ");
      if (written.look === "text") lines = Math.max(lines, linesOf(written.text ?? "", (widths[at] ?? 1) - level));
      cells.push({ value: written.value, style: styleOf(row.kind, written.look, mark, isLabel ? level : 0) });
    } else if (mark || isMarkerRow(row)) cells.push({ value: null, style: styleOf(row.kind, "plain", mark) });
    else cells.push(undefined);
  }
  cells.push({ value: ROW_KINDS[row.kind], style: styleOf(row.kind, "plain") });
  if (note !== "") {
    lines = Math.max(lines, linesOf(note, CONDITION_WIDTH));
    const written = textCell(note);
    cells.push({ value: written.value, style: styleOf(row.kind, written.look) });
  }
  writeRow(sheet, cells, styleOf(row.kind, "plain"), lines > 1 ? { heightPoints: lines * LINE_HEIGHT_POINTS } : {});
}

/** Sums up what the formulas below the table will show; false once an amount stands as text, which no formula adds. */
function addRow(sums: Map<string, Amount>, columns: readonly ReportColumn[], row: ReportRow): boolean {
  let isExact = true;
  for (const column of columns) {
    const amount = column.summed ? row.cells[column.id] : undefined;
    if (typeof amount !== "bigint") continue;
    sums.set(column.id, addAmounts(sums.get(column.id) ?? ZERO, amount));
    isExact &&= exactNumber(amount) !== undefined;
  }
  return isExact;
}

function labelled(
  table: Table,
  look: RowLook,
  label: string,
  kind: string,
  condition: string,
  amounts: (column: ReportColumn) => StyledCell | undefined,
): (StyledCell | undefined)[] {
  const { columns, labelColumn, styleOf } = table;
  const words = (text: string): StyledCell => ({ value: text, style: styleOf(look, "text") });
  const cells = columns.map((column, at) => amounts(column) ?? (at === labelColumn ? words(label) : undefined));
  return [...cells, words(kind), ...(condition === "" ? [] : [words(condition)])];
}

/** The totals as the document has them: values, not formulas, for the document knows what is missing from them. */
function writeTotals(sheet: Worksheet, table: Table): void {
  const { document, styleOf } = table;
  for (const total of document.totals) {
    const cells = labelled(table, "total", totalLabel(total), ROW_KINDS.total, totalCondition(total), (column) => {
      const amount = total.cells[column.id];
      if (amount === undefined) return undefined;
      const written = amountCell(amount);
      return { value: written.value, style: styleOf("total", "amount", total.mark?.state) };
    });
    writeRow(sheet, cells, styleOf("total", "plain"), {
      heightPoints: LINE_HEIGHT_POINTS * linesOf(totalLabel(total), table.widths[table.labelColumn] ?? 1),
    });
  }
}

/** One row of SUMIFS over the rows of kind «รายการ»: whoever checks the sheet can follow the sum without adding anything twice. */
function writeFormulas(
  sheet: Worksheet,
  table: Table,
  sums: ReadonlyMap<string, Amount>,
  ranges: readonly string[],
): void {
  const { columns, styleOf } = table;
  const kindLetter = sheet.getColumn(columns.length + 1).letter;
  const cells = labelled(table, "check", FORMULA_ROW, "", "", (column) => {
    const result = exactNumber(sums.get(column.id) ?? ZERO);
    if (!column.summed || result === undefined) return undefined;
    const { letter } = sheet.getColumn(columns.indexOf(column) + 1);
    const parts = ranges.map((range) => {
      const [name, from, to] = range.split("\n");
      const place = (at: string): string => `'${name}'!${at}${from}:${at}${to}`;
      return `SUMIFS(${place(letter)},${place(kindLetter)},"${ROW_KINDS.entry}")`;
    });
    return { value: { formula: parts.join("+"), result }, style: styleOf("check", "amount") };
  });
  writeRow(sheet, cells, styleOf("check", "plain"), { heightPoints: LINE_HEIGHT_POINTS });
}
