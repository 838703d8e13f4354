/** A report document as an Excel workbook: a cover sheet with where its figures come from, then the figures, then how the file can be checked. */
import type { ReportDocument } from "@/lib/reports/document";
import { writeCoverSheet } from "./cover-sheet";
import { writeDataSheets } from "./data-sheet";
import { writeSealSheet } from "./seal-sheet";
import { streamWorkbook } from "./stream-workbook";
import { makeStyles } from "./styles";

/**
 * Gives the file in pieces, as `streamWorkbook` does.
 * @param rowsASheetMax rows after which another sheet is begun; told for tests only
 */
export function renderExcel(document: ReportDocument, rowsASheetMax?: number): AsyncGenerator<Uint8Array> {
  return streamWorkbook(document, async (workbook, output) => {
    const styleOf = makeStyles();
    writeCoverSheet(workbook, document, styleOf);
    await writeDataSheets(workbook, document, styleOf, output, rowsASheetMax);
    writeSealSheet(workbook, document, styleOf);
  });
}
