/**
 * Widths of the columns, size of the type and direction of the sheet. Figures, dates and codes get what they need, texts share the
 * rest; the sheet lies down when texts would have no room standing up.
 */
import { formatBaht } from "@/lib/money/amount";
import type { ReportColumn, ReportDocument, ReportRow } from "@/lib/reports/document";
import { mayBreak } from "./break-lines";
import { cellText } from "./cell-text";
import { markWidthPt } from "./damage-mark";
import { a4, bodyWidthPt, type Paper } from "./paper";
import type { Typesetter } from "./typesetter";

export interface PlacedColumn extends ReportColumn {
  readonly leftPt: number;
  readonly widthPt: number;
}

export interface TableLayout {
  readonly paper: Paper;
  readonly sizePt: number;
  readonly columns: readonly PlacedColumn[];
}

/** Between a cell's text and its borders. */
export const CELL_PADDING_PT = 3.5;

const SIZES_PT = [9, 8.5, 8, 7.5, 7, 6.5] as const;
const SIZE_MIN_PT = 6;
/** What a column of texts needs at 9 pt: less standing up, since turning the sheet is worth something too. */
const COMFORTABLE = [
  { landscape: false, textWidthPt: 90 },
  { landscape: true, textWidthPt: 110 },
] as const;
/** Where there are very many columns. */
const TEXT_WIDTH_MIN_PT = 60;
const BEARABLE = [{ landscape: true, textWidthPt: TEXT_WIDTH_MIN_PT }] as const;
/** Texts prove shorter than their room («ใช้งาน», «3 ปี»): the rest is left to others, though not to the last point, since later rows may say more. */
const SHORT_TEXT_WIDTH_MIN_PT = 32;
const LONGEST_MEASURED_MAX = 20;
/** Characters: enough to fill the widest room of a text. */
const TEXT_MEASURED_MAX = 80;
const CODE_WIDTH_MAX_PT = 150;
const HEAD_WORD_MAX_PT = 84;
/** Of the label, on one line of a head: a long label over small counts takes about three lines, not one for each word. */
const HEAD_LINE_SHARE = 0.35;
/** Narrowest figure that a column is laid out for: running balances grow after the rows that were looked at. */
const FIGURE_SAMPLE = "9,999,999.99";

const words = new Intl.Segmenter("th", { granularity: "word" });

/**
 * @param sample the first rows: figures that prove wider later are set smaller in their cell, never cut
 */
export function layOutTable(
  document: ReportDocument,
  sample: readonly ReportRow[],
  typesetter: Typesetter,
): TableLayout {
  const needsAt = (sizePt: number, textWidthPt: number) =>
    document.columns.map((column) => needPt(column, document, sample, typesetter, sizePt, textWidthPt));
  for (const textWidths of [COMFORTABLE, BEARABLE])
    for (const sizePt of SIZES_PT)
      for (const { landscape, textWidthPt } of textWidths) {
        const paper = a4(landscape);
        const needs = needsAt(sizePt, textWidthPt);
        if (sum(needs) <= bodyWidthPt(paper)) return { paper, sizePt, columns: place(document.columns, needs, paper) };
      }
  const paper = a4(true);
  const needs = needsAt(SIZE_MIN_PT, TEXT_WIDTH_MIN_PT);
  const squeeze = Math.min(1, bodyWidthPt(paper) / sum(needs));
  const squeezed = needs.map((need) => need * squeeze);
  return { paper, sizePt: SIZE_MIN_PT, columns: place(document.columns, squeezed, paper) };
}

function needPt(
  column: ReportColumn,
  document: ReportDocument,
  sample: readonly ReportRow[],
  typesetter: Typesetter,
  sizePt: number,
  textWidthPt: number,
): number {
  const label = typesetter.line(column.label, "bold", sizePt).widthPt;
  const widestHead = Math.max(widestWordPt(column.label, typesetter, sizePt), label * HEAD_LINE_SHARE);
  const headWord = Math.min(HEAD_WORD_MAX_PT, widestHead);
  const texts = sample.map((row) => cellText(column.kind, row.cells[column.id]));
  if (column.kind === "text") {
    let wish = Math.max((SHORT_TEXT_WIDTH_MIN_PT * sizePt) / 9, headWord + 2 * CELL_PADDING_PT);
    const room = (textWidthPt * sizePt) / 9;
    for (const text of longest(texts)) {
      const { widthPt } = typesetter.line(text.slice(0, TEXT_MEASURED_MAX), "regular", sizePt);
      wish = Math.max(wish, Math.min(room, widthPt + 2 * CELL_PADDING_PT));
    }
    return wish;
  }
  if (column.kind === "amount") texts.push(FIGURE_SAMPLE);
  if (column.kind === "date") texts.push("00/00/0000");
  if (column.kind === "amount") texts.push(...totalsFor(column, document));
  let width = headWord;
  for (const text of longest(texts)) width = Math.max(width, typesetter.line(text, "bold", sizePt).widthPt);
  if (column.kind === "code") width = Math.min(width, CODE_WIDTH_MAX_PT);
  const mark = document.notes.length > 0 && column.kind === "amount" ? markWidthPt(typesetter, sizePt) : 0;
  return width + mark + 2 * CELL_PADDING_PT;
}

/** The column's totals; a running balance has none, and grows to about the size of the others'. */
function totalsFor(column: ReportColumn, document: ReportDocument): string[] {
  const all = document.totals.flatMap((total) => Object.entries(total.cells));
  const own = all.filter(([id]) => id === column.id);
  return (own.length > 0 ? own : all).map(([, amount]) => formatBaht(amount));
}

/** Texts of the greatest length: figures have one width each, so the widest is among them, and codes come close enough. */
function longest(texts: readonly string[]): string[] {
  const length = Math.max(0, ...texts.map((text) => text.length));
  return [...new Set(texts.filter((text) => text.length === length))].slice(0, LONGEST_MEASURED_MAX);
}

/** Of a word with the signs that stay on its line: «(เรื่อง)» is one, «นำส่ง/เบิก» two. */
function widestWordPt(text: string, typesetter: Typesetter, sizePt: number): number {
  const whole: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = whole.at(-1);
    if (last === undefined || mayBreak(last, segment)) whole.push(segment);
    else whole[whole.length - 1] = last + segment;
  }
  return Math.max(0, ...whole.map((word) => typesetter.line(word, "bold", sizePt).widthPt));
}

/** Every column its need; what is left goes to texts by their share, or to all where there is no text. */
function place(columns: readonly ReportColumn[], needs: readonly number[], paper: Paper): PlacedColumn[] {
  const left = bodyWidthPt(paper) - sum(needs);
  const takers = columns.some((column) => column.kind === "text")
    ? columns.filter((one) => one.kind === "text")
    : columns;
  const shares = sum(takers.map((column) => column.width)) || 1;
  let leftPt = paper.leftPt;
  return columns.map((column, index) => {
    const extra = takers.includes(column) ? (Math.max(0, left) * column.width) / shares : 0;
    const widthPt = (needs[index] ?? 0) + extra;
    const placed = { ...column, leftPt, widthPt };
    leftPt += widthPt;
    return placed;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
