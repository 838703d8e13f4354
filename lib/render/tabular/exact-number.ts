/** Amounts as JavaScript numbers, only where nothing is rounded: spreadsheets keep 15 significant digits, and a double holds any 15 of them. */
import type { Amount } from "@/lib/money/amount";

/** 10^15 satang: 15 digits are the most that Excel keeps, and every decimal of up to 15 digits survives a double and back. */
const SATANG_LIMIT = 1_000_000_000_000_000n;

/**
 * The amount in baht as a number whose shortest decimal text is the exact amount; undefined from 10,000,000,000,000.00 baht on.
 * Dividing is safe here, and here alone: a whole number below 2^53 divided by 100 is rounded once, to the double nearest to the
 * exact quotient, which is the one that the decimal text itself stands for (tests/unit/render/tabular).
 */
export function exactNumber(amount: Amount): number | undefined {
  if (amount >= SATANG_LIMIT || amount <= -SATANG_LIMIT) return undefined;
  return Number(amount) / 100;
}
