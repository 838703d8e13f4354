/** T1, T2, T3 and T9: the books of one LAO against each other, in the order in which one explains the next. */
import type { Finding } from "@/lib/finding/finding";
import type { LaoEvidence } from "../evidence";
import type { Witnesses } from "../witnesses";
import { openAccountMonths } from "./account-months";
import { findBrokenCarryForwards, findBrokenRows } from "./balance-rows";
import { findUnevenSums } from "./balance-sums";
import { findCashMisfits } from "./cash";
import { findUnbalancedEntries } from "./entry-unbalanced";
import { findJournalMisfits, findMissingMonths } from "./journal-movements";
import { findMissingBalances } from "./missing-balances";
import { findMovedRows } from "./moved-balances";

/**
 * Misfits of journal, trial balance and cash position. A wrong row of the trial balance is set right in memory before the next
 * check, so that one wrong figure gives one finding.
 */
export function findAccountingMisfits(evidence: LaoEvidence, witnesses: Witnesses): Finding[] {
  const books = openAccountMonths(evidence);
  const moved = findMovedRows({ evidence, books });
  const rows = findBrokenRows({ evidence, books }, witnesses);
  const chains = findBrokenCarryForwards({ evidence, books });
  const missingRows = findMissingBalances(evidence, books);
  const movements = findJournalMisfits(evidence, books, witnesses);
  const months = findMissingMonths(evidence, books);
  const accountOf = (month: string, missing: bigint): string | null =>
    movements.find((finding) => finding.table === "journal" && finding.month === month && finding.amount === missing)
      ?.account ?? null;
  const entries = findUnbalancedEntries(evidence, accountOf);
  const sums = findUnevenSums({ evidence, books }, witnesses, [
    ...moved,
    ...rows,
    ...chains,
    ...missingRows,
    ...movements,
  ]);
  return [
    ...entries,
    ...moved,
    ...rows,
    ...chains,
    ...missingRows,
    ...movements,
    ...months,
    ...sums,
    ...findCashMisfits(evidence, witnesses, books),
  ];
}
