/** T1: in each document of the journal debits equal credits. What one side lacks is missing from the document. */
import { type Finding, makeFinding } from "@/lib/finding/finding";
import { subtractAmount, toBahtText } from "@/lib/money/amount";
import type { LaoEvidence } from "../evidence";

/**
 * One finding for each document that does not balance; `amount` is the missing net debit (credit − debit).
 * @param accountOf names the account whose month lacks just that amount, if there is one
 */
export function findUnbalancedEntries(
  evidence: LaoEvidence,
  accountOf: (month: string, missing: bigint) => string | null,
): Finding[] {
  return evidence.entries
    .filter((entry) => entry.debit !== entry.credit)
    .map((entry) => {
      const missing = subtractAmount(entry.credit, entry.debit);
      return makeFinding({
        code: "tie/entry-unbalanced",
        confidence: "arithmetic",
        lao: evidence.lao,
        module: "accounting",
        month: entry.month,
        table: "journal",
        rowFrom: entry.rowFrom,
        rowTo: entry.rowTo,
        docFrom: entry.entryNo,
        docTo: entry.entryNo,
        dateFrom: entry.date,
        dateTo: entry.date,
        account: accountOf(entry.month, missing),
        expected: toBahtText(entry.credit),
        found: toBahtText(entry.debit),
        amount: missing,
      });
    });
}
