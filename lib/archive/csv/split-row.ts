/**
 * Splits one record into cells as RFC 4180 has it, and finds where a record ends whose quoting is broken, so that a broken
 * quote costs its own row and not the rest of the file. Careful, not fast: sound rows do not come here.
 */
import { COMMA, CR, LF, QUOTE } from "./fast-cells";

/** Longest cell and longest record that are read; a longer one is damage, and memory stays bounded. */
export const MAX_CELL_BYTES = 1 << 16;
export const MAX_ROW_BYTES = 1 << 18;

export interface Cell {
  /** Bytes between the quotes, if there are any. */
  readonly from: number;
  readonly to: number;
  /** Holds doubled quotes that stand for one. */
  readonly hasDoubledQuotes: boolean;
}

export interface SplitRow {
  readonly cells: readonly Cell[];
  /** Where the record's own bytes end, without its line end. */
  readonly to: number;
  /** Where the next record begins. */
  readonly next: number;
  readonly problem?: "quote" | "long";
}

/** More bytes are needed before it can be told where the record ends. */
export const INCOMPLETE = "incomplete";

/**
 * Bounds the looking ahead: hostile bytes could make each line look at all lines after it. Every look takes from what is
 * left; with nothing left, records end at line ends.
 */
export interface LookAhead {
  left: number;
}

export interface SplitOptions {
  readonly src: Uint8Array;
  /** End of the bytes at hand. */
  readonly end: number;
  /** Nothing follows `end`. */
  readonly isFinal: boolean;
  /** Cells of a row, to recognise the next one. */
  readonly columnCount: number;
  readonly lookAhead: LookAhead;
}

interface Broken {
  readonly brokenAt: number;
  readonly problem: "quote" | "long";
}

/** Splits without repairing; `isStop` says whether a line end inside quotes is really the end of a row with a broken quote. */
function splitStrictly(
  { src, end, isFinal }: SplitOptions,
  from: number,
  isStop: (lineFrom: number) => boolean | typeof INCOMPLETE,
): SplitRow | Broken | typeof INCOMPLETE {
  const cells: Cell[] = [];
  const limit = Math.min(end, from + MAX_ROW_BYTES);
  const ranOut = (at: number): Broken | typeof INCOMPLETE | undefined => {
    if (at < limit) return undefined;
    if (limit < end) return { brokenAt: limit, problem: "long" };
    return isFinal ? undefined : INCOMPLETE;
  };
  let at = from;
  for (;;) {
    if (src[at] === QUOTE && at < end) {
      const cellFrom = ++at;
      let hasDoubledQuotes = false;
      for (;;) {
        const out = ranOut(at + 1);
        if (out) return out === INCOMPLETE ? out : { ...out, brokenAt: cellFrom };
        if (at >= limit) return { brokenAt: cellFrom, problem: "quote" };
        const byte = src[at];
        if (byte === QUOTE) {
          if (src[at + 1] !== QUOTE || at + 1 >= limit) break;
          hasDoubledQuotes = true;
          at += 2;
        } else if (byte === LF) {
          const stop = isStop(at + 1);
          if (stop === INCOMPLETE) return INCOMPLETE;
          if (stop) return { brokenAt: at, problem: "quote" };
          at++;
        } else at++;
      }
      cells.push({ from: cellFrom, to: at, hasDoubledQuotes });
      at++;
    } else {
      const cellFrom = at;
      for (; at < limit; at++) {
        const byte = src[at];
        if (byte === COMMA || byte === LF) break;
        if (byte === CR && (src[at + 1] === LF || at + 1 >= limit)) break;
        if (byte === QUOTE || byte === CR) return { brokenAt: at, problem: "quote" };
      }
      cells.push({ from: cellFrom, to: at, hasDoubledQuotes: false });
    }
    const out = ranOut(src[at] === CR ? at + 1 : at);
    if (out) return out;
    if (at >= limit) return { cells, to: at, next: at };
    if (src[at] === LF) return { cells, to: at, next: at + 1 };
    if (src[at] === CR && (at + 1 >= limit || src[at + 1] === LF))
      return { cells, to: at, next: Math.min(at + 2, limit) };
    if (src[at] !== COMMA) return { brokenAt: at, problem: "quote" };
    at++;
  }
}

/** Whether a line begins as every row does: eight digits and a comma. */
function startsLikeRow({ src, end, isFinal }: SplitOptions, from: number): boolean | typeof INCOMPLETE {
  const quoted = src[from] === QUOTE ? 1 : 0;
  if (from + 8 + quoted * 2 >= end) return isFinal ? false : INCOMPLETE;
  for (let at = from + quoted; at < from + quoted + 8; at++) {
    const byte = src[at] as number;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return src[from + 8 + quoted * 2] === COMMA;
}

/** Whether a row of the right shape stands there: it begins as one and has the right number of cells. */
export function looksLikeRow(options: SplitOptions, from: number): boolean | typeof INCOMPLETE {
  const { end, columnCount, lookAhead } = options;
  const starts = startsLikeRow(options, from);
  if (starts !== true) return starts;
  if (lookAhead.left <= 0) return false;
  const split = splitStrictly(options, from, () => false);
  if (split === INCOMPLETE) {
    lookAhead.left -= end - from;
    return INCOMPLETE;
  }
  lookAhead.left -= ("cells" in split ? split.next : split.brokenAt) - from;
  return "cells" in split && split.cells.length === columnCount;
}

/** Where a broken record ends: before the next line that begins like a row, else at the first line end after the break. */
function endOfBroken(options: SplitOptions, from: number, brokenAt: number): number | typeof INCOMPLETE {
  const { src, end, isFinal } = options;
  for (let at = src.indexOf(LF, from); at >= 0 && at < end; at = src.indexOf(LF, at + 1)) {
    if (at >= brokenAt) return at + 1;
    const starts = startsLikeRow(options, at + 1);
    if (starts === INCOMPLETE) return INCOMPLETE;
    if (starts) return at + 1;
  }
  return isFinal ? end : INCOMPLETE;
}

/** Splits the record that begins at `from`; a broken one is given with its problem and without cells to rely on. */
export function splitRow(options: SplitOptions, from: number): SplitRow | typeof INCOMPLETE {
  const { src } = options;
  const split = splitStrictly(options, from, (lineFrom) => looksLikeRow(options, lineFrom));
  if (split === INCOMPLETE || "cells" in split) return split;
  const next = endOfBroken(options, from, split.brokenAt);
  if (next === INCOMPLETE) return INCOMPLETE;
  let to = next;
  if (src[to - 1] === LF) to--;
  if (src[to - 1] === CR && to > from) to--;
  return { cells: [], to, next, problem: split.problem };
}
