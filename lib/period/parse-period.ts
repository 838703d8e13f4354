/**
 * Reads the period of a report: in words (`period`, see period-language.ts) or part by part as addresses and commands have it: `2024-03`,
 * `2567-03`, `๒๕๖๗-๐๓`, days likewise. Years above 2400 are Buddhist. What cannot be read is refused with a sentence, never guessed.
 */
import { AppError } from "@/lib/errors/app-error";
import { formatDate, type IsoDate, parseIsoDate } from "./date";
import { addMonths, firstDay, formatMonth, lastDay, type Month, monthOf, parseMonth } from "./month";
import { readSaidPeriod, type SaidPeriod } from "./period-language";
import type { DaySpan, ReportPeriod } from "./report-period";
import { toArabicDigits } from "./thai-digits";

export interface PeriodInput {
  /** As people say it. */
  readonly period?: string | undefined;
  readonly month?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly date?: string | undefined;
}

/** What can be typed where a period is asked for. */
export const PERIOD_EXAMPLES = "พิมพ์ได้เช่น มี.ค. 2567 · 2567-03 · ไตรมาส 2 · 6 ม.ค. – 31 มี.ค. · ปีงบ 2567 · 15/3/2567";

/**
 * `month-or-date` a month, or the state at a day inside one; `range` a month or from–to, for books and ledgers; `month` one month;
 * `date` the state at one day; `as-of-month` the state at a month's end.
 */
export type PeriodChoice = "month-or-date" | "range" | "month" | "date" | "as-of-month";

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
    period: input.period?.trim() || undefined,
    month: input.month || undefined,
    from: input.from || undefined,
    to: input.to || undefined,
    date: input.date || undefined,
  };
  const ways = [given.period, given.month, given.from ?? given.to, given.date].filter((way) => way !== undefined);
  if (ways.length > 1) throw new AppError("input/invalid", "โปรดเลือกงวดเพียงแบบเดียว: เดือน หรือช่วงวันที่ หรือ ณ วันที่");
  if (given.period !== undefined) return fromWords(given.period, choice, span);
  if (given.date !== undefined) {
    if (choice !== "month-or-date" && choice !== "date")
      throw new AppError("input/invalid", `${USES[choice]} ไม่ใช้ ณ วันที่`);
    const to = dateInside(given.date, span);
    return { kind: "date", from: later(firstDay(monthOf(to)), span.from), to };
  }
  if (given.from !== undefined || given.to !== undefined) {
    if (choice !== "range") throw new AppError("input/invalid", `${USES[choice]} ไม่ใช้ช่วงวันที่`);
    return range(given.from, given.to, span);
  }
  const month = given.month === undefined ? lastFullMonth(span) : monthIn(given.month, span);
  if (month < monthOf(span.from) || month > monthOf(span.to)) throw outside(formatMonth(month), span);
  return wholeMonth(month, choice, span);
}

const USES: Record<PeriodChoice, string> = {
  "month-or-date": "รายงานนี้ใช้เดือนหรือ ณ วันที่",
  range: "รายงานนี้ใช้เดือนหรือช่วงวันที่",
  month: "รายงานนี้ใช้เดือน",
  date: "รายงานนี้ใช้ ณ วันที่",
  "as-of-month": "รายงานนี้ใช้ยอด ณ สิ้นเดือน",
};

/** A month, or for reports that show a state, its last day that the archive covers. */
function wholeMonth(month: Month, choice: PeriodChoice, span: DaySpan): ReportPeriod {
  const [from, to] = [firstDay(month), lastDay(month)];
  if (choice !== "date" && choice !== "as-of-month") return { kind: "month", from, to };
  return { kind: choice, from: later(from, span.from), to: to < span.to ? to : span.to };
}

function fromWords(text: string, choice: PeriodChoice, span: DaySpan): ReportPeriod {
  const said = readSaidPeriod(text, span);
  if (!said) throw new AppError("input/invalid", `อ่านงวด «${text}» ไม่ได้ — ${PERIOD_EXAMPLES}`);
  if (said.from > said.to) throw new AppError("input/invalid", "วันเริ่มต้นอยู่หลังวันสิ้นสุด — โปรดสลับวันที่");
  if (said.to < span.from || said.from > span.to) throw outside(saySaid(said), span);
  if (said.kind === "month") return wholeMonth(monthOf(said.from), choice, span);
  const from = later(said.from, span.from);
  const to = said.to < span.to ? said.to : span.to;
  if (choice === "range") return { kind: "range", from, to };
  if (said.kind === "day" && (choice === "month-or-date" || choice === "date"))
    return { kind: "date", from: later(firstDay(monthOf(to)), span.from), to };
  throw new AppError(
    "input/invalid",
    choice === "month" || choice === "as-of-month"
      ? `รายงานนี้แสดงเป็นรายเดือน ไม่แสดง «${text}» — ลองพิมพ์ ${formatMonth(monthOf(to))}`
      : `รายงานนี้แสดงเดือนเดียวหรือยอด ณ วันใดวันหนึ่ง ไม่แสดง «${text}» — ลองพิมพ์ ${formatMonth(monthOf(to))} หรือ ${formatDate(to)}`,
  );
}

/** `มีนาคม 2567`, `6 ม.ค. 2567 – 31 มี.ค. 2567`. */
function saySaid({ kind, from, to }: SaidPeriod): string {
  if (kind === "month") return formatMonth(monthOf(from));
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

/** The period in words that the period field reads back as the same period. */
export function sayPeriod({ kind, from, to }: ReportPeriod): string {
  if (kind === "date") return formatDate(to);
  return kind === "as-of-month" ? formatMonth(monthOf(to)) : saySaid({ kind, from, to });
}

function monthIn(text: string, span: DaySpan): Month {
  const said = readSaidPeriod(text, span);
  const month = readMonth(text) ?? (said?.kind === "month" ? monthOf(said.from) : undefined);
  if (!month) throw new AppError("input/invalid", `อ่านเดือน «${text}» ไม่ได้ — โปรดพิมพ์ปีและเดือน เช่น 2567-03 หรือ มี.ค. 2567`);
  return month;
}

function range(fromText: string | undefined, toText: string | undefined, span: DaySpan): ReportPeriod {
  const from = fromText === undefined ? span.from : date(fromText, span);
  const to = toText === undefined ? span.to : date(toText, span);
  if (from > to) throw new AppError("input/invalid", "วันเริ่มต้นอยู่หลังวันสิ้นสุด — โปรดสลับวันที่");
  if (to < span.from || from > span.to) throw outside(`${formatDate(from)} – ${formatDate(to)}`, span);
  return { kind: "range", from: later(from, span.from), to: to < span.to ? to : span.to };
}

function dateInside(text: string, span: DaySpan): IsoDate {
  const day = date(text, span);
  if (day < span.from || day > span.to) throw outside(formatDate(day), span);
  return day;
}

function date(text: string, span: DaySpan): IsoDate {
  const said = readSaidPeriod(text, span);
  const day = readDate(text) ?? (said?.kind === "day" ? said.from : undefined);
  if (!day)
    throw new AppError("input/invalid", `อ่านวันที่ «${text}» ไม่ได้ — โปรดพิมพ์ปี เดือน วัน เช่น 2567-03-15 หรือ 15 มี.ค. 2567`);
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
