/** เทียบสองชุดข้อมูล of an LAO: which parts are the same in another snapshot, which differ and by how much, and which cannot be decided. The portal's own form. */
import { TABLES } from "@/lib/archive/tables";
import { COMPARISON } from "@/lib/wording/comparison";
import type { ReportDefinition } from "../definition";

export const snapshotComparison: ReportDefinition = {
  id: "snapshot-comparison",
  title: COMPARISON.title,
  module: "oversight",
  tables: TABLES.map((table) => table.name),
  isOverview: true,
  period: "document",
  parameters: ["with"],
  required: ["with"],
  columns: [
    { id: "module", label: "ระบบ", kind: "text", width: 12 },
    { id: "month", label: "เดือน", kind: "text", width: 14 },
    { id: "table", label: "ข้อมูล", kind: "text", width: 26 },
    { id: "verdict", label: "ผลเทียบ", kind: "text", width: 28 },
    { id: "changed", label: "ต่างกัน", group: "เอกสาร (ฉบับ)", kind: "count", width: 10 },
    { id: "only_left", label: "เฉพาะชุดเทียบ", group: "เอกสาร (ฉบับ)", kind: "count", width: 12 },
    { id: "only_right", label: "เฉพาะชุดนี้", group: "เอกสาร (ฉบับ)", kind: "count", width: 12 },
    { id: "left_amount", label: "ชุดเทียบ", group: "จำนวนเงิน", kind: "amount", width: 18 },
    { id: "right_amount", label: "ชุดนี้", group: "จำนวนเงิน", kind: "amount", width: 18 },
    { id: "difference", label: "ผลต่างสุทธิ", group: "จำนวนเงิน", kind: "amount", width: 17 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: false,
  help: {
    purpose: "ดูว่าข้อมูลของหน่วยงานในสองชุด เช่น ชุดที่กู้คืนกับชุดก่อนระบบล่ม ตรงกันส่วนใด ต่างกันส่วนใด และต่างกันเท่าใด",
    restsOn: [
      COMPARISON.same,
      COMPARISON.undecidable,
      "แถวเดียวกันคือแถวที่มีเลขที่เดียวกันในเดือนและทะเบียนเดียวกัน จำนวนเงินของรายการที่ยกเลิกไม่นับ ผลต่างคือชุดนี้ลบชุดเทียบ",
      "ยอดของต่างทะเบียนไม่นำมารวมกัน เพราะอาจเป็นเงินก้อนเดียวกัน",
    ],
    agreesWith: "จำนวนเอกสารของแต่ละบรรทัดตรงกับรายการเอกสารที่ต่างกันของส่วนนั้น",
  },
};
