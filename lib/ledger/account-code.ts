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
