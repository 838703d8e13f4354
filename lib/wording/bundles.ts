/** What is said about bundles: all reports of a month or of an LAO in one ZIP. */
import { buddhistYear, formatDateLong, type IsoDate } from "@/lib/period/date";
import { formatMonth, type Month } from "@/lib/period/month";
import { sayCount } from "./finding-phrases";

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
  noFormat: "โปรดเลือกรูปแบบแฟ้มอย่างน้อยหนึ่งแบบ",
  tooManyLaos: (max: number) => `เลือก อปท. ได้ครั้งละไม่เกิน ${max} แห่ง — โปรดแบ่งขอเป็นหลายชุด`,
  severalArchives: "อปท. ที่เลือกไม่ได้อยู่ในชุดข้อมูลเดียวกัน — โปรดเลือกชุดข้อมูลก่อน",
  oneAtATime: "ท่านมีชุดรายงานที่กำลังจัดทำอยู่ — โปรดรอให้เสร็จ หรือยกเลิกชุดนั้นก่อน",
  tooManyKept: (max: number) => `ท่านมีชุดรายงานเก็บไว้ครบ ${max} ชุดแล้ว — โปรดลบชุดที่ไม่ใช้ก่อน`,
  gone: "ไม่พบชุดรายงานนี้ หรือหมดอายุแล้ว — โปรดขอจัดทำใหม่",
  stopped: "การจัดทำถูกยกเลิก — หากยังต้องการโปรดขอจัดทำใหม่",
  broken: "จัดทำไม่สำเร็จเพราะระบบขัดข้อง — โปรดขอจัดทำใหม่ หากยังไม่สำเร็จโปรดแจ้งผู้ดูแลระบบ",
  atCommandLine: "ที่บรรทัดคำสั่งให้ใช้ portal bundle",
  noLao: "โปรดเลือก อปท. อย่างน้อยหนึ่งแห่ง",
  replaced: "ชุดข้อมูลถูกแทนที่ระหว่างจัดทำ — โปรดขอจัดทำใหม่",
  tooMany: (count: number, max: number) =>
    `ชุดรายงานนี้มี ${sayCount(count)} แฟ้ม เกิน ${sayCount(max)} แฟ้ม — โปรดเลือก อปท. ให้น้อยลง หรือเลือกเดือนเดียว`,
} as const;

export const BUNDLE_PAGE = {
  title: "ชุดรายงาน",
  link: "ทุกรายงานของหน่วยงานในแฟ้มเดียว (ZIP)",
  linkNote: "ทุกรายงานของเดือน หรือทุกเดือน เป็น PDF Excel CSV พร้อมสารบัญและรหัสตรวจสอบ",
  listTitle: "ชุดรายงานที่ขอไว้",
  askTitle: "ขอชุดรายงานใหม่",
  askNote:
    "ระบบจัดทำทุกรายงานรวมเป็นแฟ้ม ZIP เดียว พร้อมสารบัญและรหัสตรวจสอบ (SHA-256) ของทุกแฟ้ม ระหว่างจัดทำปิดหน้านี้ได้ แล้วกลับมาดาวน์โหลดภายหลัง แฟ้มที่เสร็จแล้วเก็บไว้ 3 วัน",
  laos: "รหัส อปท. 8 หลัก คั่นด้วยช่องว่าง (ไม่เกิน 20 แห่ง)",
  month: "เดือน",
  allMonths: "ทุกเดือนในชุดข้อมูล",
  formats: "รูปแบบแฟ้ม",
  formatChoices: [
    ["pdf", "PDF"],
    ["xlsx", "Excel"],
    ["csv", "CSV"],
    ["json", "JSON"],
  ],
  ask: "ขอชุดรายงาน",
  asked: "รับคำขอแล้ว ดูความคืบหน้าได้ในหน้านี้",
  download: "ดาวน์โหลด ZIP",
  cancel: "ยกเลิก",
  remove: "ลบ",
  askedAt: (moment: string) => `ขอเมื่อ ${moment}`,
  progressOf: (lao: string) => `ความคืบหน้าของชุดรายงาน ${lao}`,
} as const;

/** The page's answer in one sentence. */
export function bundlesLead(bundles: readonly { readonly status: string }[]): string {
  const ready = bundles.filter((bundle) => bundle.status === "ready").length;
  const going = bundles.filter((bundle) => bundle.status === "waiting" || bundle.status === "running").length;
  if (bundles.length === 0) return "ยังไม่มีชุดรายงานที่ขอไว้";
  const parts = [ready > 0 ? `พร้อมดาวน์โหลด ${ready} ชุด` : "", going > 0 ? `กำลังจัดทำ ${going} ชุด` : ""];
  return parts.filter((part) => part !== "").join(" · ") || "ชุดรายงานที่ขอไว้จัดทำไม่สำเร็จ";
}

export function bundleSubject(month: Month | null, formats: readonly string[]): string {
  const names = BUNDLE_PAGE.formatChoices.filter(([id]) => formats.includes(id)).map(([, name]) => name);
  return `ทุกรายงาน ${month === null ? "ทุกเดือนในชุดข้อมูล" : `ประจำเดือน${formatMonth(month)}`} · ${names.join(", ")}`;
}

interface BundleInWords {
  readonly status: string;
  readonly done: number;
  readonly total: number | null;
  readonly bytes: number | null;
  readonly expiresAt: Date | null;
  readonly trouble: string | null;
}

/** How far it is, in one sentence. */
export function bundleState({ status, done, total, bytes, expiresAt, trouble }: BundleInWords): string {
  if (status === "ready") {
    const size = bytes === null ? "" : ` · ${sayCount(Math.max(1, Math.round(bytes / 1024)))} กิโลไบต์`;
    return `จัดทำเสร็จแล้ว${size}${expiresAt ? ` · เก็บไว้ถึง ${BUNDLE_WORDS.moment(expiresAt)}` : ""}`;
  }
  if (status === "failed") return `จัดทำไม่สำเร็จ: ${trouble ?? ""}`;
  if (status === "running" && total !== null) return `กำลังจัดทำ ${sayCount(done)} จาก ${sayCount(total)} รายงาน`;
  return status === "running" ? "กำลังเริ่มจัดทำ" : "รอจัดทำ";
}

/** `ชุดรายงาน_06350302_2567-03.zip` */
export function bundleFileName(laos: readonly string[], month: string | null): string {
  const period = month === null ? "ทุกเดือน" : `${buddhistYear(Number(month.slice(0, 4)))}-${month.slice(5)}`;
  return `ชุดรายงาน_${laos[0]}${laos.length > 1 ? `-และอีก-${laos.length - 1}-แห่ง` : ""}_${period}.zip`;
}
