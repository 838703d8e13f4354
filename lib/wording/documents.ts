/** Words of receipts, remittances, requisitions and cheques in their reports, and of what they must tie to. */
import { type Amount, negate, sayBaht, subtractAmount } from "@/lib/money/amount";
import { buddhistYear, formatDate, formatDateLong, type IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { sayCount } from "./finding-phrases";
import { sayMonth } from "./reports";

const CHANNELS: Readonly<Record<string, string>> = { cash: "เงินสด", transfer: "เงินโอน", cheque: "เช็ค" };

/** «เงินสด», «เงินโอน», «เช็ค»; an unknown way stays as it is. */
export function channelName(channel: string): string {
  return CHANNELS[channel] ?? channel;
}

export const NOT_IN_CLASSIFICATION = "(ไม่มีในรหัสประเภท)";
export const ALL_UNITS = "ทุกหน่วยงาน";

/** A cancelled document stays in its place and counts for nothing. */
export function cancelledNote(amount: Amount): string {
  return `ยกเลิก (${sayBaht(amount)} ไม่นับรวม)`;
}

export function documentCount(all: number, cancelled: number): string {
  return cancelled === 0 ? `${sayCount(all)} ฉบับ` : `${sayCount(all)} ฉบับ ในจำนวนนี้ยกเลิก ${sayCount(cancelled)} ฉบับ`;
}

export function countAndAmount(count: number, amount: Amount): string {
  return count === 0 ? "ไม่มี" : `${sayCount(count)} ฉบับ เป็นเงิน ${sayBaht(amount)}`;
}

/** Two figures that must be one, both told, with the difference where they are not. */
export function proveSame(what: string, amount: Amount, other: string, tied: Amount): { text: string; holds: boolean } {
  if (amount === tied) return { text: `${what} ${sayBaht(amount)} เท่ากับ${other}`, holds: true };
  const difference = subtractAmount(amount, tied);
  return {
    text: `${what} ${sayBaht(amount)} ไม่เท่ากับ${other} ${sayBaht(tied)} ต่างกัน ${sayBaht(difference < 0n ? negate(difference) : difference)}`,
    holds: false,
  };
}

/** The other side of a tie cannot be read at all. */
export function proveNothing(what: string, other: string): { text: string; holds: boolean } {
  return { text: `${what}: ไม่พบ${other}ในข้อมูลที่อ่านได้ จึงพิสูจน์ยอดไม่ได้`, holds: false };
}

export function receiptCount(count: number): string {
  return `${sayCount(count)} ฉบับ`;
}

/** «รวมจำนวนเงินตามใบนำส่ง n ฉบับ», as form 54-30-17 has it. */
export function summaryTotal(remittances: number): string {
  return `รวมจำนวนเงินตามใบนำส่ง ${sayCount(remittances)} ฉบับ`;
}

export function remittanceRange(count: number, first: string | null, last: string | null): string {
  if (first === null || last === null) return "ไม่มี";
  return first === last ? first : `${sayCount(count)} ฉบับ (${first} – ${last})`;
}

/** Label of a sum inside the table. */
export function sumOf(title: string): string {
  return `รวม ${title}`;
}

export const TAX_ACCOUNT_UNKNOWN = "ไม่พบบัญชีภาษีหัก ณ ที่จ่ายในใบผ่านรายการของฎีกา";

export function overdueNote(days: number): string {
  return `เกินกำหนด ${sayCount(days)} วัน`;
}

export const REPAID = "ส่งใช้ครบแล้ว";

export const ALL_KINDS = "รวมทุกประเภท";

export function unknownToDate(month: Month, codes: readonly string[]): string {
  return `ไม่ทราบยอดรับแต่ต้นปีก่อนงวดของรหัสรายรับ ${codes.join(", ")} เพราะทะเบียนเงินรายรับ ${sayMonth(month)} อ่านได้ไม่ครบ จึงไม่แสดงยอดรวมแต่ต้นปีของรหัสเหล่านี้`;
}

export const CANCELLED_REQUISITION = "ยกเลิกแล้ว จำนวนเงินในฎีกานี้ไม่นับรวมในรายงานใด";

export const ENCUMBERED_MEANWHILE = "คำนวณจากยอดสิ้นเดือน ระหว่างเดือนมีการก่อหนี้ผูกพันโดยไม่ทราบวันที่ ยอดจริงในวันเบิกอาจต่างไป";

export const UNREAD_MEANWHILE = "คำนวณจากยอดสิ้นเดือน แต่ฎีกาหรือการโอนงบประมาณของเดือนนี้อ่านได้ไม่ครบ ยอดจริงในวันเบิกอาจต่างไป";

/** «ประจำปีงบประมาณ 2567» of the day: the year begins on 1 October. */
export function sayFiscalYear(day: IsoDate): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return `ประจำปีงบประมาณ ${buddhistYear(month >= 10 ? year + 1 : year)}`;
}

interface ChequeWords {
  readonly bank: string | null;
  readonly bank_account_no: string;
  readonly cheque_no: string;
  readonly cheque_date: string;
}

/** Lines of the printed requisition (DOMAIN.md §3.2). */
export const REQUISITION_WORDS = {
  goods: "มูลค่าสินค้าหรือบริการ",
  vat: "บวก ภาษีมูลค่าเพิ่ม",
  gross: "จำนวนเงินที่ขอเบิก",
  tax: "หัก ภาษีหัก ณ ที่จ่าย",
  deductions: "หัก รายการหักอื่น",
  net: "จำนวนเงินที่จ่ายสุทธิ",
  booked: (entry: string) => `ใบผ่านรายการ ${entry}`,
  source: (budgetCode: string, project: string | null) =>
    `แหล่งเงินที่ขอเบิก — รหัสงบประมาณ ${budgetCode}${project ? ` ${project}` : ""}`,
  before: "คงเหลือยกมา",
  after: "คงเหลือยกไป",
  noBudget: "ไม่พบงบประมาณรายการนี้ในข้อมูลที่อ่านได้ จึงไม่ทราบยอดคงเหลือ",
  payment: "การจ่ายเงิน",
  cheque: ({ bank, bank_account_no, cheque_no, cheque_date }: ChequeWords) =>
    `${bank ?? "ธนาคาร"} บัญชีเลขที่ ${bank_account_no} เลขที่เช็ค ${cheque_no} ลงวันที่ ${formatDate(cheque_date as IsoDate)}`,
  payee: (payee: string) => `จ่ายให้ ${payee}`,
  noCheque: "ไม่พบเช็ค/ใบถอนของฎีกานี้ในข้อมูลที่อ่านได้",
  foot: "การจ่ายเงินเป็นไปตามรายงานการจัดทำเช็ค/ใบถอน",
  report: (number: string, day: IsoDate) => `เลขที่ ${number} ลงวันที่ ${formatDateLong(day)}`,
} as const;
