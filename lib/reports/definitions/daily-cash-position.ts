/** รายงานสถานะการเงินประจำวัน: cash in hand, bank accounts and cheques not yet collected on one day. */
import type { ReportDefinition } from "../definition";

export const dailyCashPosition: ReportDefinition = {
  id: "daily-cash-position",
  title: "รายงานสถานะการเงินประจำวัน",
  module: "accounting",
  tables: ["cash", "journal", "balances", "cheques", "requisitions"],
  period: "date",
  parameters: [],
  required: [],
  // The found form (DOMAIN.md §3.2): its lines, one column of amounts.
  columns: [
    { id: "item", label: "รายการ", kind: "text", width: 70 },
    { id: "amount", label: "จำนวนเงิน", kind: "amount", width: 20, derived: true },
  ],
  landscape: false,
  signatures: ["ผู้ตรวจ", "กรรมการเก็บรักษาเงิน", "กรรมการเก็บรักษาเงิน", "กรรมการเก็บรักษาเงิน", "นายก", "ผู้รับเงินไปฝากธนาคาร"],
  isApproximateForm: false,
  help: {
    purpose: "เงินสด เงินฝากธนาคาร และเช็คที่ผู้มีสิทธิยังไม่มารับ ณ สิ้นวันที่เลือก พร้อมยอดคงเหลือรายบัญชีเงินฝาก",
    restsOn: [
      "สถานะการเงินประจำวันที่ระบบเดิมเก็บไว้ วันที่ไม่มีรายการใช้ยอดยกไปของวันก่อนหน้า",
      "สมุดบัญชีของวันนั้น สำหรับแยกเงินสดที่นำฝากธนาคารและเงินที่โอนระหว่างบัญชีเงินฝาก",
      "เช็คที่ลงวันที่ไม่เกินวันนั้นและยังไม่มีวันที่รับเช็ค หรือรับหลังวันนั้น",
    ],
    agreesWith: "ยอดยกไปต้องเท่ากับบัญชีแยกประเภทเงินสดและเงินฝาก งบทดลอง งบเทียบยอดเงินฝากธนาคาร และ ฝจ.02 ณ วันเดียวกัน",
  },
};
