/** ยอดเทียบรายบัญชีของข้อมูลย้อนหลัง: both sides by account and month, and which items make up the difference. The portal's own form. */
import type { ReportDefinition } from "../definition";

const explained = (id: string, label: string) =>
  ({ id, label, group: "ผลต่างมาจาก", kind: "amount", width: 14, summed: true }) as const;

export const rekeyedTotals: ReportDefinition = {
  id: "rekeyed-totals",
  title: "ยอดเทียบรายบัญชีของข้อมูลย้อนหลัง",
  module: "oversight",
  tables: ["journal", "receipts", "requisitions"],
  isOverview: true,
  period: "document",
  parameters: [],
  required: [],
  columns: [
    { id: "book", label: "เล่ม", kind: "text", width: 14 },
    { id: "month", label: "เดือน", kind: "text", width: 12 },
    { id: "account", label: "รหัสบัญชี รายรับ หรืองบประมาณ", kind: "code", width: 22 },
    { id: "archive", label: "ข้อมูลเดิม", kind: "amount", width: 16 },
    { id: "rekeyed", label: "บันทึกย้อนหลัง", kind: "amount", width: 16 },
    { id: "difference", label: "ผลต่าง", kind: "amount", width: 15, summed: true },
    explained("not_keyed", "ยังไม่ได้บันทึก"),
    explained("missing", "ขาด"),
    explained("surplus", "เกิน"),
    explained("differs", "ต่าง"),
    explained("others", "ซ้ำหรือตัดสินไม่ได้"),
  ],
  landscape: true,
  signatures: ["ผู้ตรวจ", "หัวหน้าหน่วยงานคลัง"],
  isApproximateForm: false,
  help: {
    purpose: "ดูว่ายอดของแต่ละบัญชีและเดือนสองฝั่งเท่ากันหรือไม่ และผลต่างมาจากรายการที่ขาด เกิน หรือต่าง",
    restsOn: [
      "เอกสารทุกฉบับของทั้งสองฝั่ง ฉบับละหนึ่งที่ ยอดของสมุดรายวันคือเดบิตลบเครดิต",
      "เฉพาะเล่มที่ส่งแฟ้มแล้ว บัญชีที่ผลต่างเป็นศูนย์อาจมีรายการที่ต่างกันแต่หักกลบกัน ดูได้จากช่องขวา",
    ],
    agreesWith: "ผลต่างแต่ละแถวเท่ากับผลรวมของช่องขวา ถึงสตางค์",
  },
};
