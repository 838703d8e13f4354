/** Accounting dates: ISO text, Common Era. `Date` objects never hold one; the Buddhist year appears only when shown. */

/** `YYYY-MM-DD`, Common Era, an existing day. */
export type IsoDate = string & { readonly __date: "iso" };

export const THAI_MONTHS_SHORT = [
  "ม.ค.",
  "ก.พ.",
  "มี.ค.",
  "เม.ย.",
  "พ.ค.",
  "มิ.ย.",
  "ก.ค.",
  "ส.ค.",
  "ก.ย.",
  "ต.ค.",
  "พ.ย.",
  "ธ.ค.",
] as const;

export const THAI_MONTHS = [
  "มกราคม",
  "กุมภาพันธ์",
  "มีนาคม",
  "เมษายน",
  "พฤษภาคม",
  "มิถุนายน",
  "กรกฎาคม",
  "สิงหาคม",
  "กันยายน",
  "ตุลาคม",
  "พฤศจิกายน",
  "ธันวาคม",
] as const;

const BUDDHIST_OFFSET_YEARS = 543;

/** Days of a month; month is 1–12, year CE. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `YYYY-MM-DD` of years 1900–2200 CE; undefined if it is no such day. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return text as IsoDate;
}

function parts(date: IsoDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** The day before; `2024-03-01` → `2024-02-29`. */
export function dayBefore(date: IsoDate): IsoDate {
  const [year, month, day] = parts(date);
  const text = (y: number, m: number, d: number) =>
    `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}` as IsoDate;
  if (day > 1) return text(year, month, day - 1);
  return month > 1 ? text(year, month - 1, daysInMonth(year, month - 1)) : text(year - 1, 12, 31);
}

export function buddhistYear(yearCe: number): number {
  return yearCe + BUDDHIST_OFFSET_YEARS;
}

/** `6 ม.ค. 2567` */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = parts(date);
  return `${day} ${THAI_MONTHS_SHORT[month - 1]} ${buddhistYear(year)}`;
}

/** `6 มกราคม 2567`, as document heads have it. */
export function formatDateLong(date: IsoDate): string {
  const [year, month, day] = parts(date);
  return `${day} ${THAI_MONTHS[month - 1]} ${buddhistYear(year)}`;
}

/** `06/01/2567`, as printed columns have it. */
export function formatDateNumeric(date: IsoDate): string {
  const [year, month, day] = parts(date);
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${buddhistYear(year)}`;
}

/** The day of a moment in Bangkok, which is seven hours ahead all year. */
export function dayOfMoment(moment: Date): IsoDate {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as IsoDate;
}

/** A moment for people: `22/11/2569 09:41 น.`, Bangkok time. */
export function formatMoment(moment: Date): string {
  const text = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", {
    timeZone: "Asia/Bangkok",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment);
  const get = (type: string) => text.find((part) => part.type === type)?.value ?? "";
  return `${get("day")}/${get("month")}/${get("year")} ${get("hour")}:${get("minute")} น.`;
}
