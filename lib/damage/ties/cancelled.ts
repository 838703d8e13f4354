/** Cancelled documents keep their number, link to nothing and count for nothing; documents that count lead somewhere. What is neither lost or gained its mark. */
import type { Finding } from "@/lib/finding/finding";
import { ZERO } from "@/lib/money/amount";
import type { BookIndex } from "../book-index";
import type { LaoEvidence } from "../evidence";
import { figures, tieFinding } from "../tie-finding";

export function findCancelledDocuments({ lao, receipts, requisitions }: LaoEvidence, index: BookIndex): Finding[] {
  const findings: Finding[] = [];
  for (const receipt of receipts) {
    const { cancelled, remittanceNo, entryNo, month, receiptNo, amount, date } = receipt;
    // cancelled receipts that still name a remittance are told where that remittance falls short
    if (cancelled || remittanceNo !== null || entryNo !== null) continue;
    findings.push(
      tieFinding(
        { code: "tie/cross-module", lao, table: "receipts", month, row: receipt, doc: receiptNo },
        { column: "cancelled", dateFrom: date, dateTo: date, ...figures(ZERO, amount) },
      ),
    );
  }
  for (const requisition of requisitions) {
    const { cancelled, entryNo, treasuryNo, month, gross, paidDate } = requisition;
    const isPaid = index.paymentEntries.has(treasuryNo) || index.cheques.has(treasuryNo);
    const isLinked = entryNo !== null || isPaid;
    if (cancelled !== isLinked || (index.requisitions.get(treasuryNo)?.length ?? 0) > 1) continue;
    findings.push(
      tieFinding(
        { code: "tie/cross-module", lao, table: "requisitions", month, row: requisition, doc: treasuryNo },
        {
          column: "cancelled",
          dateFrom: paidDate,
          dateTo: paidDate,
          ...(cancelled ? figures(gross, ZERO) : figures(ZERO, gross)),
        },
      ),
    );
  }
  return findings;
}
