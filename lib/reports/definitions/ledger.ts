/** บัญชีแยกประเภท: all lines of one account in a period with their running balance. */
import type { ReportDefinition } from "../definition";

export const ledger: ReportDefinition = {
  id: "ledger",
  title: "บัญชีแยกประเภท",
  alsoKnownAs: ["สมุดแยกประเภท", "GL"],
  module: "accounting",
  tables: ["journal", "balances"],
  period: "range",
  parameters: ["account", "unit", "q"],
  required: ["account"],
  // Proposed columns (DOMAIN.md §3.3).
  columns: [
    { id: "date", label: "วันที่", kind: "date", width: 11 },
    { id: "description", label: "รายการ", kind: "text", width: 44 },
    { id: "entry_no", label: "เลขที่เอกสาร", kind: "code", width: 15 },
    { id: "debit", label: "เดบิต", kind: "amount", width: 15, summed: true },
    { id: "credit", label: "เครดิต", kind: "amount", width: 15, summed: true },
    { id: "balance", label: "คงเหลือ", kind: "amount", width: 16, derived: true },
  ],
  landscape: false,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "รายการเดบิตและเครดิตทุกรายการของบัญชีหนึ่งในงวดที่เลือก พร้อมยอดคงเหลือหลังแต่ละรายการ",
    restsOn: [
      "ยอดยกมา: งบทดลองประจำเดือนของเดือนแรก บวกรายการก่อนวันเริ่มต้นในเดือนนั้น",
      "รายการ: สมุดเงินสดรับ สมุดเงินสดจ่าย และสมุดรายวันทั่วไป",
      "คงเหลือเป็นเดบิตหักเครดิต ยอดด้านเครดิตแสดงในวงเล็บ",
      "เลือกหน่วยงาน: เฉพาะรายการที่ระบุหน่วยงานนั้น ไม่มียอดยกมาและยอดคงเหลือ เพราะข้อมูลในคลังไม่แยกตามหน่วยงาน",
    ],
    agreesWith: "ยอดคงเหลือสิ้นเดือนต้องเท่ากับยอดคงเหลือของบัญชีนี้ในงบทดลอง",
  },
};
