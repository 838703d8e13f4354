/** The rows below the figures: totals as the document has them, and a formula by which the sheet can be checked. */
import type { Worksheet } from "exceljs";
import { type Amount, addAmounts, ZERO } from "@/lib/money/amount";
import { bahtInWords } from "@/lib/money/baht-in-words";
import { exactNumber } from "@/lib/render/tabular/exact-number";
import { totalCondition, totalLabel } from "@/lib/render/tabular/row-condition";
import type { ReportColumn, ReportRow } from "@/lib/reports/document";
import { FORMULA_ROW, ROW_KINDS } from "@/lib/wording/tabular";
import { amountCell, cellLines, textCell } from "./cell-value";
import { type StyledCell, writeRow } from "./sheet-writer";
import { LINE_HEIGHT_POINTS, type RowLook } from "./styles";
import type { SheetColumn, Table } from "./table";

/** Rows of figures of one sheet, first and last included. */
export interface RowRange {
  readonly sheetName: string;
  readonly from: number;
  readonly to: number;
}

/** Values, not formulas: the document knows what is missing from its totals, a sum over the sheet does not. */
export function writeTotals(sheet: Worksheet, table: Table): void {
  const { document, styleOf } = table;
  for (const total of document.totals) {
    const cells = labelled(table, "total", totalLabel(total), [ROW_KINDS.total, totalCondition(total)], (column) => {
      const amount = total.cells[column.id];
      if (amount === undefined) return undefined;
      return { value: amountCell(amount).value, style: styleOf("total", "amount", total.mark?.state) };
    });
    const lines = cellLines(textCell(totalLabel(total)), table.columns[table.labelColumn]?.width ?? 1);
    writeRow(sheet, cells, { heightPoints: LINE_HEIGHT_POINTS * lines });
  }
}

/** The form's «(ตัวอักษร)», below the totals. */
export function writeAmountInWords(sheet: Worksheet, table: Table): void {
  const { amountInWords } = table.document;
  if (amountInWords === undefined) return;
  const cells = labelled(table, "cover", bahtInWords(amountInWords), [ROW_KINDS.words], () => undefined);
  writeRow(sheet, cells, { heightPoints: LINE_HEIGHT_POINTS });
}

/** Sums up «รายการ» rows while they are written, for the results that stand beside the formulas until a program works them out. */
export interface EntrySums {
  readonly add: (row: ReportRow) => void;
  /** Undefined for a column that a formula cannot add: one of its amounts stands as text. */
  readonly of: (column: Pick<ReportColumn, "id">) => Amount | undefined;
}

export function entrySums(columns: readonly ReportColumn[]): EntrySums {
  const summed = columns.filter((column) => column.summed).map(({ id }) => ({ id, sum: ZERO, isExact: true }));
  return {
    add: (row) => {
      if (row.kind !== "entry") return;
      for (const column of summed) {
        const amount = row.cells[column.id];
        if (typeof amount !== "bigint") continue;
        column.sum = addAmounts(column.sum, amount);
        if (exactNumber(amount) === undefined) column.isExact = false;
      }
    },
    of: ({ id }) => {
      const column = summed.find((one) => one.id === id);
      return column?.isExact ? column.sum : undefined;
    },
  };
}

/** One row of SUMIFS over the rows of kind «รายการ»: whoever checks the sheet can follow the sum without adding anything twice. */
export function writeFormulas(sheet: Worksheet, table: Table, sums: EntrySums, ranges: readonly RowRange[]): void {
  const { columns, styleOf } = table;
  const kinds = sheet.getColumn(columns.length + 1).letter;
  const cells = labelled(table, "check", FORMULA_ROW, [], (column) => {
    const sum = sums.of(column);
    const result = sum === undefined ? undefined : exactNumber(sum);
    if (result === undefined) return undefined;
    const { letter } = sheet.getColumn(columns.indexOf(column) + 1);
    const parts = ranges.map(({ sheetName, from, to }) => {
      const cellsOf = (at: string): string => `'${sheetName}'!${at}${from}:${at}${to}`;
      return `SUMIFS(${cellsOf(letter)},${cellsOf(kinds)},"${ROW_KINDS.entry}")`;
    });
    return { value: { formula: parts.join("+"), result }, style: styleOf("check", "amount") };
  });
  writeRow(sheet, cells, { heightPoints: LINE_HEIGHT_POINTS });
}

function labelled(
  table: Table,
  look: RowLook,
  label: string,
  ending: readonly string[],
  amountOf: (column: SheetColumn) => StyledCell | undefined,
): (StyledCell | undefined)[] {
  const words = (text: string): StyledCell => ({ value: text, style: table.styleOf(look, "text") });
  const cells = table.columns.map(
    (column, at) => amountOf(column) ?? (at === table.labelColumn ? words(label) : undefined),
  );
  return [...cells, ...ending.map((text) => (text === "" ? undefined : words(text)))];
}
