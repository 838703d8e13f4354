/** What makes two documents comparable: their numbers, lines, days and words in one spelling. */
import type { IsoDate } from "@/lib/period/date";
import { toArabicDigits } from "@/lib/period/thai-digits";
import type { BookDocument } from "../book-document";

/** Spaces, letter case, Thai digits and leading zeros of numbers say nothing: `rv-12/67` is `RV-00012/67`. Null where there is none. */
export function numberKey(document: BookDocument): string | null {
  if (document.number === null) return null;
  const text = toArabicDigits(document.number).replace(/\s/g, "").toUpperCase();
  return text === "" ? null : text.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""));
}

/** Lines of the same account are one; their order says nothing. Lines of zero are left out. */
export function linesKey(document: BookDocument): string {
  return [...sumByAccount([document])].map(([account, amount]) => `${account} ${amount}`).join("|");
}

/** Accounts of a document, each once. */
export function accountsKey(document: BookDocument): string {
  return [...new Set(document.lines.map(({ account }) => account))].sort().join("|");
}

/** Debits and credits of an account stay apart, so that a document is not cancelled by itself. Ordered; zeros are left out. */
export function sumByAccount(documents: readonly BookDocument[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { lines } of documents)
    for (const { account, amount } of lines) {
      if (amount === 0n) continue;
      const key = `${account}${amount < 0n ? "-" : "+"}`;
      sums.set(key, (sums.get(key) ?? 0n) + amount);
    }
  return new Map([...sums].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Words as they are compared: one spelling of ำ, no white space, no zero-width marks, Arabic digits, small letters. */
export function textKey(document: BookDocument): string {
  return toArabicDigits(document.text.normalize("NFC"))
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/[\s\u200b-\u200d\ufeff]/g, "")
    .toLowerCase();
}

/** Whole days since 1970-01-01. */
export function dayNumber(date: IsoDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;
}

export function daysApart(left: BookDocument, right: BookDocument): number {
  return Math.abs(dayNumber(left.date) - dayNumber(right.date));
}
