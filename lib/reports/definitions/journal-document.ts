/** ใบผ่านรายการบัญชี: one document with all its lines, and what it is linked to in revenue and expenditure. */
import type { ReportDefinition } from "../definition";

export const journalDocument: ReportDefinition = {
  id: "journal-document",
  title: "ใบผ่านรายการบัญชี",
  alsoKnownAs: ["ใบผ่านรายการบัญชีทั่วไป", "ใบผ่านรายการบัญชีมาตรฐาน", "ใบสำคัญ RV PV JV"],
  module: "accounting",
  tables: ["journal"],
  period: "document",
  parameters: ["entry"],
  required: ["entry"],
  columns: [
    { id: "line_no", label: "ลำดับ", kind: "count", width: 6 },
    { id: "account_name", label: "ชื่อบัญชี", kind: "text", width: 34 },
    { id: "account_code", label: "รหัสบัญชี", kind: "code", width: 15 },
    { id: "description", label: "คำอธิบาย", kind: "text", width: 30 },
    { id: "debit", label: "เดบิต", kind: "amount", width: 15, summed: true },
    { id: "credit", label: "เครดิต", kind: "amount", width: 15, summed: true },
  ],
  landscape: false,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "รายการบัญชีทุกบรรทัดของเอกสารเลขที่เดียว",
    restsOn: ["รายการในสมุดรายวันที่มีเลขที่นี้", "เอกสารที่เชื่อมโยง: ใบนำส่งเงินของสมุดเงินสดรับ ฎีกาและเช็คของสมุดเงินสดจ่าย"],
    agreesWith: "เดบิตของเอกสารต้องเท่ากับเครดิต",
  },
};
