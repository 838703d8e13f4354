/** Words of the forms about cash and deposits (DOMAIN.md §3.2), and of what they can and cannot show. */
import { type Amount, sayBaht } from "@/lib/money/amount";
import { formatDate, type IsoDate } from "@/lib/period/date";
import { sayCount } from "./finding-phrases";

export const DAILY_CASH = {
  cash: "เงินสดคงเหลือ",
  cashBefore: "ยอดเงินสดคงเหลือยกมา",
  cashReceived: "เงินสดรับ",
  banked: "เงินนำฝากธนาคาร",
  cashPaid: "เงินสดจ่ายอื่น",
  cashAfter: "ยอดเงินสดคงเหลือยกไป",
  bank: "เงินฝากธนาคาร",
  bankBefore: "ยอดเงินฝากธนาคารคงเหลือยกมา",
  bankPaid: "รายจ่าย",
  bankAfter: "ยอดเงินฝากธนาคารคงเหลือยกไป",
  accounts: "รายละเอียดยอดเงินฝากธนาคาร",
  transferred: "โอนระหว่างบัญชีเงินฝาก (ไม่รวมในเงินนำฝากและรายจ่าย)",
  waiting: (count: number) => `เช็คที่อนุมัติแล้ว ผู้มีสิทธิยังไม่มารับ จำนวน ${sayCount(count)} ฉบับ เป็นเงิน`,
} as const;

/** Of a payment in a month whose cheques were not all read. */
export const CHEQUE_NOT_FOUND = "ไม่พบเช็คในข้อมูลที่กู้คืน";

export const DAILY_POSITION = "รายงานสถานะการเงินประจำวัน";
export const LEDGER_OF_CASH = "บัญชีแยกประเภทเงินสดและเงินฝากธนาคาร";
export const LEDGER_OF_BANKS = "บัญชีแยกประเภทเงินฝากธนาคาร";
export const DEBITS_OF_CASH = "เดบิตของบัญชีเงินสดและเงินฝากในสมุดบัญชี";
export const CREDITS_OF_CASH = "เครดิตของบัญชีเงินสดและเงินฝากในสมุดบัญชี";

export const RECONCILIATION = {
  statement: "ยอดคงเหลือตามใบแจ้งยอดเงินฝากธนาคาร (กรอกจากใบแจ้งยอด)",
  inTransit: "บวก เงินฝากระหว่างทาง (กรอกจากใบแจ้งยอด)",
  waiting: (count: number) => `หัก เช็คที่ผู้รับเงินยังไม่มารับ จำนวน ${sayCount(count)} ฉบับ`,
  book: "ยอดคงเหลือตามบัญชี",
  allBooks: "รวมยอดคงเหลือตามบัญชี",
  allWaiting: "รวมเช็คที่ผู้รับเงินยังไม่มารับ",
  elsewhere: "เช็คของบัญชีที่ไม่มีในทะเบียนบัญชีเงินฝาก",
} as const;

export const CASH_FLOW = {
  allReceived: "รวมรายรับ",
  allPaid: "รวมรายจ่าย",
  openingAndReceived: "รวมยอดเงินคงเหลือ + เงินรายรับ",
  surplus: "รายรับ สูงกว่า (ต่ำกว่า) รายจ่าย",
  closing: "ยอดยกไป",
  reckoned: "ยอดยกมาบวกรายรับหักรายจ่าย",
  revenueBooked: "รายรับตามงบประมาณที่ลงบัญชีเดือนนี้",
  register: "ทะเบียนเงินรายรับ",
  registerAdjusted: (broughtIn: Amount, leftOut: Amount) =>
    `ทะเบียนเงินรายรับที่ปรับใบเสร็จข้ามเดือนแล้ว (บวกที่นำส่งเดือนนี้ ${sayBaht(broughtIn)} หักที่นำส่งเดือนหลัง ${sayBaht(leftOut)})`,
  paymentsBooked: "รายจ่ายตามงบประมาณที่ลงบัญชีเดือนนี้",
  requisitions: (count: number) => `ฎีกาที่จ่ายเดือนนี้ ${sayCount(count)} ฉบับ`,
} as const;

/** Why the figures to date of a month stay blank below the budget groups. */
export function noFiguresToDate(from: IsoDate): string {
  return `รายการนอกงบประมาณ ยอดยกมาต้นปี และยอดรวม ในช่องจนถึงปัจจุบัน เว้นว่างไว้ เพราะชุดข้อมูลไม่มีสมุดบัญชีก่อนวันที่ ${formatDate(from)} รายรับและรายจ่ายตามงบประมาณจนถึงปัจจุบันมาจากทะเบียนเงินรายรับและทะเบียนงบประมาณรายจ่ายซึ่งสะสมตั้งแต่ต้นปีงบประมาณ`;
}

export const FUNDS = {
  deposits: "รวมเงินฝากธนาคาร",
  heading: "รวมประเภทเงินฝาก",
  accumulated: "เงินสะสม",
  revenue: "เงินรายได้",
  offBudget: "เงินนอกงบประมาณ",
  other: "เงินอื่น ๆ",
  rest: "เงินสะสม เงินรายได้ และเงินอื่น ๆ รวมกัน",
} as const;

/** «ธนาคารกรุงไทย ออมทรัพย์ สาขาเมือง เลขที่ 123-4»; what the reference data does not have is left out. */
export function sayBankAccount(account: {
  readonly no: string | null;
  readonly bank: string;
  readonly branch: string;
  readonly kind: string;
}): string {
  return [account.bank, account.kind, account.branch, account.no === null ? "" : `เลขที่ ${account.no}`]
    .filter((part) => part !== "")
    .join(" ");
}

/** Kind and number of a bank account, where the bank stands in a column of its own. */
export function sayBankKind(account: {
  readonly no: string | null;
  readonly kind: string;
  readonly branch: string;
}): string {
  return sayBankAccount({ ...account, bank: "" });
}
