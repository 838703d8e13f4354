/** Draws a measured row, or as many of its lines as a page has room for. */
import { CELL_PADDING_PT, type TableLayout } from "./column-layout";
import { drawMark } from "./damage-mark";
import type { PageContent } from "./page-content";
import { HATCH_WIDTH_PT, ROW_PADDING_PT, type RowBlock, rowHeightPt } from "./row-block";
import { baselinePt, lineHeightPt } from "./typesetter";

const HAIRLINE_PT = 0.25;
const HAIRLINE_GREY = 0.7;
const SHADED_ROWS: readonly RowBlock["kind"][] = ["opening", "group", "heading"];
const RULE_PT = 0.5;
const RULE_GAP_PT = 1.4;

/** Lines `fromLine` … `toLine − 1` of a row from `topPt` downwards; gives the place below it. */
export function drawRow(
  content: PageContent,
  block: RowBlock,
  layout: TableLayout,
  topPt: number,
  fromLine: number,
  toLine: number,
): number {
  const { leftPt, rightPt } = layout.paper;
  const height = rowHeightPt(toLine - fromLine, layout.sizePt);
  if (SHADED_ROWS.includes(block.kind)) content.fill(leftPt, topPt, rightPt - leftPt, height, 0.955);
  const textTop = topPt + ROW_PADDING_PT;
  for (const cell of block.cells) {
    // Before its figure also in the file, so that they are read in this order.
    if (cell.mark && fromLine === 0) {
      const figureLeft = cell.align === "right" ? cell.leftPt + cell.widthPt - cell.text.widthPt : cell.leftPt;
      drawMark(content, cell.mark, figureLeft, textTop, layout.sizePt);
    }
    const top = textTop + baselinePt(layout.sizePt) - baselinePt(cell.text.sizePt);
    content.text(cell.text, cell.leftPt, top, cell.widthPt, cell.align, fromLine, Math.min(toLine, block.cellLines));
  }
  drawSentence(content, block, layout, textTop, fromLine, toLine);
  const bottom = topPt + height;
  if (block.kind === "missing") drawMissingFrame(content, layout, topPt, height);
  else if (block.kind === "reconstructed")
    content.outline(leftPt + 1, topPt + 1, rightPt - leftPt - 2, height - 2, 0.6, true);
  content.horizontal(leftPt, rightPt, bottom, HAIRLINE_PT, HAIRLINE_GREY);
  if (toLine === block.lineCount) drawRules(content, block, layout, topPt, bottom);
  return bottom;
}

/** Over the amounts of a subtotal, and below those of a row that the form closes; inside the row, so that no height changes. */
function drawRules(content: PageContent, block: RowBlock, layout: TableLayout, topPt: number, bottomPt: number): void {
  for (const column of layout.columns) {
    if (column.kind !== "amount" || !block.cells.some((cell) => isInside(cell, column))) continue;
    const right = column.leftPt + column.widthPt;
    const line = (y: number) => content.horizontal(column.leftPt, right, y, RULE_PT);
    if (block.kind === "subtotal") line(topPt);
    if (block.rule) line(bottomPt);
    if (block.rule === "double") line(bottomPt - RULE_GAP_PT);
  }
}

function isInside(cell: RowBlock["cells"][number], column: TableLayout["columns"][number]): boolean {
  return cell.leftPt >= column.leftPt && cell.leftPt < column.leftPt + column.widthPt;
}

function drawSentence(
  content: PageContent,
  block: RowBlock,
  layout: TableLayout,
  textTop: number,
  fromLine: number,
  toLine: number,
): void {
  if (!block.sentence || toLine <= block.cellLines) return;
  const from = Math.max(0, fromLine - block.cellLines);
  const linesBefore = Math.max(0, block.cellLines - fromLine);
  const top = textTop + linesBefore * lineHeightPt(layout.sizePt);
  const left = layout.paper.leftPt + HATCH_WIDTH_PT + CELL_PADDING_PT;
  const width = layout.paper.rightPt - HATCH_WIDTH_PT - CELL_PADDING_PT - left;
  content.text(block.sentence, left, top, width, "left", from, toLine - block.cellLines);
}

/** Hatched ends and an outline: seen without colour, and apart from every row that was read. */
function drawMissingFrame(content: PageContent, layout: TableLayout, topPt: number, heightPt: number): void {
  const { leftPt, rightPt } = layout.paper;
  content.hatch(leftPt + 1, topPt + 1, HATCH_WIDTH_PT - 1, heightPt - 2);
  content.hatch(rightPt - HATCH_WIDTH_PT, topPt + 1, HATCH_WIDTH_PT - 1, heightPt - 2);
  content.outline(leftPt + 1, topPt + 1, rightPt - leftPt - 2, heightPt - 2, 0.7);
}
