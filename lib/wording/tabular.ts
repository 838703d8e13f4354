/** Words that Excel and CSV add to what a report document says: kinds of rows, heads of the cover sheet, how to add up. Beside `render.ts`, which PDF shares. */
export const COVER_SHEET = "ที่มาและสภาพข้อมูล";
export const CONDITION_COLUMN = "สภาพข้อมูล";
export const ROW_KIND_COLUMN = "ประเภทแถว";

/** One word a kind, so that a filter or SUMIFS on that column picks the rows that may be added. */
export const ROW_KINDS: Record<
  | "entry"
  | "group"
  | "opening"
  | "heading"
  | "subtotal"
  | "blank"
  | "missing"
  | "reconstructed"
  | "total"
  | "words"
  | "absence"
  | "proof"
  | "note"
  | "source",
  string
> = {
  entry: "รายการ",
  group: "ยอดรวมหัวข้อ",
  opening: "ยอดยกมา",
  heading: "หัวข้อ",
  subtotal: "ยอดรวมย่อย",
  blank: "บรรทัดว่าง",
  missing: "ขาดหาย",
  reconstructed: "คำนวณขึ้น",
  total: "รวม",
  words: "ตัวอักษร",
  absence: "ไม่มีในชุดข้อมูล",
  proof: "การพิสูจน์ยอด",
  note: "หมายเหตุ",
  source: "ที่มา",
};

export const SNAPSHOT_KINDS: Record<"recovered" | "live" | "baseline", string> = {
  recovered: "ข้อมูลที่กู้คืนได้",
  live: "ข้อมูลจากระบบปัจจุบัน",
  baseline: "ข้อมูลก่อนเกิดเหตุ",
};

export const SOURCE_LABELS = {
  lao: "องค์กรปกครองส่วนท้องถิ่น",
  laoCode: "รหัส อปท.",
  place: "ที่ตั้ง",
  province: "จังหวัด",
  provinceCode: "รหัสจังหวัด",
  report: "รายงาน",
  form: "รูปแบบ",
  period: "งวด",
  snapshot: "ชุดข้อมูล",
  snapshotKind: "ชนิดชุดข้อมูล",
  asOf: "ข้อมูล ณ วันที่",
  loadedAt: "นำเข้าระบบเมื่อ",
  rows: "จำนวนแถว",
  printed: "จัดทำ",
  warning: "คำเตือน",
} as const;

export const SYNTHETIC_WARNING = "ข้อมูลสมมุติ (synthetic) สร้างขึ้นเพื่อทดลองระบบ ไม่ใช่ข้อมูลขององค์กรใด";
export const APPROXIMATE_FORM = "รูปแบบโดยประมาณ ยังไม่พบแบบพิมพ์เดิมของรายงานนี้";

export const SOURCE_TITLE = "ที่มาของข้อมูล";
export const TOTALS_TITLE = "ยอดรวม";
export const HOW_TO_ADD_TITLE = "วิธีรวมยอดจากแผ่นงานนี้";
export const HOW_TO_ADD = [
  "รวมเฉพาะแถวที่ช่อง «ประเภทแถว» เป็น «รายการ» แถวอื่นเป็นยอดรวมหัวข้อ ยอดยกมา หรือที่หมายของข้อมูลที่ขาด หากรวมด้วยยอดจะซ้ำ",
  "แถว «รวม» ท้ายตารางเป็นยอดของรายงาน อยู่นอกตัวกรอง จึงไม่เปลี่ยนตามการกรอง",
] as const;
/** The sheet that is laid out like an export of New e-LAAS. */
export const ELAAS_REMAINING = {
  printed: (stamp: string) => `วันที่พิมพ์ : ${stamp}`,
  fiscalYear: (year: number) => `ปีงบประมาณ พ.ศ. ${year}`,
  condition: "สภาพข้อมูล (คลังข้อมูลเพิ่ม ไม่มีในแฟ้ม e-LAAS)",
  synthetic: SYNTHETIC_WARNING,
  headingsAreOurs:
    "ตำแหน่งช่องตรงกับแฟ้ม Excel งบประมาณคงเหลือของระบบ e-LAAS ใหม่ ส่วนถ้อยคำหัวตารางเป็นของคลังข้อมูลนี้ เพราะไม่พบถ้อยคำเดิม",
} as const;

/** Of an overview whose rows say how the data stands. */
export const DAMAGE_IN_ROWS = "สภาพข้อมูลของแต่ละแห่งอยู่ในตาราง";

export const NO_DAMAGE = "ไม่พบร่องรอยความเสียหายในข้อมูลที่รายงานนี้ใช้";

/** Row below the totals: a formula over the rows above, for whoever checks the sheet. */
export const FORMULA_ROW = "ผลบวกเฉพาะแถว «รายการ» (สูตร)";

/** Beside an amount of more than 15 digits: a spreadsheet would round it. */
export const TOO_LONG_FOR_NUMBER = "จำนวนเงินเกิน 15 หลัก เก็บเป็นข้อความเพื่อไม่ให้ถูกปัดเศษ";
export const TEXT_CUT = "…(ข้อความยาวเกินช่อง ตัดที่นี่)";

/** «หมายเหตุ 1, 3» */
export function noteNumbers(notes: readonly number[]): string {
  return notes.length === 0 ? "" : `หมายเหตุ ${notes.join(", ")}`;
}
