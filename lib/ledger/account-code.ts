/** Account codes of the chart: `NNNNNNNNNN.NNN` for people, the same digits as one whole number in the database. */
import { toArabicDigits } from "@/lib/period/thai-digits";

/** The number that the database keeps; undefined if the text is no account code. The point may be left out, Thai digits are read. */
export function parseAccountCode(text: string): bigint | undefined {
  const match = /^(\d{10})\.?(\d{3})$/.exec(toArabicDigits(text.trim()));
  return match ? BigInt(`${match[1]}${match[2]}`) : undefined;
}

/** `1101010101.001` */
export function formatAccountCode(code: bigint): string {
  const digits = accountDigits(code);
  return `${digits.slice(0, 10)}.${digits.slice(10)}`;
}

/** 13 digits without the point. */
export function accountDigits(code: bigint): string {
  return code.toString().padStart(13, "0");
}

/** How many leading digits the accounts below a heading share with it, by its level 1–6 (class, group, then pairs of digits). */
const PREFIX_LENGTHS = [0, 1, 2, 4, 6, 8, 10];

/** The digits that all accounts below this heading begin with; a level outside the chart's six falls back to its trailing zeros. */
export function headingPrefix(code: bigint, level: number): string {
  const digits = accountDigits(code);
  const length = PREFIX_LENGTHS[level];
  return length ? digits.slice(0, length) : digits.replace(/0+$/, "");
}

/** Cash in hand is 1101010xxx, deposits at the treasury and at banks are 110102… and 110103… (chart of accounts). */
export const CASH_IN_HAND = { from: 1101010000000n, to: 1101019999999n } as const;
export const BANK_DEPOSITS = { from: 1101020000000n, to: 1101039999999n } as const;

/** Tax withheld that waits to be passed on: ภ.ง.ด. 3, 1, and 53 are 2102040103–106 (chart of accounts). */
export const WITHHELD_TAX = { from: 2102040103000n, to: 2102040106999n } as const;

/** Money lent to officers, from the budget and from the accumulated fund: 1102010102. */
export const LOANS_TO_OFFICERS = { from: 1102010102000n, to: 1102010102999n } as const;
