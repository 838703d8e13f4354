/** สรุปตามหน่วยงานภายใต้สังกัด: what each unit received, spent and booked, the LAO's own part, and all together. */
import type { ReportDefinition } from "../definition";

export const unitsSummary: ReportDefinition = {
  id: "units-summary",
  title: "สรุปรายการตามหน่วยงานภายใต้สังกัด",
  module: "accounting",
  tables: ["journal", "receipts", "requisitions"],
  period: "range",
  parameters: [],
  required: [],
  // No print was found: the columns are ours.
  columns: [
    { id: "unit_code", label: "รหัสหน่วยงาน", kind: "code", width: 14 },
    { id: "unit", label: "หน่วยงาน", kind: "text", width: 34 },
    { id: "unit_kind", label: "ประเภท", kind: "text", width: 18 },
    {
      id: "received",
      label: "รับตามใบเสร็จรับเงิน",
      kind: "amount",
      width: 16,
      summed: true,
      derived: true,
      tables: ["receipts"],
    },
    {
      id: "spent",
      label: "จ่ายตามฎีกา",
      kind: "amount",
      width: 16,
      summed: true,
      derived: true,
      tables: ["requisitions"],
    },
    {
      id: "debit",
      label: "เดบิต",
      group: "รายการในสมุดรายวัน",
      kind: "amount",
      width: 16,
      summed: true,
      derived: true,
      tables: ["journal"],
    },
    {
      id: "credit",
      label: "เครดิต",
      group: "รายการในสมุดรายวัน",
      kind: "amount",
      width: 16,
      summed: true,
      derived: true,
      tables: ["journal"],
    },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "ยอดรับ ยอดจ่าย และรายการบัญชีของหน่วยงานภายใต้สังกัดแต่ละแห่ง ของ อปท. เอง และรวมทั้งหมด ในงวดที่เลือก",
    restsOn: [
      "ใบเสร็จรับเงินที่ไม่ยกเลิก ตามวันที่ใบเสร็จ",
      "ฎีกาที่ไม่ยกเลิก จำนวนเงินที่ขอเบิก (ก่อนหักภาษี) ตามวันที่จ่าย",
      "รายการในสมุดรายวันทุกเล่ม รายการที่ไม่ระบุหน่วยงานถือเป็นของ อปท. เอง",
    ],
    agreesWith: "ยอดรวมเดบิตและเครดิตของทุกหน่วยงานต้องเท่ากัน และเท่ากับผลรวมของสมุดทั้งสามเล่ม",
  },
};
