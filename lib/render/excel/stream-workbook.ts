/** A workbook as a stream of bytes: they come while rows are read, no temporary file, memory bounded. */
import { PassThrough } from "node:stream";
import type { Workbook } from "exceljs";
import { sealMark } from "@/lib/issued/code-in-file";
import type { ReportDocument } from "@/lib/reports/document";
import { placeName } from "@/lib/wording/render";
import { ReaderGoneError } from "./sheet-writer";

const BUFFERED_BYTES_MAX = 256 * 1024;

/** Of what the workbook is: a report, or a blank form. */
export type WorkbookHead = Pick<ReportDocument, "place" | "printedAt" | "printedBy" | "seal">;

/** Writes and closes the sheets; `output` tells how far the reader is. */
export type WriteSheets = (workbook: Workbook, output: PassThrough) => Promise<void>;

/**
 * Gives the file in pieces. It is written only as fast as the pieces are taken; when the caller stops early, reading of the rows stops too.
 * Errors of `write` come out as they are.
 */
export async function* streamWorkbook(document: WorkbookHead, write: WriteSheets): AsyncGenerator<Uint8Array> {
  const output = new PassThrough({ highWaterMark: BUFFERED_BYTES_MAX });
  const writing = writeWorkbook(document, output, write).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error("the workbook could not be written", { cause: error }));
  });
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    output.destroy();
    await writing;
  }
}

async function writeWorkbook(document: WorkbookHead, output: PassThrough, write: WriteSheets): Promise<void> {
  // Loading exceljs takes half of an export thread's start; whoever wants another format does not wait for it.
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  workbook.creator = placeName(document.place);
  workbook.lastModifiedBy = document.printedBy;
  if (document.seal) workbook.keywords = sealMark(document.seal);
  workbook.created = document.printedAt;
  workbook.modified = document.printedAt;
  try {
    await write(workbook, output);
  } catch (error) {
    if (error instanceof ReaderGoneError) return;
    throw error;
  }
  await workbook.commit();
}
