/** Below the table: totals with their double rule, proof lines, damage notes in full, and the signatures, which stay together. */
import type { Amount } from "@/lib/money/amount";
import type { ReportDocument, ReportTotal } from "@/lib/reports/document";
import {
  DAMAGE_NOTES_TITLE,
  PROOF_FAILS,
  PROOF_HOLDS,
  PROOF_TITLE,
  SIGN_HERE,
  TOTAL_KIND_WORDS,
} from "@/lib/wording/render";
import type { TableLayout } from "./column-layout";
import { drawSums } from "./draw-sums";
import { noteHeading } from "./opening";
import type { Pages } from "./pages";
import { bodyWidthPt } from "./paper";
import { ROW_PADDING_PT, rowHeightPt } from "./row-block";
import { baselinePt, type FaceName, lineHeightPt, type Typesetter } from "./typesetter";

const SIZE_PT = 9.5;
const DOUBLE_RULE_GAP_PT = 1.6;
const SIGNATURES_IN_A_ROW = 3;
const SIGNATURE_HEIGHT_PT = 72;

/** Height of all totals, so that none of them is parted from the table. */
export function totalsHeightPt(document: ReportDocument, layout: TableLayout): number {
  return document.totals.length * (rowHeightPt(1, layout.sizePt) + 2 * DOUBLE_RULE_GAP_PT + 1);
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
  pages.moveTo(pages.topPt() + 5);
}

/** «รวม (ไม่ครบ อย่างน้อย)» */
function totalLabel(total: ReportTotal): string {
  const words = TOTAL_KIND_WORDS[total.kind];
  return words === "" ? total.label : `${total.label} (${words})`;
}

export function drawProof(pages: Pages, document: ReportDocument, typesetter: Typesetter): void {
  if (document.proof.length === 0) return;
  drawParagraph(pages, typesetter, PROOF_TITLE, "bold", 0);
  for (const line of document.proof)
    drawParagraph(
      pages,
      typesetter,
      `${line.holds ? `• ${PROOF_HOLDS}` : `■ ${PROOF_FAILS}`} — ${line.text}`,
      line.holds ? "regular" : "bold",
      8,
    );
  pages.moveTo(pages.topPt() + 5);
}

/** One note after another, so that a thousand of them can be taken from the file as it grows. */
export function* drawNotes(pages: Pages, document: ReportDocument, typesetter: Typesetter): Generator<void> {
  if (document.notes.length === 0) return;
  drawParagraph(pages, typesetter, DAMAGE_NOTES_TITLE, "bold", 0, 2);
  for (const note of document.notes) {
    drawParagraph(pages, typesetter, noteHeading(note), "bold", 8, 1);
    for (const sentence of note.sentences) drawParagraph(pages, typesetter, sentence, "regular", 20);
    yield;
  }
  pages.moveTo(pages.topPt() + 5);
}

/** @param linesTogether how many lines after the first must stand on the same page */
function drawParagraph(
  pages: Pages,
  typesetter: Typesetter,
  words: string,
  face: FaceName,
  indentPt: number,
  linesTogether = 0,
): void {
  const width = bodyWidthPt(pages.paper) - indentPt;
  const text = typesetter.block(words, face, SIZE_PT, width);
  const height = lineHeightPt(SIZE_PT);
  if (pages.roomPt() < height * (1 + linesTogether)) pages.turn();
  for (let line = 0; line < text.lines.length; line++) {
    if (pages.roomPt() < height) pages.turn();
    const left = pages.paper.leftPt + indentPt;
    pages.moveTo(pages.content().text(text, left, pages.topPt(), width, "left", line, line + 1));
  }
}

export function drawSignatures(pages: Pages, document: ReportDocument, typesetter: Typesetter): void {
  const titles = document.signatures;
  if (titles.length === 0) return;
  const rows = Math.ceil(titles.length / SIGNATURES_IN_A_ROW);
  // Together on one page, unless there are more of them than a page holds.
  if (pages.roomPt() < rows * SIGNATURE_HEIGHT_PT) pages.turn();
  for (let from = 0; from < titles.length; from += SIGNATURES_IN_A_ROW) {
    if (pages.roomPt() < SIGNATURE_HEIGHT_PT) pages.turn();
    const inRow = titles.slice(from, from + SIGNATURES_IN_A_ROW);
    const width = bodyWidthPt(pages.paper) / inRow.length;
    const top = pages.topPt() + 18;
    inRow.forEach((title, index) => {
      drawSignature(pages, typesetter, title, pages.paper.leftPt + index * width, top, width);
    });
    pages.moveTo(pages.topPt() + SIGNATURE_HEIGHT_PT);
  }
}

function drawSignature(
  pages: Pages,
  typesetter: Typesetter,
  title: string,
  leftPt: number,
  topPt: number,
  widthPt: number,
): void {
  const sign = typesetter.line(SIGN_HERE, "regular", SIZE_PT);
  const lineWidth = Math.min(130, widthPt - sign.widthPt - 20);
  const left = leftPt + (widthPt - sign.widthPt - 4 - lineWidth) / 2;
  const lineLeft = left + sign.widthPt + 4;
  pages.content().text(sign, left, topPt, sign.widthPt, "left");
  pages.content().horizontal(lineLeft, lineLeft + lineWidth, topPt + baselinePt(SIZE_PT), 0.4);
  const nameTop = topPt + lineHeightPt(SIZE_PT) + 2;
  const bracket = (words: string, place: number) => {
    const text = typesetter.line(words, "regular", SIZE_PT);
    pages.content().text(text, place, nameTop, text.widthPt, "left");
    return text.widthPt;
  };
  const open = bracket("(", lineLeft);
  bracket(")", lineLeft + lineWidth - open);
  pages.content().horizontal(lineLeft + open + 2, lineLeft + lineWidth - open - 2, nameTop + baselinePt(SIZE_PT), 0.4);
  const name = typesetter.fitted(title, "regular", SIZE_PT, widthPt - 8);
  pages.content().text(name, lineLeft, nameTop + lineHeightPt(SIZE_PT), lineWidth, "centre");
}
