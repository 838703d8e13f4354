/** Cancelled documents keep their number, link to nothing and count for nothing; documents that count lead somewhere. What is neither lost or gained its mark. */
import type { Finding } from "@/lib/finding/finding";
import { ZERO } from "@/lib/money/amount";
import { type BookIndex, monthKey } from "../book-index";
import type { LaoEvidence, ReceiptEvidence } from "../evidence";
import { figures, tieFinding } from "../tie-finding";
import { countedReceipts } from "./remittances";

export function findCancelledDocuments(evidence: LaoEvidence, index: BookIndex): Finding[] {
  const { lao, receipts, requisitions } = evidence;
  const isYetToRemit = receiptsYetToRemit(evidence, index);
  const findings: Finding[] = [];
  for (const receipt of receipts) {
    const { cancelled, remittanceNo, entryNo, month, receiptNo, amount, date } = receipt;
    // cancelled receipts that still name a remittance are told where that remittance falls short
    if (cancelled || remittanceNo !== null || entryNo !== null || isYetToRemit(receipt)) continue;
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

/**
 * Receipts of a month's last day may be remitted in the next month (ARCHIVE.md, T4). On the last day of the whole snapshot that month is not there yet: such a
 * receipt leads nowhere and is sound, as long as the revenue register counts it.
 */
function receiptsYetToRemit(evidence: LaoEvidence, index: BookIndex): (receipt: ReceiptEvidence) => boolean {
  const lastMonth = evidence.months.at(-1);
  let lastDay = "";
  for (const { date } of evidence.receipts) if (date > lastDay) lastDay = date;
  return ({ month, date, revenueCode }) => {
    if (month !== lastMonth || date !== lastDay) return false;
    const key = monthKey(month, revenueCode);
    const registered = index.register.get(key);
    return registered !== undefined && registered.received === countedReceipts(evidence).get(key);
  };
}
