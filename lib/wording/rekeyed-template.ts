/** What the empty forms for re-keyed books say: how to fill each column, and an example of each. */

export const TEMPLATE = {
  fileName: (book: string) => `แบบฟอร์ม${book}`,
  howTo: "วิธีกรอก",
  column: "หัวตาราง",
  isRequired: "จำเป็น",
  how: "กรอกอย่างไร",
  example: "ตัวอย่าง",
  required: "ต้องมี",
  optional: "เว้นได้",
  excel: "แบบฟอร์ม Excel",
  csv: "แบบฟอร์ม CSV",
  unknownBook: (known: string) => `ไม่รู้จักเล่มนี้ — เล่มที่มีแบบฟอร์ม: ${known}`,
  rules: [
    "กรอกตั้งแต่แถวที่ 2 ของแผ่นแรกลงไป แถวละหนึ่งรายการ ไม่ต้องมียอดรวม ระบบรวมให้เอง",
    "อย่าเปลี่ยนหัวตาราง และอย่าแทรกแถวเหนือหัวตาราง จึงจะส่งได้โดยไม่ต้องระบุช่อง",
    "ใช้ได้ทั้งเลขไทยและเลขอารบิก วันที่เป็น พ.ศ. หรือ ค.ศ. ก็ได้",
    "รายการที่เอกสารเดียวกันมีหลายบรรทัด ให้กรอกเลขที่เอกสารเดียวกันทุกบรรทัด",
    "แผ่นนี้มีไว้อ่าน ระบบไม่นำไปตรวจ",
  ],
} as const;

/** By the kind of a column. */
export const TEMPLATE_HOW = {
  day: "วัน/เดือน/ปี เช่น 15/3/2567",
  amount: "บาท ทศนิยมไม่เกินสองตำแหน่ง ช่องที่ไม่มียอดเว้นว่างหรือใส่ -",
  code: "ตามที่พิมพ์ในเอกสาร รวมเลขศูนย์ข้างหน้า",
  text: "ข้อความตามเอกสาร",
} as const;

/** By book and column; made up. */
export const TEMPLATE_EXAMPLES: Readonly<Record<string, string>> = {
  "journal.date": "15/3/2567",
  "journal.number": "RV-00214/67",
  "journal.account": "1101030102.001",
  "journal.debit": "1,500.00",
  "journal.credit": "-",
  "journal.text": "รับเงินภาษีที่ดินและสิ่งปลูกสร้าง",
  "receipts.date": "15/3/2567",
  "receipts.number": "R-001592/67",
  "receipts.account": "411001",
  "receipts.amount": "1,500.00",
  "receipts.text": "นายตัวอย่าง ทดลองกรอก",
  "receipts.remittance": "RM-00214/67",
  "requisitions.date": "15/3/2567",
  "requisitions.number": "00566/67",
  "requisitions.account": "00111-210300-0001",
  "requisitions.amount": "10,000.00",
  "requisitions.net": "9,900.00",
  "requisitions.payee": "ร้านตัวอย่าง",
  "requisitions.text": "ค่าวัสดุสำนักงาน",
};
