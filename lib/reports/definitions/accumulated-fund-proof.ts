/** รายงานพิสูจน์ยอดเงินสะสม at a month's end; it was due at 31 มี.ค. 2567, inside the lost half year (DOMAIN.md §3.1). */
import type { ReportDefinition } from "../definition";

export const accumulatedFundProof: ReportDefinition = {
  id: "accumulated-fund-proof",
  title: "รายงานพิสูจน์ยอดเงินสะสมที่สามารถนำไปใช้ได้ตามงบแสดงฐานะการเงิน",
  module: "accounting",
  tables: ["balances", "journal", "cash"],
  period: "as-of-month",
  parameters: [],
  required: [],
  columns: [
    { id: "item", label: "รายการ", kind: "text", width: 60 },
    { id: "account_code", label: "รหัสบัญชี", kind: "code", width: 16 },
    { id: "amount", label: "จำนวนเงิน", kind: "amount", width: 20, derived: true },
  ],
  landscape: false,
  signatures: ["ผู้อำนวยการกองคลัง", "ปลัด", "นายก"],
  // Only the report's name and the days it was due at were found.
  isApproximateForm: true,
  absences: ["เงินสะสมที่อนุมัติให้จ่ายแล้วแต่ยังไม่ได้เบิกจ่าย และเงินที่ต้องกันไว้ตามระเบียบ ไม่อยู่ในชุดข้อมูล เว้นบรรทัดไว้ให้กรอก"],
  help: {
    purpose:
      "พิสูจน์ยอดเงินสะสม ณ สิ้นเดือน จากสองด้าน: เงินที่มีอยู่หักหนี้สิน และส่วนทุนหักสินทรัพย์ที่ไม่ใช่เงิน (รายงานนี้จัดทำ ณ สิ้นเดือนมีนาคมและกันยายน)",
    restsOn: ["งบทดลองประจำเดือนตามที่ระบบเดิมปิดไว้", "รายการในสมุดบัญชีตั้งแต่ต้นชุดข้อมูล สำหรับพิสูจน์การเคลื่อนไหวของเงินสะสม"],
    agreesWith:
      "สองด้านต้องเท่ากัน เงินสดและเงินฝากต้องเท่ากับรายงานสถานะการเงินประจำวัน เงินสะสมต้องเท่ากับบัญชีแยกประเภทและงบแสดงฐานะการเงิน",
  },
};
