/** The state of a partition (LAO × module × month), as ARCHIVE.md defines it. */
import type { LaoCode, Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";

/** `intact` means «no sign of damage», no more. Ordered from best to worst, `empty` apart. */
export const PARTITION_STATES = ["intact", "inconsistent", "partial", "lost", "empty"] as const;
export type PartitionState = (typeof PARTITION_STATES)[number];

/** Whether the state shows a sign of damage: rows may be missing or changed. Of nothing at all (null) there is none. */
export function isDamaged(state: PartitionState | null): boolean {
  return state === "inconsistent" || state === "partial" || state === "lost";
}

export interface PartitionKey {
  readonly lao: LaoCode;
  readonly module: Module;
  readonly month: Month;
}

export interface Partition extends PartitionKey {
  readonly state: PartitionState;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
}
