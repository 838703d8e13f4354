/** รายงานการโอนงบประมาณ: every transfer of a period, from which code to which, and why. */
import { BUDGET } from "@/lib/wording/budget";
import type { ReportDefinition } from "../definition";

export const budgetTransfers: ReportDefinition = {
  id: "budget-transfers",
  title: "รายงานการโอนงบประมาณ",
  module: "budget",
  tables: ["budget_transfers", "budget_lines"],
  period: "range",
  parameters: ["code", "q"],
  required: [],
  choices: { code: "budget-codes" },
  // No print was found: the columns are ours.
  columns: [
    { id: "date", label: "วันที่", kind: "date", width: 11 },
    { id: "transfer_no", label: "เลขที่", kind: "code", width: 13 },
    { id: "from_code", label: "รหัสงบประมาณ", group: "โอนลดจาก", kind: "code", width: 18 },
    { id: "from_name", label: "งาน/ประเภทรายจ่าย", group: "โอนลดจาก", kind: "text", width: 30 },
    { id: "to_code", label: "รหัสงบประมาณ", group: "โอนเพิ่มให้", kind: "code", width: 18 },
    { id: "to_name", label: "งาน/ประเภทรายจ่าย", group: "โอนเพิ่มให้", kind: "text", width: 30 },
    { id: "amount", label: "จำนวนเงิน", kind: "amount", width: 15, summed: true },
    { id: "reason", label: "เหตุผล", kind: "text", width: 28 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  absences: [BUDGET.noEarlierTransfers],
  help: {
    purpose: "การโอนงบประมาณรายจ่ายทุกรายการในงวดที่เลือก โอนจากรหัสใดไปรหัสใด เท่าใด เพราะเหตุใด",
    restsOn: ["รายการโอนงบประมาณ", "ชื่องานและประเภทรายจ่ายจากทะเบียนงบประมาณ"],
    agreesWith: "ยอดโอนเพิ่มและโอนลดสะสมในทะเบียนงบประมาณที่เพิ่มขึ้นในเดือน ต้องเท่ากับผลรวมรายการโอนของเดือนนั้น",
  },
};
