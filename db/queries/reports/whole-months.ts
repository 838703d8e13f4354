/** Which months of a period are asked for from their first to their last day in the archive: only these can be held against monthly registers. */
import { firstDay, lastDay, type Month, monthToNumber } from "@/lib/period/month";
import { type DaySpan, monthsOfPeriod, type ReportPeriod } from "@/lib/period/report-period";

/** Empty where any month of the period is asked for in part. */
export function wholeMonths(period: ReportPeriod, span: DaySpan): readonly Month[] {
  const months = monthsOfPeriod(period);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const startsLate = period.from > firstDay(first) && period.from > span.from;
  const endsEarly = period.to < lastDay(last) && period.to < span.to;
  return startsLate || endsEarly ? [] : months;
}

/** `between` bounds for a month column, as the database keeps it. */
export function monthBounds(months: readonly Month[]): readonly [from: number, to: number] {
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? [1, 0] : [monthToNumber(first), monthToNumber(last)];
}
