/** The days on which offices wrote in their books between 6 January and 6 July 2567, and the months those days make. */
import { daysInMonth, type IsoDate, THAI_MONTHS, THAI_MONTHS_SHORT } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";

export const PERIOD_FROM = "2024-01-06" as IsoDate;
export const PERIOD_TO = "2024-07-06" as IsoDate;
export const FISCAL_YEAR = 2567;
/** Two digits of the fiscal year, as document numbers end. */
export const YEAR_MARK = "67";

/** Government holidays of the half-year; none of them is a working day. */
const HOLIDAYS = new Set([
  "2024-02-26",
  "2024-04-08",
  "2024-04-12",
  "2024-04-15",
  "2024-04-16",
  "2024-05-06",
  "2024-05-10",
  "2024-05-22",
  "2024-06-03",
]);

export interface WorkingDay {
  readonly date: IsoDate;
  readonly month: Month;
  /** 0 for January. */
  readonly monthIndex: number;
  /** Working days before this one in its month. */
  readonly place: number;
  readonly isLast: boolean;
}

function workingDates(): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let month = 1; month <= 7; month++) {
    for (let day = 1; day <= daysInMonth(2024, month); day++) {
      const date = `2024-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as IsoDate;
      const weekday = new Date(Date.UTC(2024, month - 1, day)).getUTCDay();
      const inPeriod = date >= PERIOD_FROM && date <= PERIOD_TO;
      if (inPeriod && weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(date)) dates.push(date);
    }
  }
  return dates;
}

/** Working days month by month; both edge days of the period were Saturdays and are not among them. */
export const WORKING_MONTHS: readonly (readonly WorkingDay[])[] = (() => {
  const dates = workingDates();
  const months = [...new Set(dates.map((date) => date.slice(0, 7) as Month))];
  return months.map((month, monthIndex) => {
    const own = dates.filter((date) => date.startsWith(month));
    return own.map((date, place) => ({ date, month, monthIndex, place, isLast: place === own.length - 1 }));
  });
})();

export const MONTHS: readonly Month[] = WORKING_MONTHS.flatMap((days) => days.slice(0, 1).map((day) => day.month));

/** `มกราคม 2567` for month index 0; −1 is December 2566. */
export function monthName(monthIndex: number): string {
  return monthIndex < 0 ? "ธันวาคม 2566" : `${THAI_MONTHS[monthIndex]} 2567`;
}

/** `8 ม.ค. 2567` */
export function shortDate(date: IsoDate): string {
  return `${Number(date.slice(8))} ${THAI_MONTHS_SHORT[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(0, 4)) + 543}`;
}

/** All days that documents may bear, a fiscal year and a little more around the period. */
const DAYS: readonly IsoDate[] = Array.from({ length: 500 }, (_, at) => {
  const day = new Date(Date.UTC(2023, 8, 1 + at));
  return day.toISOString().slice(0, 10) as IsoDate;
});
const DAY_PLACE = new Map(DAYS.map((day, at) => [day, at]));

/** A day some days before or after, as ISO text; within September 2023 and January 2025. */
export function shiftDate(date: IsoDate, days: number): IsoDate {
  const shifted = DAYS[(DAY_PLACE.get(date) ?? -1000) + days];
  if (!shifted) throw new Error(`no day ${days} days from ${date}`);
  return shifted;
}
