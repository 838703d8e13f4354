/** The text of a cell as it is printed; the value itself is never changed on the way. */
import { type Amount, formatBaht } from "@/lib/money/amount";
import { formatDateNumeric, parseIsoDate } from "@/lib/period/date";
import type { CellValue, ReportColumn, ReportColumnKind } from "@/lib/reports/document";
import { sayCount } from "@/lib/wording/finding-phrases";

/** Nothing for null; a value that is not of the column's kind is shown as it stands. */
export function cellText(kind: ReportColumnKind, value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "bigint") return formatBaht(value as Amount);
  if (typeof value === "number") return sayCount(value);
  if (kind !== "date") return value;
  const date = parseIsoDate(value);
  return date ? formatDateNumeric(date) : value;
}

export function isRightAligned(column: Pick<ReportColumn, "kind">): boolean {
  return column.kind === "amount" || column.kind === "count";
}
