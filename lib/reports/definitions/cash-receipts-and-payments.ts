/** รายงานรับ - จ่าย เงินสด: receipts and payments of a month and of the year so far, beside their estimates. */

import type { ReportDefinition } from "../definition";
import type { ReportColumn } from "../document";

/** One half of the found form (DOMAIN.md §3.2), its columns in order. */
function half(side: "in" | "out", toDate: string, tables: readonly string[]): ReportColumn[] {
  const group = "จนถึงปัจจุบัน";
  const sideName = side === "in" ? "รายรับ" : "รายจ่าย";
  return [
    {
      id: `${side}_estimate`,
      label: "ประมาณการ บาท",
      group,
      kind: "amount",
      width: 14,
      derived: true,
      tables: [toDate],
    },
    {
      id: `${side}_to_date`,
      label: "เกิดขึ้นจริง บาท",
      group,
      kind: "amount",
      width: 14,
      derived: true,
      tables: [toDate],
    },
    { id: `${side}_name`, label: "รายการ", group: sideName, kind: "text", width: 27 },
    { id: `${side}_code`, label: "รหัสบัญชี", group: sideName, kind: "code", width: 13 },
    {
      id: `${side}_month`,
      label: "เกิดขึ้นจริง บาท",
      group: "เดือนนี้",
      kind: "amount",
      width: 14,
      derived: true,
      tables: ["journal", "balances", ...tables],
    },
  ];
}

export const cashReceiptsAndPayments: ReportDefinition = {
  id: "cash-receipts-and-payments",
  title: "รายงานรับ - จ่าย เงินสด",
  module: "accounting",
  tables: ["journal", "balances", "revenue_register", "budget_lines", "receipts", "requisitions", "cash"],
  period: "month",
  parameters: [],
  required: [],
  columns: [...half("in", "revenue_register", ["receipts"]), ...half("out", "budget_lines", ["requisitions"])],
  landscape: true,
  signatures: ["หัวหน้าหน่วยงานคลัง", "ปลัด", "นายก"],
  isApproximateForm: false,
  help: {
    purpose: "เงินที่รับและจ่ายจริงในเดือนที่เลือกและตั้งแต่ต้นปีงบประมาณ เทียบกับประมาณการ พร้อมยอดเงินยกมาและยกไป",
    restsOn: [
      "เดือนนี้: รายการในสมุดบัญชีที่รับหรือจ่ายเงินสดและเงินฝาก รายรับแยกหมวดตามใบเสร็จของใบนำส่งเงิน รายจ่ายแยกหมวดตามฎีกา ที่เหลือแยกตามรหัสบัญชี",
      "จนถึงปัจจุบันของรายการตามงบประมาณ: ทะเบียนเงินรายรับ และยอดเบิกจ่ายสะสมของทะเบียนงบประมาณรายจ่าย ณ สิ้นเดือน ประมาณการรายจ่ายเป็นยอดหลังโอน",
      "รายการที่ไม่ผ่านเงินสดหรือเงินฝาก เช่น ค่าเสื่อมราคา และเงินที่โอนระหว่างบัญชีเงินฝาก ไม่รวม",
    ],
    agreesWith:
      "ยอดยกไปต้องเท่ากับรายงานสถานะการเงินประจำวันวันสุดท้ายของเดือน งบทดลอง และ ฝจ.02 รายรับต้องเท่ากับทะเบียนเงินรายรับ รายจ่ายต้องเท่ากับฎีกาที่จ่าย",
  },
};
