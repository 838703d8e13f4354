/** รายงานสรุปเงินฝากและรายจ่าย (ฝจ.02): deposits by bank and by kind of fund, and expenditure of the month and the year so far. */

import type { ReportDefinition } from "../definition";
import type { ReportColumn } from "../document";

function spending(span: "month" | "year", table: string): ReportColumn[] {
  const group = span === "month" ? "รายจ่ายเดือนนี้" : "รายจ่ายตั้งแต่ต้นปี";
  const amount = (id: string, label: string): ReportColumn => ({
    id: `${span}_${id}`,
    label,
    group,
    kind: "amount",
    width: 13,
    derived: true,
    tables: [table],
  });
  return [
    { id: `${span}_expense`, label: span === "month" ? "ประเภทรายจ่าย" : "ประเภท", group, kind: "text", width: 17 },
    amount("recurrent", "ประจำ"),
    amount("investment", "ลงทุน"),
    amount("all", "รวม"),
  ];
}

export const depositSummary: ReportDefinition = {
  id: "deposit-summary",
  title: "รายงานสรุปเงินฝากและรายจ่าย (ฝจ.02)",
  module: "accounting",
  tables: ["cash", "balances", "requisitions", "budget_lines", "journal"],
  period: "as-of-month",
  parameters: [],
  required: [],
  // The found form's eleven columns in order (DOMAIN.md §3.2).
  columns: [
    { id: "bank", label: "ชื่อธนาคาร", kind: "text", width: 20 },
    { id: "bank_kind", label: "ประเภทเงินฝาก", kind: "text", width: 20 },
    { id: "deposit", label: "จำนวนเงิน", kind: "amount", width: 14, derived: true, tables: ["cash"] },
    ...spending("month", "requisitions"),
    ...spending("year", "budget_lines"),
  ],
  landscape: true,
  signatures: ["หัวหน้าหน่วยงานคลัง", "ปลัด", "นายก"],
  // The form's signatures were not found, and one line below the funds is ours.
  isApproximateForm: true,
  absences: [
    "ชุดข้อมูลไม่บอกว่าเงินในบัญชีเงินฝากแต่ละบัญชีเป็นเงินสะสม เงินรายได้ หรือเงินอื่น จึงแสดงเฉพาะเงินนอกงบประมาณด้วยยอดหนี้สินทั้งหมดตามบัญชีแยกประเภท และยอดที่เหลือรวมกัน เว้นบรรทัดของแต่ละประเภทไว้ให้กรอก",
  ],
  help: {
    purpose:
      "เงินฝากธนาคารทุกบัญชี ณ สิ้นเดือน แยกตามธนาคารและประเภทเงิน พร้อมรายจ่ายของเดือนและตั้งแต่ต้นปี แยกรายจ่ายประจำกับรายจ่ายเพื่อการลงทุน",
    restsOn: [
      "เงินฝาก: สถานะการเงินประจำวัน ณ สิ้นเดือน",
      "รายจ่ายเดือนนี้: ฎีกาที่จ่ายในเดือน (จำนวนเงินที่ขอเบิก) · ตั้งแต่ต้นปี: ยอดเบิกจ่ายสะสมของทะเบียนงบประมาณรายจ่าย",
      "รายจ่ายเพื่อการลงทุน คือ ค่าครุภัณฑ์ และค่าที่ดินและสิ่งก่อสร้าง นอกนั้นเป็นรายจ่ายประจำ",
    ],
    agreesWith:
      "รวมเงินฝากแยกตามธนาคารต้องเท่ากับแยกตามประเภทเงิน รายงานสถานะการเงินประจำวัน และบัญชีแยกประเภทเงินฝาก รายจ่ายเดือนนี้ต้องเท่ากับรายงานรับ - จ่าย เงินสด",
  },
};
