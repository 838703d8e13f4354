/** Chance that can be repeated: the same seed draws the same archive, byte for byte. It decides what happens in the made-up books, never how they add up. */
import { type Amount, satang } from "@/lib/money/amount";

export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** Whole number, both ends inclusive. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Index into running totals of weights (last entry = the whole). */
  weighted(cumulative: readonly number[]): number;
  logNormal(median: number, sigma: number): number;
  /** How many events a day has when `mean` are usual. */
  count(mean: number): number;
  /** Money around `medianBaht`: whole baht, quarters, or odd satang, as shop bills have it. */
  baht(medianBaht: number, sigma: number): Amount;
}

/** FNV-1a over the parts, so that each LAO has its own stream, whatever LAOs stand beside it. */
function seedOf(parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join("\u0001")) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** A generator (sfc32) for the given parts of a seed. */
export function makeRandom(...parts: (string | number)[]): Random {
  let [a, b, c, d] = [seedOf(parts), seedOf([...parts, "b"]), seedOf([...parts, "c"]), 1];

  function next(): number {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  }
  for (let i = 0; i < 12; i++) next();

  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const random: Random = {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item,
    weighted(cumulative) {
      const at = next() * (cumulative[cumulative.length - 1] ?? 0);
      let low = 0;
      let high = cumulative.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((cumulative[middle] ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    count(mean) {
      const drawn = mean > 20 ? Math.round(mean + Math.sqrt(mean) * normal()) : Math.floor(mean * 2 * next() + next());
      return Math.max(0, drawn);
    },
    baht(medianBaht, sigma) {
      const value = Math.max(1, random.logNormal(medianBaht, sigma));
      const style = next();
      if (style < 0.6) return satang(BigInt(Math.round(value)) * 100n);
      if (style < 0.8) return satang(BigInt(Math.round(value * 4)) * 25n);
      return satang(BigInt(Math.round(value * 100)));
    },
  };
  return random;
}
