/** หนังสือรับรองสภาพข้อมูล: what of an LAO's archive can be read and what not, part by part, for the file of an audit. The portal's own form. */
import { TABLES } from "@/lib/archive/tables";
import type { ReportDefinition } from "../definition";

export const damageCertificate: ReportDefinition = {
  id: "damage-certificate",
  title: "หนังสือรับรองสภาพข้อมูล",
  module: "oversight",
  tables: TABLES.map((table) => table.name),
  isOverview: true,
  period: "document",
  parameters: [],
  required: [],
  columns: [
    { id: "module", label: "ระบบ", kind: "text", width: 12 },
    { id: "month", label: "เดือน", kind: "text", width: 15 },
    { id: "state", label: "สภาพข้อมูล", kind: "text", width: 24 },
    { id: "rows_read", label: "อ่านได้", group: "จำนวนแถว", kind: "count", width: 12 },
    { id: "rows_loaded", label: "นำมาใช้", group: "จำนวนแถว", kind: "count", width: 12 },
    { id: "rows_quarantined", label: "แยกไว้", group: "จำนวนแถว", kind: "count", width: 11 },
    { id: "findings", label: "พบ (เรื่อง)", kind: "count", width: 12 },
    { id: "documents", label: "เอกสารหาย (ฉบับ)", kind: "count", width: 18 },
    { id: "amount", label: "ยอดขาดอย่างน้อย", kind: "amount", width: 17 },
    { id: "register", label: "ขาดจาก", kind: "text", width: 16 },
  ],
  landscape: true,
  signatures: ["ผู้ตรวจสอบข้อมูล", "หัวหน้าหน่วยงานคลัง", "ปลัด"],
  isApproximateForm: false,
  help: {
    purpose: "สรุปว่าข้อมูลของหน่วยงานส่วนใดอ่านได้ ส่วนใดเสียหาย และขาดไปอย่างน้อยเท่าใด สำหรับแนบแฟ้มตรวจสอบ",
    restsOn: [
      "ผลการตรวจทุกแฟ้ม ทุกแถว และการเทียบยอดระหว่างระบบเมื่อนำเข้าชุดข้อมูล",
      "ยอดขาดเป็นยอดขั้นต่ำ และไม่นำยอดของต่างทะเบียนมารวมกัน เพราะอาจเป็นเงินก้อนเดียวกัน",
    ],
    agreesWith: "ตรงกับแผนผังหน้าหน่วยงานและหน้าหลักฐานของแต่ละส่วน",
  },
};
