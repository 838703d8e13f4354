/** ใบนำส่งเงิน of one number (form 54-30-16): the receipts that were handed over together. */
import type { ReportDefinition } from "../definition";

export const remittance: ReportDefinition = {
  id: "remittance",
  title: "ใบนำส่งเงิน",
  module: "revenue",
  tables: ["receipts", "journal"],
  period: "document",
  parameters: ["remittance"],
  required: ["remittance"],
  // The columns of form 54-30-16 in its order (DOMAIN.md §3.2).
  columns: [
    { id: "number", label: "ลำดับ", kind: "count", width: 7 },
    { id: "receipt_no", label: "เล่มที่-เลขที่ใบเสร็จ", kind: "code", width: 18 },
    { id: "revenue_name", label: "ประเภทเงิน", kind: "text", width: 28 },
    { id: "work_code", label: "รหัสงาน", kind: "text", width: 13 },
    { id: "account_code", label: "รหัสบัญชี", kind: "code", width: 16 },
    { id: "amount", label: "จำนวนเงิน (บาท)", kind: "amount", width: 15, summed: true },
    { id: "note", label: "หมายเหตุ", kind: "text", width: 14 },
  ],
  landscape: false,
  signatures: ["ผู้นำส่งเงิน", "ผู้รับเงิน"],
  isApproximateForm: false,
  absences: ["กองและฝ่ายผู้นำส่ง และรหัสงาน ไม่มีในชุดข้อมูล", "ใบเสร็จรับเงินมีเลขที่เดียว ไม่แยกเล่มที่"],
  help: {
    purpose: "ใบเสร็จรับเงินทุกฉบับของใบนำส่งเงินเลขที่เดียว พร้อมยอดรวมเป็นตัวอักษร",
    restsOn: ["ใบเสร็จรับเงินที่มีเลขที่ใบนำส่งนี้", "ใบผ่านรายการบัญชี (RV) ของใบนำส่งนี้"],
    agreesWith: "ยอดรวมต้องเท่ากับเดบิตเงินสดและเงินฝากธนาคารของใบผ่านรายการบัญชี (RV)",
  },
};
