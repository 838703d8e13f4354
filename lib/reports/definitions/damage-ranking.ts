/** สภาพข้อมูลและยอดขาดราย อปท.: the list and heat map of the LAOs of a province or of the nation as a file, with the filters as chosen. */
import { TABLES } from "@/lib/archive/tables";
import { HEAT_MAP } from "@/lib/wording/damage";
import type { ReportDefinition } from "../definition";

export const damageRanking: ReportDefinition = {
  id: "damage-ranking",
  title: "สภาพข้อมูลและยอดขาดราย อปท.",
  alsoKnownAs: ["แผนที่ความเสียหาย", "อันดับยอดขาด"],
  module: "oversight",
  tables: TABLES.map((table) => table.name),
  isOverview: true,
  period: "document",
  parameters: ["q", "district", "type", "module", "state", "damaged", "order"],
  required: [],
  // The months of the archive stand between the place and the counts.
  columns: [
    { id: "lao", label: "องค์กรปกครองส่วนท้องถิ่น", kind: "text", width: 28 },
    { id: "lao_code", label: "รหัส อปท.", kind: "code", width: 11 },
    { id: "district", label: "อำเภอ", kind: "text", width: 14 },
    { id: "province", label: "จังหวัด", kind: "text", width: 13 },
    { id: "readable", label: "อ่านได้ครบ", group: "จำนวนส่วน", kind: "count", width: 12 },
    { id: "damaged", label: "เสียหาย", group: "จำนวนส่วน", kind: "count", width: 11 },
    { id: "documents", label: HEAT_MAP.documents, kind: "count", width: 11 },
    { id: "amount", label: HEAT_MAP.amount, kind: "amount", width: 16 },
    { id: "register", label: "ขาดจาก", kind: "text", width: 14 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: false,
  help: {
    purpose: "ดูว่าข้อมูลของ อปท. แห่งใดเสียหายในเดือนใด และขาดไปอย่างน้อยเท่าใด เรียงและกรองได้เหมือนหน้ารายชื่อ",
    restsOn: ["สภาพของแต่ละส่วนตามผลการตรวจเมื่อนำเข้าชุดข้อมูล ช่องของเดือนคือสภาพที่แย่ที่สุดของระบบที่เลือกหรือทุกระบบ"],
    agreesWith: "จำนวนส่วน เอกสารหาย และยอดขาดของแต่ละแห่ง ตรงกับหนังสือรับรองสภาพข้อมูลของแห่งนั้น",
  },
};
