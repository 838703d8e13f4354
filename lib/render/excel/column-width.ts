/** Width of a column in characters, as Excel counts them: the report's share of the page, never too small for what stands in it. */
import type { ReportColumn, ReportColumnKind } from "@/lib/reports/document";

const CHARACTERS_A_SHARE = 1.25;
const NARROWEST: Record<ReportColumnKind, number> = { text: 18, code: 16, date: 12, amount: 18, count: 10 };
const WIDEST = 60;

export function columnWidth(column: ReportColumn): number {
  return Math.min(WIDEST, Math.max(NARROWEST[column.kind], Math.round(column.width * CHARACTERS_A_SHARE)));
}
