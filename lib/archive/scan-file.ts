/**
 * Reads one partition file of a bag from its bytes to checked COPY text: check sum, gzip, header, rows. Gives the findings of
 * the file and the counts, and never throws for damage. The same for loading and for checking without a database.
 */
import { type Finding, type FindingCode, makeFinding } from "@/lib/finding/finding";
import { monthToNumber } from "@/lib/period/month";
import type { Bag, PartitionFile } from "./bag/bag";
import type { StoredFile } from "./bag/bag-store";
import { findMismatch, findSourceMismatch } from "./bag/digest";
import { isSystemError } from "./bag/refuse";
import { type CopyBuffer, createCopyBuffer } from "./csv/copy-buffer";
import type { Cut } from "./csv/cut";
import {
  createRowFindings,
  type Extent,
  type FilePlace,
  type QuarantinedRow,
  type RowFindings,
} from "./csv/row-findings";
import { createRowScanner, type RowScanner } from "./csv/row-scanner";
import { scanPlan } from "./csv/scan-plan";
import { gunzipWhole, readGzip } from "./gzip/read-gzip";
import type { TableSpec } from "./tables";

/** Files up to this size are read and inflated in one piece. */
const WHOLE_FILE_BYTES = 8 * 2 ** 20;
/** Text is taken in pieces of this size, and rows given on after each, so that no more is held than that. */
const PUSH_BYTES = 2 ** 20;

export interface FileScan {
  /** Always rowsLoaded + rowsQuarantined. */
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
  /** Of the quarantined rows those that could not be read; the others are read, but duplicate or foreign. */
  readonly rowsUnreadable: number;
  readonly findings: readonly Finding[];
  /** At most 1,000; the count is `rowsQuarantined`. */
  readonly quarantined: readonly QuarantinedRow[];
}

export interface ScanRequest {
  readonly bag: Bag;
  readonly file: PartitionFile;
  /** The table of the file; `file.table` if left out. */
  readonly spec?: TableSpec;
  readonly laoId: number;
  readonly snapshotNo: number;
  /** Takes the rows; null only checks. Nothing is taken of a file that is missing. */
  readonly out: CopyBuffer | null;
}

const NOTHING = { rowsRead: 0, rowsLoaded: 0, rowsQuarantined: 0, rowsUnreadable: 0, quarantined: [] };

/** Where checking without loading writes to: emptied without being looked at. */
const sink = createCopyBuffer({ flush: () => {} });

interface Reading {
  readonly scanner: RowScanner;
  readonly rows: RowFindings;
  readonly fileFindings: Finding[];
  readonly place: FilePlace;
  readonly out: CopyBuffer;
}

function fileFinding(reading: Reading, code: FindingCode, more: Partial<Finding> = {}): void {
  reading.fileFindings.push(makeFinding({ code, confidence: "bytes", ...reading.place, ...more }));
}

function cutFinding(reading: Reading, cut: Cut): void {
  fileFinding(reading, cut.code, {
    rowFrom: cut.rowFrom,
    rowTo: cut.rowTo,
    count: cut.count,
    docFrom: cut.docBefore,
    docTo: cut.docAfter,
    dateFrom: cut.dateBefore,
    dateTo: cut.dateAfter,
  });
}

async function give(reading: Reading): Promise<void> {
  if (reading.out === sink) sink.length = 0;
  else await reading.out.drain();
}

/** Reads a file that is large or damaged, piece by piece; gives whether unreadable bytes stand behind it. */
async function readPieces(reading: Reading, stored: StoredFile, isWorthTrying: boolean, request: ScanRequest) {
  const { scanner } = reading;
  const beginning = scanPlan(request.file.table).header.subarray(0, 9);
  let hasRest = false;
  for await (const event of readGzip(stored.source, beginning, isWorthTrying, request.bag.limits)) {
    if (event.kind === "bytes") scanner.push(Buffer.from(event.bytes), false);
    else if (event.kind === "cut") scanner.cut(stored.isCutShort ? "file/corrupt" : event.code);
    else if (event.kind === "rest") hasRest = true;
    else if (event.kind === "member") scanner.begin();
    else if (event.kind === "doubt") scanner.doubt();
    else scanner.cut("file/corrupt");
    if (event.kind === "bomb") break;
    await give(reading);
  }
  scanner.push(Buffer.alloc(0), true);
  await give(reading);
  return hasRest;
}

/** Findings about the bytes of a file that was read in pieces. */
function concludePieces(reading: Reading, stored: StoredFile, hasRest: boolean, request: ScanRequest): void {
  for (const cut of reading.scanner.cuts) cutFinding(reading, cut);
  if (reading.scanner.cuts.length > 0) return;
  const mismatch = findSourceMismatch(stored.source, request.bag.expectedDigests(request.file));
  // complete tables with bytes behind them that nobody can read: changed since, or delivered so
  if (hasRest && !mismatch) fileFinding(reading, "file/corrupt");
  else if (mismatch) fileFinding(reading, "file/checksum", { ...mismatch });
}

async function readStored(stored: StoredFile, request: ScanRequest): Promise<Reading> {
  const reading = startReading(request, request.out ?? sink);
  if (stored.sizeBytes > WHOLE_FILE_BYTES) {
    concludePieces(reading, stored, await readPieces(reading, stored, true, request), request);
    return reading;
  }
  const bytes = stored.readAll();
  const text = stored.isCutShort ? undefined : gunzipWhole(bytes);
  if (text !== undefined) {
    for (let at = 0; at < text.length; at += PUSH_BYTES) {
      reading.scanner.push(text.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= text.length);
      await give(reading);
    }
    const mismatch = findMismatch(bytes, request.bag.expectedDigests(request.file));
    if (mismatch) fileFinding(reading, "file/checksum", { ...mismatch });
    return reading;
  }
  // a damaged file is read twice: rows amid nonsense look sound, and only the whole shows them
  const trial = startReading(request, sink);
  await readPieces(trial, stored, false, request);
  const second = startReading(request, request.out ?? sink, trial.scanner.nonsense);
  concludePieces(second, stored, await readPieces(second, stored, false, request), request);
  return second;
}

/** What the whole file amounts to: bytes that are no table at all are one damaged file, not a thousand broken rows. */
function concludeFile(reading: Reading): FileScan {
  const { scanner, rows, fileFindings } = reading;
  const { rowsRead, rowsLoaded } = scanner;
  const isBroken = fileFindings.some((finding) => finding.code !== "file/checksum");
  const whole = scanner.isHeaderCutOff ? "file/truncated" : scanner.isUnrecognisable ? "file/corrupt" : undefined;
  if (whole && !isBroken) {
    fileFindings.length = 0;
    fileFinding(reading, whole);
  }
  return {
    rowsRead,
    rowsLoaded,
    rowsQuarantined: rowsRead - rowsLoaded,
    rowsUnreadable: scanner.rowsUnreadable,
    findings: whole ? fileFindings : [...fileFindings, ...rows.findings()],
    quarantined: rows.quarantined,
  };
}

function startReading(request: ScanRequest, out: CopyBuffer, nonsense: readonly Extent[] | null = null): Reading {
  const { bag, file, laoId, snapshotNo } = request;
  const place = placeOf(request);
  const rows = createRowFindings(place);
  const scanner = createRowScanner({
    plan: scanPlan(request.spec ?? file.table),
    laoCode: file.lao,
    month: file.month,
    copyPrefix: `${snapshotNo}\t${laoId}\t${monthToNumber(file.month)}\t`,
    out,
    encoding: bag.snapshot.encoding,
    findings: rows,
    ...(nonsense && { nonsense }),
  });
  return { scanner, rows, fileFindings: [], place, out };
}

function placeOf({ file, spec }: ScanRequest): FilePlace {
  return { lao: file.lao, module: file.module, month: file.month, table: (spec ?? file.table).name, file: file.path };
}

/** A file of which nothing could be had, by a finding about its bytes. */
function unreadFile(request: ScanRequest, code: FindingCode, found: string | null = null): FileScan {
  return { ...NOTHING, findings: [makeFinding({ code, confidence: "bytes", ...placeOf(request), found })] };
}

/** Reads one file. Sound rows go to `out`, which is drained between pieces; its rest stays for the next file. */
export async function scanFile(request: ScanRequest): Promise<FileScan> {
  const { bag, file } = request;
  let stored: StoredFile | undefined;
  try {
    stored = file.isPresent ? await bag.openFile(file) : undefined;
    if (!stored) return unreadFile(request, "file/missing");
    return concludeFile(await readStored(stored, request));
  } catch (error) {
    // a disk that fails at opening one file is damage of that file; later, rows are already given out
    if (!isSystemError(error) || stored) throw error;
    return unreadFile(request, "file/corrupt", error.code ?? null);
  } finally {
    stored?.close();
  }
}
