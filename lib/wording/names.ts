/** Thai names of modules, states, tables and columns: the words of accountants, used by screen, PDF, Excel and command line alike. */
import type { FindingCode } from "@/lib/finding/finding";
import type { PartitionState } from "@/lib/finding/partition-state";
import type { Module } from "@/lib/office/office";

const MODULE_NAMES: Record<Module, string> = {
  accounting: "บัญชี",
  revenue: "รายรับ",
  expenditure: "รายจ่าย",
  budget: "งบประมาณ",
  assets: "ทรัพย์สิน",
};

const STATE_NAMES: Record<PartitionState, string> = {
  intact: "ไม่พบร่องรอยความเสียหาย",
  inconsistent: "ยอดไม่ตรง",
  partial: "เสียหายบางส่วน",
  lost: "อ่านไม่ได้",
  empty: "ไม่มีรายการ",
};

const TABLE_NAMES: Readonly<Record<string, string>> = {
  journal: "สมุดรายวัน",
  balances: "งบทดลองประจำเดือน",
  cash: "รายงานสถานะการเงินประจำวัน",
  receipts: "ใบเสร็จรับเงิน",
  revenue_register: "ทะเบียนเงินรายรับ",
  requisitions: "ฎีกาเบิกเงิน",
  cheques: "รายงานการจัดทำเช็ค",
  loans: "ทะเบียนลูกหนี้เงินยืม",
  budget_lines: "ทะเบียนรายจ่ายตามงบประมาณ",
  budget_transfers: "การโอนงบประมาณ",
  assets: "ทะเบียนทรัพย์สิน",
  laos: "ทะเบียนองค์กรปกครองส่วนท้องถิ่น",
  units: "ทะเบียนหน่วยงานภายใต้สังกัด",
  accounts: "ผังบัญชี",
  bank_accounts: "ทะเบียนบัญชีเงินฝากธนาคาร",
  classifications: "รหัสแผนงาน งาน ประเภทรายรับและรายจ่าย",
  series: "เลขที่เอกสารก่อนต้นงวด",
};

const COLUMN_NAMES: Readonly<Record<string, string>> = {
  lao_code: "รหัส อปท.",
  entry_no: "เลขที่ใบผ่านรายการ",
  line_no: "ลำดับรายการ",
  entry_date: "วันที่ลงบัญชี",
  book: "สมุดบัญชี",
  account_code: "รหัสบัญชี",
  debit: "เดบิต",
  credit: "เครดิต",
  description: "คำอธิบายรายการ",
  unit_code: "รหัสหน่วยงานภายใต้สังกัด",
  source_no: "เลขที่เอกสารอ้างอิง",
  opening: "ยอดยกมา",
  closing: "ยอดยกไป",
  day: "วันที่",
  bank_account_no: "เลขที่บัญชีเงินฝาก",
  received: "รับ",
  paid: "จ่าย",
  receipt_no: "เลขที่ใบเสร็จรับเงิน",
  receipt_date: "วันที่ใบเสร็จรับเงิน",
  payer: "ผู้ชำระเงิน",
  revenue_code: "รหัสประเภทรายรับ",
  amount: "จำนวนเงิน",
  channel: "วิธีรับเงิน",
  remittance_no: "เลขที่ใบนำส่งเงิน",
  cancelled: "สถานะยกเลิก",
  estimate: "ประมาณการ",
  received_to_date: "รับจริงแต่ต้นปี",
  treasury_no: "เลขที่คลังรับ",
  requisition_no: "เลขที่ผู้เบิก",
  requisition_date: "วันที่ฎีกา",
  paid_date: "วันที่จ่ายเงิน",
  plan_code: "รหัสแผนงาน",
  work_code: "รหัสงาน",
  expense_code: "รหัสประเภทรายจ่าย",
  budget_code: "รหัสงบประมาณ",
  payee: "ผู้รับเงิน",
  goods_value: "มูลค่าสินค้าหรือบริการ",
  vat: "ภาษีมูลค่าเพิ่ม",
  gross: "จำนวนเงินที่ขอเบิก",
  withholding_tax: "ภาษีหัก ณ ที่จ่าย",
  other_deductions: "รายการหักอื่น",
  net: "จำนวนเงินที่รับสุทธิ",
  cheque_report_no: "เลขที่รายงานการจัดทำเช็ค",
  cheque_no: "เลขที่เช็ค",
  cheque_date: "วันที่เช็ค",
  collected_date: "วันที่รับเช็ค",
  contract_no: "เลขที่สัญญายืมเงิน",
  contract_date: "วันที่สัญญา",
  borrower: "ผู้ยืม",
  purpose: "วัตถุประสงค์",
  repaid: "ส่งใช้แล้ว",
  due_date: "วันครบกำหนด",
  category: "หมวด",
  project: "โครงการ",
  approved: "งบประมาณอนุมัติ",
  transferred_in: "โอนเพิ่ม",
  transferred_out: "โอนลด",
  encumbered: "ก่อหนี้ผูกพัน",
  disbursed: "เบิกจ่ายแล้ว",
  remaining: "คงเหลือ",
  transfer_no: "เลขที่การโอน",
  transfer_date: "วันที่โอน",
  from_budget_code: "โอนจากรหัสงบประมาณ",
  to_budget_code: "โอนไปรหัสงบประมาณ",
  reason: "เหตุผล",
  asset_code: "รหัสทรัพย์สิน",
  kind: "ชนิด",
  name: "ชื่อ",
  acquired_date: "วันที่ได้มา",
  price: "ราคา",
  fund_source: "แหล่งเงิน",
  useful_life_years: "อายุการใช้งาน (ปี)",
  status: "สถานะ",
  type: "ประเภท",
  district: "อำเภอ",
  province_code: "รหัสจังหวัด",
  province: "จังหวัด",
  level: "ระดับ",
  postable: "ลงรายการได้",
  normal_side: "ด้านปกติ",
  bank: "ธนาคาร",
  branch: "สาขา",
  code: "รหัส",
  parent_code: "รหัสแม่",
  series: "ชุดเลขที่",
  last_before: "เลขที่ล่าสุดก่อนต้นงวด",
};

/** Columns whose meaning depends on the table they stand in. */
const COLUMN_NAMES_BY_TABLE: Readonly<Record<string, string>> = {
  "loans.amount": "จำนวนเงินยืม",
  "budget_transfers.amount": "จำนวนเงินที่โอน",
  "assets.category": "ประเภททรัพย์สิน",
  "assets.kind": "ชนิดทรัพย์สิน",
  "assets.name": "ชื่อทรัพย์สิน",
  "units.kind": "ชนิดหน่วยงาน",
  "units.name": "ชื่อหน่วยงาน",
  "accounts.name": "ชื่อบัญชี",
  "bank_accounts.kind": "ประเภทเงินฝาก",
  "revenue_register.received": "รับจริงในเดือน",
};

const FINDING_TITLES: Record<FindingCode, string> = {
  "file/missing": "แฟ้มหายไป",
  "file/checksum": "แฟ้มไม่ตรงกับรหัสตรวจสอบ",
  "file/truncated": "แฟ้มขาดตอนท้าย",
  "file/corrupt": "แฟ้มเสียหาย",
  "file/unlisted": "แฟ้มนอกบัญชีรายการ",
  "row/encoding": "ตัวอักษรอ่านไม่ได้",
  "row/shape": "จำนวนช่องของแถวผิด",
  "row/value": "ค่าในช่องอ่านไม่ได้",
  "row/text": "ข้อความภาษาไทยผิดเพี้ยน",
  "row/duplicate": "รายการซ้ำ",
  "row/foreign": "รายการของที่อื่นปนมา",
  "tie/entry-unbalanced": "เดบิตไม่เท่ากับเครดิต",
  "tie/number-gap": "เลขที่เอกสารขาดหาย",
  "tie/carry-forward": "ยอดยกมาไม่ตรงกับยอดยกไป",
  "tie/balance": "งบทดลองไม่ตรงกับสมุดรายวัน",
  "tie/cross-module": "ยอดระหว่างระบบไม่ตรงกัน",
  "tie/dangling": "อ้างถึงสิ่งที่ไม่พบ",
  "tie/silent-partition": "ข้อมูลทั้งส่วนหายไป",
};

/** «บัญชี», «รายรับ», … */
export function moduleName(module: Module): string {
  return MODULE_NAMES[module];
}

/** The word of a partition's state; the same on screen, in PDF and in Excel (it stands beside a shape, never colour alone). */
export function stateName(state: PartitionState): string {
  return STATE_NAMES[state];
}

/** «สมุดรายวัน» for `journal`; an unknown table keeps its own name, so that nothing is hidden. */
export function tableName(table: string): string {
  return TABLE_NAMES[table] ?? table;
}

/** «จำนวนเงิน» for `amount`; the table decides where a column's meaning differs, null where it is not known. */
export function columnName(table: string | null, column: string): string {
  return COLUMN_NAMES_BY_TABLE[`${table}.${column}`] ?? COLUMN_NAMES[column] ?? column;
}

/** Three or four words for lists and headings. */
export function findingTitle(code: FindingCode): string {
  return FINDING_TITLES[code];
}
