/** What stands at the top: the official head on the first page, one line on the others, and on all of them what kind of paper this is. */
import type { ReportDocument } from "@/lib/reports/document";
import { APPROXIMATE_FORM_MARK, CONTINUED, placeName, SYNTHETIC_MARK, whereabouts } from "@/lib/wording/render";
import type { PageContent } from "./page-content";
import { drawSeal, SEAL_WIDTH_PT } from "./page-seal";
import { bodyWidthPt, type Paper } from "./paper";
import { type FaceName, lineHeightPt, type Typesetter } from "./typesetter";

const TAG_SIZE_PT = 8;
const RUNNING_SIZE_PT = 8.5;

/** Draws the head of a page; gives the place below it. */
export function drawPageHead(
  content: PageContent,
  document: ReportDocument,
  paper: Paper,
  typesetter: Typesetter,
  pageNumber: number,
): number {
  const tagsLeft = drawTags(content, document, paper, typesetter);
  return pageNumber === 1
    ? drawFirstHead(content, document, paper, typesetter)
    : drawRunningHead(content, document, paper, typesetter, tagsLeft);
}

/** Outlined words at the right edge: made-up data, proposed form. Gives the place where they begin. */
function drawTags(content: PageContent, document: ReportDocument, paper: Paper, typesetter: Typesetter): number {
  const tags = [
    ...(document.snapshot.synthetic ? [SYNTHETIC_MARK] : []),
    ...(document.isApproximateForm ? [APPROXIMATE_FORM_MARK] : []),
  ];
  let right = paper.rightPt;
  for (const tag of tags) {
    const text = typesetter.line(tag, "bold", TAG_SIZE_PT);
    const width = text.widthPt + 8;
    content.outline(right - width, paper.topPt - 12, width, 13, 0.7);
    content.text(text, right - width, paper.topPt - 11, width, "centre");
    right -= width + 4;
  }
  return right;
}

function drawFirstHead(content: PageContent, document: ReportDocument, paper: Paper, typesetter: Typesetter): number {
  if (!document.seal) return drawOfficialHead(content, document, paper, typesetter, 0);
  const below = drawSeal(content, document.seal, paper);
  return Math.max(below, drawOfficialHead(content, document, paper, typesetter, SEAL_WIDTH_PT));
}

/** Name, place, title, period: centred (DOMAIN.md §7). */
function drawOfficialHead(
  content: PageContent,
  document: ReportDocument,
  paper: Paper,
  typesetter: Typesetter,
  indentPt: number,
): number {
  const lines: readonly (readonly [string, FaceName, number])[] = [
    [placeName(document.place), "bold", 14],
    [whereabouts(document.place), "regular", 10.5],
    [document.title, "bold", 13],
    [document.period, "regular", 11],
  ];
  const width = bodyWidthPt(paper) - 2 * indentPt;
  let top = paper.topPt + 4;
  for (const [text, face, sizePt] of lines) {
    if (text === "") continue;
    top = content.text(typesetter.block(text, face, sizePt, width), paper.leftPt + indentPt, top, width, "centre");
  }
  return top + 4;
}

function drawRunningHead(
  content: PageContent,
  document: ReportDocument,
  paper: Paper,
  typesetter: Typesetter,
  tagsLeft: number,
): number {
  const words = `${placeName(document.place)} · ${document.title} · ${document.period} ${CONTINUED}`;
  const text = typesetter.fitted(words, "regular", RUNNING_SIZE_PT, tagsLeft - paper.leftPt - 4);
  content.text(text, paper.leftPt, paper.topPt - 11, text.widthPt, "left");
  return paper.topPt - 11 + lineHeightPt(RUNNING_SIZE_PT) + 4;
}
