/** A line of sums: its label over the columns before the first of them, the amounts in bold. For totals and for what is carried from page to page. */
import { type Amount, formatBaht } from "@/lib/money/amount";
import type { DamageMark } from "@/lib/reports/document";
import { CELL_PADDING_PT, type TableLayout } from "./column-layout";
import { drawMark, setMark, spaceForMarkPt } from "./damage-mark";
import type { Pages } from "./pages";
import type { Typesetter } from "./typesetter";

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
  const { sizePt, paper } = layout;
  const mark = markOfSums && setMark(markOfSums, typesetter, sizePt);
  const first = layout.columns.find((column) => sums.has(column.id));
  const room = Math.max(1, (first?.leftPt ?? paper.rightPt) - paper.leftPt - 2 * CELL_PADDING_PT);
  const text = typesetter.fitted(label, "bold", sizePt, room);
  pages.content().text(text, paper.leftPt + CELL_PADDING_PT, topPt, room, "right");
  for (const column of layout.columns) {
    const amount = sums.get(column.id);
    if (amount === undefined) continue;
    const width = column.widthPt - 2 * CELL_PADDING_PT - (mark ? spaceForMarkPt(mark) : 0);
    const figure = typesetter.fitted(formatBaht(amount), "bold", sizePt, width);
    const right = column.leftPt + column.widthPt - CELL_PADDING_PT;
    if (mark) drawMark(pages.content(), mark, right - figure.widthPt, topPt, figure.sizePt);
    pages.content().text(figure, right - width, topPt, width, "right");
  }
}
