/** เอกสารที่ต่างกันระหว่างสองชุดข้อมูล: every cell that differs, with both values, and every row that one snapshot alone holds. The portal's own form. */
import { TABLES } from "@/lib/archive/tables";
import type { ReportDefinition } from "../definition";

export const snapshotDifferences: ReportDefinition = {
  id: "snapshot-differences",
  title: "เอกสารที่ต่างกันระหว่างสองชุดข้อมูล",
  module: "oversight",
  tables: TABLES.map((table) => table.name),
  isOverview: true,
  period: "document",
  parameters: ["with", "part"],
  required: ["with"],
  columns: [
    { id: "document", label: "เอกสาร", kind: "text", width: 24 },
    { id: "table", label: "ข้อมูล", kind: "text", width: 22 },
    { id: "month", label: "เดือน", kind: "text", width: 13 },
    { id: "verdict", label: "ผลเทียบ", kind: "text", width: 18 },
    { id: "column", label: "ช่อง", kind: "text", width: 18 },
    { id: "left", label: "ชุดเทียบ", kind: "text", width: 28 },
    { id: "right", label: "ชุดนี้", kind: "text", width: 28 },
    { id: "difference", label: "ผลต่าง (ชุดนี้ − ชุดเทียบ)", kind: "amount", width: 17 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: false,
  help: {
    purpose: "ดูทีละเอกสารและทีละช่องว่าสองชุดข้อมูลต่างกันอย่างไร",
    restsOn: [
      "แถวเดียวกันคือแถวที่มีเลขที่เดียวกันในเดือนและทะเบียนเดียวกัน",
      "เดือนที่ข้างหนึ่งไม่มีแถวเลย แสดงเป็นแถวเดียว เปิดดูทีละแถวได้จากช่องเอกสาร",
      "แถวที่มีเฉพาะข้างหนึ่งของส่วนที่เสียหาย ตัดสินไม่ได้ว่าอีกข้างไม่มีหรือหายไป",
    ],
    agreesWith: "รวมกันเท่ากับจำนวนเอกสารในรายงานเทียบสองชุดข้อมูล",
  },
};
