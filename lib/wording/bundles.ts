/** What is said about bundles: all reports of a month or of an LAO in one ZIP. */
import { formatDateLong, type IsoDate } from "@/lib/period/date";

export const BUNDLE_WORDS = {
  indexFile: "สารบัญ.html",
  checksumFile: "SHA256SUMS.txt",
  indexTitle: "สารบัญชุดรายงาน",
  wholePeriod: "ทั้งงวด",
  allMonths: "ทุกเดือนที่มีในชุดข้อมูล",
  snapshot: "ชุดข้อมูล",
  asOf: "ข้อมูล ณ วันที่",
  period: "งวด",
  madeAt: "ขอจัดทำเมื่อ",
  columns: ["รายงาน", "งวด/ตัวเลือก", "สภาพข้อมูล", "แฟ้ม"],
  untied: (count: number) => `การพิสูจน์ยอดไม่ตรง ${count} ข้อ`,
  sound: "ไม่พบร่องรอยความเสียหาย",
  synthetic: "ข้อมูลสมมุติ: จัดทำขึ้นเพื่อทดลองใช้ ไม่ใช่ข้อมูลของหน่วยงานจริง",
  howToCheck:
    "SHA256SUMS.txt แสดงรหัสตรวจสอบ (SHA-256) ของทุกแฟ้ม ใช้พิสูจน์ว่าแฟ้มไม่ถูกแก้ไข (คำสั่ง sha256sum --check SHA256SUMS.txt ในโฟลเดอร์ที่แตกแฟ้ม)",
  leftOut: (titles: readonly string[]) =>
    `ไม่รวมเอกสารรายฉบับ (${titles.join(" · ")}) เพราะมีจำนวนมาก ทุกรายการแสดงอยู่ในสมุดและทะเบียนแล้ว เปิดดูรายฉบับได้จากระบบ`,
  place: (district: string, province: string, code: string) =>
    `${[district && `อำเภอ${district}`, `จังหวัด${province.replace(/^จังหวัด/, "")}`].filter(Boolean).join(" ")} · รหัส ${code}`,
  /** `26 พฤศจิกายน 2569 เวลา 14.05 น.` */
  moment: (at: Date) => {
    const local = new Date(at.getTime() + 7 * 3_600_000).toISOString();
    return `${formatDateLong(local.slice(0, 10) as IsoDate)} เวลา ${local.slice(11, 16).replace(":", ".")} น.`;
  },
} as const;

export const BUNDLE_SENTENCES = {
  tooLarge: "ชุดรายงานนี้ใหญ่เกินกำหนด — โปรดเลือก อปท. ให้น้อยลง เลือกเดือนเดียว หรือเลือกรูปแบบแฟ้มให้น้อยลง",
  noLao: "โปรดเลือก อปท. อย่างน้อยหนึ่งแห่ง",
  replaced: "ชุดข้อมูลถูกแทนที่ระหว่างจัดทำ — โปรดขอจัดทำใหม่",
  tooMany: (count: number, max: number) =>
    `ชุดรายงานนี้มี ${count.toLocaleString("th-TH")} แฟ้ม เกิน ${max.toLocaleString("th-TH")} แฟ้ม — โปรดเลือก อปท. ให้น้อยลง หรือเลือกเดือนเดียว`,
} as const;
