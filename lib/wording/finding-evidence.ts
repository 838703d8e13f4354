/** How sure a finding is and why, and which of the LAO's own papers tell what the archive lost. Words of an accountant. */
import type { Finding, FindingCode } from "@/lib/finding/finding";

const BY_FILE = "อ่านพบในแฟ้มเอง ไม่ได้อาศัยการคำนวณ";

/** The rule that the books break, or what in the file shows it. */
const WHY: Readonly<Record<FindingCode, string>> = {
  "file/missing": "แฟ้มนี้มีชื่อในบัญชีรายการแฟ้มของผู้ส่ง แต่ไม่มีตัวแฟ้ม",
  "file/checksum": "รหัสตรวจสอบที่คำนวณจากแฟ้มไม่เท่ากับรหัสที่ผู้ส่งบันทึกไว้",
  "file/truncated": "แฟ้มบีบอัดสิ้นสุดก่อนเครื่องหมายจบแฟ้ม",
  "file/corrupt": "ตัวแฟ้มมีช่วงที่คลายออกไม่ได้",
  "file/unlisted": "แฟ้มนี้ไม่มีชื่อในบัญชีรายการแฟ้มของผู้ส่ง",
  "row/encoding": BY_FILE,
  "row/shape": BY_FILE,
  "row/value": BY_FILE,
  "row/text": BY_FILE,
  "row/duplicate": BY_FILE,
  "row/foreign": "รหัสหน่วยงานหรือวันที่ในแถวไม่ใช่ของแฟ้มที่แถวนั้นอยู่",
  "tie/entry-unbalanced": "ใบผ่านรายการทุกฉบับต้องมีเดบิตเท่ากับเครดิต",
  "tie/number-gap": "เลขที่เอกสารต้องเรียงต่อกันทุกเดือน ไม่ขาดและไม่ซ้ำ",
  "tie/carry-forward": "ยอดยกไปของเดือนก่อนต้องเท่ากับยอดยกมาของเดือนถัดไป",
  "tie/balance": "ผลรวมของสมุดรายวันต้องเท่ากับงบทดลองที่ระบบเดิมปิดไว้ ทีละบัญชี",
  "tie/cross-module": "ยอดเดียวกันที่บันทึกไว้ในสองทะเบียนต้องเท่ากัน",
  "tie/dangling": "รหัสและเลขที่เอกสารที่อ้างถึงต้องมีอยู่จริงในข้อมูล",
  "tie/silent-partition": "ข้อมูลส่วนอื่นอ้างถึงรายการของเดือนนี้",
};

const SUSPECTED = "ข้อมูลที่เหลือชี้ไปได้มากกว่าหนึ่งแห่ง จึงบอกไม่ได้แน่ว่าแห่งใดผิด โปรดดูเดือนหรือทะเบียนข้างเคียงด้วย";

/** Why the finding is as sure as it says. */
export function whySure({ code, confidence }: Pick<Finding, "code" | "confidence">): string {
  return confidence === "suspected" ? `${WHY[code]} แต่${SUSPECTED}` : WHY[code];
}

const RECEIPT_PAPERS = ["ต้นขั้วใบเสร็จรับเงิน", "ใบนำส่งเงิน", "statement ธนาคาร"];
const PAYMENT_PAPERS = ["ฎีกาเบิกเงินพร้อมเอกสารประกอบ", "ต้นขั้วเช็ค", "รายงานการจัดทำเช็ค", "statement ธนาคาร"];

const PAPERS_BY_TABLE: Readonly<Record<string, readonly string[]>> = {
  journal: ["สมุดเงินสดรับ สมุดเงินสดจ่าย และสมุดรายวันทั่วไปที่พิมพ์ไว้", "ใบผ่านรายการบัญชี", "statement ธนาคาร"],
  balances: ["งบทดลองประจำเดือนที่พิมพ์และลงนามไว้", "งบพิสูจน์ยอดเงินฝากธนาคาร"],
  cash: ["รายงานสถานะการเงินประจำวัน", "statement ธนาคาร", "งบพิสูจน์ยอดเงินฝากธนาคาร"],
  receipts: RECEIPT_PAPERS,
  revenue_register: ["ทะเบียนเงินรายรับที่พิมพ์ไว้", "ใบนำส่งเงิน"],
  requisitions: PAYMENT_PAPERS,
  cheques: ["ต้นขั้วเช็ค", "รายงานการจัดทำเช็ค", "statement ธนาคาร"],
  loans: ["สัญญายืมเงิน", "หลักฐานการส่งใช้เงินยืม"],
  budget_lines: ["ทะเบียนรายจ่ายตามงบประมาณ", "ข้อบัญญัติหรือเทศบัญญัติงบประมาณ", "ฎีกาเบิกเงิน"],
  budget_transfers: ["บันทึกอนุมัติโอนงบประมาณ"],
  assets: ["ทะเบียนคุมทรัพย์สิน", "ใบตรวจรับพัสดุ", "สัญญาหรือใบสั่งซื้อ"],
};

/** By the book that the number of a journal document begins with. */
const PAPERS_BY_BOOK: Readonly<Record<string, readonly string[]>> = {
  RV: RECEIPT_PAPERS,
  PV: PAYMENT_PAPERS,
  JV: ["ใบผ่านรายการบัญชีทั่วไป", "บันทึกอนุมัติปรับปรุงบัญชี"],
};

const PAPERS_BY_MODULE: Readonly<Record<string, readonly string[]>> = {
  accounting: PAPERS_BY_TABLE.journal ?? [],
  revenue: RECEIPT_PAPERS,
  expenditure: PAYMENT_PAPERS,
  budget: PAPERS_BY_TABLE.budget_lines ?? [],
  assets: PAPERS_BY_TABLE.assets ?? [],
};

/** Papers of the LAO's own to look into, the most telling first; none where the damage is no matter of papers. */
export function papersFor(finding: Pick<Finding, "table" | "module" | "docFrom" | "code">): readonly string[] {
  if (finding.code === "file/unlisted") return [];
  // A file that ends takes documents of every series, whatever its last one was.
  const isOneBook = finding.table === "journal" && !finding.code.startsWith("file/");
  const book = isOneBook ? PAPERS_BY_BOOK[finding.docFrom?.slice(0, 2) ?? ""] : undefined;
  return book ?? PAPERS_BY_TABLE[finding.table ?? ""] ?? PAPERS_BY_MODULE[finding.module ?? ""] ?? [];
}

export const EVIDENCE = {
  sure: "ความแน่นอน",
  why: "เพราะ",
  papers: "เอกสารที่ควรเปิดดู",
  difference: "ต่างกัน",
  reports: "ดูในรายงาน",
  accounts: "ยอดขาดสุทธิรายบัญชี",
  consequences: (count: string) => `สิ่งที่ตามมาจากเรื่องนี้ ${count} เรื่อง`,
  consequencesOf: (cause: string) => `สิ่งที่ตามมาจาก ${cause}`,
  consequencesLead: "ยอดเหล่านี้เป็นผลของความเสียหายข้างต้น (และของเรื่องอื่นในทะเบียนเดียวกัน ถ้ามี) จึงไม่นับซ้ำ",
  debit: "ขาดเดบิต",
  credit: "ขาดเครดิต",
  moreAccounts: (count: string) => `และอีก ${count} บัญชี`,
  pages: "หน้าของสิ่งที่ตรวจพบ",
} as const;
