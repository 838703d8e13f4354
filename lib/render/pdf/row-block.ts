/** One row of the table measured: its cells broken into lines, its sentence, its height. */
import type { DamageMark, ReportRow } from "@/lib/reports/document";
import { markText, RECONSTRUCTED_WORD } from "@/lib/wording/render";
import { cellText, isRightAligned } from "./cell-text";
import { CELL_PADDING_PT, type PlacedColumn, type TableLayout } from "./column-layout";
import { setMark, spaceForMarkPt } from "./damage-mark";
import { type FaceName, lineHeightPt, type SetText, type Typesetter } from "./typesetter";

export interface SetCell {
  readonly text: SetText;
  readonly leftPt: number;
  readonly widthPt: number;
  readonly align: "left" | "right";
  readonly mark?: SetText;
}

export interface RowBlock {
  readonly kind: ReportRow["kind"];
  readonly cells: readonly SetCell[];
  /** Across all columns, below the cells. */
  readonly sentence?: SetText;
  readonly cellLines: number;
  /** Of cells and sentence together. */
  readonly lineCount: number;
}

export const ROW_PADDING_PT = 1.5;
const INDENT_PT = 9;
/** A marker row's sentence stands between its hatched ends. */
export const HATCH_WIDTH_PT = 7;

/** Height of `lines` lines of a row. */
export function rowHeightPt(lines: number, sizePt: number): number {
  return lines * lineHeightPt(sizePt) + 2 * ROW_PADDING_PT;
}

export function setRow(row: ReportRow, layout: TableLayout, typesetter: Typesetter): RowBlock {
  const face: FaceName = row.kind === "group" || row.kind === "opening" ? "bold" : "regular";
  const cells: SetCell[] = [];
  const hasValues = layout.columns.some((column) => cellText(column.kind, row.cells[column.id]) !== "");
  let indented = false;
  let cellLines = 0;
  for (const column of layout.columns) {
    const text = cellText(column.kind, row.cells[column.id]);
    const mark = row.marks?.[column.id];
    const indents = column.kind === "text" && !indented;
    if (indents) indented = true;
    // The mark of a sentence that stands alone is set before the sentence.
    if (text === "" && (!mark || (row.text !== undefined && !hasValues))) continue;
    const indentPt = indents ? (row.level ?? 0) * INDENT_PT : 0;
    const cell = setCell(column, text, mark, face, layout.sizePt, indentPt, typesetter);
    cells.push(cell);
    cellLines = Math.max(cellLines, cell.text.lines.length);
  }
  const sentence = row.text === undefined ? undefined : setSentence(row, row.text, layout, typesetter);
  const lineCount = Math.max(1, cellLines + (sentence?.lines.length ?? 0));
  return { kind: row.kind, cells, cellLines, lineCount, ...(sentence ? { sentence } : {}) };
}

function setCell(
  column: PlacedColumn,
  text: string,
  markOfCell: DamageMark | undefined,
  face: FaceName,
  sizePt: number,
  indentPt: number,
  typesetter: Typesetter,
): SetCell {
  const mark = markOfCell && setMark(markOfCell, typesetter, sizePt);
  // Deep levels in a narrow column still leave half of it to the text.
  const indent = Math.min(indentPt, column.widthPt / 2);
  const beside = mark ? Math.min(spaceForMarkPt(mark), column.widthPt / 2) : 0;
  const right = isRightAligned(column);
  const widthPt = column.widthPt - 2 * CELL_PADDING_PT - indent - beside;
  const wraps = column.kind === "text" || column.kind === "code";
  return {
    text: wraps ? typesetter.block(text, face, sizePt, widthPt) : typesetter.fitted(text, face, sizePt, widthPt),
    leftPt: column.leftPt + CELL_PADDING_PT + indent + beside,
    widthPt,
    align: right ? "right" : "left",
    ...(mark ? { mark } : {}),
  };
}

function setSentence(row: ReportRow, text: string, layout: TableLayout, typesetter: Typesetter): SetText {
  const width = layout.columns.reduce((sum, column) => sum + column.widthPt, 0);
  const mark = Object.keys(row.cells).length === 0 ? Object.values(row.marks ?? {})[0] : undefined;
  const words = `${mark ? `${markText(mark)} ` : ""}${row.kind === "reconstructed" ? `${RECONSTRUCTED_WORD}: ` : ""}${text}`;
  const face = row.kind === "missing" ? "bold" : "regular";
  return typesetter.block(words, face, layout.sizePt, width - 2 * (HATCH_WIDTH_PT + CELL_PADDING_PT));
}
