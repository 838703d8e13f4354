/** รายการสำหรับบันทึกเข้าระบบ: the vouchers of a re-keyed journal in order of their days, to be keyed in one after the other. The portal's own form. */
import type { ReportDefinition } from "../definition";

export const rekeyedEntryList: ReportDefinition = {
  id: "rekeyed-entry-list",
  title: "รายการสำหรับบันทึกเข้าระบบ เรียงตามวันที่",
  module: "oversight",
  tables: ["journal"],
  isOverview: true,
  period: "document",
  parameters: ["upload"],
  required: [],
  columns: [
    { id: "done", label: "บันทึกแล้ว", kind: "code", width: 8 },
    { id: "date", label: "วันที่", kind: "date", width: 12 },
    { id: "number", label: "เลขที่เอกสาร", kind: "code", width: 16 },
    { id: "account", label: "รหัสบัญชี", kind: "code", width: 16 },
    { id: "account_name", label: "ชื่อบัญชี", kind: "text", width: 30 },
    { id: "description", label: "รายการ", kind: "text", width: 30 },
    { id: "debit", label: "เดบิต", kind: "amount", width: 15, summed: true },
    { id: "credit", label: "เครดิต", kind: "amount", width: 15, summed: true },
    { id: "budget", label: "รหัสงบประมาณ", kind: "text", width: 18 },
  ],
  landscape: true,
  signatures: ["ผู้บันทึก", "ผู้ตรวจสอบ"],
  isApproximateForm: false,
  help: {
    purpose: "บันทึกรายการที่ทำด้วยมือเข้า New e-LAAS ทีละใบสำคัญตามลำดับวันที่ พร้อมช่องทำเครื่องหมายเมื่อบันทึกแล้ว",
    restsOn: [
      "สมุดรายวันในแฟ้มที่หน่วยงานส่งไว้และยังใช้อยู่ ทั้งแฟ้มงานและแฟ้มอื่น เลือกแฟ้มเดียวได้ด้วยลำดับแฟ้ม",
      "เอกสารที่มีช่องอ่านไม่ได้หรือเดบิตไม่เท่ากับเครดิตในแฟ้มงานไม่อยู่ในรายการ และบอกจำนวนไว้เหนือตาราง",
    ],
    agreesWith: "ยอดรวมเดบิตและเครดิตต้องเท่ากัน และเท่ากับยอดรวมในแผ่นรับเงิน จ่ายเงิน และใบผ่านรายการทั่วไปของแฟ้มงาน",
  },
};
