/** A line of sums: its label over the columns before the first of them, the amounts in bold. For totals and for what is carried from page to page. */
import { type Amount, formatBaht } from "@/lib/money/amount";
import type { DamageMark } from "@/lib/reports/document";
import { CELL_PADDING_PT, type PlacedColumn, type TableLayout } from "./column-layout";
import { drawMark, setMark, spaceForMarkPt } from "./damage-mark";
import type { Pages } from "./pages";
import { baselinePt, type SetText, type Typesetter } from "./typesetter";

const LABEL_WIDTH_MIN_PT = 60;

/** @param sums by column id */
export function drawSums(
  pages: Pages,
  layout: TableLayout,
  typesetter: Typesetter,
  label: string,
  sums: ReadonlyMap<string, Amount>,
  topPt: number,
  markOfSums?: DamageMark,
): void {
  const { sizePt } = layout;
  const mark = markOfSums && setMark(markOfSums, typesetter, sizePt);
  const place = labelPlace(layout, sums);
  const put = (text: SetText, leftPt: number, widthPt: number, align: "left" | "right") =>
    pages.content().text(text, leftPt, topPt + baselinePt(sizePt) - baselinePt(text.sizePt), widthPt, align);
  put(typesetter.fitted(label, "bold", sizePt, place.widthPt), place.leftPt, place.widthPt, place.align);
  for (const column of layout.columns) {
    const amount = sums.get(column.id);
    if (amount === undefined) continue;
    const width = column.widthPt - 2 * CELL_PADDING_PT - (mark ? spaceForMarkPt(mark) : 0);
    const figure = typesetter.fitted(formatBaht(amount), "bold", sizePt, width);
    const right = column.leftPt + column.widthPt - CELL_PADDING_PT;
    if (mark) drawMark(pages.content(), mark, right - figure.widthPt, topPt, sizePt);
    put(figure, right - width, width, "right");
  }
}

/** Left of the first sum; where sums begin at the table's left edge, in the widest column without one. */
function labelPlace(
  layout: TableLayout,
  sums: ReadonlyMap<string, Amount>,
): { readonly leftPt: number; readonly widthPt: number; readonly align: "left" | "right" } {
  const { leftPt, rightPt } = layout.paper;
  const inside = (from: number, width: number) => ({
    leftPt: from + CELL_PADDING_PT,
    widthPt: Math.max(1, width - 2 * CELL_PADDING_PT),
  });
  const first = layout.columns.find((column) => sums.has(column.id));
  const before = (first?.leftPt ?? rightPt) - leftPt;
  const widest = layout.columns
    .filter((column) => !sums.has(column.id))
    .reduce<PlacedColumn | undefined>((best, one) => (best && best.widthPt >= one.widthPt ? best : one), undefined);
  if (before >= LABEL_WIDTH_MIN_PT || !widest) return { ...inside(leftPt, before), align: "right" };
  return { ...inside(widest.leftPt, widest.widthPt), align: "left" };
}
