/** Says in words what state the figures of a row or a total are in: shared by Excel and CSV, so that both say the same. */
import type { DamageMark, ReportColumn, ReportRow, ReportTotal } from "@/lib/reports/document";
import { stateName } from "@/lib/wording/names";
import { TOTAL_KIND_WORDS } from "@/lib/wording/render";
import { noteNumbers } from "@/lib/wording/tabular";

function markWords(mark: DamageMark): string {
  return [stateName(mark.state), noteNumbers(mark.notes)].filter((part) => part !== "").join(" ");
}

/** «คงเหลือ: เสียหายบางส่วน หมายเหตุ 1, 2»; columns with the same mark are named together. */
function marksInWords(row: ReportRow, columns: readonly ReportColumn[]): string[] {
  const labelsByWords = new Map<string, string[]>();
  for (const column of columns) {
    const mark = row.marks?.[column.id];
    if (!mark) continue;
    const words = markWords(mark);
    labelsByWords.set(words, [...(labelsByWords.get(words) ?? []), column.label]);
  }
  return [...labelsByWords].map(([words, labels]) => `${labels.join(", ")}: ${words}`);
}

/** The words beside a row: its own sentence first, then the marks of its figures. Empty where nothing is to be said. */
export function rowCondition(row: ReportRow, columns: readonly ReportColumn[]): string {
  if ((row.text === undefined || row.kind === "heading") && row.marks === undefined) return "";
  return [...(row.text === undefined || row.kind === "heading" ? [] : [row.text]), ...marksInWords(row, columns)].join(
    " · ",
  );
}

/** «ไม่ครบ อย่างน้อย · เสียหายบางส่วน หมายเหตุ 1» */
export function totalCondition(total: ReportTotal): string {
  return [TOTAL_KIND_WORDS[total.kind], total.mark ? markWords(total.mark) : ""]
    .filter((part) => part !== "")
    .join(" · ");
}

/** «รวม (ไม่ครบ อย่างน้อย)» */
export function totalLabel(total: ReportTotal): string {
  const kind = TOTAL_KIND_WORDS[total.kind];
  return kind === "" ? total.label : `${total.label} (${kind})`;
}

/** Whether the row stands for something that was not read. */
export function isMarkerRow(row: ReportRow): boolean {
  return row.kind === "missing" || row.kind === "reconstructed";
}
