/**
 * Reads one plainly sound cell from bytes and writes it as COPY text. Each reader gives the position after the cell, or
 * NOT_PLAIN for anything that needs a second look; where writing ended stands in `written.to`. No reader makes a string.
 */
import { ABOVE, CODE_BYTE, mayHaveSlipped, NEXT_KIND, OTHER, PLAIN_TEXT_BYTE, UNSOUND } from "./byte-classes";

export const NOT_PLAIN = -1;

/**
 * The second result of every reader; one object for all, because a result object a cell would cost more than the cell.
 * `isVerbatim` after `readText`: the bytes written are those read.
 */
export const written = { to: 0, isVerbatim: true };

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const LF = 0x0a;
export const CR = 0x0d;
export const ZERO = 0x30;
export const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const NINE = 0x39;
/** Index of เ in the Thai block; three of them, each three letters apart, may be mojibake. */
const SARA_E = 0x40;
const MAX_CODE_BYTES = 64;

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

/** Writes what COPY takes for an absent value. */
export function writeAbsent(out: Uint8Array, o: number): void {
  out[o] = BACKSLASH;
  out[o + 1] = 0x4e;
  written.to = o + 2;
}

/**
 * A cell that holds the very bytes of one read before, as the lines of one document mostly do: copied without being judged again.
 * Gives the position after it, or NOT_PLAIN if it differs.
 * @param earlier where that cell stood in `src`, and `earlierTo` where it ended
 */
export function repeatText(
  src: Uint8Array,
  from: number,
  out: Uint8Array,
  outFrom: number,
  quoted: number,
  earlier: number,
  earlierTo: number,
): number {
  let at = from;
  let o = outFrom;
  for (let before = earlier; before < earlierTo; before++) {
    const byte = src[before] as number;
    if (src[at++] !== byte) return NOT_PLAIN;
    out[o++] = byte;
  }
  written.to = o;
  const end = src[at] as number;
  if (quoted === 0) return end === COMMA || end === LF || end === CR ? at : NOT_PLAIN;
  return end === QUOTE && src[at + 1] !== QUOTE ? at : NOT_PLAIN;
}

/** Free text, quoted or not. `quoted` is 1 after an opening quote, which the caller has passed. */
export function readText(src: Uint8Array, from: number, out: Uint8Array, outFrom: number, quoted: number): number {
  let at = from;
  let o = outFrom;
  let kind: number = OTHER;
  let lastSaraE = -9;
  let saraERun = 0;
  written.isVerbatim = true;
  for (;;) {
    const byte = src[at] as number;
    if (byte === 0xe0) {
      const second = src[at + 1] as number;
      if ((second & 0xfe) !== 0xb8) return NOT_PLAIN;
      const third = src[at + 2] as number;
      const index = ((second & 1) << 6) | (third & 63);
      kind = NEXT_KIND[(kind << 7) | index] as number;
      if (kind === UNSOUND || (kind === ABOVE && mayHaveSlipped(src, at, index))) return NOT_PLAIN;
      if (index === SARA_E) {
        saraERun = at - lastSaraE === 9 ? saraERun + 1 : 0;
        if (saraERun === 2) return NOT_PLAIN;
        lastSaraE = at;
      }
      out[o] = 0xe0;
      out[o + 1] = second;
      out[o + 2] = third;
      o += 3;
      at += 3;
      continue;
    }
    if (PLAIN_TEXT_BYTE[byte] === 1) {
      out[o++] = byte;
      at++;
    } else if (quoted === 0 && (byte === COMMA || byte === LF || byte === CR)) {
      written.to = o;
      return at;
    } else if (byte === COMMA) {
      out[o++] = byte;
      at++;
    } else if (byte === QUOTE) {
      if (quoted === 0) return NOT_PLAIN;
      if (src[at + 1] !== QUOTE) {
        written.to = o;
        return at;
      }
      out[o++] = QUOTE;
      at += 2;
      written.isVerbatim = false;
    } else if (byte === BACKSLASH) {
      out[o] = BACKSLASH;
      out[o + 1] = BACKSLASH;
      o += 2;
      at++;
      written.isVerbatim = false;
    } else if (byte === LF || byte === CR) {
      // a line that might begin a row: perhaps the quote was never meant to open anything
      const next = src[at + 1] as number;
      if (isDigit(next) || next === QUOTE) return NOT_PLAIN;
      out[o] = BACKSLASH;
      out[o + 1] = byte === LF ? 0x6e : 0x72;
      o += 2;
      at++;
      written.isVerbatim = false;
    } else if (byte === 0xe2 && src[at + 1] === 0x80) {
      // dashes, typographic quotes, dots: U+2010 – U+2027
      const third = src[at + 2] as number;
      if (third < 0x90 || third > 0xa7) return NOT_PLAIN;
      out[o] = byte;
      out[o + 1] = 0x80;
      out[o + 2] = third;
      o += 3;
      at += 3;
    } else return NOT_PLAIN;
    kind = OTHER;
  }
}

export function readCode(src: Uint8Array, from: number, out: Uint8Array, outFrom: number): number {
  let at = from;
  let o = outFrom;
  let byte = src[at] as number;
  while (CODE_BYTE[byte] === 1) {
    out[o++] = byte;
    byte = src[++at] as number;
  }
  written.to = o;
  return at > from && at - from <= MAX_CODE_BYTES ? at : NOT_PLAIN;
}

/** One of a few words, e.g. `RV`; the caller's check of what follows refuses a longer word. */
export function readWord(
  src: Uint8Array,
  from: number,
  out: Uint8Array,
  outFrom: number,
  words: readonly Uint8Array[],
): number {
  for (const word of words) {
    let length = 0;
    while (length < word.length && src[from + length] === word[length]) {
      out[outFrom + length] = word[length] as number;
      length++;
    }
    if (length < word.length) continue;
    written.to = outFrom + length;
    return from + length;
  }
  return NOT_PLAIN;
}

/** A document number: one of the beginnings, 1–9 digits, `/`, two digits. */
export function readNumbered(
  src: Uint8Array,
  from: number,
  out: Uint8Array,
  outFrom: number,
  beginnings: readonly Uint8Array[],
): number {
  const digitsFrom = readWord(src, from, out, outFrom, beginnings);
  if (digitsFrom === NOT_PLAIN) return NOT_PLAIN;
  let at = digitsFrom;
  let o = written.to;
  let byte = src[at] as number;
  while (isDigit(byte)) {
    out[o++] = byte;
    byte = src[++at] as number;
  }
  const [tens, ones] = [src[at + 1] as number, src[at + 2] as number];
  if (at === digitsFrom || at - digitsFrom > 9 || byte !== SLASH || !isDigit(tens) || !isDigit(ones)) return NOT_PLAIN;
  out[o] = SLASH;
  out[o + 1] = tens;
  out[o + 2] = ones;
  written.to = o + 3;
  return at + 3;
}

/** Baht with two decimals and at most 16 digits before the point, written as satang. */
export function readAmount(src: Uint8Array, from: number, out: Uint8Array, outFrom: number): number {
  let at = from;
  let o = outFrom;
  let byte = src[at] as number;
  if (byte === MINUS) {
    out[o++] = MINUS;
    byte = src[++at] as number;
  }
  // leading zeros are not written: 0.05 becomes 5, 0.00 becomes 0
  const digitsFrom = at;
  while (byte === ZERO) byte = src[++at] as number;
  const significantFrom = at;
  while (isDigit(byte)) {
    out[o++] = byte;
    byte = src[++at] as number;
  }
  const digits = at - digitsFrom;
  if (digits === 0 || digits > 16 || byte !== DOT) return NOT_PLAIN;
  const tens = src[at + 1] as number;
  const ones = src[at + 2] as number;
  if (!isDigit(tens) || !isDigit(ones)) return NOT_PLAIN;
  // a zero with a sign is left to the careful reader
  if (o > outFrom && at === significantFrom && tens === ZERO && ones === ZERO) return NOT_PLAIN;
  if (at > significantFrom || tens !== ZERO) out[o++] = tens;
  out[o++] = ones;
  written.to = o;
  return at + 3;
}

/** `NNNNNNNNNN.NNN`, written as 13 digits. */
export function readAccount(src: Uint8Array, from: number, out: Uint8Array, outFrom: number): number {
  let o = outFrom;
  for (let index = 0; index < 14; index++) {
    const byte = src[from + index] as number;
    if (index === 10) {
      if (byte !== DOT) return NOT_PLAIN;
    } else {
      if (!isDigit(byte)) return NOT_PLAIN;
      out[o++] = byte;
    }
  }
  written.to = o;
  return from + 14;
}

/** A day of the given month (`2024-03-`). */
export function readDateInMonth(
  src: Uint8Array,
  from: number,
  out: Uint8Array,
  outFrom: number,
  month: Uint8Array,
  lastDay: number,
): number {
  for (let index = 0; index < 8; index++) {
    const byte = month[index] as number;
    if (src[from + index] !== byte) return NOT_PLAIN;
    out[outFrom + index] = byte;
  }
  const tens = src[from + 8] as number;
  const ones = src[from + 9] as number;
  const day = (tens - ZERO) * 10 + ones - ZERO;
  if (!isDigit(tens) || !isDigit(ones) || day < 1 || day > lastDay) return NOT_PLAIN;
  out[outFrom + 8] = tens;
  out[outFrom + 9] = ones;
  written.to = outFrom + 10;
  return from + 10;
}

/** A day of the years 1900–2199; the 29th to 31st are plain only in months that surely have them. */
export function readDate(src: Uint8Array, from: number, out: Uint8Array, outFrom: number): number {
  for (let index = 0; index < 10; index++) {
    const byte = src[from + index] as number;
    if (index === 4 || index === 7 ? byte !== MINUS : !isDigit(byte)) return NOT_PLAIN;
    out[outFrom + index] = byte;
  }
  const century = ((src[from] as number) - ZERO) * 10 + (src[from + 1] as number) - ZERO;
  const month = ((src[from + 5] as number) - ZERO) * 10 + (src[from + 6] as number) - ZERO;
  const day = ((src[from + 8] as number) - ZERO) * 10 + (src[from + 9] as number) - ZERO;
  if (century < 19 || century > 21 || month < 1 || month > 12 || day < 1) return NOT_PLAIN;
  if (day > 28 && (month === 2 || day > 31 || (day === 31 && (month < 8 ? month : month + 1) % 2 === 0)))
    return NOT_PLAIN;
  written.to = outFrom + 10;
  return from + 10;
}

/** A whole number of at most nine digits without leading zeros. */
export function readInt(src: Uint8Array, from: number, out: Uint8Array, outFrom: number): number {
  let at = from;
  let o = outFrom;
  let byte = src[at] as number;
  while (isDigit(byte)) {
    out[o++] = byte;
    byte = src[++at] as number;
  }
  const digits = at - from;
  written.to = o;
  return digits === 0 || digits > 9 || (digits > 1 && src[from] === ZERO) ? NOT_PLAIN : at;
}
