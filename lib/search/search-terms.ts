/**
 * Reads the search field: words and numbers that a document must all hold, amounts (`1,500` · `1000-2000` · `>5000`), days and periods. A piece that
 * can be several things counts as any of them: `15/3/2567` may stand in a description as well as be a document's day.
 */
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { readSaidPeriod } from "@/lib/period/period-language";
import type { DaySpan } from "@/lib/period/report-period";
import { toArabicDigits } from "@/lib/period/thai-digits";
import { readTypedAmount } from "@/lib/reports/find-term";
import { foldText } from "./fold-text";

/** Satang, both ends inclusive; null is open. */
export interface AmountRange {
  readonly from: Amount | null;
  readonly to: Amount | null;
}

/** One thing to look for: a document matches if any of these holds. */
export interface SearchTerm {
  /** As typed. */
  readonly typed: string;
  /** Folded; one of them stands somewhere in the document's number, names or description. */
  readonly texts: readonly string[];
  readonly amount: AmountRange | null;
  readonly days: { readonly from: IsoDate; readonly to: IsoDate } | null;
}

const TERMS_MAX = 8;
/** `6 ม.ค. 2567 – 31 มี.ค. 2567` is the longest period: seven pieces. */
const PERIOD_PIECES_MAX = 7;
const ONE_SATANG = 1n;

/** Empty where nothing is looked for. At most eight terms are read. */
export function readSearchTerms(text: string, span: DaySpan): SearchTerm[] {
  const pieces = text
    .split(/\s+/)
    // Control characters part the fields of a stored document and are in no term.
    .map((piece) => piece.replace(/\p{Cc}/gu, ""))
    .filter((piece) => piece !== "");
  const terms: SearchTerm[] = [];
  for (let at = 0; at < pieces.length && terms.length < TERMS_MAX; ) {
    const length = periodLength(pieces.slice(at, at + PERIOD_PIECES_MAX), span);
    const typed = pieces.slice(at, at + length).join(" ");
    terms.push(readTerm(typed, span));
    at += length;
  }
  return terms;
}

/** How many pieces from the first on are one period; 1 where they are none. */
function periodLength(pieces: readonly string[], span: DaySpan): number {
  for (let length = pieces.length; length > 1; length--)
    if (readSaidPeriod(pieces.slice(0, length).join(" "), span)) return length;
  return 1;
}

function readTerm(typed: string, span: DaySpan): SearchTerm {
  const amount = readAmounts(typed);
  const days = readSaidPeriod(typed, span) ?? null;
  const isOnlyAmount = /^[<>]/.test(typed) && amount !== null;
  return {
    typed,
    texts: isOnlyAmount ? [] : spellings(foldText(typed)),
    amount,
    days: days && { from: days.from, to: days.to },
  };
}

/** `1,500` exactly; `1000-2000`; `>5000`, `>=5000`, `<100`, `<=100`. Null for what is no amount. */
function readAmounts(typed: string): AmountRange | null {
  const text = toArabicDigits(typed).replace(/บาท$/, "").replace(/[–—−]/g, "-");
  const bound = /^([<>])(=?)(.+)$/.exec(text);
  if (bound) {
    const amount = readTypedAmount(bound[3] ?? "");
    if (amount === null) return null;
    const step = bound[2] === "=" ? 0n : ONE_SATANG;
    return bound[1] === ">" ? { from: satang(amount + step), to: null } : { from: null, to: satang(amount - step) };
  }
  const range = /^([\d,.]+)(?:-|\.\.)([\d,.]+)$/.exec(text);
  if (range) {
    const [from, to] = [readTypedAmount(range[1] ?? ""), readTypedAmount(range[2] ?? "")];
    return from !== null && to !== null && from <= to ? { from, to } : null;
  }
  const amount = readTypedAmount(text);
  return amount === null ? null : { from: amount, to: amount };
}

/** `rv12/67` and `RV-12/67` are `rv-00012/67` as well: the zeros of a document number are rarely typed. */
function spellings(folded: string): string[] {
  const number = /^([a-z]{1,2})-?(\d{1,6})(\/\d{2})?$/.exec(folded);
  if (!number) return [folded];
  const [, series = "", running = "", ending = ""] = number;
  const padded = [5, 6].flatMap((width) => (running.length <= width ? [running.padStart(width, "0")] : []));
  return [...new Set([folded, ...padded.map((digits) => `${series}-${digits}${ending}`)])];
}
