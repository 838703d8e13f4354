/** Below the totals: proof lines, damage notes in full, how the file can be checked. Paragraphs are set one by one, so that a thousand notes need no more memory than one. */
import { bahtInWords } from "@/lib/money/baht-in-words";
import type { ReportDocument } from "@/lib/reports/document";
import { DAMAGE_NOTES_TITLE, PROOF_FAILS, PROOF_HOLDS, PROOF_TITLE } from "@/lib/wording/render";
import { IN_WORDS_LABEL } from "@/lib/wording/reports";
import { howToVerify } from "@/lib/wording/seal";
import { flowText } from "./flow-text";
import { noteHeading } from "./opening";
import type { Pages } from "./pages";
import { bodyWidthPt, type Paper } from "./paper";
import { signaturesHeightPt } from "./signatures";
import { type FaceName, lineHeightPt, type SetText, type Typesetter } from "./typesetter";

const SIZE_PT = 9.5;
const GAP_PT = 5;

export interface Paragraph {
  readonly text: SetText;
  readonly indentPt: number;
  readonly widthPt: number;
  /** Lines after its first that must stand on the same page. */
  readonly linesTogether: number;
  readonly gapAfterPt: number;
}

/** Proof lines, then notes, from the first to the last, then how the file can be checked. */
export function* closingParagraphs(
  document: ReportDocument,
  paper: Paper,
  typesetter: Typesetter,
): Generator<Paragraph> {
  const set = (words: string, face: FaceName, indentPt: number, linesTogether = 0, gapAfterPt = 0): Paragraph => {
    const widthPt = bodyWidthPt(paper) - indentPt;
    return { text: typesetter.block(words, face, SIZE_PT, widthPt), indentPt, widthPt, linesTogether, gapAfterPt };
  };
  if (document.amountInWords !== undefined)
    yield set(`(${IN_WORDS_LABEL}) ${bahtInWords(document.amountInWords)}`, "bold", 0, 0, GAP_PT);
  if (document.proof.length > 0) yield set(PROOF_TITLE, "bold", 0, 1);
  for (const [index, line] of document.proof.entries()) {
    const words = `${line.holds ? `• ${PROOF_HOLDS}` : `■ ${PROOF_FAILS}`} — ${line.text}`;
    yield set(words, line.holds ? "regular" : "bold", 8, 0, index === document.proof.length - 1 ? GAP_PT : 0);
  }
  if (document.notes.length > 0) yield set(DAMAGE_NOTES_TITLE, "bold", 0, 2);
  for (const note of document.notes) {
    yield set(noteHeading(note), "bold", 8, 1);
    for (const sentence of note.sentences) yield set(sentence, "regular", 20);
  }
  if (document.seal) yield set(howToVerify(document.seal), "regular", 0);
}

export function drawParagraph(pages: Pages, paragraph: Paragraph): void {
  const { text, indentPt, widthPt, linesTogether, gapAfterPt } = paragraph;
  flowText(pages, text, pages.paper.leftPt + indentPt, widthPt, linesTogether);
  pages.moveTo(pages.topPt() + gapAfterPt);
}

/** Height of paragraphs and signatures; no more than the first `limitPt` are measured. */
export function closingHeightPt(
  document: ReportDocument,
  paper: Paper,
  typesetter: Typesetter,
  limitPt: number,
): number {
  let height = signaturesHeightPt(document);
  for (const { text, gapAfterPt } of closingParagraphs(document, paper, typesetter)) {
    height += text.lines.length * lineHeightPt(SIZE_PT) + gapAfterPt;
    if (height > limitPt) break;
  }
  return height;
}
