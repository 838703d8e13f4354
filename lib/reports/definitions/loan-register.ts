/** ทะเบียนสัญญาการยืมเงิน: loan contracts as they stood at a month's end, by the ledger account that carries them. */
import type { ReportDefinition } from "../definition";

export const loanRegister: ReportDefinition = {
  id: "loan-register",
  title: "ทะเบียนสัญญาการยืมเงิน",
  alsoKnownAs: ["ลูกหนี้เงินยืม"],
  module: "expenditure",
  tables: ["loans", "balances"],
  period: "as-of-month",
  parameters: ["q"],
  required: [],
  columns: [
    { id: "contract_no", label: "เลขที่สัญญา", kind: "code", width: 14 },
    { id: "contract_date", label: "วันที่ยืม", kind: "date", width: 11 },
    { id: "borrower", label: "ผู้ยืม", kind: "text", width: 28 },
    { id: "purpose", label: "วัตถุประสงค์", kind: "text", width: 28 },
    { id: "due_date", label: "ครบกำหนด", kind: "date", width: 11 },
    { id: "amount", label: "จำนวนเงินยืม", kind: "amount", width: 15, summed: true },
    { id: "repaid", label: "ส่งใช้แล้ว", kind: "amount", width: 15, summed: true },
    { id: "outstanding", label: "คงค้าง", kind: "amount", width: 15, summed: true },
    { id: "note", label: "หมายเหตุ", kind: "text", width: 18 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  absences: ["วันที่และเลขที่เอกสารที่ส่งใช้แต่ละครั้งไม่มีในชุดข้อมูล มีเพียงยอดส่งใช้รวม ณ สิ้นเดือน"],
  help: {
    purpose: "สัญญายืมเงินที่ยังอยู่ในทะเบียนเมื่อสิ้นเดือน จำนวนที่ส่งใช้แล้ว คงค้าง และที่เกินกำหนด",
    restsOn: ["ทะเบียนลูกหนี้เงินยืม ณ สิ้นเดือน", "งบทดลองประจำเดือน สำหรับพิสูจน์ยอด"],
    agreesWith: "ยอดคงค้างต้องเท่ากับยอดคงเหลือของบัญชีลูกหนี้เงินยืมในงบทดลองเดือนเดียวกัน",
  },
};
