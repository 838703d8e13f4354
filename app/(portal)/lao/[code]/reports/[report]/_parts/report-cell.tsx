/** One cell of a report as people read it: amounts, dates and codes in the form of printed books, the looked-for text marked. */
import type { ReactNode } from "react";
import { type Amount, formatBaht } from "@/lib/money/amount";
import { formatDateNumeric, parseIsoDate } from "@/lib/period/date";
import { toArabicDigits } from "@/lib/period/thai-digits";
import type { CellValue, ReportColumn, ReportColumnKind, ReportRow } from "@/lib/reports/document";
import { sayCount } from "@/lib/wording/finding-phrases";

/** CSS classes of a column's cells in a row that may set some words at the right. */
export function cellClass(column: ReportColumn, row: Pick<ReportRow, "right">): string {
  return row.right?.includes(column.id) ? `${columnClass(column.kind)} at-right` : columnClass(column.kind);
}

/** CSS classes of a column's cells. */
export function columnClass(kind: ReportColumnKind): string {
  if (kind === "amount" || kind === "count") return "num";
  return kind === "text" ? "words" : "code";
}

/** Text of a cell; empty where nothing is known, which is not zero. */
export function cellText(column: ReportColumn, value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "bigint") return formatBaht(value as Amount);
  if (typeof value === "number") return sayCount(value);
  if (column.kind !== "date") return value;
  const date = parseIsoDate(value);
  return date ? formatDateNumeric(date) : value;
}

/** Marks each place of the looked-for text; Thai digits in the term find Arabic ones. */
export function markFound(text: string, term: string | undefined): ReactNode {
  const wanted = toArabicDigits(term ?? "");
  if (wanted === "") return text;
  const parts: ReactNode[] = [];
  const haystack = toArabicDigits(text);
  let from = 0;
  for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + wanted.length)}</mark>);
    from = at + wanted.length;
  }
  return [...parts, text.slice(from)];
}
