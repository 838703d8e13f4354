/** ใบสำคัญสรุปใบนำส่งเงิน (form 54-30-17): what was remitted in a period, by kind of money and account. */
import type { ReportDefinition } from "../definition";

export const remittanceSummary: ReportDefinition = {
  id: "remittance-summary",
  title: "ใบสำคัญสรุปใบนำส่งเงิน",
  alsoKnownAs: ["สรุปใบนำส่ง"],
  module: "revenue",
  tables: ["receipts", "journal"],
  period: "range",
  parameters: [],
  required: [],
  // The columns of form 54-30-17 in its order (DOMAIN.md §3.2).
  columns: [
    { id: "number", label: "ลำดับ", kind: "count", width: 7 },
    { id: "revenue_name", label: "ประเภทเงิน", kind: "text", width: 40 },
    { id: "plan_code", label: "รหัสแผนงาน", kind: "text", width: 17 },
    { id: "account_code", label: "รหัสบัญชี", kind: "code", width: 16 },
    {
      id: "amount",
      label: "จำนวนเงิน (บาท)",
      kind: "amount",
      width: 17,
      summed: true,
      derived: true,
    },
    { id: "note", label: "หมายเหตุ", kind: "text", width: 16 },
  ],
  landscape: false,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: false,
  absences: ["รหัสแผนงานของเงินรายรับไม่มีในชุดข้อมูล"],
  help: {
    purpose: "เงินที่นำส่งตามใบนำส่งเงินทุกใบในวันหรือช่วงวันที่เลือก แยกตามประเภทเงินและบัญชี วันที่ของใบนำส่งคือวันที่ลงสมุดเงินสดรับ",
    restsOn: ["ใบเสร็จรับเงินที่นำส่งแล้ว", "ใบผ่านรายการบัญชี (RV) ของใบนำส่งเงิน"],
    agreesWith: "ยอดรวมต้องเท่ากับเดบิตเงินสดและเงินฝากธนาคารในสมุดเงินสดรับของวันเดียวกัน",
  },
};
