/** The search page in words: labels, what was understood, what was found, and where search could not look. */
import { type Amount, sayBaht } from "@/lib/money/amount";
import type { Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { sayCount } from "./finding-phrases";
import { moduleName } from "./names";
import { sayMonth } from "./reports";

/** As the portal names the documents that search finds (`lib/search/document-kind.ts`). */
const KIND_NAMES = {
  "journal-entry": "ใบผ่านรายการบัญชี",
  receipt: "ใบเสร็จรับเงิน",
  remittance: "ใบนำส่งเงิน",
  requisition: "ฎีกาเบิกเงิน",
  cheque: "เช็ค/ใบถอน",
  loan: "สัญญายืมเงิน",
  "budget-line": "รายการงบประมาณ",
  "budget-transfer": "การโอนงบประมาณ",
  asset: "ทรัพย์สิน",
} as const;

export function kindName(kind: keyof typeof KIND_NAMES): string {
  return KIND_NAMES[kind];
}

/** Whether the word is a kind of document, for events that an older or newer portal wrote. */
export function isDocumentKind(text: string): text is keyof typeof KIND_NAMES {
  return Object.hasOwn(KIND_NAMES, text);
}

export const SEARCH = {
  title: "ค้นหาเอกสาร",
  lead: "พิมพ์เลขที่เอกสาร ชื่อผู้รับหรือผู้ชำระเงิน ข้อความ จำนวนเงิน หรือวันที่ ระบบค้นทุกระบบงานพร้อมกัน",
  q: "คำที่ต้องการค้นหา",
  qHint: "เลขที่ ชื่อ ข้อความ จำนวนเงิน วันที่",
  province: "จังหวัด",
  chooseProvince: "— เลือกจังหวัด —",
  provinceFirst: "โปรดเลือกจังหวัดที่จะค้นหา",
  module: "ระบบงาน",
  anyModule: "ทุกระบบงาน",
  kind: "ประเภทเอกสาร",
  anyKind: "ทุกประเภท",
  period: "งวด (ไม่ใส่ก็ได้)",
  periodHint: "เช่น มี.ค. 2567 หรือ ไตรมาส 2",
  show: "ค้นหา",
  refused: "ค้นหาไม่ได้",
  howTitle: "ค้นอย่างไรได้บ้าง",
  how: [
    "เลขที่ ไม่ต้องใส่เลขศูนย์นำหน้า: RV-12/67 ได้ RV-00012/67",
    "ชื่อหรือข้อความ บางส่วนของคำก็ได้ ไม่สนใจช่องว่าง เลขไทยหรืออารบิก ํา กับ ำ และวรรณยุกต์ที่พิมพ์ซ้ำ",
    "หลายคำคั่นด้วยช่องว่าง: ต้องพบทุกคำในเอกสารเดียวกัน",
    "จำนวนเงิน: 12,500 ตรงยอด · 1000-2000 ช่วง · >5000 มากกว่า · <100 น้อยกว่า",
    "วันที่หรืองวด: 15/3/2567 · มี.ค. 2567 · ไตรมาส 2",
  ],
  table: "เอกสารที่พบ",
  number: "เลขที่ ประเภท วันที่",
  text: "ผู้เกี่ยวข้องและรายการ",
  amount: "จำนวนเงิน (บาท)",
  lao: "อปท.",
  pages: "หน้าของผลการค้นหา",
  cancelled: "ยกเลิก",
  noReport: "ยังไม่มีรายงานที่แสดงเอกสารประเภทนี้",
  looser: "ค้นใหม่โดยไม่นับวรรณยุกต์ (ได้มากขึ้น อาจไม่ตรงคำ)",
  stricter: "นับวรรณยุกต์ตามที่พิมพ์",
  noneAdvice: "ลองใช้คำที่สั้นลง ตรวจงวดและประเภทเอกสารที่เลือก",
  blindTitle: "ค้นไม่เห็นข้อมูลที่อ่านไม่ได้",
  openDamage: "ดูสภาพข้อมูล",
} as const;

/** «พบ 12 ฉบับ · คำ «ค่าน้ำมัน» · จำนวนเงิน 1,000.00 ถึง 2,000.00 บาท», with how each piece was understood. */
export function searchLead(answer: {
  readonly documentCount: number;
  readonly isLoose: boolean;
  readonly terms: readonly {
    readonly typed: string;
    readonly texts: readonly string[];
    readonly amount: { readonly from: Amount | null; readonly to: Amount | null } | null;
    readonly days: object | null;
  }[];
  readonly period: string | null;
}): string {
  const terms = answer.terms.map(({ typed, texts, amount, days }) => {
    const ways = [
      texts.length > 0 ? "ข้อความหรือเลขที่" : "",
      amount ? `จำนวนเงิน${sayAmounts(amount)}` : "",
      days ? "วันที่เอกสาร" : "",
    ].filter((way) => way !== "");
    return ways.length === 1 && texts.length > 0 ? `«${typed}»` : `«${typed}» (${ways.join(" หรือ ")})`;
  });
  const found = answer.documentCount === 0 ? "ไม่พบเอกสาร" : `พบ ${sayCount(answer.documentCount)} ฉบับ`;
  return [
    `${found}${terms.length > 0 ? ` ที่มี ${terms.join(" และ ")}` : ""}`,
    answer.period ? `งวด ${answer.period}` : "",
    answer.isLoose ? "ไม่นับวรรณยุกต์" : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function sayAmounts({ from, to }: { readonly from: Amount | null; readonly to: Amount | null }): string {
  if (from !== null && to !== null) return from === to ? ` ${sayBaht(from)}` : ` ${sayBaht(from)} ถึง ${sayBaht(to)}`;
  if (from !== null) return `ตั้งแต่ ${sayBaht(from)}`;
  return to === null ? "" : `ไม่เกิน ${sayBaht(to)}`;
}

/** «เดือน มี.ค. 2567 ระบบรายจ่ายอ่านไม่ได้บางส่วน (3 แถว) เอกสารในส่วนนั้นจึงค้นไม่พบ» */
export function unreadablePart(part: {
  readonly module: Module;
  readonly month: Month;
  readonly state: "partial" | "lost";
  readonly rowsQuarantined: number;
}): string {
  const rows = part.rowsQuarantined > 0 ? ` (แยกไว้ ${sayCount(part.rowsQuarantined)} แถว)` : "";
  const how = part.state === "lost" ? "อ่านไม่ได้ทั้งเดือน" : "อ่านไม่ได้บางส่วน";
  return `เดือน ${sayMonth(part.month)} ระบบ${moduleName(part.module)}${how}${rows}`;
}

export function unreadableLead(parts: number): string {
  return `ข้อมูล ${sayCount(parts)} ส่วนอ่านได้ไม่ครบ เอกสารที่อยู่ในส่วนนั้นจึงค้นไม่พบ แม้เคยมีอยู่จริง`;
}

export function unreadableOfProvince(laos: number, parts: number): string {
  return `ข้อมูลของ อปท. ${sayCount(laos)} แห่ง รวม ${sayCount(parts)} ส่วน อ่านได้ไม่ครบ เอกสารที่อยู่ในส่วนนั้นจึงค้นไม่พบ แม้เคยมีอยู่จริง`;
}

export function numberInGap(gap: { readonly from: string; readonly to: string; readonly month: Month }): string {
  const range = gap.from === gap.to ? gap.from : `${gap.from} ถึง ${gap.to}`;
  return `เลขที่ ${range} เดือน ${sayMonth(gap.month)} ขาดหายจากข้อมูล เอกสารที่ค้นหาน่าจะเคยมีอยู่จริง โปรดดูเอกสารต้นฉบับ`;
}
