/**
 * Reads the period of a report as people type it: `2024-03`, `2567-03`, `๒๕๖๗-๐๓`, days likewise. Years above 2400 are Buddhist.
 * What cannot be read is refused with a sentence, never guessed.
 */
import { AppError } from "@/lib/errors/app-error";
import { formatDate, type IsoDate, parseIsoDate } from "./date";
import { addMonths, firstDay, formatMonth, lastDay, type Month, monthOf, parseMonth } from "./month";
import type { DaySpan, ReportPeriod } from "./report-period";
import { toArabicDigits } from "./thai-digits";

export interface PeriodInput {
  readonly month?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly date?: string | undefined;
}

/** `month-or-date` for reports that show a state, `range` for books and ledgers. */
export type PeriodChoice = "month-or-date" | "range";

/** `YYYY-MM` of the Common or the Buddhist era, Arabic or Thai digits; undefined if it is no month. */
export function readMonth(text: string): Month | undefined {
  return parseMonth(toCommonEra(text));
}

/** `YYYY-MM-DD` of the Common or the Buddhist era, Arabic or Thai digits; undefined if there is no such day. */
export function readDate(text: string): IsoDate | undefined {
  return parseIsoDate(toCommonEra(text));
}

function toCommonEra(text: string): string {
  const arabic = toArabicDigits(text.trim());
  const year = Number(arabic.slice(0, 4));
  return year > 2400 ? `${year - 543}${arabic.slice(4)}` : arabic;
}

/** The newest whole month of the archive; its first month where none is whole. */
export function lastFullMonth(span: DaySpan): Month {
  const last = monthOf(span.to);
  const full = span.to === lastDay(last) ? last : addMonths(last, -1);
  return firstDay(full) >= span.from ? full : monthOf(span.from);
}

/**
 * The period that was asked for, cut to the days of the archive. Nothing asked: the last full month.
 * Throws an AppError("input/invalid") for what cannot be read, for ends before its start, and for a period outside the archive.
 */
export function parsePeriod(input: PeriodInput, choice: PeriodChoice, span: DaySpan): ReportPeriod {
  const given = {
    month: input.month || undefined,
    from: input.from || undefined,
    to: input.to || undefined,
    date: input.date || undefined,
  };
  const ways = [given.month, given.from ?? given.to, given.date].filter((way) => way !== undefined);
  if (ways.length > 1) throw new AppError("input/invalid", "โปรดเลือกงวดเพียงแบบเดียว: เดือน หรือช่วงวันที่ หรือ ณ วันที่");
  if (given.date !== undefined) {
    if (choice === "range") throw new AppError("input/invalid", "รายงานนี้ใช้เดือนหรือช่วงวันที่ ไม่ใช้ ณ วันที่");
    const to = dateInside(given.date, span);
    return { kind: "date", from: later(firstDay(monthOf(to)), span.from), to };
  }
  if (given.from !== undefined || given.to !== undefined) {
    if (choice === "month-or-date") throw new AppError("input/invalid", "รายงานนี้ใช้เดือนหรือ ณ วันที่ ไม่ใช้ช่วงวันที่");
    return range(given.from, given.to, span);
  }
  const month = given.month === undefined ? lastFullMonth(span) : readMonth(given.month);
  if (!month) throw new AppError("input/invalid", `อ่านเดือน «${given.month}» ไม่ได้ — โปรดพิมพ์ปีและเดือน เช่น 2567-03`);
  if (month < monthOf(span.from) || month > monthOf(span.to)) throw outside(formatMonth(month), span);
  return { kind: "month", from: firstDay(month), to: lastDay(month) };
}

function range(fromText: string | undefined, toText: string | undefined, span: DaySpan): ReportPeriod {
  const from = fromText === undefined ? span.from : date(fromText);
  const to = toText === undefined ? span.to : date(toText);
  if (from > to) throw new AppError("input/invalid", "วันเริ่มต้นอยู่หลังวันสิ้นสุด — โปรดสลับวันที่");
  if (to < span.from || from > span.to) throw outside(`${formatDate(from)} – ${formatDate(to)}`, span);
  return { kind: "range", from: later(from, span.from), to: to < span.to ? to : span.to };
}

function dateInside(text: string, span: DaySpan): IsoDate {
  const day = date(text);
  if (day < span.from || day > span.to) throw outside(formatDate(day), span);
  return day;
}

function date(text: string): IsoDate {
  const day = readDate(text);
  if (!day) throw new AppError("input/invalid", `อ่านวันที่ «${text}» ไม่ได้ — โปรดพิมพ์ปี เดือน วัน เช่น 2567-03-15`);
  return day;
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

function outside(asked: string, span: DaySpan): AppError {
  return new AppError(
    "input/invalid",
    `${asked} อยู่นอกช่วงของข้อมูล — ชุดข้อมูลนี้มีตั้งแต่ ${formatDate(span.from)} ถึง ${formatDate(span.to)}`,
  );
}
