/** What is said of an LAO's damage as a whole: how much can be read, what is missing at least, and why amounts are not added. */
import type { DamageSummary } from "@/lib/finding/damage-summary";
import { PARTITION_STATES, type PartitionState } from "@/lib/finding/partition-state";
import { type Amount, sayBaht } from "@/lib/money/amount";
import { sayCount } from "./finding-phrases";
import { stateName, tableName } from "./names";

/** In cells of a heat map, where the whole word of a state would not fit; the legend gives both. */
const SHORT_STATES: Readonly<Record<PartitionState, string>> = {
  intact: "ครบ",
  inconsistent: "ไม่ตรง",
  partial: "บางส่วน",
  lost: "อ่านไม่ได้",
  empty: "ไม่มี",
};

export function shortStateName(state: PartitionState): string {
  return SHORT_STATES[state];
}

/** «อย่างน้อย 412,300.00 บาท»: amounts are lower bounds, since nobody knows what else stood in what cannot be read. */
export function sayAtLeast(amount: Amount): string {
  return `อย่างน้อย ${sayBaht(amount)}`;
}

/** Parts that are not empty: those of which something can be said. */
export function partsOf({ partitions }: Pick<DamageSummary, "partitions">): {
  readonly readable: number;
  readonly all: number;
} {
  const { intact, inconsistent, partial, lost } = partitions;
  return { readable: intact, all: intact + inconsistent + partial + lost };
}

/** «เอกสารหายไปอย่างน้อย 37 ฉบับ · ยอดขาดอย่างน้อย 412,300.00 บาท (สมุดรายวัน)»; nothing where nothing tells. */
export function sayMissing(
  known: Pick<DamageSummary, "documentsMissing" | "amountMissing"> & { readonly amountTable?: string | null },
): string {
  const table = known.amountTable ? ` (${tableName(known.amountTable)})` : "";
  return [
    known.documentsMissing ? `เอกสารหายไปอย่างน้อย ${sayCount(known.documentsMissing)} ฉบับ` : "",
    known.amountMissing ? `ยอดขาด${sayAtLeast(known.amountMissing)}${table}` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The answer of an LAO's home: how much can be read and what is missing. */
export function homeLead(damage: DamageSummary): string {
  const { readable, all } = partsOf(damage);
  if (all === 0) return "ยังไม่มีข้อมูลของหน่วยงานนี้ในชุดข้อมูลที่เลือก";
  const read = `อ่านได้ครบ ${sayCount(readable)} จาก ${sayCount(all)} ส่วน`;
  if (readable === all) return `${read} · ไม่พบร่องรอยความเสียหาย`;
  return [read, `พบความเสียหาย ${sayCount(all - readable)} ส่วน`, sayMissing(damage)]
    .filter((part) => part !== "")
    .join(" · ");
}

/** «อปท. 88 แห่ง · อ่านได้ครบ 2,950 จาก 3,080 ส่วน · พบความเสียหาย 130 ส่วน · เอกสารหายไปอย่างน้อย 37 ฉบับ …» */
export function laosLead(laos: number, total: Omit<DamageSummary, "amountTable">): string {
  const { readable, all } = partsOf(total);
  // Of nothing, nothing is said: no sign of damage would be praise for data that is not there.
  if (all === 0) return `อปท. ${sayCount(laos)} แห่ง`;
  const damaged = all - readable;
  const found = damaged === 0 ? "ไม่พบร่องรอยความเสียหาย" : `พบความเสียหาย ${sayCount(damaged)} ส่วน`;
  return [
    `อปท. ${sayCount(laos)} แห่ง`,
    `อ่านได้ครบ ${sayCount(readable)} จาก ${sayCount(all)} ส่วน`,
    found,
    sayMissing(total),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** Lines below the word of a damaged cell of the map: «หายอย่างน้อย 37 ฉบับ», else «3 เรื่อง»; then the baht. */
export function mapDetail(part: {
  readonly state: PartitionState;
  readonly findings: number;
  readonly documentsMissing: number | null;
  readonly amountMissing: Amount | null;
}): string[] {
  if (part.state === "intact" || part.state === "empty") return [];
  const lines: string[] = [];
  if (part.documentsMissing) lines.push(`หายอย่างน้อย ${sayCount(part.documentsMissing)} ฉบับ`);
  else if (part.findings > 0) lines.push(`${sayCount(part.findings)} เรื่อง`);
  if (part.amountMissing) lines.push(`ขาด${sayAtLeast(part.amountMissing)}`);
  return lines;
}

export const MISSING = {
  title: "สิ่งที่ทราบว่าขาดหาย แยกตามระบบ",
  lead: "เป็นยอดขั้นต่ำเท่าที่ข้อมูลที่เหลือพิสูจน์ได้ เงินก้อนเดียวกันมักอยู่ในหลายระบบ เช่น ใบเสร็จรับเงินกับสมุดรายวัน จึงไม่นำยอดของต่างระบบมารวมกัน",
  module: "ระบบ",
  readable: "อ่านได้ครบ (ส่วน)",
  documents: "เอกสารที่หาย (ฉบับ)",
  amount: "ยอดขาดอย่างน้อย (บาท)",
  register: "ขาดจาก",
  of: (readable: number, all: number) => (all === 0 ? "ไม่มีข้อมูล" : `${sayCount(readable)} จาก ${sayCount(all)}`),
} as const;

export const HEAT_MAP = {
  table: "รายชื่อองค์กรปกครองส่วนท้องถิ่น และสภาพข้อมูลแต่ละเดือน",
  caption: (module: string | null) =>
    module === null
      ? "แต่ละช่องคือสภาพที่แย่ที่สุดของทุกระบบในเดือนนั้น"
      : `แต่ละช่องคือสภาพของข้อมูล${module}ในเดือนนั้น กดช่องที่เสียหายเพื่อดูหลักฐาน`,
  amountNote: "ยอดขาดเป็นยอดขั้นต่ำของทะเบียนที่ขาดมากที่สุด ไม่ได้รวมยอดของต่างทะเบียน เพราะอาจเป็นเงินก้อนเดียวกัน",
  filters: "ตัวกรองเพิ่มเติม",
  lao: "อปท.",
  documents: "เอกสารที่หาย (ฉบับ)",
  amount: "ยอดขาดอย่างน้อย (บาท)",
  readable: "อ่านได้ครบ (ส่วน)",
  anyType: "ทุกประเภท",
  type: "ประเภท อปท.",
  allModules: "ทุกระบบ",
  module: "ระบบ",
  month: "เดือนที่เสียหาย",
  anyMonth: "ทุกเดือน",
  anyDistrict: "ทุกอำเภอ",
  anyProvince: "ทุกจังหวัด",
  cell: (lao: string, month: string, state: string) => `${lao} ${month} ${state}`,
} as const;

/** What the short words in the cells of a heat map stand for. */
export const MEANING_OF_STATES = {
  label: "คำในช่องเดือน",
  value: PARTITION_STATES.map((state) => `${SHORT_STATES[state]} = ${stateName(state)}`).join(" · "),
};

/** What stands, and what does not stand, in columns of missing documents and amounts. */
export const MEANING_OF_AMOUNTS = {
  label: "ยอดขาดและเอกสารหาย",
  value: `${HEAT_MAP.amountNote} ช่องที่ว่างคือไม่มีสิ่งใดในข้อมูลที่เหลือบอกจำนวน ไม่ได้แปลว่าไม่ขาด`,
};

export const CERTIFICATE = {
  summary: "สรุป",
  intact: "«ไม่พบร่องรอยความเสียหาย»",
  intactMeans:
    "หมายความว่าอ่านได้ทุกแถว รหัสตรวจสอบของแฟ้มตรง และไม่พบยอดหรือเลขที่เอกสารที่ขัดกันกับข้อมูลส่วนอื่น ไม่ได้รับรองว่าตัวเลขทุกตัวตรงกับเอกสารต้นฉบับ",
  amounts: "ยอดขาดและเอกสารหาย",
  amountsMean: "เป็นยอดขั้นต่ำเท่าที่ข้อมูลที่เหลือพิสูจน์ได้ เงินก้อนเดียวกันอาจขาดจากหลายทะเบียน จึงไม่นำยอดของต่างทะเบียนหรือต่างระบบมารวมกัน",
  snapshot: "ชุดข้อมูล (รหัส)",
  asOf: "ข้อมูล ณ วันที่",
  loadedAt: "นำเข้าและตรวจเมื่อ",
  digest: "ค่าตรวจสอบเนื้อหาของชุดข้อมูล",
  rows: (read: number, loaded: number, apart: number) =>
    `แถวที่อ่านได้ ${sayCount(read)} = ใช้ในรายงาน ${sayCount(loaded)} + แยกไว้ ${sayCount(apart)}`,
  parts: (readable: number, all: number) =>
    all === 0 ? "ไม่มีข้อมูล" : `อ่านได้ครบ ${sayCount(readable)} จาก ${sayCount(all)} ส่วน`,
  open: "หนังสือรับรองสภาพข้อมูล",
} as const;
