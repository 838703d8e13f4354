/** Remembers the keys of one file's rows by a 64-bit hash, so that the same key again is found in constant memory a row. */

const START_SLOTS = 2048;
/** More rows than any LAO has in a month; above it no further keys are kept, so that memory stays bounded. */
const MAX_KEYS = 2_000_000;

export interface KeySet {
  /** Gives 0 if the key is new (and keeps it), else the number of the row that had it first. Row numbers begin with 1. */
  add(low: number, high: number, rowNo: number, offset: number): number;
  /** Where that earlier row begins in the file's text; -1 if the key is not known. */
  offsetOf(low: number, high: number): number;
  /** Forgets all keys. */
  clear(): void;
}

export function createKeySet(): KeySet {
  let slots = START_SLOTS;
  let size = 0;
  let lows = new Int32Array(slots);
  let highs = new Int32Array(slots);
  let rows = new Int32Array(slots);
  let offsets = new Float64Array(slots);
  /** A slot is taken if it carries the present round: forgetting is one addition, not a sweep. */
  let rounds = new Int32Array(slots);
  let round = 1;

  const place = (low: number, high: number): number => {
    const mask = slots - 1;
    let index = (low ^ (high >>> 7)) & mask;
    while (rounds[index] === round && (lows[index] !== low || highs[index] !== high)) index = (index + 1) & mask;
    return index;
  };
  const put = (index: number, low: number, high: number, rowNo: number, offset: number): void => {
    lows[index] = low;
    highs[index] = high;
    rows[index] = rowNo;
    offsets[index] = offset;
    rounds[index] = round;
  };
  const grow = (): void => {
    const before = { lows, highs, rows, offsets, rounds };
    slots *= 2;
    lows = new Int32Array(slots);
    highs = new Int32Array(slots);
    rows = new Int32Array(slots);
    offsets = new Float64Array(slots);
    rounds = new Int32Array(slots);
    for (let index = 0; index < before.rows.length; index++) {
      if (before.rounds[index] !== round) continue;
      const [low, high] = [before.lows[index] ?? 0, before.highs[index] ?? 0];
      put(place(low, high), low, high, before.rows[index] ?? 0, before.offsets[index] ?? 0);
    }
  };

  return {
    add(low, high, rowNo, offset) {
      const index = place(low, high);
      if (rounds[index] === round) return rows[index] ?? 0;
      if (size >= MAX_KEYS) return 0;
      put(index, low, high, rowNo, offset);
      if (++size * 2 > slots) grow();
      return 0;
    },
    offsetOf(low, high) {
      const index = place(low, high);
      return rounds[index] === round ? (offsets[index] ?? -1) : -1;
    },
    clear() {
      round++;
      size = 0;
    },
  };
}

const spare: KeySet[] = [];

/** An empty set, made or used before: files are many and short, and fresh arrays for each cost more than their rows. */
export function borrowKeySet(): KeySet {
  const set = spare.pop() ?? createKeySet();
  set.clear();
  return set;
}

export function returnKeySet(set: KeySet): void {
  spare.push(set);
}

/** Hashes of a key's cells: the same bytes in fast and careful reading give the same pair. */
export interface KeyHash {
  low: number;
  high: number;
}

/** Starts (with `from` undefined values) and continues a key hash over one more cell. */
export function hashCell(hash: KeyHash, bytes: Uint8Array, from: number, to: number): void {
  let { low, high } = hash;
  for (let index = from; index < to; index++) {
    const byte = bytes[index] as number;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high + byte, 0x2c1b3c6d) ^ (low >>> 13);
  }
  // a byte that no cell holds ends it, so that "1","23" and "12","3" differ
  hash.low = Math.imul(low ^ 0x1ff, 0x01000193);
  hash.high = Math.imul(high + 0x1ff, 0x2c1b3c6d);
}

export function startHash(hash: KeyHash): void {
  hash.low = 0x811c9dc5 | 0;
  hash.high = 0x9e3779b9 | 0;
}
