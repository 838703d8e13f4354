/** Sentences that reports are made of: labels of parameters and totals, markers where something is missing, lines of proof. */
import type { Finding } from "@/lib/finding/finding";
import { type Amount, negate, sayBaht } from "@/lib/money/amount";
import type { Module } from "@/lib/office/office";
import { buddhistYear, THAI_MONTHS_SHORT } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { sayCount, sayMissingAmount, sentence } from "./finding-phrases";
import { moduleName, tableName } from "./names";

export const PARAMETER_LABELS = {
  month: "เดือน",
  from: "ตั้งแต่วันที่",
  to: "ถึงวันที่",
  date: "ณ วันที่",
  account: "รหัสบัญชี",
  entry: "เลขที่เอกสาร",
  groups: "หัวข้อกลุ่มบัญชี",
  q: "ค้นหา",
  unit: "หน่วยงาน",
  bank: "บัญชีเงินฝากธนาคาร",
  receipt: "เลขที่ใบเสร็จรับเงิน",
  remittance: "เลขที่ใบนำส่งเงิน",
  requisition: "เลขที่คลังรับ",
  contract: "เลขที่สัญญายืมเงิน",
  plan: "แผนงาน",
  code: "รหัส",
  with: "ชุดข้อมูลที่จะเทียบ",
  part: "ส่วนของข้อมูล",
  district: "อำเภอ",
  type: "ประเภท อปท.",
  module: "ระบบ",
  state: "สภาพข้อมูล",
  damaged: "เดือนที่เสียหาย",
  order: "เรียงตาม",
  sort: "เรียงตาม",
  upload: "ลำดับแฟ้ม",
} as const;

/** Orders of a list of LAOs, by the value in the address. */
export const SORT_NAMES: Readonly<Record<string, string>> = {
  baht: "ผลต่างมากก่อน",
  parts: "ส่วนที่ต่างมากก่อน",
  undecidable: "ส่วนที่ตัดสินไม่ได้มากก่อน",
  name: "ชื่อ",
};

const GROUP_NAMES: Record<Module | "oversight", string> = {
  accounting: "การเงินและบัญชี",
  revenue: "รายรับ",
  expenditure: "รายจ่าย",
  budget: "งบประมาณ",
  assets: "สินทรัพย์",
  oversight: "กำกับดูแล",
};

/** Heading of a group in the report list. */
export function reportGroupName(group: Module | "oversight"): string {
  return GROUP_NAMES[group];
}

/** Value of a choice that leaves nothing out. */
export const SHOWS_ALL = "all";
/** Values of choices that are no code of the archive. */
export const CHOSEN_WORDS: Readonly<Record<string, string>> = { own: "เฉพาะของ อปท. เอง" };
/** What can be chosen besides the units themselves. */
export const UNIT_CHOICES = [{ value: "own", name: "เฉพาะของ อปท. เอง" }] as const;
export const ALL_CHOICE = "— ทั้งหมด —";

/** Before the sentences of what a form has and the archive does not hold. */
export const ABSENCES_TITLE = "ข้อมูลของแบบนี้ไม่มีในชุดข้อมูล";
/** Label of the amount written out. */
export const IN_WORDS_LABEL = "ตัวอักษร";

export const NOTE = "หมายเหตุ";
/** Of a ledger or trial balance of one unit. */
export const NO_BALANCES_OF_UNITS = "ข้อมูลในคลังไม่แยกยอดยกมาและยอดคงเหลือตามหน่วยงาน จึงแสดงเฉพาะรายการที่ระบุหน่วยงานนี้";
export const OPENING = "ยอดยกมา";
export const TOTAL = "รวม";
export const TOTAL_OF_FOUND = "รวมรายการที่พบ";
export const TOTAL_OF_REPORT = "รวมทั้งรายงาน";
/** Whether the report's totals hold what was not read: not at all, as far as rows say so, in full, or nothing of theirs was in it. */
export type UnreadAmounts = "left out" | "partly proved" | "proved" | "nothing missing";

export const NOT_IN_CHART = "(ไม่มีในผังบัญชี)";
export const NOT_CLASSIFIED = "(ไม่มีในรหัสจำแนกงบประมาณ)";

export const BOOK_NAMES: Readonly<Record<string, string>> = {
  RV: "สมุดเงินสดรับ",
  PV: "สมุดเงินสดจ่าย",
  JV: "สมุดรายวันทั่วไป",
};

/** `มี.ค. 2567` */
export function sayMonth(month: Month): string {
  return `${THAI_MONTHS_SHORT[Number(month.slice(5, 7)) - 1]} ${buddhistYear(Number(month.slice(0, 4)))}`;
}

/** The module is named where a report rests on several. */
export function lostMonth(month: Month, module: Module | null): string {
  return `${module === null ? "" : `ข้อมูล${moduleName(module)} `}${sayMonth(month)} อ่านไม่ได้ทั้งเดือน`;
}

const AMOUNTS_OF_UNREAD: Readonly<Record<UnreadAmounts, string>> = {
  "left out": "ไม่รวมอยู่ในยอดที่อ่านได้",
  "partly proved": "ไม่รวมอยู่ในยอดที่อ่านได้ เว้นแต่ส่วนที่แสดงเป็นแถวคำนวณขึ้น",
  proved: "จำนวนเงินที่ขาดรวมอยู่ในยอดแล้วด้วยแถวที่คำนวณขึ้น",
  "nothing missing": "พิสูจน์แล้วว่าไม่มีจำนวนเงินขาดไปจากยอด",
};

/**
 * What became of the amounts of records and documents that were not read; the one source of these words, on screen and in every file.
 * @param isKnown other tables say how much it is
 */
export function amountsOfUnread(amounts: UnreadAmounts, isKnown = false): string {
  const isLeftOut = amounts === "left out" || amounts === "partly proved";
  return `${isLeftOut && !isKnown ? "ไม่ทราบยอด จึง" : ""}${AMOUNTS_OF_UNREAD[amounts]}`;
}

/** Unreadable records that stood one after the other in a file. */
export function unreadableRows(
  table: string,
  month: Month,
  { from, to }: { readonly from: number; readonly to: number },
  amounts: UnreadAmounts,
): string {
  const rows = from === to ? `แถวที่ ${sayCount(from)}` : `แถวที่ ${sayCount(from)}–${sayCount(to)}`;
  return `${tableName(table)} ${sayMonth(month)} ${rows} อ่านไม่ได้ (${sayCount(to - from + 1)} แถว) ${amountsOfUnread(amounts)}`;
}

/** Too many places to mark each. */
export function scatteredRows(table: string, month: Month, count: number, amounts: UnreadAmounts): string {
  return `${tableName(table)} ${sayMonth(month)} มีแถวที่อ่านไม่ได้ ${sayCount(count)} แถว กระจายอยู่ทั้งเดือน ${amountsOfUnread(amounts)}`;
}

/** Too many documents to name, of which other tables tell. */
export function manyMissingDocuments(table: string, month: Month, count: number): string {
  return `${tableName(table)} ${sayMonth(month)} มีเอกสารที่ขาดตามระบบอื่น ${sayCount(count)} รายการ`;
}

/** Documents of a number range that are not there. */
export function missingDocuments(finding: Finding): string {
  const from = finding.docFrom ?? finding.docTo ?? "";
  const to = finding.docTo ?? from;
  const which = from === to ? `เลขที่ ${from}` : `เลขที่ ${from} ถึง ${to}`;
  const count = finding.count === null ? "" : `${sayCount(finding.count)} ฉบับ`;
  return sentence(`เอกสาร${which} ขาดหาย`, count, sayMissingAmount(finding));
}

export function unknownOpening(month: Month): string {
  return `ไม่ทราบยอดยกมาของบัญชีนี้ เพราะงบทดลอง ${sayMonth(month)} อ่านได้ไม่ครบ จึงไม่แสดงยอดคงเหลือ`;
}

/** Last sentence of a damage note whose findings concern other tables or documents of the same month. */
export const RESTS_ELSEWHERE = "ไม่พบว่าความเสียหายนี้กระทบตัวเลขในรายงานนี้โดยตรง";

/** The same where only tables are damaged that the report's figures would have been checked against. */
export function leavesUnchecked(tables: readonly string[], month: Month): string {
  const names = tables.map(tableName).join("และ");
  return `ตัวเลขในรายงานนี้อ่านจากทะเบียนอื่นได้ครบ จึงไม่ขาด แต่ตรวจกับ${names} ${sayMonth(month)} ไม่ได้`;
}

export function usableRows(loaded: number, read: number): string {
  return `ใช้ได้ ${sayCount(loaded)} จาก ${sayCount(read)} แถว แถวที่เหลือเก็บแยกไว้`;
}

export function moreFindings(count: number): string {
  return `และอีก ${sayCount(count)} จุด`;
}

/** «เดบิตเท่ากับเครดิต» or by how much it fails. */
export function proveEqual(what: string, debit: Amount, credit: Amount): { text: string; holds: boolean } {
  const difference = (debit - credit) as Amount;
  if (difference === 0n) return { text: `${what}: เดบิตเท่ากับเครดิต`, holds: true };
  const side = difference > 0n ? "เดบิตมากกว่าเครดิต" : "เครดิตมากกว่าเดบิต";
  return { text: `${what}: ${side} ${sayBaht(difference > 0n ? difference : negate(difference))}`, holds: false };
}

/** A figure and the same figure of another place: that they tie, or both and the difference. */
export function proveSame(
  one: { readonly what: string; readonly amount: Amount },
  other: { readonly what: string; readonly amount: Amount },
): { text: string; holds: boolean } {
  const difference = (one.amount - other.amount) as Amount;
  if (difference === 0n) return { text: `${one.what} ${sayBaht(one.amount)} ตรงกับ${other.what}`, holds: true };
  return {
    text: `${one.what} ${sayBaht(one.amount)} ไม่ตรงกับ${other.what} ${sayBaht(other.amount)} ต่างกัน ${sayBaht(difference)}`,
    holds: false,
  };
}

/** The running balance at the end against the closing that the old system kept. */
export function proveClosing(month: Month, running: Amount, closing: Amount): { text: string; holds: boolean } {
  if (running === closing) return { text: `ยอดคงเหลือสิ้นงวดตรงกับงบทดลอง ${sayMonth(month)}`, holds: true };
  return {
    text: `ยอดคงเหลือสิ้นงวด ${sayBaht(running)} ไม่ตรงกับงบทดลอง ${sayMonth(month)} ซึ่งเป็น ${sayBaht(closing)}`,
    holds: false,
  };
}

export function documentNotFound(entry: string, damagedMonths: readonly Month[], isMissing: boolean): string {
  const start = `ไม่พบเอกสารเลขที่ ${entry} ในข้อมูลที่อ่านได้`;
  if (isMissing) return `${start} — เลขที่นี้อยู่ในช่วงเอกสารที่ขาดหาย เอกสารจึงน่าจะมีอยู่จริง โปรดดูจากเอกสารต้นฉบับ`;
  if (damagedMonths.length === 0) return `${start} — โปรดตรวจเลขที่อีกครั้ง`;
  return `${start} — ข้อมูลบัญชี ${damagedMonths.map(sayMonth).join(", ")} อ่านได้ไม่ครบ เอกสารนี้จึงอาจมีอยู่จริง`;
}
