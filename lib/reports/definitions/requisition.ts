/** ฎีกาเบิกเงินรายจ่าย of one treasury number, as New e-LAAS prints it, with its cheques and the balance of its budget line. */
import type { ReportDefinition } from "../definition";

export const requisition: ReportDefinition = {
  id: "requisition",
  title: "ฎีกาเบิกเงินรายจ่าย",
  alsoKnownAs: ["ฎีกา"],
  module: "expenditure",
  tables: ["requisitions", "cheques", "budget_lines", "budget_transfers", "journal"],
  period: "document",
  parameters: ["requisition"],
  required: ["requisition"],
  // The table of the printed requisition (DOMAIN.md §3.2); what stands below it there follows as sections.
  columns: [
    { id: "item", label: "รายการ", kind: "text", width: 52 },
    { id: "amount", label: "จำนวนเงิน (บาท)", kind: "amount", width: 18, derived: true },
    { id: "note", label: "หมายเหตุ", kind: "text", width: 30 },
  ],
  landscape: false,
  signatures: ["หัวหน้าหน่วยงานผู้เบิก", "ผู้ตรวจสอบ", "ผู้ตรวจฎีกา", "ผู้อำนวยการกองคลัง", "ปลัด", "นายก"],
  isApproximateForm: false,
  absences: ["วันที่คลังรับไม่มีในชุดข้อมูล มีเพียงวันที่จ่ายเงิน", "แหล่งเงินที่ขอเบิกไม่มีในชุดข้อมูล แสดงรหัสงบประมาณแทน"],
  help: {
    purpose: "ฎีกาเบิกเงินฉบับเดียวตามเลขที่คลังรับ พร้อมเช็คหรือใบถอน และยอดงบประมาณคงเหลือก่อนและหลังเบิก",
    restsOn: ["ฎีกาเบิกเงินที่มีเลขที่คลังรับนี้", "เช็ค/ใบถอนและใบผ่านรายการบัญชี (PV) ของฎีกา", "งบประมาณคงเหลือ ณ สิ้นเดือนที่จ่าย"],
    agreesWith: "จ่ายสุทธิต้องเท่ากับเช็ค/ใบถอนและเครดิตเงินฝากของใบผ่านรายการ จำนวนเงินที่ขอเบิกต้องเท่ากับเดบิตของใบผ่านรายการ",
  },
};
