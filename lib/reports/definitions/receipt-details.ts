/** รายงานรายละเอียดใบเสร็จรับเงิน: every receipt of a period, cancelled ones too, with the remittance that took it. */
import type { ReportDefinition } from "../definition";

export const receiptDetails: ReportDefinition = {
  id: "receipt-details",
  title: "รายงานรายละเอียดใบเสร็จรับเงิน",
  alsoKnownAs: ["ใบเสร็จ"],
  module: "revenue",
  tables: ["receipts", "revenue_register"],
  period: "range",
  parameters: ["unit", "q"],
  required: [],
  columns: [
    { id: "receipt_date", label: "วันที่", kind: "date", width: 11 },
    { id: "receipt_no", label: "เลขที่ใบเสร็จรับเงิน", kind: "code", width: 15 },
    { id: "payer", label: "ได้รับเงินจาก", kind: "text", width: 28 },
    { id: "revenue_name", label: "ประเภทรายรับ", kind: "text", width: 28 },
    { id: "revenue_code", label: "รหัสรายรับ", kind: "code", width: 10 },
    { id: "channel", label: "รับโดย", kind: "code", width: 9 },
    { id: "remittance_no", label: "เลขที่ใบนำส่งเงิน", kind: "code", width: 14 },
    { id: "amount", label: "จำนวนเงิน", kind: "amount", width: 15, summed: true },
    { id: "note", label: "หมายเหตุ", kind: "text", width: 20 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "ใบเสร็จรับเงินทุกฉบับในงวดที่เลือก ฉบับที่ยกเลิกแสดงไว้แต่ไม่นับจำนวนเงิน",
    restsOn: ["ใบเสร็จรับเงิน"],
    agreesWith: "ยอดรวมต้องเท่ากับรับจริงในเดือนของทะเบียนเงินรายรับ และใบเสร็จของใบนำส่งเงินแต่ละใบต้องเท่ากับสมุดเงินสดรับ",
  },
};
