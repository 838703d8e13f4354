/** The table over as many pages as it takes: its head on each, running sums carried from foot to head, rows that are taller than a page cut by lines. */
import { type Amount, addAmounts, ZERO } from "@/lib/money/amount";
import type { ReportRow } from "@/lib/reports/document";
import { broughtForward, carriedForward, NO_ROWS } from "@/lib/wording/render";
import type { TableLayout } from "./column-layout";
import { drawRow } from "./draw-row";
import { drawSums } from "./draw-sums";
import type { Pages } from "./pages";
import { createRowSetter, ROW_PADDING_PT, type RowBlock, rowHeightPt } from "./row-block";
import { setTableHead } from "./table-head";
import { lineHeightPt, type Typesetter } from "./typesetter";

export interface TablePrinter {
  readonly print: (row: ReportRow) => void;
  /**
   * Prints the last row and closes the table's border. `totalsPt` more must fit below it; where `closingPt` more fit on a page with
   * one row, the last row stands on theirs, so that signatures never stand on a page without figures.
   */
  readonly finish: (totalsPt: number, closingPt: number) => void;
}

const RULE_PT = 0.7;
const CARRY_RULE_PT = 0.4;
const COLUMN_RULE_PT = 0.25;
const COLUMN_RULE_GREY = 0.7;

/** Kinds whose amounts count; group rows repeat what stands below them, an opening row belongs to the time before. */
function counts(row: ReportRow): boolean {
  return row.kind === "entry" || row.kind === "reconstructed";
}

/** Begins the table where the page stands. */
export function createTablePrinter(pages: Pages, layout: TableLayout, typesetter: Typesetter): TablePrinter {
  const setRow = createRowSetter(layout, typesetter);
  const head = setTableHead(layout, typesetter);
  const summed = layout.columns.filter((column) => column.summed);
  const sums = new Map<string, Amount>(summed.map((column) => [column.id, ZERO]));
  const carryHeight = summed.length > 0 ? rowHeightPt(1, layout.sizePt) : 0;
  const { paper } = layout;
  const { leftPt, rightPt } = paper;
  let firstRowTop = 0;
  // Where the rules between columns go on from; rows with a sentence across the columns interrupt them.
  let rulesTop = 0;
  // Kept back until it is known whether it is the last.
  let held: ReportRow | undefined;

  function open(): void {
    firstRowTop = head.draw(pages.content(), pages.topPt());
    rulesTop = firstRowTop;
    pages.moveTo(firstRowTop);
  }

  function ruleColumns(bottom: number): void {
    if (bottom <= rulesTop) return;
    for (const column of layout.columns.slice(1))
      pages.content().vertical(column.leftPt, rulesTop, bottom, COLUMN_RULE_PT, COLUMN_RULE_GREY);
  }

  function closeGrid(): void {
    ruleColumns(pages.topPt());
    pages.content().horizontal(leftPt, rightPt, pages.topPt(), RULE_PT);
  }

  function turn(): void {
    const from = pages.pageNumber();
    ruleColumns(pages.topPt());
    carry(carriedForward(from + 1));
    pages.turn();
    open();
    carry(broughtForward(from));
    firstRowTop = pages.topPt();
  }

  function carry(label: string): void {
    const top = pages.topPt();
    const bottom = top + carryHeight;
    if (summed.length > 0) {
      pages.content().fill(leftPt, top, rightPt - leftPt, carryHeight, 0.955);
      drawSums(pages, layout, typesetter, label, sums, top + ROW_PADDING_PT);
      pages.content().horizontal(leftPt, rightPt, top, CARRY_RULE_PT);
    }
    pages.content().horizontal(leftPt, rightPt, bottom, RULE_PT);
    pages.moveTo(bottom);
    rulesTop = bottom;
  }

  const roomLines = () =>
    Math.floor((pages.roomPt() - carryHeight - 2 * ROW_PADDING_PT + 0.01) / lineHeightPt(layout.sizePt));

  /** No row stands on this page yet. */
  const isTop = () => pages.topPt() <= firstRowTop;

  function put(block: RowBlock): void {
    let line = 0;
    // A row moves to the next page whole, unless even an empty page has no room for it.
    if (block.lineCount > roomLines() && !isTop()) turn();
    while (line < block.lineCount) {
      const room = Math.max(1, roomLines());
      const to = Math.min(block.lineCount, line + room);
      const top = pages.topPt();
      if (block.sentence) ruleColumns(top);
      pages.moveTo(drawRow(pages.content(), block, layout, top, line, to));
      if (block.sentence) rulesTop = pages.topPt();
      line = to;
      if (line < block.lineCount) turn();
    }
  }

  function printNow(row: ReportRow, block: RowBlock): void {
    put(block);
    if (!counts(row)) return;
    for (const column of summed) {
      const value = row.cells[column.id];
      if (typeof value === "bigint") sums.set(column.id, addAmounts(sums.get(column.id) ?? ZERO, value as Amount));
    }
  }

  // Head, what is carried, and a row of two lines: less than that does not begin a table.
  if (pages.roomPt() < head.heightPt + 2 * carryHeight + rowHeightPt(2, layout.sizePt)) pages.turn();
  open();
  return {
    print: (row) => {
      if (held) printNow(held, setRow(held));
      held = row;
    },
    finish: (totalsPt, closingPt) => {
      const last = held ?? { kind: "entry", cells: {}, text: NO_ROWS };
      const block = setRow(last);
      const needPt = rowHeightPt(block.lineCount, layout.sizePt) + totalsPt;
      const bodyPt = paper.bottomPt - paper.topPt - head.heightPt - carryHeight;
      if (pages.roomPt() < needPt + closingPt && needPt + closingPt < bodyPt && !isTop()) turn();
      printNow(last, block);
      if (pages.roomPt() < totalsPt) turn();
      closeGrid();
    },
  };
}
