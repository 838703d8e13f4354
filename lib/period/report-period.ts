/** The period of a report: a month, a stretch of days, or the state at a day inside a month. Resolved days are always inside the archive's own period. */
import { formatDateLong, type IsoDate } from "./date";
import { formatMonth, type Month, monthOf, monthsBetween } from "./month";

export interface ReportPeriod {
  /**
   * `month` and `range` cover `from`–`to`; `date` and `as-of-month` are the state at the end of day `to`, `from` being the first day of
   * its month; the `to` of `as-of-month` is the month's last day that the archive covers.
   */
  readonly kind: "month" | "range" | "date" | "as-of-month";
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days that an archive covers, both inclusive. */
export interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function monthsOfPeriod(period: ReportPeriod): Month[] {
  return monthsBetween(period.from, period.to);
}

/** «ประจำเดือน มีนาคม 2567», «ณ วันที่ 15 มีนาคม 2567», «ตั้งแต่วันที่ … ถึงวันที่ …», as the heads of printed forms have it. */
export function formatPeriod(period: ReportPeriod): string {
  if (period.kind === "month") return `ประจำเดือน ${formatMonth(monthOf(period.from))}`;
  if (period.kind === "date" || period.kind === "as-of-month") return `ณ วันที่ ${formatDateLong(period.to)}`;
  return `ตั้งแต่วันที่ ${formatDateLong(period.from)} ถึงวันที่ ${formatDateLong(period.to)}`;
}
