/** Lines to sign on, three to a row, their titles below; they stay together on one page. */
import type { ReportDocument } from "@/lib/reports/document";
import { SIGN_HERE } from "@/lib/wording/render";
import type { Pages } from "./pages";
import { bodyWidthPt } from "./paper";
import { baselinePt, lineHeightPt, type Typesetter } from "./typesetter";

const SIZE_PT = 9.5;
const IN_A_ROW = 3;
const HEIGHT_PT = 72;

export function signaturesHeightPt(document: ReportDocument): number {
  return Math.ceil(document.signatures.length / IN_A_ROW) * HEIGHT_PT;
}

export function drawSignatures(pages: Pages, document: ReportDocument, typesetter: Typesetter): void {
  const titles = document.signatures;
  if (titles.length === 0) return;
  // Together on one page, unless there are more of them than a page holds.
  if (pages.roomPt() < signaturesHeightPt(document)) pages.turn();
  for (let from = 0; from < titles.length; from += IN_A_ROW) {
    if (pages.roomPt() < HEIGHT_PT) pages.turn();
    const inRow = titles.slice(from, from + IN_A_ROW);
    const width = bodyWidthPt(pages.paper) / inRow.length;
    const top = pages.topPt() + 18;
    inRow.forEach((title, index) => {
      drawSignature(pages, typesetter, title, pages.paper.leftPt + index * width, top, width);
    });
    pages.moveTo(pages.topPt() + HEIGHT_PT);
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
