/** How far an LAO has come with checking what it keyed again: one line for whoever oversees many. */
import { type Amount, satang } from "@/lib/money/amount";
import { isSettled, type Outcome, type WorksheetItem } from "./worksheet";

/** Where an LAO stands: nothing sent that counts, something left to match or to decide, or all of it settled. Each LAO is in exactly one. */
export const CHECK_STATES = ["not-sent", "open", "done"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface RekeyedProgress {
  /** Of the worksheet: also documents of the archive that were not keyed yet, of the books of which something was. */
  readonly items: number;
  /** Matched, or decided as accepted or explained. */
  readonly settled: number;
  /** Absolute amounts of the items that differ and are not settled. */
  readonly openDifference: Amount;
}

/**
 * Their amounts are no difference yet: what is still to be keyed, and what cannot be decided because the archive is damaged there.
 */
const NO_DIFFERENCE_YET: ReadonlySet<Outcome> = new Set(["not-keyed", "undecidable"]);

export function sumProgress(items: readonly WorksheetItem[]): RekeyedProgress {
  let settled = 0;
  let open = 0n;
  for (const item of items) {
    if (isSettled(item)) settled += 1;
    else if (!NO_DIFFERENCE_YET.has(item.outcome)) open += item.difference < 0n ? -item.difference : item.difference;
  }
  return { items: items.length, settled, openDifference: satang(open) };
}

/** In tenths of a percent, rounded down: 1,000 only when all is settled. Null where there is nothing to check. */
export function shareSettled(progress: Pick<RekeyedProgress, "items" | "settled"> | null): number | null {
  return !progress || progress.items === 0 ? null : Math.floor((progress.settled * 1_000) / progress.items);
}
