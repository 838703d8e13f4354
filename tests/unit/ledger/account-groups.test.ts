/** Headings of the chart above their accounts: sums of what stands below, each account under all its headings, none invented. */
import { expect, it } from "vitest";
import { formatAccountCode, headingPrefix, parseAccountCode } from "@/lib/ledger/account-code";
import { groupAccounts } from "@/lib/ledger/account-groups";
import { satang } from "@/lib/money/amount";

const account = (code: string, amount: bigint | null) => ({
  code: parseAccountCode(code) ?? 0n,
  figures: { debit: amount === null ? null : satang(amount) },
});
const heading = (code: string, level: number) => ({ code: parseAccountCode(code) ?? 0n, name: `หัวข้อ ${level}`, level });

it("sums accounts under every heading above them, and leaves empty headings out", () => {
  const rows = groupAccounts(
    [
      account("1101010101.001", 1n),
      account("1101030102.001", 10n),
      account("1102010102.001", null),
      account("2102040103.001", 100n),
    ],
    [
      heading("1101000000.000", 3),
      heading("1000000000.000", 1),
      heading("3000000000.000", 1),
      heading("1102000000.000", 3),
    ],
  );
  const told = rows.map((row) =>
    row.kind === "heading"
      ? `${"  ".repeat(row.depth)}${formatAccountCode(row.heading.code)} = ${row.sums.debit}`
      : `${"  ".repeat(row.depth)}${formatAccountCode(row.account.code)}`,
  );
  expect(told).toEqual([
    "1000000000.000 = 11",
    "  1101000000.000 = 11",
    "    1101010101.001",
    "    1101030102.001",
    "  1102000000.000 = 0",
    "    1102010102.001",
    "2102040103.001",
  ]);
});

it("knows by a heading's level how many digits its accounts share, also where they end in zeros", () => {
  expect([1, 2, 3, 4, 5, 6].map((level) => headingPrefix(1101030100000n, level))).toEqual([
    "1",
    "11",
    "1101",
    "110103",
    "11010301",
    "1101030100",
  ]);
  // Group 10 of class 3: the level says four digits where trailing zeros would say three.
  expect(headingPrefix(3110000000000n, 3)).toBe("3110");
});

it("reads account codes with or without their point, in either digits, and nothing else", () => {
  expect(parseAccountCode("๑๑๐๑๐๑๐๑๐๑.๐๐๑")).toBe(1101010101001n);
  expect(parseAccountCode("1101010101001")).toBe(1101010101001n);
  expect(parseAccountCode("1101010101.01")).toBeUndefined();
  expect(formatAccountCode(1101010101001n)).toBe("1101010101.001");
});
