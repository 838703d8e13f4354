/** ทะเบียนเงินรายรับ: for each kind of revenue its estimate, what came in by which remittance, and how far it is over or under. */
import type { ReportDefinition } from "../definition";

export const revenueRegister: ReportDefinition = {
  id: "revenue-register",
  title: "ทะเบียนเงินรายรับ",
  alsoKnownAs: ["ทะเบียนรายรับ"],
  module: "revenue",
  tables: ["receipts", "revenue_register"],
  period: "range",
  parameters: [],
  required: [],
  // Proposed columns (DOMAIN.md §3.3), with the code of the kind of revenue.
  columns: [
    { id: "revenue_name", label: "ประเภทรายรับ", kind: "text", width: 34 },
    { id: "revenue_code", label: "รหัสรายรับ", kind: "code", width: 10 },
    { id: "estimate", label: "ประมาณการ", kind: "amount", width: 16, derived: true, tables: ["revenue_register"] },
    { id: "receipt_date", label: "วันที่", kind: "date", width: 11 },
    { id: "remittance_no", label: "เลขที่ใบนำส่ง", kind: "code", width: 14 },
    { id: "amount", label: "จำนวนเงิน", kind: "amount", width: 16, summed: true, derived: true, tables: ["receipts"] },
    { id: "to_date", label: "รวมแต่ต้นปี", kind: "amount", width: 16, derived: true },
    { id: "over", label: "สูง/(ต่ำ) กว่าประมาณการ", kind: "amount", width: 17, derived: true },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "เงินรายรับแต่ละประเภท: ประมาณการ เงินที่รับตามใบนำส่งเงินแต่ละใบ ยอดรวมแต่ต้นปี และผลต่างจากประมาณการ",
    restsOn: ["ใบเสร็จรับเงินที่ไม่ยกเลิก", "ทะเบียนเงินรายรับประจำเดือน (ประมาณการและรับจริงแต่ต้นปี)"],
    agreesWith: "ใบเสร็จรับเงินของแต่ละประเภทในเดือนต้องเท่ากับรับจริงในทะเบียน และรายงานรับ-จ่ายเงินสดต้องแสดงยอดเดียวกัน",
  },
};
