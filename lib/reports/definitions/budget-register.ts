/** ทะเบียนรายจ่ายตามงบประมาณ: what moved in each budget code during a month, between its state at the end of the month before and at its own. */
import { BUDGET } from "@/lib/wording/budget";
import type { ReportDefinition } from "../definition";

export const budgetRegister: ReportDefinition = {
  id: "budget-register",
  title: "ทะเบียนรายจ่ายตามงบประมาณ",
  module: "budget",
  tables: ["requisitions", "budget_transfers", "budget_lines"],
  period: "month",
  parameters: ["plan", "code", "q"],
  required: [],
  choices: { code: "budget-codes" },
  // Proposed columns (DOMAIN.md §3.3), in an order that lets each row read from left to right.
  columns: [
    { id: "date", label: "วันที่", kind: "date", width: 11 },
    { id: "number", label: "เลขที่ฎีกา/เลขที่โอน", kind: "code", width: 14 },
    { id: "description", label: "รายการ", kind: "text", width: 40 },
    { id: "approved", label: "งบอนุมัติ", kind: "amount", width: 15 },
    { id: "transferred_in", label: "โอนเพิ่ม", kind: "amount", width: 14, summed: true },
    { id: "transferred_out", label: "โอนลด", kind: "amount", width: 14, summed: true },
    { id: "encumbered", label: "ก่อหนี้ผูกพัน", kind: "amount", width: 14 },
    { id: "disbursed", label: "เบิกจ่าย", kind: "amount", width: 15, summed: true },
    { id: "remaining", label: "คงเหลือ", kind: "amount", width: 15 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  absences: [BUDGET.noEncumbrances],
  help: {
    purpose: "รายการโอนและเบิกจ่ายของแต่ละรหัสงบประมาณในเดือนที่เลือก พร้อมยอดยกมาและยอด ณ สิ้นเดือน",
    restsOn: [
      "ยอดยกมาและยอด ณ สิ้นเดือน: ทะเบียนงบประมาณตามที่ระบบเดิมเก็บไว้",
      "เบิกจ่าย: จำนวนเงินที่ขอเบิก (ก่อนหักภาษี) ของฎีกาที่จ่ายในเดือน ฎีกาที่ยกเลิกแสดงไว้แต่ไม่รวมยอด",
      "โอนเพิ่ม-โอนลด: รายการโอนงบประมาณในเดือน",
    ],
    agreesWith: "ยอดเบิกจ่ายที่เพิ่มขึ้นจากสิ้นเดือนก่อนต้องเท่ากับผลรวมฎีกาในเดือน และยอดสิ้นเดือนต้องเท่ากับรายงานงบประมาณคงเหลือ",
  },
};
