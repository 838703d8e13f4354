/** กระดาษทำการกระทบยอดรายจ่าย: budget register, requisitions and payments book of a month side by side, and the way to the ledger. */
import type { ReportDefinition } from "../definition";

export const expenditureReconciliation: ReportDefinition = {
  id: "expenditure-reconciliation",
  title: "กระดาษทำการกระทบยอดรายจ่าย",
  module: "accounting",
  tables: ["budget_lines", "requisitions", "journal", "balances"],
  period: "month",
  parameters: [],
  required: [],
  columns: [
    { id: "item", label: "แผนงาน / ประเภทรายจ่าย", kind: "text", width: 34 },
    { id: "code", label: "รหัส", kind: "code", width: 10 },
    {
      id: "disbursed",
      label: "ทะเบียนงบประมาณ (เบิกจ่าย)",
      kind: "amount",
      width: 16,
      derived: true,
      tables: ["budget_lines"],
    },
    { id: "requested", label: "ฎีกา (ขอเบิก)", kind: "amount", width: 16, derived: true, tables: ["requisitions"] },
    {
      id: "expensed",
      label: "บัญชีค่าใช้จ่าย",
      group: "สมุดเงินสดจ่าย (เดบิต)",
      kind: "amount",
      width: 16,
      derived: true,
      // Which plan and expense a payment belongs to, its requisition tells.
      tables: ["journal", "requisitions"],
    },
    {
      id: "settled",
      label: "บัญชีหนี้สินและอื่น ๆ",
      group: "สมุดเงินสดจ่าย (เดบิต)",
      kind: "amount",
      width: 16,
      derived: true,
      // Which plan and expense a payment belongs to, its requisition tells.
      tables: ["journal", "requisitions"],
    },
    {
      id: "register_difference",
      label: "ทะเบียน − ฎีกา",
      group: "ผลต่าง",
      kind: "amount",
      width: 14,
      derived: true,
      tables: ["budget_lines", "requisitions"],
    },
    {
      id: "book_difference",
      label: "ฎีกา − สมุดเงินสดจ่าย",
      group: "ผลต่าง",
      kind: "amount",
      width: 14,
      derived: true,
      tables: ["requisitions", "journal"],
    },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose:
      "รายจ่ายของเดือนตามทะเบียนงบประมาณ ฎีกา และสมุดเงินสดจ่าย แยกแผนงานและประเภทรายจ่าย พร้อมผลต่าง และกระทบยอดกับค่าใช้จ่ายตามงบทดลอง",
    restsOn: [
      "ทะเบียนงบประมาณรายจ่าย: ยอดเบิกจ่ายสะสมสิ้นเดือนหักด้วยของเดือนก่อน",
      "ฎีกาที่จ่ายในเดือน ไม่รวมฎีกาที่ยกเลิก จำนวนเงินที่ขอเบิก",
      "สมุดเงินสดจ่าย: เดบิตของเอกสาร จับคู่กับฎีกาด้วยเลขที่คลังรับ",
    ],
    agreesWith:
      "ยอดเบิกจ่าย ฎีกา และสมุดเงินสดจ่ายต้องเท่ากันทุกบรรทัด ค่าใช้จ่ายในสมุดบัญชีทุกเล่มต้องเท่ากับงบทดลอง และฎีกาต้องเท่ากับรายงานรับ - จ่าย เงินสด",
  },
};
