/** The one entry of this folder: holds the books of one LAO against each other and says what is damaged. */
import type { Finding } from "@/lib/finding/finding";
import { indexBooks } from "./book-index";
import { boundFindings, sortFindings } from "./bound-findings";
import type { LaoEvidence } from "./evidence";
import { type FoundFinding, findCauses } from "./find-causes";
import { findAccountingMisfits } from "./ties/accounting";
import { findBudgetMisfits } from "./ties/budget";
import { findCancelledDocuments } from "./ties/cancelled";
import { findDangling } from "./ties/dangling";
import { findNumberGaps } from "./ties/number-gaps";
import { findPaymentMisfits } from "./ties/payments";
import { findRegisterMisfits } from "./ties/register";
import { findRemittanceMisfits } from "./ties/remittances";
import { findSilence } from "./ties/silence";
import { openWitnesses } from "./witnesses";

/**
 * Findings `tie/*` of one LAO, in a fixed order, without repetition and bounded; none for sound books. What is known to be missing is
 * established first (numbers, silence), so that no sound table is blamed for it. Each says of what it is only a consequence.
 */
export function findDamage(evidence: LaoEvidence): FoundFinding[] {
  const index = indexBooks(evidence);
  const witnesses = openWitnesses(evidence);
  const findings: Finding[] = [];
  const add = (found: readonly Finding[]): void => {
    witnesses.learn(found);
    // one by one: as arguments of a call, a hundred thousand and more are too many
    for (const finding of found) findings.push(finding);
  };
  add(findSilence(evidence, index));
  add(findNumberGaps(evidence, index, witnesses));
  add(findAccountingMisfits(evidence, witnesses));
  add(findDangling(evidence, witnesses));
  add(findCancelledDocuments(evidence, index));
  add(findRemittanceMisfits(evidence, index, witnesses));
  add(findRegisterMisfits(evidence, index, witnesses));
  add(findPaymentMisfits(evidence, index, witnesses));
  add(findBudgetMisfits(evidence, index, witnesses));
  return boundFindings(findCauses(sortFindings(findings), evidence.known));
}
