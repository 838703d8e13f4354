/** สมุดเงินสดจ่าย: all lines of the payments book (PV) by day and document, with the requisition and the cheques that paid it. */
import type { ReportDefinition } from "../definition";

export const cashPaymentsBook: ReportDefinition = {
  id: "cash-payments-book",
  title: "สมุดเงินสดจ่าย",
  alsoKnownAs: ["สมุดจ่าย", "PV"],
  module: "accounting",
  tables: ["journal"],
  documents: "PV-",
  period: "range",
  parameters: ["unit", "q"],
  required: [],
  // Proposed columns (DOMAIN.md §3.3), and the number of the entry itself, by which a missing one is seen.
  columns: [
    { id: "date", label: "วันที่", kind: "date", width: 11 },
    { id: "entry_no", label: "เลขที่เอกสาร", kind: "code", width: 14 },
    { id: "treasury_no", label: "เลขที่คลังรับ", kind: "code", width: 11 },
    { id: "cheque_no", label: "เลขที่เช็ค/ใบถอน", kind: "code", width: 12 },
    { id: "description", label: "ผู้รับเงิน/รายการ", kind: "text", width: 32 },
    { id: "account_name", label: "ชื่อบัญชี", kind: "text", width: 24 },
    { id: "account_code", label: "รหัสบัญชี", kind: "code", width: 15 },
    { id: "debit", label: "เดบิต", kind: "amount", width: 14, summed: true },
    { id: "credit_bank", label: "เงินฝากธนาคาร", group: "เครดิต", kind: "amount", width: 14, summed: true },
    { id: "credit_other", label: "ภาษีหัก ณ ที่จ่าย/อื่น", group: "เครดิต", kind: "amount", width: 14, summed: true },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "เงินที่จ่ายทั้งหมดในงวดที่เลือก เรียงตามวันที่และเลขที่เอกสาร",
    restsOn: [
      "รายการในสมุดรายวันของสมุดเงินสดจ่าย (PV)",
      "เลขที่เช็คจากรายงานการจัดทำเช็ค",
      "เลือกดูเฉพาะของ อปท. เอง หรือหน่วยงานเดียว ได้ตามหน่วยงานที่ระบุในรายการ",
    ],
    agreesWith: "ทุกหน่วยงานรวมกัน เดบิตรวมต้องเท่ากับเครดิตรวม และเงินฝากธนาคารที่จ่ายต้องเท่ากับยอดสุทธิของฎีกา",
  },
};
