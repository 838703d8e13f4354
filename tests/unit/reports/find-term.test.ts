/** What is looked for: amounts exactly, words and numbers anywhere, Thai digits as Arabic ones. */
import { expect, it } from "vitest";
import { type Amount, satang } from "@/lib/money/amount";
import { matchesTerm, parseFindTerm, readTypedAmount } from "@/lib/reports/find-term";

it.each([
  ["1,234.50", 123450n],
  ["1234.5", 123450n],
  ["๑,๒๓๔.๕๐", 123450n],
  ["1234", 123400n],
  ["(10.00)", -1000n],
  ["-10", -1000n],
  ["9999999999999999.99", 999999999999999999n],
])("reads %j as an amount", (text, amount) => {
  expect(readTypedAmount(text)).toBe(amount);
});

it.each(["12,34.50", "1.234,50", "1234.505", "(10", "RV-1", "", "1e3", "0x10"])(
  "does not guess an amount from %j",
  (text) => {
    expect(readTypedAmount(text)).toBeNull();
  },
);

it("finds nothing where nothing is looked for", () => {
  expect(parseFindTerm("   ")).toBeUndefined();
  expect(parseFindTerm(undefined)).toBeUndefined();
});

it("matches an amount on either side, and a text with Thai digits", () => {
  const term = parseFindTerm("๑๒") ?? { text: "", amount: null };
  const matches = (texts: string[], amounts: bigint[]) =>
    matchesTerm(
      term,
      texts,
      amounts.map((amount): Amount => satang(amount)),
    );
  expect(matches([], [1200n])).toBe(true);
  expect(matches([], [-1200n])).toBe(true);
  expect(matches([], [120n])).toBe(false);
  expect(matches(["เลขที่ ๓๑๒"], [])).toBe(true);
  expect(matches(["เลขที่ 21"], [])).toBe(false);
});
