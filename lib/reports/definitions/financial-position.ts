/** งบแสดงฐานะการเงิน: assets, debts and net assets at a month's end or a day, by the headings of the chart. */
import type { ReportDefinition } from "../definition";

export const financialPosition: ReportDefinition = {
  id: "financial-position",
  title: "งบแสดงฐานะการเงิน",
  module: "accounting",
  tables: ["balances", "journal"],
  period: "month-or-date",
  parameters: [],
  required: [],
  // The found form's columns (DOMAIN.md §3.2); it heads the last two with the years.
  columns: [
    { id: "item", label: "รายการ", kind: "text", width: 50 },
    { id: "note", label: "หมายเหตุ", kind: "code", width: 10 },
    { id: "current", label: "ปีปัจจุบัน", kind: "amount", width: 18, derived: true },
    { id: "previous", label: "ปีก่อน", kind: "amount", width: 18 },
  ],
  landscape: false,
  signatures: ["ผู้อำนวยการกองคลัง", "ปลัด", "นายก"],
  // The printed statement is a year-end one with lines of its own; ours are the headings of the chart, at any month's end.
  isApproximateForm: true,
  absences: ["ยอดของปีก่อนและหมายเหตุประกอบงบการเงินไม่อยู่ในชุดข้อมูล เว้นว่างไว้"],
  help: {
    purpose: "สินทรัพย์ หนี้สิน และส่วนทุน ณ สิ้นเดือนหรือ ณ วันที่เลือก จัดกลุ่มตามหัวข้อในผังบัญชี",
    restsOn: [
      "แบบเดือน: งบทดลองประจำเดือนตามที่ระบบเดิมปิดไว้ · แบบ ณ วันที่: ยอดยกมาต้นเดือนบวกรายการในสมุดบัญชีถึงวันที่เลือก",
      "รายได้และค่าใช้จ่ายยังไม่ปิดเข้าส่วนทุนระหว่างปี จึงแสดงผลต่างเป็นบรรทัดหนึ่งในส่วนทุน",
    ],
    agreesWith:
      "รวมสินทรัพย์ต้องเท่ากับรวมหนี้สินและส่วนทุน ทุกบรรทัดต้องเท่ากับผลรวมของบัญชีในงบทดลอง และผลของปีต้องเท่ากับงบแสดงผลการดำเนินงานทางการเงิน",
  },
};
