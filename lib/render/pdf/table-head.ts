/** The head of the table, drawn on each page: labels, and above neighbouring columns their common heading. */
import { CELL_PADDING_PT, type PlacedColumn, type TableLayout } from "./column-layout";
import type { PageContent } from "./page-content";
import { lineHeightPt, type SetText, type Typesetter } from "./typesetter";

export interface TableHead {
  readonly heightPt: number;
  /** Gives the place below the head. */
  readonly draw: (content: PageContent, topPt: number) => number;
}

interface HeadCell {
  readonly text: SetText;
  readonly leftPt: number;
  readonly widthPt: number;
  readonly tier: "upper" | "lower" | "both";
}

const PADDING_PT = 2.5;
const HEAD_GREY = 0.92;
const RULE_PT = 0.7;
const INNER_RULE_PT = 0.4;

export function setTableHead(layout: TableLayout, typesetter: Typesetter): TableHead {
  const cells = setHeadCells(layout, typesetter);
  const lineHeight = lineHeightPt(layout.sizePt);
  const linesOf = (tier: HeadCell["tier"]) =>
    Math.max(0, ...cells.filter((cell) => cell.tier === tier).map((cell) => cell.text.lines.length));
  const upperPt = linesOf("upper") === 0 ? 0 : linesOf("upper") * lineHeight + 2 * PADDING_PT;
  const lowerPt = Math.max(
    linesOf("lower") * lineHeight + 2 * PADDING_PT,
    linesOf("both") * lineHeight + 2 * PADDING_PT - upperPt,
  );
  const heightPt = upperPt + lowerPt;
  const { leftPt, rightPt } = layout.paper;

  function draw(content: PageContent, topPt: number): number {
    content.fill(leftPt, topPt, rightPt - leftPt, heightPt, HEAD_GREY);
    for (const cell of cells) {
      const top = cell.tier === "lower" ? topPt + upperPt : topPt;
      const room = cell.tier === "both" ? heightPt : cell.tier === "upper" ? upperPt : lowerPt;
      const textTop = top + (room - cell.text.lines.length * lineHeight) / 2;
      content.text(cell.text, cell.leftPt + CELL_PADDING_PT, textTop, cell.widthPt - 2 * CELL_PADDING_PT, "centre");
      if (cell.tier === "upper")
        content.horizontal(cell.leftPt, cell.leftPt + cell.widthPt, topPt + upperPt, INNER_RULE_PT);
      if (cell.leftPt > leftPt + 1)
        content.vertical(cell.leftPt, top, cell.tier === "upper" ? topPt + upperPt : topPt + heightPt, INNER_RULE_PT);
    }
    content.horizontal(leftPt, rightPt, topPt, RULE_PT);
    content.horizontal(leftPt, rightPt, topPt + heightPt, RULE_PT);
    return topPt + heightPt;
  }

  return { heightPt, draw };
}

function setHeadCells(layout: TableLayout, typesetter: Typesetter): HeadCell[] {
  const set = (text: string, leftPt: number, widthPt: number, tier: HeadCell["tier"]): HeadCell => ({
    text: typesetter.block(text, "bold", layout.sizePt, widthPt - 2 * CELL_PADDING_PT),
    leftPt,
    widthPt,
    tier,
  });
  return runsOfGroups(layout.columns).flatMap(({ group, columns }) => {
    const first = columns[0];
    if (group === undefined || !first)
      return columns.map((column) => set(column.label, column.leftPt, column.widthPt, "both"));
    const width = columns.reduce((sum, column) => sum + column.widthPt, 0);
    return [
      set(group, first.leftPt, width, "upper"),
      ...columns.map((column) => set(column.label, column.leftPt, column.widthPt, "lower")),
    ];
  });
}

function runsOfGroups(
  columns: readonly PlacedColumn[],
): { readonly group: string | undefined; readonly columns: PlacedColumn[] }[] {
  const runs: { group: string | undefined; columns: PlacedColumn[] }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && last.group === column.group) last.columns.push(column);
    else runs.push({ group: column.group, columns: [column] });
  }
  return runs;
}
