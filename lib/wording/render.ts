/** Words that printed reports add to what their document says: heads, feet, damage boxes, totals. Shared by PDF and Excel, so that both say the same. */
import type { PartitionState } from "@/lib/finding/partition-state";
import { fullLaoName } from "@/lib/office/office";
import { isLao, isNation, type Place } from "@/lib/office/place";

/** Once above the table (DOMAIN.md §7). */
export const UNIT_IS_BAHT = "(หน่วย: บาท)";

export const SYNTHETIC_MARK = "ข้อมูลสมมุติ (synthetic)";
export const APPROXIMATE_FORM_MARK = "รูปแบบโดยประมาณ";

export const NO_ROWS = "ไม่มีรายการ";
export const CONTINUED = "(ต่อ)";

/** «ยอดยกไป» at a page's foot: running sums that the next page opens with. */
export function carriedForward(nextPage: number): string {
  return `ยอดยกไปหน้า ${nextPage}`;
}

/** «ยอดยกมา» at the head of a following page. */
export function broughtForward(previousPage: number): string {
  return `ยอดยกมาจากหน้า ${previousPage}`;
}

/** «อำเภอเมือง จังหวัดยโสธร»; the capital has เขต and no จังหวัด before its name. */
export function placeLine(district: string, province: string): string {
  const inCapital = province === "กรุงเทพมหานคร";
  return [district && `${inCapital ? "เขต" : "อำเภอ"}${district}`, province && `${inCapital ? "" : "จังหวัด"}${province}`]
    .filter((part) => part !== "")
    .join(" ");
}

/** Whose books: «เทศบาลตำบลศรีแก้ว», «จังหวัดยโสธร», or «ทั้งประเทศ». */
export function placeName(place: Place): string {
  if (isNation(place)) return place.province;
  return isLao(place) ? fullLaoName(place) : placeLine("", place.province);
}

/** Below the name: where the LAO lies, or that a province's LAOs are all in it. */
export function whereabouts(place: Place): string {
  if (isLao(place)) return placeLine(place.district, place.province);
  return isNation(place) ? "รวมองค์กรปกครองส่วนท้องถิ่นทุกจังหวัด" : "รวมองค์กรปกครองส่วนท้องถิ่นในจังหวัด";
}

/** «หน้า 3 จาก 12» in two parts: the number of pages is known only when the last one is written. */
export const PAGE_WORD = "หน้า";
export const OF_PAGES_WORD = "จาก";

export function printedLine(moment: string, by: string): string {
  return `พิมพ์เมื่อ ${moment} โดย ${by}`;
}

export function snapshotLine(snapshot: { readonly id: string; readonly title: string }): string {
  return `ชุดข้อมูล: ${snapshot.title} (${snapshot.id})`;
}

/** Before the parameters that narrow what is shown. */
export const CONDITIONS_LABEL = "เงื่อนไข";

/** Added to the label of a total: what kind of sum it is. Nothing where the sum is known. */
export const TOTAL_KIND_WORDS: Record<"known" | "atLeast" | "reconstructed", string> = {
  known: "",
  atLeast: "ไม่ครบ อย่างน้อย",
  reconstructed: "รวมยอดที่คำนวณจากตารางอื่น",
};

/** Shape beside a figure; the state also stands as a word in the legend and in the notes, so it never rests on colour. */
export const MARK_SHAPES: Record<Exclude<PartitionState, "intact" | "empty">, string> = {
  inconsistent: "△",
  partial: "▲",
  lost: "■",
};

/** «▲1,3»: shape, then the numbers of the notes. */
export function markText(mark: {
  readonly state: keyof typeof MARK_SHAPES;
  readonly notes: readonly number[];
}): string {
  return `${MARK_SHAPES[mark.state]}${mark.notes.join(",")}`;
}

/** First line of the box above the table. */
export function damageSummaryTitle(noteCount: number): string {
  return `ข้อมูลที่ใช้ในรายงานนี้มีความเสียหาย ${noteCount} ส่วน`;
}

/** Since when damage is known: it is found while an archive is loaded. */
export function foundAtLoading(moment: string): string {
  return `ตรวจพบเมื่อนำเข้าชุดข้อมูล ${moment}`;
}

/** Where more parts are damaged than the box shows. */
export function moreNotes(count: number): string {
  return `และอีก ${count} ส่วน`;
}

export const MARK_LEGEND = "เครื่องหมายหน้าตัวเลขบอกว่ายอดนั้นอาศัยข้อมูลที่เสียหาย ตัวเลขท้ายเครื่องหมายคือลำดับหมายเหตุท้ายรายงาน";
export const DAMAGE_NOTES_TITLE = "หมายเหตุความเสียหายของข้อมูล";

export const PROOF_TITLE = "การพิสูจน์ยอด";
export const PROOF_HOLDS = "ตรงกัน";
export const PROOF_FAILS = "ไม่ตรงกัน";

/** Before the sentence of a row that was never read. */
export const RECONSTRUCTED_WORD = "คำนวณขึ้น";

export const SIGN_HERE = "ลงชื่อ";
