/** ทะเบียนเลขที่ผู้เบิก/เลขที่คลังรับ: every requisition of a period with both its numbers, cancelled ones too. */
import type { ReportDefinition } from "../definition";

export const requisitionRegister: ReportDefinition = {
  id: "requisition-register",
  title: "ทะเบียนเลขที่ผู้เบิก/เลขที่คลังรับ",
  alsoKnownAs: ["ทะเบียนคุมฎีกา"],
  module: "expenditure",
  tables: ["requisitions", "cheques", "journal"],
  period: "range",
  parameters: ["unit", "q"],
  required: [],
  columns: [
    { id: "paid_date", label: "วันที่จ่าย", kind: "date", width: 11 },
    { id: "treasury_no", label: "เลขที่คลังรับ", kind: "code", width: 11 },
    { id: "requisition_no", label: "เลขที่ผู้เบิก", kind: "code", width: 25 },
    { id: "requisition_date", label: "วันที่จัดทำ", kind: "date", width: 11 },
    { id: "payee", label: "ผู้รับเงิน", kind: "text", width: 22 },
    { id: "description", label: "รายการ", kind: "text", width: 28 },
    { id: "gross", label: "จำนวนเงินที่ขอเบิก", kind: "amount", width: 15, summed: true },
    { id: "withholding_tax", label: "ภาษีหัก ณ ที่จ่าย", kind: "amount", width: 13, summed: true },
    { id: "other_deductions", label: "หักอื่น", kind: "amount", width: 13, summed: true },
    { id: "net", label: "จ่ายสุทธิ", kind: "amount", width: 15, summed: true },
    { id: "note", label: "หมายเหตุ", kind: "text", width: 16 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "ฎีกาทุกฉบับในงวดที่เลือก เรียงตามวันที่จ่ายและเลขที่คลังรับ ฉบับที่ยกเลิกแสดงไว้แต่ไม่นับจำนวนเงิน",
    restsOn: ["ฎีกาเบิกเงิน", "รายงานการจัดทำเช็คและสมุดเงินสดจ่าย สำหรับพิสูจน์ยอด"],
    agreesWith: "จ่ายสุทธิต้องเท่ากับเช็คหรือใบถอน และจำนวนเงินที่ขอเบิกต้องเท่ากับเดบิตของสมุดเงินสดจ่าย",
  },
};
