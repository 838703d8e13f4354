/** งบเทียบยอดเงินฝากธนาคาร, the side of the books: balance and uncollected cheques of every bank account at a day. */
import type { ReportDefinition } from "../definition";

export const bankReconciliation: ReportDefinition = {
  id: "bank-reconciliation",
  title: "งบเทียบยอดเงินฝากธนาคาร",
  module: "accounting",
  tables: ["cash", "cheques", "requisitions", "journal", "balances"],
  period: "date",
  parameters: ["bank"],
  required: [],
  // Proposed lines and columns (DOMAIN.md §3.3).
  columns: [
    { id: "item", label: "รายการ / จ่ายให้", kind: "text", width: 46 },
    { id: "date", label: "วันที่เช็ค", kind: "date", width: 12 },
    { id: "cheque_no", label: "เลขที่เช็ค", kind: "code", width: 14 },
    { id: "amount", label: "จำนวนเงิน", kind: "amount", width: 18, summed: true, derived: true },
  ],
  landscape: false,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  absences: [
    "ใบแจ้งยอดเงินฝาก (Statement) ของธนาคารและเงินฝากระหว่างทางไม่อยู่ในชุดข้อมูล เว้นบรรทัดไว้ให้กรอก",
    "วันที่ธนาคารจ่ายเงินตามเช็คไม่อยู่ในชุดข้อมูล รายการเช็คจึงนับเช็คที่ผู้รับเงินยังไม่มารับ ณ วันที่เลือก เช็คที่รับไปแล้วแต่ยังไม่ขึ้นเงินต้องดูจากใบแจ้งยอด",
  ],
  help: {
    purpose: "ยอดคงเหลือตามบัญชีของเงินฝากแต่ละบัญชี และเช็คที่ผู้รับเงินยังไม่มารับ เพื่อเทียบกับใบแจ้งยอดของธนาคาร",
    restsOn: [
      "สถานะการเงินประจำวัน: ยอดคงเหลือรายบัญชี ณ วันที่เลือก",
      "รายงานการจัดทำเช็ค: เช็คที่ลงวันที่ไม่เกินวันที่เลือกและยังไม่มีวันที่รับเช็ค หรือรับหลังวันที่เลือก",
    ],
    agreesWith:
      "ยอดคงเหลือตามบัญชีต้องเท่ากับบัญชีแยกประเภทเงินฝากธนาคารและรายงานสถานะการเงินประจำวัน จำนวนและยอดเช็คต้องเท่ากับรายงานสถานะการเงินประจำวัน",
  },
};
