/** สมุดรายวันทั่วไป: all lines of the general journal (JV) by day and document. */
import type { ReportDefinition } from "../definition";

export const generalJournal: ReportDefinition = {
  id: "general-journal",
  title: "สมุดรายวันทั่วไป",
  alsoKnownAs: ["สมุดรายวัน", "JV"],
  module: "accounting",
  tables: ["journal"],
  documents: "JV-",
  period: "range",
  parameters: ["unit", "q"],
  required: [],
  // Proposed columns (DOMAIN.md §3.3), and the account's name beside its code.
  columns: [
    { id: "date", label: "วันที่", kind: "date", width: 11 },
    { id: "entry_no", label: "เลขที่ใบผ่าน", kind: "code", width: 14 },
    { id: "description", label: "รายการ/คำอธิบาย", kind: "text", width: 36 },
    { id: "account_name", label: "ชื่อบัญชี", kind: "text", width: 28 },
    { id: "account_code", label: "รหัสบัญชี", kind: "code", width: 15 },
    { id: "debit", label: "เดบิต", kind: "amount", width: 15, summed: true },
    { id: "credit", label: "เครดิต", kind: "amount", width: 15, summed: true },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "รายการปรับปรุงและโอนบัญชีที่ไม่ใช่การรับหรือจ่ายเงิน เรียงตามวันที่และเลขที่ใบผ่าน",
    restsOn: ["รายการในสมุดรายวันของสมุดรายวันทั่วไป (JV)", "เลือกดูเฉพาะของ อปท. เอง หรือหน่วยงานเดียว ได้ตามหน่วยงานที่ระบุในรายการ"],
    agreesWith: "ทุกหน่วยงานรวมกัน เดบิตรวมต้องเท่ากับเครดิตรวม",
  },
};
