/** The pages of a document: each leaves as soon as it is full, and the number of all of them is filled in at the end by a form that every page shows. */
import { addFontObjects } from "./font-objects";
import type { PdfFonts } from "./fonts";
import { createPageContent, FONT_KEYS, type PageContent } from "./page-content";
import type { Paper } from "./paper";
import type { PdfFile } from "./pdf-file";
import { pdfNumber } from "./pdf-syntax";
import { baselinePt, type SetText, type Typesetter } from "./typesetter";

export interface Pages {
  readonly paper: Paper;
  readonly content: () => PageContent;
  /** Where the next thing goes, from the top of the page. */
  readonly topPt: () => number;
  readonly moveTo: (topPt: number) => void;
  readonly pageNumber: () => number;
  readonly roomPt: () => number;
  /** Ends the page and begins the next. */
  readonly turn: () => void;
  /** Ends the last page; writes fonts, page tree and the form with the number of pages. Gives the number of the catalogue's page tree. */
  readonly close: (totalOf: (pageCount: number) => SetText) => number;
}

/** What is drawn on every page; `open` gives the place where the body begins. */
export interface PageFrame {
  readonly open: (content: PageContent, pageNumber: number) => number;
  readonly close: (content: PageContent, pageNumber: number) => void;
}

/** Name of the form with the number of pages. */
export const PAGE_COUNT_FORM = "N";

const LEAF_PAGES_MAX = 100;

export function createPages(
  file: PdfFile,
  paper: Paper,
  fonts: PdfFonts,
  typesetter: Typesetter,
  frame: PageFrame,
): Pages {
  const tree = file.reserve();
  const regular = file.reserve();
  const bold = file.reserve();
  const countForm = file.reserve();
  const resources = file.add(
    `<</Font<</${FONT_KEYS.regular} ${regular} 0 R/${FONT_KEYS.bold} ${bold} 0 R>>/XObject<</${PAGE_COUNT_FORM} ${countForm} 0 R>>>>`,
  );
  // Two levels of page tree: a flat one of thousands of pages is slow to open.
  const leaves: { readonly number: number; readonly pages: number[] }[] = [];
  let pageNumber = 0;
  let content = createPageContent(paper.heightPt);
  let topPt = paper.topPt;

  function open(): void {
    pageNumber += 1;
    content = createPageContent(paper.heightPt);
    topPt = frame.open(content, pageNumber);
  }

  function finish(): void {
    frame.close(content, pageNumber);
    const stream = file.addStream(content.finish());
    let leaf = leaves.at(-1);
    if (!leaf || leaf.pages.length >= LEAF_PAGES_MAX) {
      leaf = { number: file.reserve(), pages: [] };
      leaves.push(leaf);
    }
    leaf.pages.push(file.add(`<</Type/Page/Parent ${leaf.number} 0 R/Contents ${stream} 0 R>>`));
  }

  function close(totalOf: (pageCount: number) => SetText): number {
    finish();
    const total = totalOf(pageNumber);
    const box = `[0 -10 ${pdfNumber(Math.ceil(total.widthPt) + 1)} 20]`;
    // As high as its line's ascent: the form's origin is the baseline.
    const form = createPageContent(baselinePt(total.sizePt));
    form.text(total, 0, 0, total.widthPt, "left");
    file.addStream(form.finish(), `/Type/XObject/Subtype/Form/BBox${box}/Resources ${resources} 0 R`, countForm);
    addFontObjects(file, fonts.regular, typesetter.faces.regular.codes, regular);
    addFontObjects(file, fonts.bold, typesetter.faces.bold.codes, bold);
    for (const leaf of leaves)
      file.add(
        `<</Type/Pages/Parent ${tree} 0 R/Count ${leaf.pages.length}/Kids[${leaf.pages.map((page) => `${page} 0 R`).join(" ")}]>>`,
        leaf.number,
      );
    const size = `${pdfNumber(paper.widthPt)} ${pdfNumber(paper.heightPt)}`;
    file.add(
      `<</Type/Pages/Count ${pageNumber}/MediaBox[0 0 ${size}]/Resources ${resources} 0 R/Kids[${leaves.map((leaf) => `${leaf.number} 0 R`).join(" ")}]>>`,
      tree,
    );
    return tree;
  }

  open();
  return {
    paper,
    content: () => content,
    topPt: () => topPt,
    moveTo: (place) => {
      topPt = place;
    },
    pageNumber: () => pageNumber,
    roomPt: () => paper.bottomPt - topPt,
    turn: () => {
      finish();
      open();
    },
    close,
  };
}
