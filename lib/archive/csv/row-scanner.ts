/**
 * Reads one partition file's text, piece by piece: header, sound rows by the fast reader, all others by the careful one.
 * It knows nothing of gzip or manifests; whoever inflates tells it where something is missing (`cut`).
 */
import { isUtf8 } from "node:buffer";
import type { FindingCode } from "@/lib/finding/finding";
import { lastDay, type Month } from "@/lib/period/month";
import { type CarefulContext, isBlankRest, quarantineStretch, readCarefulRow } from "./careful-row";
import type { CopyBuffer } from "./copy-buffer";
import { type Cut, type Landmarks, landmarksAt, lastLandmarks, NO_LANDMARKS } from "./cut";
import { LF } from "./fast-cells";
import { readFastRows } from "./fast-rows";
import { type HeaderReading, readHeader } from "./header";
import { borrowKeySet, returnKeySet } from "./key-set";
import { type Extent, isNonsense, type RowFindings } from "./row-findings";
import type { ScanPlan } from "./scan-plan";
import { INCOMPLETE, looksLikeRow, MAX_ROW_BYTES, type SplitOptions, splitRow } from "./split-row";
import { windows874ToUtf8 } from "./windows-874";

export interface RowScannerOptions {
  readonly plan: ScanPlan;
  readonly laoCode: string;
  readonly month: Month;
  /** `<snapshot_no>\t<lao_id>\t<month>\t` */
  readonly copyPrefix: string;
  readonly out: CopyBuffer;
  readonly encoding: "utf-8" | "windows-874";
  readonly findings: RowFindings;
  /** Rows that a first reading found to lie in nonsense (`RowScanner.nonsense`): set aside, even where they look sound. */
  readonly nonsense?: readonly Extent[];
  /** Smaller pieces are collected up to this size before they are looked at. */
  readonly pieceBytes?: number;
}

export interface RowScanner {
  /** Takes the next piece of inflated bytes, which must not change afterwards. After the final piece nothing more is taken. */
  push(piece: Uint8Array, isFinal: boolean): void;
  /** The text is interrupted here: what is half read belongs to the cut; reading goes on at the next line that looks like a row. */
  cut(code: FindingCode): void;
  /** A stretch with a check sum of its own begins. */
  begin(): void;
  /** The stretch since `begin` was read to its end, but is not what it was. */
  doubt(): void;
  /** After the last piece. */
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsUnreadable: number;
  readonly cuts: readonly Cut[];
  /** Rows that broken bytes turned into nonsense, by their numbers. */
  readonly nonsense: readonly Extent[];
  /** The text ended before its header did. */
  readonly isHeaderCutOff: boolean;
  /** Bytes came, but neither a header nor anything like a row. */
  readonly isUnrecognisable: boolean;
}

const NO_LIMIT = 2 ** 31 - 1;
const LOOK_AHEAD_PER_BYTE = 32;
/** Files in more pieces than this are told by their first breaks. */
const MAX_CUTS = 50;
const EMPTY = new Uint8Array(0);

export function createRowScanner(options: RowScannerOptions): RowScanner {
  const { plan, month, out, findings } = options;
  const context: CarefulContext = {
    plan,
    out,
    copyPrefix: Buffer.from(options.copyPrefix, "latin1"),
    lao: Buffer.from(options.laoCode, "latin1"),
    laoCode: options.laoCode,
    month: Buffer.from(`${month}-`, "latin1"),
    monthText: month,
    lastDay: Number(lastDay(month).slice(8)),
    keys: borrowKeySet(),
    isTranscoded: options.encoding === "windows-874",
    findings,
    order: null,
    isHeaderUnknown: false,
    rowNo: 0,
    rowLimit: NO_LIMIT,
    rowsLoaded: 0,
    rowsUnreadable: 0,
    rowsOfShape: 0,
  };
  const lookAhead = { left: 1 << 22 };
  const cuts: Cut[] = [];
  const nonsense: Extent[] = [...(options.nonsense ?? [])];
  let columnCount = plan.columnCount;
  let state: "header" | "rows" | "resync" | "giant" = "header";
  const pieceBytes = options.pieceBytes ?? 1 << 18;
  /** Pieces not yet looked at. */
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let carry: Uint8Array = EMPTY;
  /** Where `carry` begins in the file's text. */
  let offset = 0;
  /** The piece read last and the last record that began in it, for the landmarks at a cut. */
  let lastRow: { src: Uint8Array; from: number } | undefined;
  let header: HeaderReading | undefined;
  /** What is carried over comes from a stretch that is in doubt. */
  let isCarryDoubtful = false;
  let stretchFrom = 1;
  /** The last row before the nonsense in this stretch. */
  let beforeNonsense: Landmarks | undefined;

  const addCut = (cut: Cut): void => {
    if (cuts.length < MAX_CUTS) cuts.push(cut);
  };
  const splitOptions = (src: Uint8Array, isFinal: boolean): SplitOptions => ({
    src,
    end: src.length,
    isFinal,
    columnCount,
    lookAhead,
  });

  const takeHeader = (src: Uint8Array, isFinal: boolean): number | typeof INCOMPLETE => {
    const reading = readHeader(plan, splitOptions(src, isFinal));
    if (reading === INCOMPLETE) return INCOMPLETE;
    header = reading;
    ({ columnCount } = header);
    context.order = header.order;
    context.isHeaderUnknown = header.isUnknown;
    if (header.isUnknown) columnCount = plan.columnCount;
    if (header.found !== null)
      findings.add({ code: "row/shape", rowNo: 0, expected: plan.header.toString(), found: header.found });
    state = "rows";
    return header.next;
  };

  /** The first line from `from` on that looks like a row; the end of the bytes if there is none. */
  const resync = (src: Uint8Array, from: number, isFinal: boolean): number | typeof INCOMPLETE => {
    for (let at = from; at < src.length; at++) {
      const looks = looksLikeRow(splitOptions(src, isFinal), at);
      if (looks === INCOMPLETE && src.length - at <= MAX_ROW_BYTES) return INCOMPLETE;
      if (looks === true) {
        state = "rows";
        const cut = cuts.at(-1);
        const { doc, date } = landmarksAt(context, splitOptions(src, true), at);
        if (cut) [cut.docAfter, cut.dateAfter] = [doc, date];
        return at;
      }
      const lineEnd = src.indexOf(LF, at);
      if (lineEnd < 0) return isFinal || src.length - at > MAX_ROW_BYTES ? src.length : INCOMPLETE;
      at = lineEnd;
    }
    return src.length;
  };

  /** Reads rows; gives where it stopped, which is the end or an incomplete record. */
  const takeRows = (src: Uint8Array, from: number, isFinal: boolean): number => {
    const lastLineEnd = src.lastIndexOf(LF) + 1;
    const canBeFast = context.order === null && !context.isHeaderUnknown;
    const isSound = canBeFast && isUtf8(src.subarray(from, lastLineEnd));
    let at = from;
    while (at < src.length) {
      const stretch = nonsense.find((extent) => extent.rowTo > context.rowNo);
      if (stretch && stretch.rowFrom <= context.rowNo + 1) {
        const row = splitRow(splitOptions(src, isFinal), at);
        if (row === INCOMPLETE) return at;
        if (stretch.rowFrom === context.rowNo + 1)
          beforeNonsense = lastLandmarks(context, { ...splitOptions(src, true), end: at }, from);
        quarantineStretch(context, src, at, row.to, "file/corrupt");
        at = row.next;
        continue;
      }
      context.rowLimit = stretch ? stretch.rowFrom - 1 : NO_LIMIT;
      if (canBeFast && at < lastLineEnd) {
        const until = isSound ? lastLineEnd : src.indexOf(LF, at) + 1;
        if (isSound || isUtf8(src.subarray(at, until))) {
          const next = readFastRows(context, src, at, until, offset);
          if (next > at) {
            at = next;
            continue;
          }
        }
      }
      if (isBlankRest(src, at, src.length) && (isFinal || src.length - at < MAX_ROW_BYTES))
        return isFinal ? src.length : at;
      // what is longer than any row is not waited for
      const isGiant = !isFinal && src.length - at > 2 * MAX_ROW_BYTES;
      const next = readCarefulRow(context, splitOptions(src, isFinal || isGiant), at, offset);
      if (next === INCOMPLETE) return at;
      at = next;
      if (isGiant && at === src.length && src[at - 1] !== LF) state = "giant";
    }
    return at;
  };

  const take = (src: Uint8Array, isFinal: boolean): number => {
    let at: number | typeof INCOMPLETE = 0;
    if (state === "header") at = takeHeader(src, isFinal || src.length > MAX_ROW_BYTES);
    if (at !== INCOMPLETE && state === "resync") at = resync(src, at, isFinal);
    if (at === INCOMPLETE) return 0;
    if (state === "giant") {
      // the rest of a row that was given up: it is counted already
      at = src.indexOf(LF) + 1;
      if (at === 0) return src.length;
      state = "rows";
    }
    if (state !== "rows") return at;
    const rowNoBefore = context.rowNo;
    const from = at;
    const to = takeRows(src, from, isFinal);
    if (context.rowNo > rowNoBefore) lastRow = { src, from };
    return to;
  };

  /** What was found in this stretch of broken bytes is the bytes' doing. */
  const absorb = (): Pick<Cut, "rowFrom" | "rowTo" | "count"> | null => {
    const extents = findings.absorb(stretchFrom, context.rowNo);
    for (const extent of extents) if (isNonsense(extent) && !options.nonsense) nonsense.push(extent);
    const known = nonsense.filter((extent) => extent.rowFrom >= stretchFrom && extent.rowTo <= context.rowNo);
    const [first, ...others] = [...extents, ...known];
    if (!first) return null;
    return others.reduce(
      ({ rowFrom, rowTo, count }, extent) => ({
        rowFrom: Math.min(rowFrom, extent.rowFrom),
        rowTo: Math.max(rowTo, extent.rowTo),
        count: count + extent.count,
      }),
      first,
    );
  };

  /** A stretch in doubt that ends within a row, before one that begins with a row, ended in nonsense. */
  const dropDoubtfulCarry = (): void => {
    isCarryDoubtful = false;
    if (carry.length === 0 || looksLikeRow(splitOptions(Buffer.concat(pending), true), 0) !== true) return;
    quarantineStretch(context, carry, 0, carry.length, "file/corrupt");
    offset += carry.length;
    carry = EMPTY;
  };

  /** Looks at what was collected. Collecting keeps tiny pieces from being joined to a long carry again and again. */
  const flush = (isFinal: boolean): void => {
    if (isCarryDoubtful && pending.length > 0) dropDoubtfulCarry();
    const src = pending.length === 1 && carry.length === 0 ? (pending[0] ?? EMPTY) : Buffer.concat([carry, ...pending]);
    pending = [];
    pendingBytes = 0;
    if (src.length === 0) return;
    const to = take(src, isFinal);
    carry = src.subarray(to);
    offset += to;
  };

  return {
    push(piece, isFinal) {
      lookAhead.left += piece.length * LOOK_AHEAD_PER_BYTE;
      const bytes = context.isTranscoded ? windows874ToUtf8(piece) : piece;
      pending.push(bytes);
      pendingBytes += bytes.length;
      if (isFinal || pendingBytes >= pieceBytes) flush(isFinal);
      if (isFinal) returnKeySet(context.keys);
    },
    cut(code) {
      flush(false);
      const lastLineEnd = carry.lastIndexOf(LF) + 1;
      const half = carry.subarray(lastLineEnd);
      if (lastLineEnd > 0) take(carry.subarray(0, lastLineEnd), true);
      const lastRead = lastRow && lastLandmarks(context, splitOptions(lastRow.src, false), lastRow.from);
      const before = beforeNonsense ?? lastRead ?? NO_LANDMARKS;
      // an early end spoils nothing before it; broken bytes may have inflated to nonsense before they were seen to be broken
      const spoilt = code === "file/corrupt" ? absorb() : null;
      addCut({
        code,
        ...(spoilt ?? { rowFrom: context.rowNo + 1, rowTo: null, count: null }),
        docBefore: before.doc,
        dateBefore: before.date,
        docAfter: null,
        dateAfter: null,
      });
      if (half.length > 0 && state === "rows") quarantineStretch(context, half, 0, half.length, code);
      offset += carry.length;
      carry = EMPTY;
      // rows after a gap are read as the format has them, even where the header itself was lost
      state = "resync";
    },
    begin() {
      flush(false);
      beforeNonsense = undefined;
      stretchFrom = context.rowNo + 1;
    },
    doubt() {
      flush(false);
      const spoilt = absorb();
      const before = beforeNonsense ?? NO_LANDMARKS;
      const sides = { docBefore: before.doc, dateBefore: before.date, docAfter: null, dateAfter: null };
      isCarryDoubtful = true;
      addCut({ code: "file/corrupt", ...(spoilt ?? { rowFrom: null, rowTo: null, count: null }), ...sides });
    },
    get rowsRead() {
      return context.rowNo;
    },
    get rowsLoaded() {
      return context.rowsLoaded;
    },
    get rowsUnreadable() {
      return context.rowsUnreadable;
    },
    cuts,
    nonsense,
    get isHeaderCutOff() {
      return cuts.length === 0 && (!header || header.isCutOff);
    },
    get isUnrecognisable() {
      return header?.namesKnown === 0 && context.rowsOfShape === 0 && context.rowsLoaded === 0;
    },
  };
}
