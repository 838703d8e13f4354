/** A report document as an Excel workbook, streamed: bytes come while rows are read, no temporary file, memory bounded. */
import { PassThrough } from "node:stream";
import type { ReportDocument } from "@/lib/reports/document";
import { placeName } from "@/lib/wording/render";
import { writeCoverSheet } from "./cover-sheet";
import { writeDataSheets } from "./data-sheet";
import { ReaderGoneError } from "./sheet-writer";
import { makeStyles } from "./styles";

const BUFFERED_BYTES_MAX = 256 * 1024;

/**
 * Gives the file in pieces. It is written only as fast as the pieces are taken; when the caller stops early, reading of the rows stops too.
 * Errors of the document's rows come out as they are.
 * @param rowsASheetMax rows after which another sheet is begun; told for tests only
 */
export async function* renderExcel(document: ReportDocument, rowsASheetMax?: number): AsyncGenerator<Uint8Array> {
  const output = new PassThrough({ highWaterMark: BUFFERED_BYTES_MAX });
  const writing = writeWorkbook(document, output, rowsASheetMax).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error("the workbook could not be written", { cause: error }));
  });
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    output.destroy();
    await writing;
  }
}

async function writeWorkbook(document: ReportDocument, output: PassThrough, rowsASheetMax?: number): Promise<void> {
  // Loading exceljs takes half of an export thread's start; whoever wants another format does not wait for it.
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  workbook.creator = placeName(document.place);
  workbook.lastModifiedBy = document.printedBy;
  workbook.created = document.printedAt;
  workbook.modified = document.printedAt;
  const styleOf = makeStyles();
  writeCoverSheet(workbook, document, styleOf);
  try {
    await writeDataSheets(workbook, document, styleOf, output, rowsASheetMax);
  } catch (error) {
    if (error instanceof ReaderGoneError) return;
    throw error;
  }
  await workbook.commit();
}
