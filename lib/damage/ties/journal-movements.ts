/** T2 against the journal: its sums are the movements of the trial balance. Says how much net debit the journal lacks, account by account. */
import { type Finding, makeFinding } from "@/lib/finding/finding";
import { satang, toBahtText } from "@/lib/money/amount";
import type { LaoEvidence } from "../evidence";
import type { Witnesses } from "../witnesses";
import { type AccountMonths, type BalanceRow, type Movement, netOf, sumOf } from "./account-months";
import { balanceFinding } from "./balance-rows";

/**
 * Misfits of each month that has a trial balance; a journal that is not there moved nothing, and lacks all. A row of the trial balance
 * already known to be wrong accuses nobody.
 */
export function findJournalMisfits(evidence: LaoEvidence, books: AccountMonths, witnesses: Witnesses): Finding[] {
  const place = { evidence, books };
  return books.months.flatMap((_, index) => {
    if (!books.hasBalances(index)) return [];
    const balancesNet = sumOf(books, index, (row) => row.debit - row.credit);
    const journalNet = books.accounts.reduce(
      (sum, account) => sum + netOf(books.movement(account, index) ?? NOTHING),
      0n,
    );
    const differing = books.accounts.filter((account) => {
      const row = books.row(account, index);
      const moved = books.movement(account, index) ?? NOTHING;
      return row && !row.isAtFault && (row.debit !== moved.debit || row.credit !== moved.credit);
    });
    const month = books.months[index];
    const isJournalWhole = month !== undefined && books.hasJournal(index) && !witnesses.isDamaged("journal", month);
    return differing.flatMap((account) => {
      const row = books.row(account, index);
      const moved = books.movement(account, index) ?? NOTHING;
      if (!row) return [];
      const surplus = row.debit - moved.debit;
      if (differing.length === 1 && isJournalWhole && surplus === row.credit - moved.credit) {
        // both sides of one account alike, and of no other: no entry of a journal without gaps does that
        row.isAtFault = true;
        const [expected, found] = [moved.debit, row.debit];
        return [balanceFinding(place, index, account, { expected, found, amount: expected - found })];
      }
      const missing = netOf(row) - netOf(moved);
      // Balanced books on both sides: the side whose movements do not sum to zero by this amount is the wrong one.
      if (missing !== 0n && balancesNet === missing && journalNet === 0n) {
        row.isAtFault = true;
        return [balanceFinding(place, index, account, { expected: netOf(moved), found: netOf(row), amount: -missing })];
      }
      return [journalFinding(evidence, books, index, account, row, moved)];
    });
  });
}

const NOTHING: Movement = { debit: 0n, credit: 0n };

function journalFinding(
  evidence: LaoEvidence,
  books: AccountMonths,
  index: number,
  account: string,
  row: BalanceRow,
  moved: Movement,
): Finding {
  // One side alone differs: both figures of that side; else the net, unless both sides lack alike and the net shows nothing.
  const [expected, found] =
    row.credit === moved.credit || netOf(row) === netOf(moved)
      ? [row.debit, moved.debit]
      : row.debit === moved.debit
        ? [row.credit, moved.credit]
        : [netOf(row), netOf(moved)];
  return makeFinding({
    code: "tie/balance",
    confidence: "arithmetic",
    lao: evidence.lao,
    module: "accounting",
    month: books.months[index] ?? null,
    table: "journal",
    account,
    expected: toBahtText(satang(expected)),
    found: toBahtText(satang(found)),
    amount: satang(netOf(row) - netOf(moved)),
  });
}

/**
 * Months without a trial balance between two that have one (T3): what each account moved in between, less what the journal of those
 * months shows. Given for the first month of the hole that lacks its journal, else for its first month.
 */
export function findMissingMonths(evidence: LaoEvidence, books: AccountMonths): Finding[] {
  const findings: Finding[] = [];
  for (let start = 1; start < books.months.length; start += 1) {
    if (books.hasBalances(start) || !books.hasBalances(start - 1)) continue;
    let end = start;
    while (end < books.months.length && !books.hasBalances(end)) end += 1;
    if (end === books.months.length) return findings;
    const hole = books.months.map((_, index) => index).slice(start, end);
    const at = hole.find((index) => !books.hasJournal(index)) ?? start;
    for (const account of books.accounts) {
      const [before, after] = [books.row(account, start - 1), books.row(account, end)];
      if (!after) continue;
      const opening = before?.closing ?? 0n;
      const read = hole.reduce((sum, index) => sum + netOf(books.movement(account, index) ?? NOTHING), 0n);
      const missing = after.opening - opening - read;
      if (missing === 0n) continue;
      findings.push(
        makeFinding({
          code: "tie/carry-forward",
          confidence: "arithmetic",
          lao: evidence.lao,
          module: "accounting",
          month: books.months[at] ?? null,
          table: "journal",
          account,
          expected: toBahtText(satang(after.opening)),
          found: toBahtText(satang(opening + read)),
          amount: satang(missing),
        }),
      );
    }
  }
  return findings;
}
