/** งบทดลอง: every account with its opening, movement and closing, as the old system closed the month, or at a day inside it. */
import type { ReportDefinition } from "../definition";

export const trialBalance: ReportDefinition = {
  id: "trial-balance",
  title: "งบทดลอง",
  alsoKnownAs: ["TB"],
  module: "accounting",
  tables: ["balances", "journal"],
  period: "month-or-date",
  parameters: ["unit", "groups", "q"],
  required: [],
  // Name, code, debit, credit in the found form's order and spelling (DOMAIN.md §3.2: «เดบิท»); carried balance and movement stand before its two columns.
  columns: [
    { id: "account_name", label: "ชื่อบัญชี", kind: "text", width: 34 },
    { id: "account_code", label: "รหัสบัญชี", kind: "code", width: 15 },
    { id: "opening_debit", label: "เดบิต", group: "ยอดยกมา", kind: "amount", width: 14, summed: true, derived: true },
    { id: "opening_credit", label: "เครดิต", group: "ยอดยกมา", kind: "amount", width: 14, summed: true, derived: true },
    { id: "debit", label: "เดบิต", group: "รายการระหว่างงวด", kind: "amount", width: 14, summed: true, derived: true },
    { id: "credit", label: "เครดิต", group: "รายการระหว่างงวด", kind: "amount", width: 14, summed: true, derived: true },
    { id: "closing_debit", label: "เดบิท", group: "ยอดคงเหลือ", kind: "amount", width: 14, summed: true, derived: true },
    {
      id: "closing_credit",
      label: "เครดิต",
      group: "ยอดคงเหลือ",
      kind: "amount",
      width: 14,
      summed: true,
      derived: true,
    },
  ],
  landscape: true,
  signatures: ["หัวหน้าหน่วยงานคลัง", "ปลัด", "นายก"],
  // The found form has name, code, debit and credit only; the two pairs of columns before them are ours.
  isApproximateForm: true,
  help: {
    purpose: "ยอดยกมา รายการระหว่างงวด และยอดคงเหลือของทุกบัญชีในเดือนที่เลือก หรือ ณ วันที่เลือก",
    restsOn: [
      "แบบเดือน: งบทดลองประจำเดือนตามที่ระบบเดิมปิดไว้",
      "แบบ ณ วันที่: ยอดยกมาต้นเดือนบวกรายการในสมุดรายวันตั้งแต่ต้นเดือนถึงวันที่เลือก",
      "แถวหัวข้อกลุ่มบัญชีเป็นผลรวมของบัญชีด้านล่าง ไม่รวมซ้ำในยอดรวม",
      "เลือกหน่วยงาน: เฉพาะรายการที่ระบุหน่วยงานนั้น ไม่มียอดยกมาและยอดคงเหลือ เพราะข้อมูลในคลังไม่แยกตามหน่วยงาน",
    ],
    agreesWith: "ยอดคงเหลือของแต่ละบัญชีต้องเท่ากับบัญชีแยกประเภท และยอดคงเหลือสิ้นเดือนต้องเท่ากับยอดยกมาของเดือนถัดไป",
  },
};
