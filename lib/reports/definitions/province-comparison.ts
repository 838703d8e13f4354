/** เทียบสองชุดข้อมูลของจังหวัด: how the parts of each LAO of a province stand between two snapshots, and the difference in baht. The portal's own form. */
import { TABLES } from "@/lib/archive/tables";
import { COMPARISON } from "@/lib/wording/comparison";
import type { ReportDefinition } from "../definition";

export const provinceComparison: ReportDefinition = {
  id: "province-comparison",
  title: COMPARISON.title,
  module: "oversight",
  tables: TABLES.map((table) => table.name),
  isOverview: true,
  period: "document",
  parameters: ["with", "sort"],
  required: ["with"],
  columns: [
    { id: "lao", label: "องค์กรปกครองส่วนท้องถิ่น", kind: "text", width: 32 },
    { id: "lao_code", label: "รหัส อปท.", kind: "code", width: 12 },
    { id: "same", label: "ตรงกัน", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 10 },
    { id: "changed", label: "ต่างกัน", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 10 },
    { id: "only_left", label: "เฉพาะชุดเทียบ", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 12 },
    { id: "only_right", label: "เฉพาะชุดนี้", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 11 },
    { id: "undecidable", label: "ตัดสินไม่ได้", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 11 },
    { id: "journal", label: "เดบิตในสมุดรายวัน", group: "ผลต่างสุทธิ (ชุดนี้ − ชุดเทียบ)", kind: "amount", width: 18 },
    { id: "receipts", label: "ใบเสร็จรับเงิน", group: "ผลต่างสุทธิ (ชุดนี้ − ชุดเทียบ)", kind: "amount", width: 18 },
    { id: "requisitions", label: "ฎีกาเบิกเงิน", group: "ผลต่างสุทธิ (ชุดนี้ − ชุดเทียบ)", kind: "amount", width: 18 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: false,
  help: {
    purpose: "ดูว่า อปท. แห่งใดในจังหวัดมีข้อมูลต่างกันระหว่างสองชุด และต่างกันเท่าใด",
    restsOn: [COMPARISON.same, COMPARISON.undecidable, "ผลต่างสุทธิเป็นศูนย์ได้แม้เอกสารต่างกัน เมื่อยอดที่เพิ่มเท่ากับยอดที่ลด"],
    agreesWith: "จำนวนส่วนของแต่ละแห่งตรงกับรายงานเทียบสองชุดข้อมูลของแห่งนั้น",
  },
};
