/** What the ties add to the state of a partition (ARCHIVE.md, «How the state follows»): it may become worse, never better. */
import type { Finding } from "@/lib/finding/finding";
import type { PartitionState } from "@/lib/finding/partition-state";

const RANK: Readonly<Record<PartitionState, number>> = { empty: 0, intact: 1, inconsistent: 2, partial: 3, lost: 4 };

/** What one finding alone makes of its partition. */
function stateBy(finding: Finding, rowsLoaded: number): PartitionState {
  if (finding.code === "tie/silent-partition") return rowsLoaded === 0 ? "lost" : "partial";
  // rows that provably are not there; where the month is only suspected, nothing is proved of this one
  if (finding.code === "tie/number-gap") return finding.confidence === "suspected" ? "inconsistent" : "partial";
  return "inconsistent";
}

/**
 * @param state from bytes and rows
 * @param ties findings of this partition
 */
export function stateWithTies(state: PartitionState, rowsLoaded: number, ties: Iterable<Finding>): PartitionState {
  let worst = state;
  for (const finding of ties) {
    const by = stateBy(finding, rowsLoaded);
    // a partition without files that nothing proves to have existed stays empty, whatever is felt of its neighbours there
    if (state === "empty" && by !== "lost") continue;
    if (RANK[by] > RANK[worst]) worst = by;
  }
  return worst;
}
