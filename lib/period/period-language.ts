/**
 * The language in which people say a period, in one field: `มี.ค. 2567`, `2567-03`, `ไตรมาส 2`, `6 ม.ค. – 31 มี.ค.`, `ปีงบ 2567`, `15/3/2567`,
 * with Arabic or Thai digits. Quarters are those of the fiscal year (October to September). What is not certain is not understood.
 */
import { daysInMonth, type IsoDate, parseIsoDate, THAI_MONTHS, THAI_MONTHS_SHORT } from "./date";
import { firstDay, lastDay, type Month, monthOf } from "./month";
import type { DaySpan } from "./report-period";
import { toArabicDigits } from "./thai-digits";

/** What was said, whether or not there is data for it. `from`–`to` are whole days, both inclusive. */
export interface SaidPeriod extends DaySpan {
  readonly kind: "day" | "month" | "range";
}

/** A day or a month whose year, or month and year, may have been left out. */
interface Point {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

const BUDDHIST_OFFSET_YEARS = 543;
/** Years as four digits: from here on Buddhist, below Common Era. */
const BUDDHIST_FROM = 2400;

/** `มี.ค.` is also typed `มีค`, `มี.ค`, `มีนา`; names are compared without dots and spaces. */
const MONTH_NAMES: ReadonlyMap<string, number> = new Map([
  ...THAI_MONTHS.map((name, index) => [name, index + 1] as const),
  ...THAI_MONTHS.map((name, index) => [name.replace(/(คม|ยน|พันธ์)$/, ""), index + 1] as const),
  ...THAI_MONTHS_SHORT.map((name, index) => [name.replaceAll(".", ""), index + 1] as const),
]);

/**
 * Undefined where the text is no period. A year that was left out is the one that the archive's `span` has; if it has several such, the
 * text is not understood, and if it has none, the period is that of the archive's last year, so that the answer can say what is there.
 */
export function readSaidPeriod(text: string, span: DaySpan): SaidPeriod | undefined {
  const said = tidy(text);
  if (said === "") return undefined;
  return readFiscal(said, span) ?? readPoints(said, span);
}

function tidy(text: string): string {
  return toArabicDigits(text)
    .replace(/[‐-―−~]|ถึง/g, "-")
    .replace(/พ\.?\s?ศ\.?|ประจำ|(?<=^|\s)ณ\s|วันที่|เดือน|งวด|ตั้งแต่/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** `ไตรมาส 2`, `ไตรมาสที่ 2/2567`, `ปีงบ 2567`, `ปีงบประมาณ 67`. */
function readFiscal(said: string, span: DaySpan): SaidPeriod | undefined {
  const match = /^(?:ไตรมาส(?:ที่)?\s?([1-4])\s?\/?\s?)?(?:ปีงบ(?:ประมาณ)?\s?)?(\d{4}|\d{2})?$/.exec(said);
  const quarter = match?.[1] === undefined ? null : Number(match[1]);
  const isFiscalYear = said.includes("ปีงบ");
  if (!match || (quarter === null && !isFiscalYear) || (quarter === null && match[2] === undefined)) return undefined;
  const daysOf = (year: number): SaidPeriod => {
    const startMonth = quarter === null ? 0 : (quarter - 1) * 3;
    const at = (index: number): Month => monthAt(index < 3 ? year - 1 : year, ((index + 9) % 12) + 1);
    return range(firstDay(at(startMonth)), lastDay(at(quarter === null ? 11 : startMonth + 2)));
  };
  if (match[2] !== undefined) return daysOf(commonYear(match[2]));
  return inTheSpan(daysOf, span);
}

function readPoints(said: string, span: DaySpan): SaidPeriod | undefined {
  const alone = readPoint(said);
  if (alone) return resolve(alone, alone, span);
  const parts = said.split("-").map((part) => part.trim());
  // `2567-01 - 2567-03` has dashes inside as well: the middle one parts the two ends.
  const middle = parts.length / 2;
  if (!Number.isInteger(middle)) return undefined;
  const [first, last] = [readPoint(parts.slice(0, middle).join("-")), readPoint(parts.slice(middle).join("-"))];
  return first && last ? resolve(first, last, span) : undefined;
}

function readPoint(text: string): Point | undefined {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (iso) return { year: commonYear(iso[1]), month: Number(iso[2]), day: numberOf(iso[3]) };
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (numeric) return { day: Number(numeric[1]), month: Number(numeric[2]), year: commonYear(numeric[3]) };
  const pair = /^(\d{1,2})\/(\d{4}|\d{1,2})$/.exec(text);
  if (pair) {
    const [left, right] = [Number(pair[1]), Number(pair[2])];
    if (right <= 12) return { day: left, month: right, year: null };
    return { day: null, month: left, year: commonYear(pair[2]) };
  }
  const named = /^(\d{1,2})?\s?([\u0e00-\u0e7f. ]+?)\s?(\d{4}|\d{2})?$/.exec(text);
  const month = MONTH_NAMES.get((named?.[2] ?? "").replace(/[. ]/g, ""));
  if (named && month !== undefined)
    return { day: numberOf(named[1]), month, year: named[3] === undefined ? null : commonYear(named[3]) };
  return /^\d{1,2}$/.test(text) ? { day: Number(text), month: null, year: null } : undefined;
}

/** `1-15 มี.ค. 2567`, `ม.ค. – มี.ค. 2567`, `6 ม.ค. – 31 มี.ค.`: what the first end leaves out is that of the last. */
function resolve(first: Point, last: Point, span: DaySpan): SaidPeriod | undefined {
  if (last.month === null) return undefined;
  const startMonth = first.month ?? last.month;
  const daysOf = (year: number): SaidPeriod | undefined => {
    const end = { ...last, month: last.month ?? 0 };
    const to = end.day === null ? lastOf(year, end.month) : dayAt(year, end.month, end.day);
    // `ต.ค. – มี.ค. 2567` begins in the year before.
    const isYearBefore = startMonth > end.month;
    const startYear = first.year ?? (isYearBefore ? year - 1 : year);
    const from = first.day === null ? firstOf(startYear, startMonth) : dayAt(startYear, startMonth, first.day);
    if (!from || !to) return undefined;
    if (first === last && last.day !== null) return { kind: "day", from, to };
    return range(from, to);
  };
  const year = last.year ?? first.year;
  return year === null ? inTheSpan(daysOf, span) : daysOf(year);
}

/** The one year in which the days lie among those of the archive. */
function inTheSpan(daysOf: (year: number) => SaidPeriod | undefined, span: DaySpan): SaidPeriod | undefined {
  const [firstYear, lastYear] = [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))];
  const inside: SaidPeriod[] = [];
  for (let year = firstYear; year <= lastYear + 1; year++) {
    const days = daysOf(year);
    if (days && days.from <= span.to && days.to >= span.from) inside.push(days);
  }
  if (inside.length > 1) return undefined;
  return inside[0] ?? daysOf(lastYear);
}

function range(from: IsoDate, to: IsoDate): SaidPeriod {
  const isMonth = from === firstDay(monthOf(from)) && to === lastDay(monthOf(from));
  return { kind: isMonth ? "month" : "range", from, to };
}

function commonYear(text: string | undefined): number {
  const year = Number(text);
  // Two digits are how Thai offices write a Buddhist year.
  if (year < 100) return 2500 + year - BUDDHIST_OFFSET_YEARS;
  return year >= BUDDHIST_FROM ? year - BUDDHIST_OFFSET_YEARS : year;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function monthAt(year: number, month: number): Month {
  return `${year}-${String(month).padStart(2, "0")}` as Month;
}

function dayAt(year: number, month: number, day: number): IsoDate | undefined {
  return parseIsoDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

function firstOf(year: number, month: number): IsoDate | undefined {
  return dayAt(year, month, 1);
}

function lastOf(year: number, month: number): IsoDate | undefined {
  return month < 1 || month > 12 ? undefined : dayAt(year, month, daysInMonth(year, month));
}
