/** What the comparison of two snapshots says. */
import { isDamaged, type PartitionState } from "@/lib/finding/partition-state";
import type { Verdict } from "@/lib/finding/verdict";
import { sayCount } from "./finding-phrases";
import { stateName } from "./names";

const VERDICT_NAMES: Record<Verdict, string> = {
  same: "ตรงกัน",
  changed: "ต่างกัน",
  "only-left": "มีเฉพาะชุดเทียบ",
  "only-right": "มีเฉพาะชุดนี้",
  undecidable: "ตัดสินไม่ได้",
};

export function verdictName(verdict: Verdict): string {
  return VERDICT_NAMES[verdict];
}

/** Both states are null where that snapshot does not reach. */
interface JudgedPart {
  readonly verdict: Verdict;
  readonly leftState: PartitionState | null;
  readonly rightState: PartitionState | null;
}

/** Of a part, with what stands in the way of deciding. */
export function sayVerdict({ verdict, leftState, rightState }: JudgedPart): string {
  const name = VERDICT_NAMES[verdict];
  if (verdict === "same" && leftState === "empty" && rightState === "empty") return `${name} (ไม่มีรายการทั้งสองชุด)`;
  if (verdict === "only-right" && leftState === null) return `${name} (ชุดเทียบไม่มีเดือนนี้)`;
  if (verdict === "only-left" && rightState === null) return `${name} (ชุดนี้ไม่มีเดือนนี้)`;
  if (verdict !== "undecidable") return name;
  const side = (which: string, state: PartitionState | null) =>
    state !== null && isDamaged(state) ? [`${which}${stateName(state)}`] : [];
  const reasons = [...side("ชุดเทียบ", leftState), ...side("ชุดนี้", rightState)];
  return `${name} (${reasons.length > 0 ? reasons.join(" · ") : "จำนวนแถวไม่ครบ"})`;
}

export const COMPARISON = {
  title: "เทียบสองชุดข้อมูล",
  with: (title: string) => `เทียบกับ ${title}`,
  linkNote: "ดูว่าข้อมูลสองชุดตรงกันส่วนใด ต่างกันที่เอกสารและช่องใด และส่วนใดตัดสินไม่ได้เพราะข้อมูลเสียหาย",
  left: "ชุดเทียบ",
  right: "ชุดนี้",
  parts: "สรุป (ระบบ × เดือน)",
  documents: "เอกสารที่ต่างกัน (เท่าที่อ่านได้)",
  laos: "อปท. ที่เทียบ",
  module: "ทั้งระบบ",
  changed: "ต่างกัน",
  same: "«ตรงกัน» หมายความว่าทุกแถวของทั้งสองชุดเหมือนกัน และไม่พบร่องรอยความเสียหายทั้งสองข้าง",
  undecidable: "ส่วนที่ข้างใดข้างหนึ่งมีร่องรอยความเสียหาย ตัดสินไม่ได้ว่าตรงกันหรือไม่ จำนวนเอกสารและยอดของส่วนนั้นนับเท่าที่อ่านได้",
  notFound: (id: string) => `ไม่พบชุดข้อมูล «${id}» ที่จะเทียบ — โปรดเลือกชุดข้อมูลจากรายการ`,
  notSelf: "ชุดข้อมูลที่เลือกเป็นชุดเดียวกัน — โปรดเลือกชุดเทียบเป็นชุดอื่น",
  notPart: (part: string) => `ไม่รู้จักส่วนของข้อมูล «${part}» — ตัวอย่าง: journal/2024-03`,
  snapshot: (title: string, id: string, asOf: string) => `${title} (${id}) ณ วันที่ ${asOf}`,
  counts: (counts: Readonly<Record<Verdict, number>>) =>
    (Object.keys(VERDICT_NAMES) as Verdict[])
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => `${VERDICT_NAMES[verdict]} ${sayCount(counts[verdict])} ส่วน`)
      .join(" · ") || "ไม่มีข้อมูลทั้งสองชุด",
  documentCounts: (changed: number, onlyLeft: number, onlyRight: number) =>
    `ต่างกัน ${sayCount(changed)} · มีเฉพาะชุดเทียบ ${sayCount(onlyLeft)} · มีเฉพาะชุดนี้ ${sayCount(onlyRight)}`,
  line: (document: string, line: string) => `${document} รายการที่ ${line}`,
  wholeMonth: (rows: number) => `ทั้งเดือน ${sayCount(rows)} แถว`,
  yes: "ใช่",
  no: "ไม่",
  empty: "(ว่าง)",
  note: "หมายเหตุ",
  otherSnapshots: "ชุดข้อมูลอื่น",
  orders: "ลำดับ",
  noLao: "ไม่มีในชุดนี้",
} as const;
