/** รายงานผลการตรวจข้อมูลย้อนหลัง: how far the check has come, book by book and month by month, to be signed. The portal's own form. */
import { OUTCOMES, type Outcome } from "@/lib/rekeyed/worksheet";
import type { ReportDefinition } from "../definition";

const LABELS: Readonly<Record<Outcome, string>> = {
  missing: "ขาด",
  surplus: "เกิน",
  differs: "ต่าง",
  doubled: "ซ้ำ",
  candidates: "เลือกไม่ได้",
  undecidable: "ตัดสินไม่ได้",
  "not-keyed": "ยังไม่ได้บันทึก",
  matched: "ตรง",
};

export const rekeyedStatement: ReportDefinition = {
  id: "rekeyed-statement",
  title: "รายงานผลการตรวจข้อมูลย้อนหลัง",
  module: "oversight",
  tables: ["journal", "receipts", "requisitions"],
  isOverview: true,
  period: "document",
  parameters: [],
  required: [],
  columns: [
    { id: "book", label: "เล่ม", kind: "text", width: 15 },
    { id: "month", label: "เดือน", kind: "text", width: 13 },
    ...OUTCOMES.map(
      (outcome) => ({ id: outcome, label: LABELS[outcome], group: "จำนวนรายการ", kind: "count", width: 9 }) as const,
    ),
    { id: "settled", label: "ตรวจแล้ว", kind: "count", width: 10 },
    { id: "open", label: "ยังต้องดู", kind: "count", width: 10 },
    { id: "difference", label: "ผลต่าง", kind: "amount", width: 16, summed: true },
  ],
  landscape: true,
  signatures: ["ผู้บันทึกและตรวจ", "หัวหน้าหน่วยงานคลัง", "ปลัด"],
  isApproximateForm: false,
  help: {
    purpose: "รายงานผลการตรวจข้อมูลที่บันทึกย้อนหลังเพื่อลงนาม บอกว่าตรวจครบหรือยัง และเหลืออะไร",
    restsOn: ["ตรวจแล้ว คือรายการที่ตรง กับรายการที่เจ้าหน้าที่บันทึกผลว่ายอมรับหรือมีคำอธิบาย", "ผลต่างไม่นับเอกสารของเดือนที่ยังไม่ได้บันทึกเลย"],
    agreesWith: "กระดาษทำการตรวจข้อมูลย้อนหลัง ซึ่งแสดงทีละรายการ",
  },
};
