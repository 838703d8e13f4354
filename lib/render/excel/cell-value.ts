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
  /** The text, where there is one: for its length. */
  readonly text?: string;
}

/** Text for a cell: sound for XML, within Excel's length, kept from being taken for a formula when edited. */
export function textCell(text: string, look: "text" | "code" = "text"): WrittenCell {
  const plain = plainText(text);
  const cut = plain.length > CHARACTERS_MAX ? plain.slice(0, CHARACTERS_MAX - TEXT_CUT.length) + TEXT_CUT : plain;
  // exceljs says «keep the blanks» for rich text only; readers drop outer blanks otherwise.
  const value = /^\s|\s$/.test(cut) ? { richText: [{ text: cut }] } : cut;
  return { value, look: look === "text" && looksLikeFormula(cut) ? "code" : look, text: cut };
}

/** An amount as a number, or as formatted text where a number would round it (`exactNumber`). */
export function amountCell(amount: Amount): WrittenCell {
  const value = exactNumber(amount);
  if (value !== undefined) return { value, look: "amount" };
  const text = formatBaht(amount);
  return { value: text, look: "amount", text };
}

/** Null where the document has nothing. A date that is no day of the calendar stays the text that it is. */
export function writtenCell(value: CellValue | undefined, kind: ReportColumnKind): WrittenCell | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return amountCell(value);
  if (typeof value === "number") return { value, look: "count" };
  if (kind === "date" && value >= FIRST_EXACT_DAY && parseIsoDate(value))
    return { value: (Date.parse(value) - DAY_ZERO) / DAY_MS, look: "date" };
  return textCell(value, kind === "code" ? "code" : "text");
}
