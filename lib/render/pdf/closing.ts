/** Below the table: totals with their double rule, proof lines, damage notes in full. */
import type { Amount } from "@/lib/money/amount";
import type { ReportDocument, ReportTotal } from "@/lib/reports/document";
import { DAMAGE_NOTES_TITLE, PROOF_FAILS, PROOF_HOLDS, PROOF_TITLE, TOTAL_KIND_WORDS } from "@/lib/wording/render";
import type { TableLayout } from "./column-layout";
import { drawSums } from "./draw-sums";
import { flowText } from "./flow-text";
import { noteHeading } from "./opening";
import type { Pages } from "./pages";
import { bodyWidthPt } from "./paper";
import { ROW_PADDING_PT, rowHeightPt } from "./row-block";
import type { FaceName, Typesetter } from "./typesetter";

const SIZE_PT = 9.5;
const DOUBLE_RULE_GAP_PT = 1.6;

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
  drawParagraph(pages, typesetter, PROOF_TITLE, "bold", 0, 1);
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

function drawParagraph(
  pages: Pages,
  typesetter: Typesetter,
  words: string,
  face: FaceName,
  indentPt: number,
  linesTogether = 0,
): void {
  const width = bodyWidthPt(pages.paper) - indentPt;
  flowText(pages, typesetter.block(words, face, SIZE_PT, width), pages.paper.leftPt + indentPt, width, linesTogether);
}
