/** Turns a cell of a report document into what exceljs writes: exact numbers, day numbers, harmless text. */
import type { CellRichTextValue } from "exceljs";
import { type Amount, formatBaht } from "@/lib/money/amount";
import { parseIsoDate } from "@/lib/period/date";
import { exactNumber } from "@/lib/render/tabular/exact-number";
import { looksLikeFormula, plainText } from "@/lib/render/tabular/plain-text";
import type { CellValue, ReportColumnKind } from "@/lib/reports/document";
import { TEXT_CUT } from "@/lib/wording/tabular";
import type { CellLook } from "./styles";

/** Excel's limit of a cell; a longer text would make the whole file «damaged». */
const CHARACTERS_MAX = 32_767;
/** Day 0 of the serial numbers, which are exact from March 1900 on (Excel takes 1900 for a leap year). */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_EXACT_DAY = "1900-03-01";
const DAY_MS = 86_400_000;

export interface WrittenCell {
  readonly value: string | number | CellRichTextValue;
  readonly look: CellLook;
  /** The text as shown; empty for numbers and days. */
  readonly text: string;
}

/** Text for a cell: sound for XML, within Excel's length, kept from being taken for a formula when edited. */
export function textCell(text: string, look: "text" | "code" = "text"): WrittenCell {
  const plain = plainText(text);
  const cut = plain.length > CHARACTERS_MAX ? plain.slice(0, CHARACTERS_MAX - TEXT_CUT.length) + TEXT_CUT : plain;
  // exceljs says «keep the blanks» for rich text only; readers drop outer blanks otherwise.
  const value = cut.trim().length === cut.length ? cut : { richText: [{ text: cut }] };
  return { value, look: look === "text" && looksLikeFormula(cut) ? "code" : look, text: cut };
}

/** An amount as a number, or as formatted text where a number would round it (`exactNumber`). */
export function amountCell(amount: Amount): WrittenCell {
  const value = exactNumber(amount);
  if (value !== undefined) return { value, look: "amount", text: "" };
  const text = formatBaht(amount);
  return { value: text, look: "amount", text };
}

/** A book has few days and many rows: each day is worked out once. */
const days = new Map<string, WrittenCell>();
const DAYS_KEPT_MAX = 10_000;

function dateCell(text: string): WrittenCell {
  const known = days.get(text);
  if (known) return known;
  if (text < FIRST_EXACT_DAY || !parseIsoDate(text)) return textCell(text);
  const cell: WrittenCell = { value: (Date.parse(text) - DAY_ZERO) / DAY_MS, look: "date", text: "" };
  if (days.size < DAYS_KEPT_MAX) days.set(text, cell);
  return cell;
}

/** Null where the document has nothing. A date that is no day of the calendar stays the text that it is. */
export function writtenCell(value: CellValue | undefined, kind: ReportColumnKind): WrittenCell | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return amountCell(value);
  if (typeof value === "number") return { value, look: "count", text: "" };
  if (kind === "date") return dateCell(value);
  return textCell(value, kind === "code" ? "code" : "text");
}
