/** รายงานการจัดทำเช็ค/ใบถอน: cheques of a period by report, with the requisition each one pays. */
import type { ReportDefinition } from "../definition";

export const chequeReport: ReportDefinition = {
  id: "cheque-report",
  title: "รายงานการจัดทำเช็ค/ใบถอน",
  alsoKnownAs: ["ทะเบียนคุมเช็ค", "เช็ค"],
  module: "expenditure",
  tables: ["cheques", "requisitions"],
  period: "range",
  parameters: ["q"],
  required: [],
  // Proposed columns (DOMAIN.md §3.3).
  columns: [
    { id: "cheque_report_no", label: "เลขที่รายงาน", kind: "code", width: 13 },
    { id: "cheque_date", label: "วันที่", kind: "date", width: 11 },
    { id: "bank", label: "ธนาคาร", kind: "text", width: 22 },
    { id: "bank_account_no", label: "เลขที่บัญชี", kind: "code", width: 14 },
    { id: "cheque_no", label: "เลขที่เช็ค/ใบถอน", kind: "code", width: 13 },
    { id: "treasury_no", label: "เลขที่คลังรับ", kind: "code", width: 11 },
    { id: "payee", label: "ผู้รับเงิน", kind: "text", width: 30 },
    { id: "amount", label: "จำนวนเงิน", kind: "amount", width: 15, summed: true },
    { id: "collected_date", label: "วันที่รับเช็ค", kind: "date", width: 11 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  absences: ["ชุดข้อมูลไม่แยกว่ารายการใดเป็นเช็คหรือใบถอน"],
  help: {
    purpose: "เช็คและใบถอนที่จัดทำในงวดที่เลือก พร้อมฎีกาที่จ่าย และเช็คที่ผู้มีสิทธิยังไม่มารับ",
    restsOn: ["รายงานการจัดทำเช็ค", "ฎีกาเบิกเงิน สำหรับพิสูจน์ยอด"],
    agreesWith: "เช็คของแต่ละฎีกาต้องเท่ากับจำนวนเงินที่จ่ายสุทธิ",
  },
};
