/** One row of the table measured: its cells broken into lines, its sentence, its height. */
import type { ReportRow } from "@/lib/reports/document";
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
  readonly rule?: ReportRow["rule"];
}

export const ROW_PADDING_PT = 2;
const INDENT_PT = 9;
const BOLD_ROWS: readonly ReportRow["kind"][] = ["group", "opening", "subtotal"];
/** Distinct texts of a column that are kept. */
const REMEMBERED_MAX = 512;
/** A marker row's sentence stands between its hatched ends. */
export const HATCH_WIDTH_PT = 7;

/** Height of `lines` lines of a row. */
export function rowHeightPt(lines: number, sizePt: number): number {
  return lines * lineHeightPt(sizePt) + 2 * ROW_PADDING_PT;
}

/** Measures the rows of one table; texts that come again and again (dates, codes, names) are measured once. */
export function createRowSetter(layout: TableLayout, typesetter: Typesetter): (row: ReportRow) => RowBlock {
  const known = new Map<string, Map<string, SetText>>(layout.columns.map((column) => [column.id, new Map()]));

  function setPlain(column: PlacedColumn, text: string): SetText {
    const texts = known.get(column.id);
    const found = texts?.get(text);
    if (found) return found;
    const set = setCellText(column, text, "regular", layout.sizePt, textWidthPt(column), typesetter);
    if (!texts) return set;
    // A column of ever new texts gains nothing from being remembered.
    if (texts.size < REMEMBERED_MAX) texts.set(text, set);
    else known.delete(column.id);
    return set;
  }

  function setCell(row: ReportRow, column: PlacedColumn, text: string, indentPt: number): SetCell {
    const markOfCell = row.marks?.[column.id];
    const align = isRightAligned(column) || row.right?.includes(column.id) ? "right" : "left";
    const leftPt = column.leftPt + CELL_PADDING_PT;
    const isBold = BOLD_ROWS.includes(row.kind);
    if (!markOfCell && !isBold && indentPt === 0)
      return { text: setPlain(column, text), leftPt, widthPt: textWidthPt(column), align };
    const mark = markOfCell && setMark(markOfCell, typesetter, layout.sizePt);
    // Deep levels and long marks in a narrow column still leave half of it to the text.
    const besidePt = Math.min(indentPt + (mark ? spaceForMarkPt(mark) : 0), column.widthPt / 2);
    const widthPt = textWidthPt(column) - besidePt;
    return {
      text: setCellText(column, text, isBold ? "bold" : "regular", layout.sizePt, widthPt, typesetter),
      leftPt: leftPt + besidePt,
      widthPt,
      align,
      ...(mark ? { mark } : {}),
    };
  }

  return (row) => {
    const cells: SetCell[] = [];
    // The mark of a sentence that stands alone is set before the sentence.
    const isSentence = row.text !== undefined && isWithoutValues(row);
    let cellLines = 0;
    let indentPt = (row.level ?? 0) * INDENT_PT;
    for (const column of layout.columns) {
      const text = cellText(column.kind, row.cells[column.id]);
      const indent = column.kind === "text" ? indentPt : 0;
      if (column.kind === "text") indentPt = 0;
      if (text === "" && (isSentence || !row.marks?.[column.id])) continue;
      const cell = setCell(row, column, text, indent);
      cells.push(cell);
      cellLines = Math.max(cellLines, cell.text.lines.length);
    }
    const sentence = row.text === undefined ? undefined : setSentence(row, row.text, layout, typesetter);
    const lineCount = Math.max(1, cellLines + (sentence?.lines.length ?? 0));
    const rule = row.rule ? { rule: row.rule } : {};
    return { kind: row.kind, cells, cellLines, lineCount, ...rule, ...(sentence ? { sentence } : {}) };
  };
}

/** Texts and codes wrap; figures and dates stay on their line. */
function setCellText(
  column: PlacedColumn,
  text: string,
  face: FaceName,
  sizePt: number,
  widthPt: number,
  typesetter: Typesetter,
): SetText {
  const wraps = column.kind === "text" || column.kind === "code";
  return wraps ? typesetter.block(text, face, sizePt, widthPt) : typesetter.fitted(text, face, sizePt, widthPt);
}

function textWidthPt(column: PlacedColumn): number {
  return column.widthPt - 2 * CELL_PADDING_PT;
}

function isWithoutValues(row: ReportRow): boolean {
  return Object.values(row.cells).every((value) => value === null || value === "");
}

function setSentence(row: ReportRow, text: string, layout: TableLayout, typesetter: Typesetter): SetText {
  const width = layout.columns.reduce((sum, column) => sum + column.widthPt, 0);
  const mark = isWithoutValues(row) ? Object.values(row.marks ?? {})[0] : undefined;
  const words = `${mark ? `${markText(mark)} ` : ""}${row.kind === "reconstructed" ? `${RECONSTRUCTED_WORD}: ` : ""}${text}`;
  const face = row.kind === "missing" || row.kind === "heading" ? "bold" : "regular";
  return typesetter.block(words, face, layout.sizePt, width - 2 * (HATCH_WIDTH_PT + CELL_PADDING_PT));
}
