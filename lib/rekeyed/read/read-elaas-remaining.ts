/**
 * New e-LAAS' own export of งบประมาณคงเหลือ (`reportRemainBudgetXlsx`, DOMAIN.md §3.2 REMAIN) into documents, one a budget code. It is known by what stands
 * above its table; of its heads no wording is known, so its columns are read by their place. It says a fiscal year and when it was printed, not of
 * which month it speaks: that is told.
 */
import { type Amount, toBahtText, ZERO } from "@/lib/money/amount";
import { lastDay, type Month } from "@/lib/period/month";
import { toArabicDigits } from "@/lib/period/thai-digits";
import { ELAAS_UPLOAD } from "@/lib/wording/rekeyed";
import { type BookDocument, BUDGET_CELLS } from "../book-document";
import { readAmount, readCode, readText } from "./cell-values";
import type { CellProblem, ReadDocuments } from "./read-documents";
import { addressOf, type Sheet, type SheetRow } from "./sheet";

const COLUMN_B = 1;
const STAMP_ROW = 2;
const YEAR_ROW = 4;
const OFFICE_ROW = 5;
export const OFFICE_CELL = `B${OFFICE_ROW}`;
export const HEAD_ROW = 8;
/** By place, 0 for A: งาน, หมวดรายจ่าย, ประเภทรายจ่าย, โครงการ. */
const NAME_COLUMNS = [1, 2, 3, 4] as const;
const CODE_COLUMN = 5;
const REMAINING_COLUMN = 14;
const FIGURE_COLUMNS: Readonly<Record<(typeof BUDGET_CELLS)[number], number>> = {
  approved: 8,
  transferred_in: 9,
  transferred_out: 10,
  encumbered: 11,
  disbursed: 12,
};

export interface ElaasRemaining {
  readonly sheet: Sheet;
  /** Of the Buddhist era. */
  readonly fiscalYear: number;
  /** As row 5 has it. */
  readonly office: string;
}

/** The first sheet that begins as the export does; undefined where none does. */
export function findElaasRemaining(sheets: readonly Sheet[]): ElaasRemaining | undefined {
  for (const sheet of sheets) {
    const textAt = (rowNo: number) =>
      toArabicDigits(
        sheet.rows
          .find((row) => row.rowNo === rowNo)
          ?.cells.get(COLUMN_B)
          ?.text.trim() ?? "",
      );
    const year = /^ปีงบประมาณ\D*(25\d\d)$/.exec(textAt(YEAR_ROW))?.[1];
    if (year === undefined || !textAt(STAMP_ROW).startsWith("วันที่พิมพ์")) continue;
    return { sheet, fiscalYear: Number(year), office: textAt(OFFICE_ROW) };
  }
  return undefined;
}

export function readElaasRemaining({ sheet }: ElaasRemaining, month: Month): ReadDocuments {
  const problems: CellProblem[] = [];
  const assumptions: CellProblem[] = [];
  const leftOutRows: number[] = [];
  const documents: BookDocument[] = [];
  let rowsRead = 0;
  for (const row of sheet.rows) {
    if (row.rowNo <= HEAD_ROW || row.cells.size === 0) continue;
    if (isOfNoCode(row)) {
      leftOutRows.push(row.rowNo);
      continue;
    }
    rowsRead += 1;
    const before = problems.length;
    const tell = (column: number, problem: string): void => {
      problems.push({ address: addressOf(column, row.rowNo), sheet: sheet.name, problem });
    };
    const code = row.cells.get(CODE_COLUMN);
    const read = code && readCode(code);
    if (!read) tell(CODE_COLUMN, ELAAS_UPLOAD.noCode);
    else if ("problem" in read) tell(CODE_COLUMN, read.problem);
    const amountAt = (column: number): Amount => {
      const cell = row.cells.get(column);
      if (!cell) {
        assumptions.push({
          address: addressOf(column, row.rowNo),
          sheet: sheet.name,
          problem: ELAAS_UPLOAD.emptyIsZero,
        });
        return ZERO;
      }
      const amount = readAmount(cell);
      if ("value" in amount) return amount.value;
      tell(column, amount.problem);
      return ZERO;
    };
    const cells = Object.fromEntries(BUDGET_CELLS.map((id) => [id, toBahtText(amountAt(FIGURE_COLUMNS[id]))]));
    const remaining = amountAt(REMAINING_COLUMN);
    // Kept apart whole: no half of a line is compared.
    if (problems.length > before || !read || !("value" in read)) continue;
    documents.push({
      id: `${sheet.name} ${row.rowNo}`,
      book: "budget",
      number: read.value,
      date: lastDay(month),
      lines: [{ account: read.value, amount: remaining }],
      cells,
      text: namesOf(row),
    });
  }
  return { documents, problems, assumptions, leftOutRows, rowsRead };
}

/** Sums begin with «รวม»; other rows without a code and without a figure say something in words. */
function isOfNoCode(row: SheetRow): boolean {
  if (NAME_COLUMNS.some((column) => row.cells.get(column)?.text.trim().startsWith("รวม"))) return true;
  const figures = [...Object.values(FIGURE_COLUMNS), REMAINING_COLUMN];
  return !row.cells.has(CODE_COLUMN) && !figures.some((column) => row.cells.has(column));
}

function namesOf(row: SheetRow): string {
  return NAME_COLUMNS.flatMap((column) => {
    const cell = row.cells.get(column);
    const read = cell && readText(cell);
    return read && "value" in read && read.value !== "" ? [read.value] : [];
  }).join(" ");
}
