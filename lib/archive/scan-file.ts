/**
 * Reads one partition file of a bag from its bytes to checked COPY text: check sum, gzip, header, rows. Gives the findings of
 * the file and the counts, and never throws for damage. The same for loading and for checking without a database.
 */
import { type Finding, type FindingCode, makeFinding } from "@/lib/finding/finding";
import { monthToNumber } from "@/lib/period/month";
import type { Bag, PartitionFile } from "./bag/bag";
import type { StoredFile } from "./bag/bag-store";
import { findMismatch, findSourceMismatch, type Mismatch } from "./bag/digest";
import { isSystemError } from "./bag/refuse";
import { type CopyBuffer, createCopyBuffer } from "./csv/copy-buffer";
import { createRowFindings, type FilePlace, type QuarantinedRow, type RowFindings } from "./csv/row-findings";
import { type Cut, createRowScanner, type RowScanner } from "./csv/row-scanner";
import { scanPlan } from "./csv/scan-plan";
import { gunzipWhole, readGzip } from "./gzip/read-gzip";
import type { TableSpec } from "./tables";

/** Files up to this size are read and inflated in one piece. */
const WHOLE_FILE_BYTES = 8 * 2 ** 20;

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
    rowFrom: cut.rowNo + 1,
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

/** Reads a file that is large or damaged, piece by piece. */
async function readPieces(
  reading: Reading,
  stored: StoredFile,
  isWorthTrying: boolean,
  request: ScanRequest,
): Promise<void> {
  const { scanner } = reading;
  const beginning = scanPlan(request.file.table).header.subarray(0, 9);
  let hasRest = false;
  let isDoubtful = false;
  for await (const event of readGzip(stored.source, beginning, isWorthTrying, request.bag.limits)) {
    if (event.kind === "bytes") scanner.push(Buffer.from(event.bytes), false);
    else if (event.kind === "cut") scanner.cut(stored.isCutShort ? "file/corrupt" : event.code);
    else if (event.kind === "rest") hasRest = true;
    else isDoubtful = true;
    if (event.kind === "bomb") {
      scanner.cut("file/corrupt");
      break;
    }
    await give(reading);
  }
  scanner.push(Buffer.alloc(0), true);
  for (const cut of scanner.cuts) cutFinding(reading, cut);
  if (scanner.cuts.length > 0) return;
  const mismatch = findSourceMismatch(stored.source, request.bag.expectedDigests(request.file));
  // complete tables with bytes behind them that nobody can read: changed since, or delivered so
  if (isDoubtful || (hasRest && !mismatch)) fileFinding(reading, "file/corrupt", { ...mismatch });
  else if (mismatch) fileFinding(reading, "file/checksum", { ...mismatch });
}

function readWhole(reading: Reading, text: Buffer, mismatch: Mismatch | undefined): void {
  reading.scanner.push(text, true);
  if (mismatch) fileFinding(reading, "file/checksum", { ...mismatch });
}

async function readStored(reading: Reading, stored: StoredFile, request: ScanRequest): Promise<void> {
  if (stored.sizeBytes > WHOLE_FILE_BYTES) return readPieces(reading, stored, true, request);
  const bytes = stored.readAll();
  const text = stored.isCutShort ? undefined : gunzipWhole(bytes);
  if (text === undefined) return readPieces(reading, stored, false, request);
  readWhole(reading, text, findMismatch(bytes, request.bag.expectedDigests(request.file)));
  await give(reading);
}

/** What the whole file amounts to: bytes that are no table at all are one corrupt file, not a thousand broken rows. */
function concludeFile(reading: Reading): FileScan {
  const { scanner, rows, fileFindings } = reading;
  const { rowsRead, rowsLoaded } = scanner;
  const isUnrecognisable =
    scanner.isUnrecognisable && fileFindings.every((finding) => finding.code === "file/checksum");
  if (isUnrecognisable) {
    fileFindings.length = 0;
    fileFinding(reading, "file/corrupt");
  }
  if (!scanner.hasHeader && rowsRead === 0 && fileFindings.every((finding) => finding.code === "file/checksum")) {
    // not even a header row: the text ends before it begins
    fileFindings.length = 0;
    fileFinding(reading, "file/truncated");
  }
  return {
    rowsRead,
    rowsLoaded,
    rowsQuarantined: rowsRead - rowsLoaded,
    rowsUnreadable: scanner.rowsUnreadable,
    findings: isUnrecognisable ? fileFindings : [...fileFindings, ...rows.findings()],
    quarantined: rows.quarantined,
  };
}

/** Reads one file. Sound rows go to `out`, which is drained between pieces; its rest stays for the next file. */
export async function scanFile(request: ScanRequest): Promise<FileScan> {
  const { bag, file, laoId, snapshotNo } = request;
  const spec = request.spec ?? file.table;
  const place: FilePlace = { lao: file.lao, module: file.module, month: file.month, table: spec.name, file: file.path };
  const stored = file.isPresent ? await bag.openFile(file) : undefined;
  if (!stored) return { ...NOTHING, findings: [makeFinding({ code: "file/missing", confidence: "bytes", ...place })] };
  const rows = createRowFindings(place);
  const out = request.out ?? sink;
  const scanner = createRowScanner({
    plan: scanPlan(spec),
    laoCode: file.lao,
    month: file.month,
    copyPrefix: `${snapshotNo}\t${laoId}\t${monthToNumber(file.month)}\t`,
    out,
    encoding: bag.snapshot.encoding,
    findings: rows,
  });
  const reading: Reading = { scanner, rows, fileFindings: [], place, out };
  try {
    await readStored(reading, stored, request);
  } catch (error) {
    // a disk that fails under one file is damage of that file
    if (!isSystemError(error)) throw error;
    fileFinding(reading, "file/corrupt", { found: error.code ?? null });
  } finally {
    stored.close();
  }
  return concludeFile(reading);
}
