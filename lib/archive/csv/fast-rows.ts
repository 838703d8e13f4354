/**
 * The hot loop of loading: reads plainly sound rows from bytes and writes them as COPY text, without a string per cell.
 * It judges nothing: at the first row that is not plainly sound it stops, and `careful-row.ts` looks at that row.
 */
import type { CopyBuffer } from "./copy-buffer";
import {
  COMMA,
  CR,
  LF,
  NOT_PLAIN,
  QUOTE,
  readAccount,
  readAmount,
  readCode,
  readDate,
  readDateInMonth,
  readInt,
  readNumbered,
  readText,
  readWord,
  repeatText,
  writeAbsent,
  written,
  ZERO,
} from "./fast-cells";
import { hashCell, type KeyHash, type KeySet, startHash } from "./key-set";
import { OP, type ScanPlan } from "./scan-plan";

/** A longer row is looked at carefully. */
const MAX_FAST_ROW_BYTES = 1 << 16;
/** Room for the longest row, were every byte to become two, and for the numbers before it. */
const RESERVE_BYTES = 2 * MAX_FAST_ROW_BYTES + 256;
const TAB = 0x09;

/** One file's reading: where its rows belong, and how far it has come. */
export interface RowContext {
  readonly plan: ScanPlan;
  readonly out: CopyBuffer;
  /** `<snapshot_no>\t<lao_id>\t<month>\t`, what every row of the partition begins with in the database. */
  readonly copyPrefix: Uint8Array;
  /** The partition's LAO code, 8 bytes. */
  readonly lao: Uint8Array;
  /** `2024-03-`, and the last day of that month. */
  readonly month: Uint8Array;
  readonly lastDay: number;
  readonly keys: KeySet;
  /** Records read so far; the next row's number is one more. */
  rowNo: number;
  /** The fast reader goes no further than this row. */
  rowLimit: number;
  rowsLoaded: number;
}

/** Writes a whole number in decimal; gives the position after it. */
function writeNumber(out: Uint8Array, at: number, value: number): number {
  let digits = 1;
  for (let bound = 10; bound <= value; bound *= 10) digits++;
  let rest = value;
  for (let index = at + digits - 1; index >= at; index--) {
    const next = (rest / 10) | 0;
    out[index] = ZERO + rest - next * 10;
    rest = next;
  }
  return at + digits;
}

/** Reads the cell of one column; gives the position after it or NOT_PLAIN. */
function readCell(context: RowContext, column: number, src: Uint8Array, at: number, o: number, quoted: number): number {
  const { plan } = context;
  const out = context.out.bytes;
  const op = plan.ops[column] as number;
  switch (op) {
    case OP.text:
      return readTextCell(src, column, at, out, o, quoted);
    case OP.amount:
      return readAmount(src, at, out, o);
    case OP.account:
      return readAccount(src, at, out, o);
    case OP.dateInMonth:
      return readDateInMonth(src, at, out, o, context.month, context.lastDay);
    case OP.code:
      return readCode(src, at, out, o);
    case OP.numbered:
      return readNumbered(src, at, out, o, plan.words[column] as readonly Uint8Array[]);
    case OP.choice:
      return readWord(src, at, out, o, plan.words[column] as readonly Uint8Array[]);
    case OP.date:
      return readDate(src, at, out, o);
    case OP.int:
      return readInt(src, at, out, o);
    case OP.flag: {
      const byte = src[at] as number;
      out[o] = byte;
      written.to = o + 1;
      return byte === ZERO || byte === ZERO + 1 ? at + 1 : NOT_PLAIN;
    }
  }
  const byte = src[at] as number;
  if (byte === COMMA || byte === LF || byte === CR || byte === QUOTE) {
    writeAbsent(out, o);
    return at;
  }
  if (op === OP.codeOrEmpty) return readCode(src, at, out, o);
  if (op === OP.numberedOrEmpty) return readNumbered(src, at, out, o, plan.words[column] as readonly Uint8Array[]);
  return readDate(src, at, out, o);
}

const cellFrom = new Int32Array(64);
const cellTo = new Int32Array(64);
/** Per column: the text cell read last that was written as it stands; its bytes begin at -1 if there is none in `src`. */
const textFrom = new Int32Array(64);
const textTo = new Int32Array(64);

/** Reads free text, the quicker way where it is the text of the row before. */
function readTextCell(src: Uint8Array, column: number, at: number, out: Uint8Array, o: number, quoted: number): number {
  const earlier = textFrom[column] as number;
  if (earlier >= 0) {
    const to = repeatText(src, at, out, o, quoted, earlier, textTo[column] as number);
    if (to !== NOT_PLAIN) return to;
  }
  const to = readText(src, at, out, o, quoted);
  textFrom[column] = to !== NOT_PLAIN && written.isVerbatim ? at : -1;
  textTo[column] = to;
  return to;
}

const hash: KeyHash = { low: 0, high: 0 };

/** Reads one row and writes it at `sink.length`; gives the position after it or NOT_PLAIN. The key is not yet looked up. */
function readRow(context: RowContext, src: Uint8Array, from: number): number {
  const { plan, copyPrefix, lao, out: sink } = context;
  const out: Uint8Array = sink.bytes;
  const columnCount = plan.columnCount;
  let at = from;
  for (let index = 0; index < 8; index++) if (src[at++] !== lao[index]) return NOT_PLAIN;
  let o = sink.length;
  for (let index = 0; index < copyPrefix.length; index++) out[o++] = copyPrefix[index] as number;
  o = writeNumber(out, o, context.rowNo + 1);
  for (let column = 1; column < columnCount; column++) {
    if (src[at++] !== COMMA) return NOT_PLAIN;
    const quoted = src[at] === QUOTE ? 1 : 0;
    at += quoted;
    out[o] = TAB;
    cellFrom[column] = at;
    at = readCell(context, column, src, at, o + 1, quoted);
    if (at === NOT_PLAIN) return NOT_PLAIN;
    cellTo[column] = at;
    o = written.to;
    if (quoted === 1 && src[at++] !== QUOTE) return NOT_PLAIN;
  }
  if (src[at] === CR) at++;
  if (src[at++] !== LF || at - from > MAX_FAST_ROW_BYTES) return NOT_PLAIN;
  out[o] = LF;
  written.to = o + 1;
  return at;
}

/**
 * Reads rows of valid UTF-8 from `from` as long as they are plainly sound, and counts them in `context`.
 * @param end position after a line end: no row that begins before it is cut off there (but a quoted line break may be)
 * @param offset where `src` begins in the file's text, for keys
 * @returns the beginning of the first row that needs care, or `end`
 */
export function readFastRows(context: RowContext, src: Uint8Array, from: number, end: number, offset: number): number {
  const { out: sink, keys, plan } = context;
  const keyColumns = plan.keyColumns;
  const keyCount = keyColumns.length;
  const firstRowNo = context.rowNo;
  textFrom.fill(-1);
  let at = from;
  while (at < end && context.rowNo < context.rowLimit) {
    if (sink.length + RESERVE_BYTES > sink.bytes.length) sink.reserve(RESERVE_BYTES);
    const next = readRow(context, src, at);
    // what follows `end` is not known to be UTF-8
    if (next === NOT_PLAIN || next > end) break;
    const outTo = written.to;
    startHash(hash);
    for (let index = 0; index < keyCount; index++) {
      const key = keyColumns[index] as number;
      hashCell(hash, src, cellFrom[key] as number, cellTo[key] as number);
    }
    if (keys.add(hash.low, hash.high, context.rowNo + 1, offset + at) !== 0) break;
    sink.length = outTo;
    context.rowNo++;
    at = next;
  }
  context.rowsLoaded += context.rowNo - firstRowNo;
  return at;
}
