/** งบแสดงผลการดำเนินงานทางการเงิน: revenue and expenditure of the fiscal year so far, by the headings of the chart. */
import type { ReportDefinition } from "../definition";

export const financialPerformance: ReportDefinition = {
  id: "financial-performance",
  title: "งบแสดงผลการดำเนินงานทางการเงิน",
  module: "accounting",
  tables: ["balances", "journal"],
  period: "month-or-date",
  parameters: [],
  required: [],
  columns: [
    { id: "item", label: "รายการ", kind: "text", width: 50 },
    { id: "note", label: "หมายเหตุ", kind: "code", width: 10 },
    { id: "current", label: "ปีปัจจุบัน", kind: "amount", width: 18, derived: true },
    { id: "previous", label: "ปีก่อน", kind: "amount", width: 18 },
  ],
  landscape: false,
  signatures: ["ผู้อำนวยการกองคลัง", "ปลัด", "นายก"],
  // As with the statement of position: lines of the chart, before the year is closed.
  isApproximateForm: true,
  absences: ["ยอดของปีก่อนและหมายเหตุประกอบงบการเงินไม่อยู่ในชุดข้อมูล เว้นว่างไว้"],
  help: {
    purpose: "รายได้และค่าใช้จ่ายตั้งแต่ต้นปีงบประมาณถึงสิ้นเดือนหรือวันที่เลือก จัดกลุ่มตามหัวข้อในผังบัญชี",
    restsOn: [
      "แบบเดือน: งบทดลองประจำเดือนตามที่ระบบเดิมปิดไว้ · แบบ ณ วันที่: ยอดยกมาต้นเดือนบวกรายการในสมุดบัญชีถึงวันที่เลือก",
      "ยอดคงเหลือของบัญชีรายได้และค่าใช้จ่ายสะสมตั้งแต่ 1 ตุลาคม จึงรวมรายการก่อนวันแรกของชุดข้อมูลด้วย",
    ],
    agreesWith: "รายได้สูง/(ต่ำ) กว่าค่าใช้จ่ายต้องเท่ากับบรรทัดเดียวกันในงบแสดงฐานะการเงิน และทุกบรรทัดต้องเท่ากับงบทดลอง",
  },
};
