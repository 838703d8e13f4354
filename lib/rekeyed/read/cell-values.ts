/** What a cell says, as a day, an amount or a code. What cannot be told for certain is a problem with its reason, never a guess and never zero. */
import { type Amount, satang } from "@/lib/money/amount";
import { daysInMonth, type IsoDate, parseIsoDate, THAI_MONTHS, THAI_MONTHS_SHORT } from "@/lib/period/date";
import { toArabicDigits } from "@/lib/period/thai-digits";
import type { SheetCell } from "./sheet";

/** A value, with what was taken for granted in reading it; or the reason why there is none. */
export type Reading<Value> = { readonly value: Value; readonly assumed?: string } | { readonly problem: string };

const BUDDHIST_OFFSET_YEARS = 543;
/** Years from here on are Buddhist: people type 6/1/2567 where Excel takes 2567 for a year of the Common Era. */
const BUDDHIST_FROM = 2400;
const MS_A_DAY = 86_400_000;

/** Excel's day 60 is 29 February 1900, which never was; days before it are off by one and none of ours. */
const FIRST_SOUND_SERIAL = 61;

export function readDay(cell: SheetCell, isFrom1904 = false): Reading<IsoDate> {
  if (cell.kind === "none") return { problem: `ไม่มีค่า (${cell.text})` };
  if (cell.kind === "date" || cell.kind === "number") return dayOfSerial(cell.text, isFrom1904, cell.kind === "date");
  const text = toArabicDigits(cell.text)
    .replace(/พ\.?\s?ศ\.?|วันที่/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), cell.text);
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text);
  if (numeric) return yearOf(numeric[3] ?? "", Number(numeric[2]), Number(numeric[1]), cell.text);
  const named = /^(\d{1,2}) ?([\u0e00-\u0e7f.]+) ?(\d{4}|\d{2})$/.exec(text);
  const month = named && MONTHS.get((named[2] ?? "").replaceAll(".", ""));
  if (named && month) return yearOf(named[3] ?? "", month, Number(named[1]), cell.text);
  return { problem: `อ่านวันที่ไม่ได้ «${cell.text}»` };
}

const MONTHS: ReadonlyMap<string, number> = new Map([
  ...THAI_MONTHS.map((name, at) => [name, at + 1] as const),
  ...THAI_MONTHS_SHORT.map((name, at) => [name.replaceAll(".", ""), at + 1] as const),
]);

function yearOf(year: string, month: number, dayOfMonth: number, shown: string): Reading<IsoDate> {
  if (year.length === 4) return day(Number(year), month, dayOfMonth, shown);
  const read = day(2500 + Number(year), month, dayOfMonth, shown);
  return "problem" in read ? read : { ...read, assumed: `ปี ${year} อ่านเป็น พ.ศ. 25${year}` };
}

function day(year: number, month: number, dayOfMonth: number, shown: string): Reading<IsoDate> {
  const common = year >= BUDDHIST_FROM ? year - BUDDHIST_OFFSET_YEARS : year;
  const text = `${common}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
  const value = parseIsoDate(text);
  if (value) return { value };
  // 29 February typed into Excel as of 2567 CE is no day there; as a Buddhist year it may be one
  const isDay = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(common, month);
  return { problem: isDay ? `ปีของวันที่ «${shown}» อยู่นอกช่วงที่รับ` : `ไม่มีวันที่ «${shown}» ในปฏิทิน` };
}

/** A plain number is a day only where the column is one of days: it is taken, and said. */
function dayOfSerial(text: string, isFrom1904: boolean, isShownAsDay: boolean): Reading<IsoDate> {
  const serial = Math.floor(Number(text));
  if (!/^\d{1,7}(\.\d+)?$/.test(text) || serial < FIRST_SOUND_SERIAL) return { problem: `อ่านวันที่ไม่ได้ «${text}»` };
  const [year, month, dayOfMonth] = new Date(
    isFrom1904 ? Date.UTC(1904, 0, 1) + serial * MS_A_DAY : Date.UTC(1899, 11, 30) + serial * MS_A_DAY,
  )
    .toISOString()
    .slice(0, 10)
    .split("-")
    .map(Number);
  const read = day(year ?? 0, month ?? 0, dayOfMonth ?? 0, `${dayOfMonth}/${month}/${year}`);
  if ("problem" in read || isShownAsDay) return read;
  return { ...read, assumed: `ตัวเลข ${text} อ่านเป็นวันที่` };
}

/** The largest share of a satang by which Excel's own rounding is off: beyond it the digits were meant. */
const ROUNDING = 0.01;

/** Satang. `1,234.50`, `๑,๒๓๔.๕๐`, `(1,234.50)`, `-` for zero, with or without «บาท»; a third decimal is a problem. */
export function readAmount(cell: SheetCell): Reading<Amount> {
  if (cell.kind === "none") return { problem: `ไม่มีค่า (${cell.text})` };
  if (cell.kind === "date") return { problem: "เป็นวันที่ ไม่ใช่จำนวนเงิน" };
  if (cell.kind === "number") return amountOfNumber(cell.text);
  const text = toArabicDigits(cell.text).replace(/บาท|฿|\s/g, "");
  if (/^[-–—]$/.test(text)) return { value: satang(0n) };
  const match = /^(\()?(-)?(\d{1,3}(?:,\d{3})+|\d{1,16})(?:\.(\d{1,2}))?(\))?$/.exec(text);
  if (!match || (match[1] === undefined) !== (match[5] === undefined))
    return { problem: `อ่านจำนวนเงินไม่ได้ «${cell.text}»` };
  const value = BigInt(`${(match[3] ?? "").replaceAll(",", "")}${(match[4] ?? "").padEnd(2, "0")}`);
  return { value: satang(match[1] || match[2] ? -value : value) };
}

/** Excel keeps 1234.56 as 1234.5599999999999: what is off by less than a hundredth of a satang is its rounding. */
function amountOfNumber(text: string): Reading<Amount> {
  const match = /^(-)?(\d+)(?:\.(\d+))?(?:E([+-]?\d{1,3}))?$/i.exec(text);
  if (!match) return { problem: `อ่านจำนวนเงินไม่ได้ «${text}»` };
  const fraction = match[3] ?? "";
  const shift = Number(match[4] ?? 0) + 2;
  if (Math.abs(shift) > 40) return { problem: `อ่านจำนวนเงินไม่ได้ «${text}»` };
  // digits before and after the place of the satang
  const digits = `${match[2]}${fraction}`.padEnd((match[2] ?? "").length + Math.max(shift, 0), "0");
  const point = (match[2] ?? "").length + shift;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits;
  const at = Math.max(point, 1);
  const whole = BigInt(padded.slice(0, at) || "0");
  const rest = Number(`0.${padded.slice(at) || "0"}`);
  if (rest > ROUNDING && rest < 1 - ROUNDING) return { problem: `จำนวนเงิน «${text}» มีเศษเกินสองตำแหน่ง` };
  const value = rest >= 1 - ROUNDING ? whole + 1n : whole;
  return { value: satang(match[1] ? -value : value) };
}

/** Codes and document numbers: text, or a whole number as Excel makes of it; leading zeros that Excel took are not put back here. */
export function readCode(cell: SheetCell): Reading<string> {
  if (cell.kind === "none") return { problem: `ไม่มีค่า (${cell.text})` };
  if (cell.kind === "date") return { problem: "Excel แปลงเลขที่นี้เป็นวันที่ไปแล้ว โปรดพิมพ์ใหม่เป็นข้อความ" };
  if (cell.kind === "number") {
    if (/^\d{1,15}(\.\d{1,3})?$/.test(cell.text)) return { value: cell.text };
    return { problem: `Excel ปัดเลขที่นี้ไปแล้ว «${cell.text}» โปรดพิมพ์ใหม่เป็นข้อความ` };
  }
  return { value: toArabicDigits(cell.text).trim() };
}

export function readText(cell: SheetCell): Reading<string> {
  return cell.kind === "none" ? { problem: `ไม่มีค่า (${cell.text})` } : { value: cell.text.trim() };
}
