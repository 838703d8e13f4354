/** Rows that the trial balance lacks: an account that was there the month before stays in it (ARCHIVE.md, «Sound books may look odd»). */
import type { Finding } from "@/lib/finding/finding";
import type { LaoEvidence } from "../evidence";
import { type AccountMonths, netOf } from "./account-months";
import { balanceFinding } from "./balance-rows";

/** Accounts that a month's trial balance lacks or, where their code was changed, has too much. */
export function findMissingBalances(evidence: LaoEvidence, books: AccountMonths): Finding[] {
  const place = { evidence, books };
  const findings: Finding[] = [];
  for (const account of books.accounts) {
    const first = books.months.findIndex((_, index) => books.row(account, index) !== undefined);
    books.months.forEach((_, index) => {
      if (!books.hasBalances(index)) return;
      const row = books.row(account, index);
      const [before, after] = [books.row(account, index - 1), books.row(account, index + 1)];
      if (row) {
        // It begins with a balance although the month before does not know it.
        const isNew = index === first && index > 0 && row.opening !== 0n && books.hasBalances(index - 1);
        if (!isNew) return;
        if (index + 1 < books.months.length && books.hasBalances(index + 1) && !after) {
          findings.push(
            balanceFinding(place, index, account, { expected: null, found: row.closing, amount: -row.closing }),
          );
        } else {
          const amount = row.opening;
          findings.push(balanceFinding(place, index - 1, account, { expected: row.opening, found: null, amount }));
        }
        return;
      }
      const moved = books.movement(account, index);
      const isExpected =
        (first !== -1 && first < index) || (moved !== undefined && (moved.debit !== 0n || moved.credit !== 0n));
      if (!isExpected) return;
      // A code that turned up once and never again is no account that is missing ever after.
      if (first !== -1 && first < index && !isLasting(books, account, first)) return;
      const expected = after?.opening ?? (before?.closing ?? 0n) + (moved ? netOf(moved) : 0n);
      const amount = expected !== 0n || !moved ? expected : netOf(moved);
      findings.push(balanceFinding(place, index, account, { expected, found: null, amount }));
    });
  }
  return findings;
}

/** It stands in two months at least, or began as a new account does, or in the first month. */
function isLasting(books: AccountMonths, account: string, first: number): boolean {
  const months = books.months.filter((_, index) => books.row(account, index) !== undefined).length;
  return months > 1 || first === 0 || books.row(account, first)?.opening === 0n;
}
