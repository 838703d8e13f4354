/** What stands at the bottom of every page: who printed it when, from which archive, and which page of how many it is. */
import { formatMoment } from "@/lib/period/date";
import type { ReportDocument } from "@/lib/reports/document";
import { OF_PAGES_WORD, PAGE_WORD, printedLine, snapshotLine } from "@/lib/wording/render";
import { sealLine } from "@/lib/wording/seal";
import type { PageContent } from "./page-content";
import { PAGE_COUNT_FORM } from "./pages";
import { bodyWidthPt, type Paper } from "./paper";
import { lineHeightPt, type SetText, type Typesetter } from "./typesetter";

const SIZE_PT = 8;
/** A page holds at least about this many rows, most of them two lines high. */
const ROWS_ON_A_PAGE = 14;

export interface PageFoot {
  readonly draw: (content: PageContent, pageNumber: number) => void;
  readonly pageCount: (count: number) => SetText;
}

export function createPageFoot(document: ReportDocument, paper: Paper, typesetter: Typesetter): PageFoot {
  // Room for the number of pages, which is not known yet.
  const pagesGuessed = 1 + Math.ceil(document.rowCount / ROWS_ON_A_PAGE);
  const countWidth = typesetter.line(String(pagesGuessed), "regular", SIZE_PT).widthPt;
  const textWidth = paper.rightPt - paper.leftPt - 110;
  const printed = printedLine(formatMoment(document.printedAt), document.printedBy);
  const code = document.seal && typesetter.line(sealLine(document.seal.code), "regular", SIZE_PT);
  const lines = [
    typesetter.fitted(printed, "regular", SIZE_PT, textWidth),
    typesetter.fitted(
      snapshotLine(document.snapshot),
      "regular",
      SIZE_PT,
      Math.min(textWidth, bodyWidthPt(paper) - (code?.widthPt ?? 0) - 10),
    ),
  ];
  const top = paper.bottomPt + 8;

  function draw(content: PageContent, pageNumber: number): void {
    content.horizontal(paper.leftPt, paper.rightPt, top - 2, 0.4);
    lines.forEach((line, index) => {
      content.text(line, paper.leftPt, top + index * lineHeightPt(SIZE_PT), textWidth, "left");
    });
    if (code) content.text(code, paper.rightPt - code.widthPt, top + lineHeightPt(SIZE_PT), code.widthPt, "left");
    const page = typesetter.line(`${PAGE_WORD} ${pageNumber} ${OF_PAGES_WORD} `, "regular", SIZE_PT);
    const countLeft = paper.rightPt - countWidth;
    content.text(page, countLeft - page.widthPt, top, page.widthPt, "left");
    content.form(PAGE_COUNT_FORM, countLeft, top, SIZE_PT);
  }

  return { draw, pageCount: (count) => typesetter.line(String(count), "regular", SIZE_PT) };
}
