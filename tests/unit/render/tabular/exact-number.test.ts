import { describe, expect, it } from "vitest";
import { type Amount, satang, toBahtText } from "@/lib/money/amount";
import { exactNumber } from "@/lib/render/tabular/exact-number";

/** Numbers in a made-up but repeatable order. */
function* spread(seed: bigint): Generator<bigint> {
  for (let value = seed; ; value = (value * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % (1n << 64n))
    yield value;
}

/** What a spreadsheet file would hold, brought back to two decimals. */
function readBack(value: number): string {
  const [whole = "", decimals = ""] = String(value).split(".");
  return `${whole}.${decimals.padEnd(2, "0")}`;
}

describe("amounts as numbers of a spreadsheet", () => {
  it("come back to the same satang, for 60,000 amounts of every length up to 15 digits", () => {
    const wrong: string[] = [];
    for (let digits = 1; digits <= 15; digits++) {
      const limit = 10n ** BigInt(digits);
      const values = spread(BigInt(digits));
      for (let count = 0; count < 4_000; count++) {
        const amount = satang((values.next().value as bigint) % limit);
        const number = exactNumber(amount);
        if (number === undefined || readBack(number) !== toBahtText(amount)) wrong.push(toBahtText(amount));
      }
    }
    expect(wrong).toEqual([]);
  });

  it("are refused from 16 digits on, where two amounts could become one number", () => {
    const rounded = (amount: Amount): number => Number(toBahtText(amount));
    expect(rounded(satang(9_007_199_254_740_990n))).toBe(rounded(satang(9_007_199_254_740_991n)));
    expect(exactNumber(satang(999_999_999_999_999n))).toBe(9_999_999_999_999.99);
    expect(exactNumber(satang(-999_999_999_999_999n))).toBe(-9_999_999_999_999.99);
    expect(exactNumber(satang(1_000_000_000_000_000n))).toBeUndefined();
    expect(exactNumber(satang(-1_000_000_000_000_000n))).toBeUndefined();
  });
});
