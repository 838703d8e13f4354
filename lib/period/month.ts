/** Months as `2024-05`, Common Era: the time axis of partitions and reports. */
import { buddhistYear, daysInMonth, type IsoDate, THAI_MONTHS, THAI_MONTHS_SHORT } from "./date";

/** `YYYY-MM`, Common Era. */
export type Month = string & { readonly __month: "iso" };

/** Reads `YYYY-MM`; undefined if it is no month. */
export function parseMonth(text: string): Month | undefined {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;
}

export function monthOf(date: IsoDate): Month {
  return date.slice(0, 7) as Month;
}

/** The month as the database keeps it: 202405. */
export function monthToNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7));
}

export function monthFromNumber(number: number): Month {
  return `${Math.floor(number / 100)}-${String(number % 100).padStart(2, "0")}` as Month;
}

export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}` as Month;
}

/** All months from the first date's to the last date's, both inclusive. */
export function monthsBetween(from: IsoDate, to: IsoDate): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month);
  return months;
}

export function firstDay(month: Month): IsoDate {
  return `${month}-01` as IsoDate;
}

export function lastDay(month: Month): IsoDate {
  return `${month}-${String(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))).padStart(2, "0")}` as IsoDate;
}

/** `พฤษภาคม 2567` */
export function formatMonth(month: Month): string {
  return `${THAI_MONTHS[Number(month.slice(5, 7)) - 1]} ${buddhistYear(Number(month.slice(0, 4)))}`;
}

/** `พ.ค. 67` */
export function formatMonthShort(month: Month): string {
  return `${THAI_MONTHS_SHORT[Number(month.slice(5, 7)) - 1]} ${String(buddhistYear(Number(month.slice(0, 4)))).slice(2)}`;
}

const FISCAL_YEAR_BEGINS = 10;

/** Of the fiscal year (October to September) that holds the month, by its Buddhist number: that of the year in which it ends. */
export function fiscalYearOf(month: Month): number {
  const [year = 0, ofYear = 0] = month.split("-").map(Number);
  return buddhistYear(ofYear >= FISCAL_YEAR_BEGINS ? year + 1 : year);
}
