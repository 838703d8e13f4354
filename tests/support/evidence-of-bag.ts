/** The evidence of every LAO of a bag in the bag's order, read without a database: tests try faults on it, and hold the fetching by SQL against it. */
import { openBag } from "@/lib/archive/bag/open-bag";
import type { LaoEvidence } from "@/lib/damage/evidence";
import { readKnownCodes } from "@/lib/damage/known-codes";
import { readEvidence } from "@/lib/damage/read-evidence";

export async function evidenceOfBag(path: string): Promise<LaoEvidence[]> {
  const bag = await openBag(path);
  try {
    const codes = readKnownCodes(bag.reference);
    const evidences: LaoEvidence[] = [];
    for (const lao of bag.laos) evidences.push(await readEvidence(bag, lao, codes));
    return evidences;
  } finally {
    await bag.close();
  }
}
