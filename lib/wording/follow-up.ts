/** What is said to those who follow up many LAOs: how far each has come with checking what it keyed again. */
export const FOLLOW_UP = {
  views: "มุมมองของรายชื่อ",
  damage: "สภาพข้อมูลแต่ละเดือน",
  title: "การตรวจข้อมูลย้อนหลัง",
  table: "รายชื่อองค์กรปกครองส่วนท้องถิ่น และความคืบหน้าของการตรวจข้อมูลย้อนหลัง",
  caption: "กดร้อยละที่ตรวจแล้วเพื่อเปิดกระดาษทำการของแห่งนั้น (ดูได้อย่างเดียว)",
  lao: "อปท.",
  archive: "อ่านได้ครบ (ส่วน)",
  share: "ตรวจแล้ว",
  items: "รายการที่ตรวจแล้ว",
  difference: "ผลต่างที่ยังไม่ตรวจ (บาท)",
  activity: "เคลื่อนไหวล่าสุด",
  of: (settled: string, items: string) => `${settled} / ${items}`,
  notKeyed: "ยังไม่ส่งข้อมูล",
  checked: "การตรวจข้อมูลย้อนหลัง",
  anyChecked: "ทุกความคืบหน้า",
  checkStates: { "not-sent": "ยังไม่ส่งข้อมูล", open: "ส่งแล้ว ยังตรวจไม่ครบ", done: "ตรวจครบแล้ว" },
  wholeFile: (isProvince: boolean) => `แฟ้มมี อปท. ทุกแห่ง${isProvince ? "ในจังหวัด" : "ทั่วประเทศ"} ไม่ตามตัวกรอง`,
  notCompared: "ส่งแล้ว ยังไม่ได้เทียบกับชุดนี้",
  note: "ร้อยละที่ตรวจแล้วคือรายการที่ตรงกัน หรือที่เจ้าหน้าที่ตรวจรับหรือชี้แจงแล้ว จากทุกรายการของเล่มที่ส่งมา รวมรายการที่ยังไม่ได้บันทึก ปัดเศษลง · ผลต่างที่ยังไม่ตรวจคือยอดรวมโดยไม่คิดเครื่องหมายของรายการที่ขาด เกิน หรือต่าง ไม่รวมรายการที่ยังไม่ได้บันทึก และรายการที่ตัดสินไม่ได้เพราะข้อมูลเดิมเสียหาย · เคลื่อนไหวล่าสุดคือการส่งแฟ้ม บันทึกผลตรวจ หรือความเห็น",
} as const;

/** `ร้อยละ 98.7` of a share in tenths of a percent; in words where there is none. */
export function sayShare(share: number | null, hasRekeyed: boolean): string {
  if (share === null) return hasRekeyed ? FOLLOW_UP.notCompared : FOLLOW_UP.notKeyed;
  return `ร้อยละ ${Math.floor(share / 10)}.${share % 10}`;
}
