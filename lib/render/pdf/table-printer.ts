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
  /** After the last row: makes sure that `heightPt` more fit below the table, and closes its border. */
  readonly finish: (heightPt: number) => void;
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
  const { leftPt, rightPt } = layout.paper;
  let bodyTop = 0;
  // Where the rules between columns go on from; rows with a sentence across the columns interrupt them.
  let rulesTop = 0;
  let printed = 0;

  function open(): void {
    bodyTop = head.draw(pages.content(), pages.topPt());
    rulesTop = bodyTop;
    pages.moveTo(bodyTop);
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

  function put(block: RowBlock): void {
    let line = 0;
    // A row moves to the next page whole, unless even an empty page has no room for it.
    if (block.lineCount > roomLines() && printed > 0 && pages.topPt() > bodyTop + carryHeight + 1) turn();
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

  // Head, what is carried, and a row of two lines: less than that does not begin a table.
  if (pages.roomPt() < head.heightPt + 2 * carryHeight + rowHeightPt(2, layout.sizePt)) pages.turn();
  open();
  return {
    print: (row) => {
      put(setRow(row));
      printed += 1;
      if (!counts(row)) return;
      for (const column of summed) {
        const value = row.cells[column.id];
        if (typeof value === "bigint") sums.set(column.id, addAmounts(sums.get(column.id) ?? ZERO, value as Amount));
      }
    },
    finish: (heightPt) => {
      if (printed === 0) put(setRow({ kind: "entry", cells: {}, text: NO_ROWS }));
      if (pages.roomPt() < heightPt) turn();
      closeGrid();
    },
  };
}
