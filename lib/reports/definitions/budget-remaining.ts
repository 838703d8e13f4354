/** งบประมาณคงเหลือ: every budget code with what was approved, moved, bound, spent and is left at a month's end. */
import type { ReportDefinition } from "../definition";

export const budgetRemaining: ReportDefinition = {
  id: "budget-remaining",
  title: "งบประมาณคงเหลือ",
  module: "budget",
  tables: ["budget_lines"],
  period: "as-of-month",
  parameters: ["plan", "q"],
  required: [],
  // Fields and their order are those of the Excel export of New e-LAAS (DOMAIN.md §3.2, REMAIN); the wording of its headings was not seen.
  columns: [
    { id: "work", label: "งาน", kind: "text", width: 22 },
    { id: "category", label: "หมวดรายจ่าย", kind: "text", width: 15 },
    { id: "expense", label: "ประเภทรายจ่าย", kind: "text", width: 22 },
    { id: "project", label: "โครงการ", kind: "text", width: 22 },
    { id: "budget_code", label: "รหัสงบประมาณ", kind: "code", width: 18 },
    { id: "approved", label: "งบประมาณอนุมัติ", kind: "amount", width: 15, summed: true },
    { id: "transferred_in", label: "โอนเพิ่ม", kind: "amount", width: 13, summed: true },
    { id: "transferred_out", label: "โอนลด", kind: "amount", width: 13, summed: true },
    { id: "encumbered", label: "ก่อหนี้/กันเงิน", kind: "amount", width: 13, summed: true },
    { id: "disbursed", label: "เบิกจ่าย", kind: "amount", width: 14, summed: true },
    { id: "remaining", label: "คงเหลือ", kind: "amount", width: 15, summed: true },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "งบประมาณที่ยังเหลือใช้ของแต่ละรหัสงบประมาณ ณ สิ้นเดือนที่เลือก",
    restsOn: [
      "ทะเบียนงบประมาณ ณ สิ้นเดือนตามที่ระบบเดิมเก็บไว้ เป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ",
      "ลำดับช่องตามแฟ้ม Excel ของระบบ e-LAAS ใหม่ ส่วนถ้อยคำหัวตารางเป็นของระบบนี้ ดาวน์โหลดตามตำแหน่งช่องของแฟ้มนั้นได้ที่ปุ่ม «Excel แบบ e-LAAS»",
    ],
    agreesWith: "คงเหลือต้องเท่ากับ อนุมัติ + โอนเพิ่ม − โอนลด − ก่อหนี้ − เบิกจ่าย และเท่ากับยอดสิ้นเดือนในทะเบียนรายจ่ายตามงบประมาณ",
  },
};
