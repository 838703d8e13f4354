/**
 * What can be said of one part (LAO × module × month) of two snapshots. «Same» is said only where digests are equal and neither side shows a sign of
 * damage: where rows may be hidden or changed, equal rows prove nothing.
 */
import { isDamaged, type PartitionState } from "@/lib/finding/partition-state";
import type { Verdict } from "@/lib/finding/verdict";
import type { Amount } from "@/lib/money/amount";
import type { LaoId, Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";

/** One table of a part: what each side holds of it, as far as it could be read. */
export interface ComparedTable {
  readonly table: string;
  readonly leftRows: number;
  readonly rightRows: number;
  readonly leftAmount: Amount;
  readonly rightAmount: Amount;
  /** Both sides hold the same rows, each as often. */
  readonly isEqual: boolean;
}

export interface ComparedPart {
  readonly laoId: LaoId;
  readonly module: Module;
  readonly month: Month;
  /** Null where that snapshot does not hold the LAO, or does not reach to the month. */
  readonly leftState: PartitionState | null;
  readonly rightState: PartitionState | null;
  readonly verdict: Verdict;
  /** Tables with rows on either side, in the order of the format. */
  readonly tables: readonly ComparedTable[];
}

/** What a verdict rests on; `isCounted` says that the digests of that side account for every row of the part. */
export interface PartSides {
  readonly leftState: PartitionState | null;
  readonly rightState: PartitionState | null;
  readonly isCounted: boolean;
  readonly tables: readonly ComparedTable[];
}

export function verdictOf({ leftState, rightState, isCounted, tables }: PartSides): Verdict {
  if (isDamaged(leftState) || isDamaged(rightState) || !isCounted) return "undecidable";
  if (leftState === null && rightState !== null) return "only-right";
  if (rightState === null && leftState !== null) return "only-left";
  return ofRows(tables);
}

/** The verdict of one table; in a part that cannot be decided no table can. */
export function tableVerdict(part: Pick<ComparedPart, "verdict">, table: ComparedTable): Verdict {
  return part.verdict === "undecidable" ? "undecidable" : ofRows([table]);
}

function ofRows(tables: readonly ComparedTable[]): Verdict {
  if (tables.every(({ isEqual }) => isEqual)) return "same";
  if (tables.every(({ leftRows }) => leftRows === 0)) return "only-right";
  return tables.every(({ rightRows }) => rightRows === 0) ? "only-left" : "changed";
}

/** How many parts come to each verdict. */
export function countVerdicts(parts: readonly Pick<ComparedPart, "verdict">[]): Record<Verdict, number> {
  const counts = { same: 0, changed: 0, "only-left": 0, "only-right": 0, undecidable: 0 };
  for (const { verdict } of parts) counts[verdict] += 1;
  return counts;
}
