/** A report document as a PDF file, page by page while its rows are read. It decides no figure: everything shown stands in the document. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { sealMark } from "@/lib/issued/code-in-file";
import type { ReportDocument, ReportRow } from "@/lib/reports/document";
import { placeName } from "@/lib/wording/render";
import { closingHeightPt, closingParagraphs, drawParagraph } from "./closing";
import { layOutTable } from "./column-layout";
import { loadFonts } from "./fonts";
import { drawOpening } from "./opening";
import { createPageFoot } from "./page-foot";
import { drawPageHead } from "./page-head";
import { createPages } from "./pages";
import { createPdfFile, type PdfFile } from "./pdf-file";
import { pdfDate, pdfText } from "./pdf-syntax";
import { drawSignatures } from "./signatures";
import { createTablePrinter } from "./table-printer";
import { drawTotals, totalsHeightPt } from "./totals";
import { createTypesetter } from "./typesetter";

/** The first rows decide how wide the columns are. */
const SAMPLE_ROWS = 300;
/** About twenty pages; less would only mean more messages. */
const CHUNK_BYTES = 64 * 1024;

/**
 * The file in chunks, first bytes after the first pages; the rows are read no faster than the chunks are taken.
 * The event loop turns between them. The same document always gives the same bytes.
 */
export async function* renderPdf(document: ReportDocument): AsyncGenerator<Uint8Array, void, undefined> {
  const fonts = await loadFonts();
  const typesetter = createTypesetter(fonts);
  const rows = document.rows()[Symbol.asyncIterator]();
  try {
    const sample = await readSample(rows);
    const layout = layOutTable(document, sample, typesetter);
    const file = createPdfFile();
    const foot = createPageFoot(document, layout.paper, typesetter);
    const pages = createPages(file, layout.paper, fonts, typesetter, {
      open: (content, pageNumber) => drawPageHead(content, document, layout.paper, typesetter, pageNumber),
      close: foot.draw,
    });
    // So that the reader sees the file begin; its first rows are sound by now.
    yield file.take();
    drawOpening(pages, document, typesetter);
    const table = createTablePrinter(pages, layout, typesetter);
    for await (const row of withSample(sample, rows)) {
      table.print(row);
      if (!isFull(file)) continue;
      yield file.take();
      await nextTurn();
    }
    const { paper } = layout;
    table.finish(
      totalsHeightPt(document, layout),
      closingHeightPt(document, paper, typesetter, paper.bottomPt - paper.topPt),
    );
    drawTotals(pages, document, layout, typesetter);
    for (const paragraph of closingParagraphs(document, paper, typesetter)) {
      drawParagraph(pages, paragraph);
      if (!isFull(file)) continue;
      yield file.take();
      await nextTurn();
    }
    drawSignatures(pages, document, typesetter);
    const tree = pages.close(foot.pageCount);
    yield finishFile(file, tree, document);
  } finally {
    await rows.return?.();
  }
}

function isFull(file: PdfFile): boolean {
  return file.waitingBytes() >= CHUNK_BYTES;
}

async function readSample(rows: AsyncIterator<ReportRow>): Promise<ReportRow[]> {
  const sample: ReportRow[] = [];
  while (sample.length < SAMPLE_ROWS) {
    const next = await rows.next();
    if (next.done) break;
    sample.push(next.value);
  }
  return sample;
}

/** The sample, then the rest; an iterator that ended inside the sample is not asked again. */
async function* withSample(
  sample: readonly ReportRow[],
  rows: AsyncIterator<ReportRow>,
): AsyncGenerator<ReportRow, void, undefined> {
  yield* sample;
  if (sample.length < SAMPLE_ROWS) return;
  for (let next = await rows.next(); !next.done; next = await rows.next()) yield next.value;
}

function finishFile(file: PdfFile, tree: number, document: ReportDocument): Uint8Array {
  const title = `${document.title} ${placeName(document.place)} ${document.period}`;
  const date = pdfDate(document.printedAt);
  const root = file.add(
    `<</Type/Catalog/Pages ${tree} 0 R/Lang(th)/ViewerPreferences<</DisplayDocTitle true>>/PageLayout/OneColumn>>`,
  );
  const keywords = document.seal ? `/Keywords(${sealMark(document.seal)})` : "";
  const info = file.add(
    `<</Title${pdfText(title)}/Author${pdfText(placeName(document.place))}/Subject${pdfText(document.snapshot.id)}` +
      `/Creator${pdfText(document.reportId)}${keywords}/CreationDate${date}/ModDate${date}>>`,
  );
  return file.end(root, info);
}
