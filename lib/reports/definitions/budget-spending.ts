/** รายงานการใช้จ่ายงบประมาณ: revenue and expenditure of an LAO against what was estimated, running and capital apart. */
import type { ReportDefinition } from "../definition";

export const budgetSpending: ReportDefinition = {
  id: "budget-spending",
  title: "รายงานการใช้จ่ายงบประมาณ",
  module: "budget",
  tables: ["budget_lines", "revenue_register"],
  period: "as-of-month",
  parameters: [],
  required: [],
  // The found form (DOMAIN.md §3.2): one row an LAO.
  columns: [
    { id: "office", label: "องค์กรปกครองส่วนท้องถิ่น", kind: "text", width: 30 },
    {
      id: "revenue_estimate",
      label: "ประมาณการ",
      group: "รายรับ",
      kind: "amount",
      width: 16,
      derived: true,
      tables: ["revenue_register"],
    },
    {
      id: "revenue",
      label: "รับจริง",
      group: "รายรับ",
      kind: "amount",
      width: 16,
      derived: true,
      tables: ["revenue_register"],
    },
    {
      id: "running_estimate",
      label: "ประมาณการ",
      group: "รายจ่ายประจำ",
      kind: "amount",
      width: 16,
      derived: true,
      tables: ["budget_lines"],
    },
    {
      id: "running",
      label: "ผลการเบิกจ่ายจริง",
      group: "รายจ่ายประจำ",
      kind: "amount",
      width: 16,
      derived: true,
      tables: ["budget_lines"],
    },
    {
      id: "capital_estimate",
      label: "ประมาณการ",
      group: "รายจ่ายเพื่อการลงทุน",
      kind: "amount",
      width: 16,
      derived: true,
      tables: ["budget_lines"],
    },
    {
      id: "capital",
      label: "ผลการเบิกจ่ายจริง",
      group: "รายจ่ายเพื่อการลงทุน",
      kind: "amount",
      width: 16,
      derived: true,
      tables: ["budget_lines"],
    },
    { id: "remark", label: "หมายเหตุ", kind: "text", width: 14 },
  ],
  landscape: true,
  signatures: ["หัวหน้าหน่วยงานคลัง", "ปลัด", "นายก"],
  // The columns are the found form's; whether it was signed was not seen.
  isApproximateForm: true,
  help: {
    purpose: "รายรับและรายจ่ายสะสมตั้งแต่ต้นปีงบประมาณถึงสิ้นเดือนที่เลือก เทียบกับประมาณการ",
    restsOn: [
      "รายรับ: ทะเบียนเงินรายรับ ณ สิ้นเดือน",
      "รายจ่าย: ทะเบียนงบประมาณ ณ สิ้นเดือน ประมาณการเป็นงบอนุมัติหลังการโอน",
      "รายจ่ายเพื่อการลงทุนคือประเภทรายจ่ายที่ขึ้นต้นด้วย 54 (ค่าครุภัณฑ์ ค่าที่ดินและสิ่งก่อสร้าง) ที่เหลือเป็นรายจ่ายประจำ",
    ],
    agreesWith: "ผลการเบิกจ่ายสองช่องรวมกันต้องเท่ากับเบิกจ่ายในรายงานงบประมาณคงเหลือ",
  },
};
