/**
 * Codes of one font inside one document. A code stands for a pair of glyph and text, not for a glyph alone: the same shape can then
 * carry different text, so that what is copied or searched is exactly what was written.
 */
export interface GlyphCode {
  readonly code: number;
  readonly glyphId: number;
  /** What the glyph extracts as; never empty, since some readers then show the raw code. */
  readonly text: string;
  /** How far the pen moves, in thousandths of the font size: nothing for marks and for characters without width. */
  readonly width: number;
}

export interface GlyphCodes {
  /** The two bytes of the code, as characters; the same for the same pair. */
  readonly bytesFor: (glyphId: number, text: string, width: number) => string;
  /** All codes so far, by code. */
  readonly list: () => readonly GlyphCode[];
}

/** ( ) \ CR LF need no escaping in a PDF string if they never occur. */
const FORBIDDEN = new Set([0x28, 0x29, 0x5c, 0x0d, 0x0a]);
const BYTES = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !FORBIDDEN.has(byte));

/** Enough for any honest document; one with more distinct characters gets U+FFFD for the rest. */
const CODES_MAX = 60_000;

/** Codes are given in the order of first use, so that the same document always gets the same ones. */
export function createGlyphCodes(): GlyphCodes {
  const known = new Map<string, string>();
  const list: GlyphCode[] = [];

  function allot(glyphId: number, text: string, width: number, key: string): string {
    const number = list.length + 1;
    const high = BYTES[Math.floor(number / BYTES.length)] ?? 0;
    const low = BYTES[number % BYTES.length] ?? 0;
    const bytes = String.fromCharCode(high, low);
    list.push({ code: high * 256 + low, glyphId, text, width });
    known.set(key, bytes);
    return bytes;
  }

  function bytesFor(glyphId: number, text: string, width: number): string {
    const key = `${glyphId} ${width} ${text}`;
    const bytes = known.get(key);
    if (bytes !== undefined) return bytes;
    if (list.length < CODES_MAX) return allot(glyphId, text, width, key);
    const spare = `0 ${width} \ufffd`;
    return known.get(spare) ?? allot(0, "\ufffd", width, spare);
  }

  return { bytesFor, list: () => list };
}
