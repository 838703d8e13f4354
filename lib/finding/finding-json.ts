/** A finding as the command line prints it for scripts and other checkers (ARCHIVE.md, «What the command line prints»). */
import { toBahtText } from "@/lib/money/amount";
import type { Finding } from "./finding";

/** Keys and their order are the contract; amounts are text in baht, debit-positive. */
export function toFindingJson(finding: Finding) {
  return {
    code: finding.code,
    lao: finding.lao,
    module: finding.module,
    month: finding.month,
    table: finding.table,
    file: finding.file,
    rowFrom: finding.rowFrom,
    rowTo: finding.rowTo,
    docFrom: finding.docFrom,
    docTo: finding.docTo,
    dateFrom: finding.dateFrom,
    dateTo: finding.dateTo,
    account: finding.account,
    expected: finding.expected,
    found: finding.found,
    amount: finding.amount === null ? null : toBahtText(finding.amount),
  };
}
