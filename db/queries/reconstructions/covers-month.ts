/** Whether a part of a period takes all days of its month that the archive has: only then can a month's sums prove what is missing. */

import { lastDay } from "@/lib/period/month";
import type { DaySpan } from "@/lib/period/report-period";
import type { MonthPart } from "../reports/journal-lines";

export function coversMonth({ isWhole, month, from, to }: MonthPart, span: DaySpan): boolean {
  const isFromStart = isWhole || from.endsWith("-01") || from === span.from;
  return isWhole || (isFromStart && (to === span.to || to >= lastDay(month)));
}
