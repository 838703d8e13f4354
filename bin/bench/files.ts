/** PDF and Excel of a made-up ledger: time, memory and first bytes, Excel against a bare exceljs writer of the same cells. */
import { createHash } from "node:crypto";
import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import ExcelJS from "exceljs";
import { formats } from "@/lib/render/formats";
import { exactNumber } from "@/lib/render/tabular/exact-number";
import type { CellValue, ReportDocument } from "@/lib/reports/document";
import { ROW_KINDS } from "@/lib/wording/tabular";
import { madeUpLedger } from "./made-up-ledger";
import { inOwnProcess, type Measured, measure, median, rounded } from "./measure";

export interface FileTask {
  readonly writer: "pdf" | "xlsx" | "bare-exceljs";
  readonly rows: number;
}

interface FileMeasured extends Measured {
  readonly firstByteMs: number;
  readonly kilobytes: number;
}

/** One file, thrown away as it comes. */
export async function fileTask({ writer, rows }: FileTask): Promise<FileMeasured> {
  const document = madeUpLedger(rows);
  const startedMs = performance.now();
  let firstByteMs = 0;
  let bytes = 0;
  // As every issued file is.
  const digest = writer === "bare-exceljs" ? null : createHash("sha256");
  const take = (piece: Uint8Array): void => {
    firstByteMs ||= performance.now() - startedMs;
    bytes += piece.length;
    digest?.update(piece);
  };
  const { result: _, ...measured } = await measure(async () => {
    const pieces = writer === "bare-exceljs" ? bareExcel(document) : formats[writer].render(document);
    for await (const piece of pieces) take(piece);
  });
  return { ...measured, firstByteMs: Math.round(firstByteMs), kilobytes: Math.round(bytes / 1024) };
}

/** exceljs' streaming writer alone: the same cells, no styles, no cover, no waiting for the reader. */
async function* bareExcel(document: ReportDocument): AsyncGenerator<Uint8Array> {
  const output = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: false,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet("bare");
  const writing = (async () => {
    let count = 0;
    for await (const row of document.rows()) {
      const cells = document.columns.map((column) => bareCell(row.cells[column.id], column.kind === "date"));
      sheet.addRow([...cells, ROW_KINDS[row.kind]]).commit();
      if (++count % 200 === 0) await nextTurn();
    }
    sheet.commit();
    await workbook.commit();
  })();
  for await (const piece of output) yield piece as Uint8Array;
  await writing;
}

function bareCell(value: CellValue | undefined, isDate: boolean): string | number | Date | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "bigint") return exactNumber(value);
  return isDate ? new Date(value) : value;
}

export interface FileSizes {
  readonly pdfRows: readonly number[];
  readonly excelRows: number;
  readonly rounds: number;
}

/** All file measurements; each file in a fresh process, the two Excel writers in turn. */
export async function benchFiles({ pdfRows, excelRows, rounds }: FileSizes): Promise<object> {
  const pdf: Record<string, object> = {};
  for (const rows of pdfRows) pdf[`${rows} rows`] = summary(await repeat(rounds, { writer: "pdf", rows }));
  const ours: FileMeasured[] = [];
  const bare: FileMeasured[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await inOwnProcess<FileMeasured>("file", { writer: "bare-exceljs", rows: excelRows }));
    ours.push(await inOwnProcess<FileMeasured>("file", { writer: "xlsx", rows: excelRows }));
  }
  const ratio = (of: (one: FileMeasured) => number): number =>
    rounded(median(ours.map((one, at) => of(one) / of(bare[at] ?? one))));
  return {
    pdf,
    excel: {
      rows: excelRows,
      ours: summary(ours),
      bareExceljs: summary(bare),
      elapsedRatio: ratio((one) => one.elapsedMs),
      cpuRatio: ratio((one) => one.cpuMs),
    },
  };
}

async function repeat(rounds: number, task: FileTask): Promise<FileMeasured[]> {
  const all: FileMeasured[] = [];
  for (let round = 0; round < rounds; round++) all.push(await inOwnProcess<FileMeasured>("file", task));
  return all;
}

/** Medians; the highest peak of memory. */
function summary(all: readonly FileMeasured[]): object {
  return {
    elapsedMs: median(all.map((one) => one.elapsedMs)),
    cpuMs: median(all.map((one) => one.cpuMs)),
    firstByteMs: median(all.map((one) => one.firstByteMs)),
    peakRssMb: Math.max(...all.map((one) => one.peakRssMb)),
    kilobytes: all[0]?.kilobytes ?? 0,
  };
}
