/**
 * Inflates DEFLATE (RFC 1951) and keeps every byte up to the one where the data breaks: zlib throws those of its last call
 * away. Only damaged files come here; it is slower than zlib, and reads and writes in pieces of bounded size.
 */
import type { ByteSource } from "./byte-source";

/** How reading one DEFLATE stream ended. */
export type InflateEnd = "complete" | "truncated" | "corrupt";

const INPUT_BYTES = 1 << 16;
const HISTORY_BYTES = 1 << 15;
const OUTPUT_BYTES = 1 << 17;

/** Canonical Huffman code: number of codes of each length, and symbols in order. */
interface Huffman {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/** Undefined for lengths that no complete or allowed incomplete code has. */
function buildHuffman(lengths: Uint8Array): Huffman | undefined {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  let left = 1;
  for (let length = 1; length < 16; length++) {
    left = left * 2 - (counts[length] ?? 0);
    if (left < 0) return undefined;
  }
  const used = lengths.length - (counts[0] ?? 0);
  // one code of one bit may stand alone (RFC 1951, 3.2.7); any other incomplete code is damage
  if (left > 0 && !(used <= 1 && (counts[1] ?? 0) === used)) return undefined;
  const offsets = new Uint16Array(16);
  for (let length = 1; length < 15; length++) offsets[length + 1] = (offsets[length] ?? 0) + (counts[length] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const at = offsets[length] ?? 0;
    symbols[at] = symbol;
    offsets[length] = at + 1;
  });
  counts[0] = 0;
  return { counts, symbols };
}

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const fixedLengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288);
const FIXED_LITERALS = buildHuffman(fixedLengths);
const FIXED_DISTANCES = buildHuffman(new Uint8Array(32).fill(5));

/** Negative results of reading bits or symbols. */
const OUT_OF_INPUT = -1;
const INVALID = -2;

interface BitReader {
  /** `count` bits (at most 16) or OUT_OF_INPUT. */
  bits(count: number): number;
  symbol(code: Huffman): number;
  /** Drops bits up to the next byte. */
  align(): void;
  /** Position in the source after the bits used so far, in whole bytes. */
  position(): number;
}

function createBitReader(source: ByteSource, start: number): BitReader {
  let piece = source.read(start, INPUT_BYTES);
  let pieceFrom = start;
  let at = 0;
  let held = 0;
  let heldCount = 0;
  const nextByte = (): number => {
    if (at === piece.length) {
      pieceFrom += piece.length;
      piece = source.read(pieceFrom, INPUT_BYTES);
      at = 0;
      if (piece.length === 0) return OUT_OF_INPUT;
    }
    return piece[at++] as number;
  };
  const bits = (count: number): number => {
    while (heldCount < count) {
      const byte = nextByte();
      if (byte < 0) return OUT_OF_INPUT;
      held |= byte << heldCount;
      heldCount += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    heldCount -= count;
    return value;
  };
  return {
    bits,
    symbol({ counts, symbols }) {
      let code = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; length < 16; length++) {
        const bit = bits(1);
        if (bit < 0) return OUT_OF_INPUT;
        code |= bit;
        const count = counts[length] as number;
        if (code - count < first) return symbols[index + code - first] as number;
        index += count;
        first = (first + count) << 1;
        code <<= 1;
      }
      return INVALID;
    },
    align() {
      held >>>= heldCount & 7;
      heldCount -= heldCount & 7;
    },
    position: () => pieceFrom + at - (heldCount >> 3),
  };
}

function readDynamicCodes(reader: BitReader): { literals: Huffman; distances: Huffman } | number {
  const [literalCount, distanceCount, lengthCount] = [reader.bits(5), reader.bits(5), reader.bits(4)];
  if (lengthCount < 0) return OUT_OF_INPUT;
  if (literalCount > 29 || distanceCount > 29) return INVALID;
  const codeLengths = new Uint8Array(19);
  for (let index = 0; index < lengthCount + 4; index++) {
    const length = reader.bits(3);
    if (length < 0) return OUT_OF_INPUT;
    codeLengths[CODE_LENGTH_ORDER[index] as number] = length;
  }
  const lengthCode = buildHuffman(codeLengths);
  if (!lengthCode) return INVALID;
  const total = literalCount + 257 + distanceCount + 1;
  const lengths = new Uint8Array(total);
  for (let index = 0; index < total; ) {
    const symbol = reader.symbol(lengthCode);
    if (symbol < 0) return symbol;
    if (symbol < 16) {
      lengths[index++] = symbol;
      continue;
    }
    if (symbol === 16 && index === 0) return INVALID;
    const repeated = symbol === 16 ? (lengths[index - 1] as number) : 0;
    const extra = reader.bits(symbol === 16 ? 2 : symbol === 17 ? 3 : 7);
    if (extra < 0) return OUT_OF_INPUT;
    const count = extra + (symbol === 18 ? 11 : 3);
    if (index + count > total) return INVALID;
    lengths.fill(repeated, index, index + count);
    index += count;
  }
  const literals = buildHuffman(lengths.subarray(0, literalCount + 257));
  const distances = buildHuffman(lengths.subarray(literalCount + 257));
  // a block that cannot end is damage
  return literals && distances && lengths[256] !== 0 ? { literals, distances } : INVALID;
}

export interface Inflated {
  readonly end: InflateEnd;
  /** Position in the source after the stream, where it is complete; else where it broke. */
  readonly position: number;
}

/** Inflates the stream that begins at `start`, yielding pieces that the next step overwrites. */
export function* inflate(source: ByteSource, start: number): Generator<Uint8Array, Inflated> {
  const reader = createBitReader(source, start);
  const window = new Uint8Array(HISTORY_BYTES + OUTPUT_BYTES);
  let at = 0;
  let yielded = 0;
  let written = 0;
  let failure = 0;

  /** Reads symbols until the block ends (1), the window is full (0), or something is wrong (negative). */
  const readSymbols = (literals: Huffman, distances: Huffman): number => {
    while (at < window.length - 258) {
      const symbol = reader.symbol(literals);
      if (symbol < 0) return symbol;
      if (symbol === 256) return 1;
      if (symbol < 256) {
        window[at++] = symbol;
        written++;
        continue;
      }
      if (symbol > 285) return INVALID;
      const lengthExtra = reader.bits(LENGTH_EXTRA[symbol - 257] as number);
      if (lengthExtra < 0) return OUT_OF_INPUT;
      const distanceSymbol = reader.symbol(distances);
      if (distanceSymbol < 0) return distanceSymbol;
      if (distanceSymbol > 29) return INVALID;
      const distanceExtra = reader.bits(DISTANCE_EXTRA[distanceSymbol] as number);
      if (distanceExtra < 0) return OUT_OF_INPUT;
      const distance = (DISTANCE_BASE[distanceSymbol] as number) + distanceExtra;
      if (distance > written) return INVALID;
      const length = (LENGTH_BASE[symbol - 257] as number) + lengthExtra;
      for (let index = 0; index < length; index++, at++) window[at] = window[at - distance] as number;
      written += length;
    }
    return 0;
  };
  /** Bytes not yet given out; afterwards the window holds the history alone. */
  const takeOutput = (): Uint8Array => {
    const piece = window.slice(yielded, at);
    if (at > HISTORY_BYTES) {
      window.copyWithin(0, at - HISTORY_BYTES, at);
      at = HISTORY_BYTES;
    }
    yielded = at;
    return piece;
  };

  for (let isLast = 0; isLast === 0; ) {
    isLast = reader.bits(1);
    const type = reader.bits(2);
    if (isLast < 0 || type < 0) {
      failure = OUT_OF_INPUT;
      break;
    }
    if (type === 0) {
      reader.align();
      const [length, complement] = [reader.bits(16), reader.bits(16)];
      failure = complement < 0 ? OUT_OF_INPUT : (length ^ 0xffff) === complement ? 0 : INVALID;
      for (let left = failure === 0 ? length : 0; left > 0; left--) {
        const byte = reader.bits(8);
        if (byte < 0) {
          failure = OUT_OF_INPUT;
          break;
        }
        if (at === window.length) yield takeOutput();
        window[at++] = byte;
        written++;
      }
    } else if (type === 3) failure = INVALID;
    else {
      const codes =
        type === 2
          ? readDynamicCodes(reader)
          : { literals: FIXED_LITERALS as Huffman, distances: FIXED_DISTANCES as Huffman };
      if (typeof codes === "number") failure = codes;
      else {
        let result = 0;
        while (result === 0) {
          result = readSymbols(codes.literals, codes.distances);
          if (result === 0) yield takeOutput();
        }
        failure = Math.min(result, 0);
      }
    }
    if (failure < 0) break;
  }
  if (at > yielded) yield takeOutput();
  const end = failure === 0 ? "complete" : failure === OUT_OF_INPUT ? "truncated" : "corrupt";
  return { end, position: reader.position() };
}
