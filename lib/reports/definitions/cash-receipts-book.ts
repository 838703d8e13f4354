/** สมุดเงินสดรับ: all lines of the receipts book (RV) by day and document. */
import type { ReportDefinition } from "../definition";

export const cashReceiptsBook: ReportDefinition = {
  id: "cash-receipts-book",
  title: "สมุดเงินสดรับ",
  alsoKnownAs: ["สมุดรับ", "RV"],
  module: "accounting",
  tables: ["journal"],
  documents: "RV-",
  period: "range",
  parameters: ["unit", "q"],
  required: [],
  // Proposed columns (DOMAIN.md §3.3), and one for debits that are neither cash nor deposits, so that no line is lost.
  columns: [
    { id: "date", label: "วันที่", kind: "date", width: 11 },
    { id: "entry_no", label: "เลขที่เอกสาร", kind: "code", width: 14 },
    { id: "description", label: "รายการ", kind: "text", width: 34 },
    { id: "account_name", label: "ชื่อบัญชี", kind: "text", width: 26 },
    { id: "account_code", label: "รหัสบัญชี", kind: "code", width: 15 },
    { id: "debit_cash", label: "เงินสด", group: "เดบิต", kind: "amount", width: 14, summed: true },
    { id: "debit_bank", label: "เงินฝากธนาคาร", group: "เดบิต", kind: "amount", width: 14, summed: true },
    { id: "debit_other", label: "บัญชีอื่น", group: "เดบิต", kind: "amount", width: 14, summed: true },
    { id: "credit", label: "เครดิต", kind: "amount", width: 14, summed: true },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "เงินที่รับทั้งหมดในงวดที่เลือก เรียงตามวันที่และเลขที่เอกสาร",
    restsOn: ["รายการในสมุดรายวันของสมุดเงินสดรับ (RV)", "เลือกดูเฉพาะของ อปท. เอง หรือหน่วยงานเดียว ได้ตามหน่วยงานที่ระบุในรายการ"],
    agreesWith: "ทุกหน่วยงานรวมกัน เดบิตรวมต้องเท่ากับเครดิตรวม และเงินสดกับเงินฝากที่รับต้องเท่ากับใบนำส่งเงิน",
  },
};
