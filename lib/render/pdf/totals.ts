/** Totals below the table: what kind of sum each is, its amounts, and the double rule. */
import type { Amount } from "@/lib/money/amount";
import type { ReportDocument, ReportTotal } from "@/lib/reports/document";
import { TOTAL_KIND_WORDS } from "@/lib/wording/render";
import type { TableLayout } from "./column-layout";
import { drawSums } from "./draw-sums";
import type { Pages } from "./pages";
import { ROW_PADDING_PT, rowHeightPt } from "./row-block";
import type { Typesetter } from "./typesetter";

const DOUBLE_RULE_GAP_PT = 1.6;
const GAP_BELOW_PT = 5;

/** Height of all totals, so that none of them is parted from the table. */
export function totalsHeightPt(document: ReportDocument, layout: TableLayout): number {
  return document.totals.length * (rowHeightPt(1, layout.sizePt) + 2 * DOUBLE_RULE_GAP_PT + 1) + GAP_BELOW_PT;
}

export function drawTotals(pages: Pages, document: ReportDocument, layout: TableLayout, typesetter: Typesetter): void {
  for (const total of document.totals) {
    const sums = new Map<string, Amount>(Object.entries(total.cells));
    const top = pages.topPt();
    drawSums(pages, layout, typesetter, totalLabel(total), sums, top + ROW_PADDING_PT, total.mark);
    const bottom = top + rowHeightPt(1, layout.sizePt);
    for (const column of layout.columns) {
      if (!sums.has(column.id)) continue;
      const right = column.leftPt + column.widthPt;
      pages.content().horizontal(column.leftPt, right, bottom, 0.5);
      pages.content().horizontal(column.leftPt, right, bottom + DOUBLE_RULE_GAP_PT, 0.5);
    }
    pages.moveTo(bottom + 2 * DOUBLE_RULE_GAP_PT + 1);
  }
  pages.moveTo(pages.topPt() + GAP_BELOW_PT);
}

/** «รวม (ไม่ครบ อย่างน้อย)» */
function totalLabel(total: ReportTotal): string {
  const words = TOTAL_KIND_WORDS[total.kind];
  return words === "" ? total.label : `${total.label} (${words})`;
}
