/** Reads one row that is not plainly sound: loads what can be read, quarantines what cannot, and says of each cell why. */
import { isUtf8 } from "node:buffer";
import type { FindingCode } from "@/lib/finding/finding";
import { parseIsoDate } from "@/lib/period/date";
import type { ColumnSpec } from "../tables";
import { copyCell } from "./cell-value";
import { LF } from "./fast-cells";
import type { RowContext } from "./fast-rows";
import { hashCell, type KeyHash, startHash } from "./key-set";
import type { RowFinding, RowFindings } from "./row-findings";
import { INCOMPLETE, MAX_CELL_BYTES, type SplitOptions, type SplitRow, splitRow } from "./split-row";
import { findUnsoundText } from "./thai-text";

export interface CarefulContext extends RowContext {
  readonly findings: RowFindings;
  readonly laoCode: string;
  /** `2024-03` */
  readonly monthText: string;
  /** Bytes were turned from windows-874, so U+FFFD stands for a byte that is no text there. */
  readonly isTranscoded: boolean;
  /** Cell of each column, where the header differs. */
  order: Int32Array | null;
  isHeaderUnknown: boolean;
  rowsUnreadable: number;
  /** Records with the right number of cells, whether their cells can be read or not. */
  rowsOfShape: number;
}

interface ReadCell {
  readonly text: string;
  readonly isSoundEncoding: boolean;
}

function cellText(src: Uint8Array, from: number, to: number, hasDoubledQuotes: boolean): ReadCell {
  const bytes = Buffer.from(src.buffer, src.byteOffset + from, to - from);
  // toString puts U+FFFD where bytes are no UTF-8
  const text = bytes.toString("utf8");
  return { text: hasDoubledQuotes ? text.replaceAll('""', '"') : text, isSoundEncoding: isUtf8(bytes) };
}

/** The record's cells in the order of the table's columns; undefined if their number is wrong. */
export function orderedCells(context: CarefulContext, src: Uint8Array, row: SplitRow, cellCount: number) {
  if (row.problem || row.cells.length !== cellCount) return undefined;
  return context.plan.spec.columns.map((_, column): ReadCell => {
    const cell = row.cells[context.order?.[column] ?? column];
    if (!cell) return { text: "", isSoundEncoding: true };
    const read = cellText(src, cell.from, cell.to, cell.hasDoubledQuotes);
    return context.isTranscoded && read.text.includes("\ufffd") ? { text: read.text, isSoundEncoding: false } : read;
  });
}

/** Document, date and account by which people know the row, as far as they can be read. */
export function rowLandmarks(context: CarefulContext, cells: readonly ReadCell[]) {
  const { docColumn, dateColumn, accountColumn, spec } = context.plan;
  const readable = (column: number): string | null => {
    const [columnSpec, cell] = [spec.columns[column], cells[column]];
    if (!columnSpec || !cell?.isSoundEncoding) return null;
    return copyCell(columnSpec, cell.text) === undefined ? null : cell.text;
  };
  return { doc: readable(docColumn), date: readable(dateColumn), account: readable(accountColumn) };
}

type Trouble = Omit<RowFinding, "rowNo">;

/** What makes the row unreadable or another's, worst first; and what is merely unsound in text that is loaded. */
function judgeCells(context: CarefulContext, cells: readonly ReadCell[]) {
  const fatal: Trouble[] = [];
  const marks: Trouble[] = [];
  const copied: string[] = [];
  const columns: readonly ColumnSpec[] = context.plan.spec.columns;
  columns.forEach((column, index) => {
    const cell = cells[index] ?? { text: "", isSoundEncoding: true };
    const place = { column: column.name, found: cell.text };
    const isText = column.kind === "text";
    if (!cell.isSoundEncoding) (isText ? marks : fatal).push({ code: "row/encoding", ...place });
    const value = copyCell(column, cell.text);
    if (value === undefined && cell.isSoundEncoding) fatal.push({ code: "row/value", ...place });
    if (isText && cell.isSoundEncoding && findUnsoundText(cell.text) !== undefined)
      marks.push({ code: "row/text", ...place });
    copied.push(value ?? "");
  });
  fatal.sort((left, right) => left.code.localeCompare(right.code));
  return { fatal, marks, copied };
}

function judgeOwner(context: CarefulContext, cells: readonly ReadCell[]): Trouble | undefined {
  const lao = cells[0]?.text ?? "";
  if (lao !== context.laoCode)
    return { code: "row/foreign", column: "lao_code", expected: context.laoCode, found: lao };
  const { dateColumn, spec } = context.plan;
  const date = cells[dateColumn]?.text;
  if (date === undefined || date.startsWith(context.monthText)) return undefined;
  const column = spec.dateColumn ?? "";
  return parseIsoDate(date) ? { code: "row/foreign", column, expected: context.monthText, found: date } : undefined;
}

const hash: KeyHash = { low: 0, high: 0 };

function hashKey(context: CarefulContext, cells: readonly ReadCell[], copied: readonly string[]): void {
  startHash(hash);
  for (const column of context.plan.keyColumns) {
    const isInt = context.plan.spec.columns[column]?.kind === "int";
    const bytes = Buffer.from((isInt ? copied[column] : cells[column]?.text) ?? "", "utf8");
    hashCell(hash, bytes, 0, bytes.length);
  }
}

/** Whether the earlier row with this key, if it is still at hand, holds the same bytes. */
function describeEarlier(
  options: SplitOptions,
  row: SplitRow,
  from: number,
  earlierFrom: number,
  earlierNo: number,
): string {
  const place = `แถวที่ ${earlierNo}`;
  if (earlierFrom < 0) return `เลขที่ซ้ำกับ${place}`;
  const earlier = splitRow(options, earlierFrom);
  if (earlier === INCOMPLETE) return `เลขที่ซ้ำกับ${place}`;
  const { src } = options;
  const isSame = Buffer.compare(src.subarray(from, row.to), src.subarray(earlierFrom, earlier.to)) === 0;
  return isSame ? `เนื้อหาเหมือน${place}` : `เนื้อหาต่างจาก${place}`;
}

function setAside(context: CarefulContext, src: Uint8Array, from: number, to: number, code: FindingCode): void {
  const raw = Buffer.from(src.buffer, src.byteOffset + from, Math.min(to - from, 8192)).toString("utf8");
  context.findings.quarantine(context.rowNo, code, raw);
  if (code !== "row/foreign" && code !== "row/duplicate") context.rowsUnreadable++;
}

/** Counts a stretch as one quarantined record; used for half rows at a cut as well. */
export function quarantineStretch(
  context: CarefulContext,
  src: Uint8Array,
  from: number,
  to: number,
  code: FindingCode,
): void {
  context.rowNo++;
  setAside(context, src, from, to, code);
}

/**
 * Reads the record at `from`, whatever it is: loads it or quarantines it, and counts it.
 * @param offset where `src` begins in the file's text
 * @returns where the next record begins, or INCOMPLETE if more bytes are needed
 */
export function readCarefulRow(
  context: CarefulContext,
  options: SplitOptions,
  from: number,
  offset: number,
): number | typeof INCOMPLETE {
  const { src } = options;
  const row = splitRow(options, from);
  if (row === INCOMPLETE) return INCOMPLETE;
  const { findings, out } = context;
  const ordered = orderedCells(context, src, row, options.columnCount);
  if (ordered) context.rowsOfShape++;
  const cells = context.isHeaderUnknown ? undefined : ordered;
  const hasNul = src.subarray(from, row.to).includes(0);
  const isGiant = row.cells.some((cell) => cell.to - cell.from > MAX_CELL_BYTES);
  context.rowNo++;
  const rowNo = context.rowNo;
  if (!cells || hasNul || isGiant) {
    const found = row.problem || hasNul || isGiant ? describeShape(row, hasNul, isGiant) : String(row.cells.length);
    findings.add({ code: "row/shape", rowNo, expected: String(options.columnCount), found });
    setAside(context, src, from, row.to, "row/shape");
    return row.next;
  }
  const landmarks = rowLandmarks(context, cells);
  const { fatal, marks, copied } = judgeCells(context, cells);
  const [worst] = fatal;
  if (worst) {
    for (const trouble of fatal) findings.add({ rowNo, ...landmarks, ...trouble });
    setAside(context, src, from, row.to, worst.code);
    return row.next;
  }
  const foreign = judgeOwner(context, cells);
  if (foreign) {
    // another LAO's document number is not shown to this one
    findings.add({ rowNo, ...(foreign.column === "lao_code" ? {} : landmarks), ...foreign });
    setAside(context, src, from, row.to, "row/foreign");
    return row.next;
  }
  hashKey(context, cells, copied);
  const earlierNo = context.keys.add(hash.low, hash.high, rowNo, offset + from);
  if (earlierNo !== 0) {
    const earlierFrom = Math.max(-1, context.keys.offsetOf(hash.low, hash.high) - offset);
    const found = describeEarlier(options, row, from, earlierFrom, earlierNo);
    const key = context.plan.keyColumns.map((column) => cells[column]?.text ?? "").join(" ");
    findings.add({ code: "row/duplicate", rowNo, ...landmarks, doc: landmarks.doc ?? key, found });
    setAside(context, src, from, row.to, "row/duplicate");
    return row.next;
  }
  for (const trouble of marks) findings.add({ rowNo, ...landmarks, ...trouble });
  out.write(`${Buffer.from(context.copyPrefix).toString("latin1")}${rowNo}\t${copied.slice(1).join("\t")}\n`);
  context.rowsLoaded++;
  return row.next;
}

function describeShape(row: SplitRow, hasNul: boolean, isGiant: boolean): string {
  if (hasNul) return "NUL";
  if (isGiant || row.problem === "long") return "ยาวเกินกำหนด";
  return 'เครื่องหมาย " ไม่ครบคู่';
}

/** Whether only line ends follow, which are no records at a file's end. */
export function isBlankRest(src: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (src[at] !== LF && src[at] !== 0x0d) return false;
  return true;
}
