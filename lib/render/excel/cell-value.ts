/** Turns a cell of a report document into what exceljs writes: exact numbers, day numbers, harmless text. */
import type { CellRichTextValue } from "exceljs";
import { type Amount, formatBaht } from "@/lib/money/amount";
import { parseIsoDate } from "@/lib/period/date";
import { exactNumber } from "@/lib/render/tabular/exact-number";
import { looksLikeFormula, plainText } from "@/lib/render/tabular/plain-text";
import type { CellValue, ReportColumnKind } from "@/lib/reports/document";
import { TEXT_CUT } from "@/lib/wording/tabular";
import type { CellLook } from "./styles";
import { linesOf, widthOf } from "./text-width";

/** Excel's limit of a cell; a longer text would make the whole file «damaged». */
const CHARACTERS_MAX = 32_767;
/** Day 0 of the serial numbers, which are exact from March 1900 on (Excel takes 1900 for a leap year). */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_EXACT_DAY = "1900-03-01";
const DAY_MS = 86_400_000;

export interface WrittenCell {
  readonly value: string | number | CellRichTextValue;
  readonly look: CellLook;
  /** Characters of its text that take room; 0 for numbers and days. */
  readonly width: number;
  /** Line breaks inside its text. */
  readonly breaks: number;
}

/** Lines that the cell needs in a column of that width. */
export function cellLines({ width, breaks }: WrittenCell, columnWidth: number): number {
  return breaks + linesOf(width, columnWidth);
}

/** Text for a cell: sound for XML, within Excel's length, kept from being taken for a formula when edited. */
export function textCell(text: string, look: "text" | "code" = "text"): WrittenCell {
  const width = widthOf(text);
  if (width < 0 || text.length > CHARACTERS_MAX) {
    const plain = cut(plainText(text));
    return soundCell(plain, look, plain.length, plain.split("\n").length - 1);
  }
  return soundCell(text, look, width, 0);
}

function soundCell(text: string, look: "text" | "code", width: number, breaks: number): WrittenCell {
  // exceljs says «keep the blanks» for rich text only; readers drop outer blanks otherwise.
  const value = text.trim().length === text.length ? text : { richText: [{ text }] };
  return { value, look: look === "text" && looksLikeFormula(text) ? "code" : look, width, breaks };
}

function cut(text: string): string {
  return text.length > CHARACTERS_MAX ? text.slice(0, CHARACTERS_MAX - TEXT_CUT.length) + TEXT_CUT : text;
}

/** An amount as a number, or as formatted text where a number would round it (`exactNumber`). */
export function amountCell(amount: Amount): WrittenCell {
  return { value: exactNumber(amount) ?? formatBaht(amount), look: "amount", width: 0, breaks: 0 };
}

/** Gives the cells of one column: its own kind of values, with what is often repeated worked out once. */
export type CellMaker = (value: Exclude<CellValue, bigint | null>) => WrittenCell;

const REPEATED_MAX = 400;

/** A date that is no day of the calendar stays the text that it is. */
export function cellMaker(kind: ReportColumnKind): CellMaker {
  const make = (value: string): WrittenCell => {
    if (kind === "date" && value >= FIRST_EXACT_DAY && parseIsoDate(value))
      return { value: (Date.parse(value) - DAY_ZERO) / DAY_MS, look: "date", width: 0, breaks: 0 };
    return textCell(value, kind === "code" ? "code" : "text");
  };
  // Days, accounts and their names repeat; a column of ever new texts fills this once and does without from then on.
  const repeated = new Map<string, WrittenCell>();
  return (value) => {
    if (typeof value === "number") return { value, look: "count", width: 0, breaks: 0 };
    if (repeated.size === REPEATED_MAX) return make(value);
    const known = repeated.get(value);
    if (known) return known;
    const cell = make(value);
    repeated.set(value, cell);
    return cell;
  };
}
