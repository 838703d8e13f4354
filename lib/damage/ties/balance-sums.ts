/** T2 over a whole month: openings, and closings, of all accounts sum to zero. The last check of the trial balance: it tells that a figure is wrong, not which. */
import type { Finding } from "@/lib/finding/finding";
import { satang, toBahtText } from "@/lib/money/amount";
import { tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";
import { sumOf } from "./account-months";
import type { BooksPlace } from "./balance-rows";

/** @param told what other checks found: a month whose trial balance they know to be wrong is not told again */
export function findUnevenSums(
  { evidence, books }: BooksPlace,
  witnesses: Witnesses,
  told: readonly Finding[],
): Finding[] {
  const known = new Set(told.flatMap(({ table, month }) => (table === "balances" ? [month] : [])));
  return books.months.flatMap((month, index) => {
    if (!books.hasBalances(index) || witnesses.isDamaged("balances", month) || known.has(month)) return [];
    const closing = sumOf(books, index, (row) => row.closing);
    const sum = closing !== 0n ? closing : sumOf(books, index, (row) => row.opening);
    if (sum === 0n) return [];
    return [
      tieFinding(
        { code: "tie/balance", lao: evidence.lao, table: "balances", month },
        { expected: toBahtText(satang(0n)), found: toBahtText(satang(sum)), amount: satang(-sum) },
      ),
    ];
  });
}
