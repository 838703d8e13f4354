/** ภาษีหัก ณ ที่จ่าย: what was withheld from which payment, by the account that it waits in until it is passed on. */
import type { ReportDefinition } from "../definition";

export const withholdingTax: ReportDefinition = {
  id: "withholding-tax",
  title: "ภาษีหัก ณ ที่จ่าย",
  alsoKnownAs: ["WHT", "ภงด."],
  module: "expenditure",
  tables: ["requisitions", "journal"],
  period: "range",
  parameters: ["unit"],
  required: [],
  columns: [
    { id: "paid_date", label: "วันที่จ่าย", kind: "date", width: 11 },
    { id: "treasury_no", label: "เลขที่คลังรับ", kind: "code", width: 11 },
    { id: "payee", label: "ผู้ถูกหักภาษี", kind: "text", width: 30 },
    { id: "description", label: "รายการ", kind: "text", width: 34 },
    { id: "goods_value", label: "มูลค่าสินค้าหรือบริการ", kind: "amount", width: 16, summed: true },
    { id: "withholding_tax", label: "ภาษีที่หัก", kind: "amount", width: 14, summed: true },
    { id: "entry_no", label: "เลขที่ใบผ่านรายการ", kind: "code", width: 14 },
    { id: "note", label: "หมายเหตุ", kind: "text", width: 16 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  absences: ["เลขประจำตัวผู้เสียภาษี ที่อยู่ และประเภทเงินได้ของผู้ถูกหักภาษี ไม่มีในชุดข้อมูล"],
  help: {
    purpose: "ภาษีที่หักไว้จากการจ่ายตามฎีกา แยกตามบัญชีที่รอนำส่ง (ภ.ง.ด.) และยอดที่นำส่งแล้วในงวด",
    restsOn: ["ฎีกาเบิกเงินที่มีภาษีหัก ณ ที่จ่าย", "ใบผ่านรายการบัญชีของฎีกา"],
    agreesWith: "ภาษีที่หักต้องเท่ากับเครดิตบัญชีภาษีหัก ณ ที่จ่ายรอนำส่งในสมุดเงินสดจ่าย",
  },
};
