/** กระดาษทำการตรวจข้อมูลย้อนหลัง: every item of both sides with its outcome, reason and decision. The portal's own form. */
import type { ReportDefinition } from "../definition";

export const rekeyedWorksheet: ReportDefinition = {
  id: "rekeyed-worksheet",
  title: "กระดาษทำการตรวจข้อมูลย้อนหลัง",
  module: "oversight",
  tables: ["journal", "receipts", "requisitions"],
  isOverview: true,
  period: "document",
  parameters: [],
  required: [],
  columns: [
    { id: "outcome", label: "ผลการเทียบ", kind: "text", width: 13 },
    { id: "book", label: "เล่ม", kind: "text", width: 13 },
    { id: "number", label: "เลขที่", group: "ข้อมูลเดิม", kind: "text", width: 16 },
    { id: "date", label: "วันที่", group: "ข้อมูลเดิม", kind: "date", width: 12 },
    { id: "amount", label: "จำนวนเงิน", group: "ข้อมูลเดิม", kind: "amount", width: 15, summed: true },
    { id: "rekeyed_number", label: "เลขที่", group: "บันทึกย้อนหลัง", kind: "text", width: 16 },
    { id: "rekeyed_date", label: "วันที่", group: "บันทึกย้อนหลัง", kind: "date", width: 12 },
    { id: "rekeyed_amount", label: "จำนวนเงิน", group: "บันทึกย้อนหลัง", kind: "amount", width: 15, summed: true },
    { id: "difference", label: "ผลต่าง", kind: "amount", width: 14, summed: true },
    { id: "reason", label: "เหตุผล", kind: "text", width: 40 },
    { id: "decision", label: "ผลตรวจ", kind: "text", width: 13 },
    { id: "note", label: "หมายเหตุ", kind: "text", width: 22 },
    { id: "decided", label: "ตรวจโดย", kind: "text", width: 22 },
  ],
  landscape: true,
  signatures: ["ผู้ตรวจ", "หัวหน้าหน่วยงานคลัง"],
  isApproximateForm: false,
  help: {
    purpose: "ดูทีละรายการว่าข้อมูลที่บันทึกย้อนหลังตรง ต่าง ขาด เกิน ซ้ำ หรือตัดสินไม่ได้ เมื่อเทียบกับข้อมูลเดิม",
    restsOn: [
      "แฟ้มที่หน่วยงานส่งไว้และยังใช้อยู่ เทียบกับสมุดรายวัน ใบเสร็จรับเงิน และฎีกาของข้อมูลเดิม",
      "จำนวนเงินของสมุดรายวันคือยอดด้านเดบิต ผลต่างคือบันทึกย้อนหลังลบข้อมูลเดิม",
    ],
    agreesWith: "จำนวนรายการแต่ละผลเท่ากับรายงานผลการตรวจข้อมูลย้อนหลัง",
  },
};
