/** The state of a partition (LAO × module × month), as ARCHIVE.md defines it. */
import type { LaoCode, Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";

/** `intact` means «no sign of damage», no more. Ordered from best to worst, `empty` apart. */
export const PARTITION_STATES = ["intact", "inconsistent", "partial", "lost", "empty"] as const;
export type PartitionState = (typeof PARTITION_STATES)[number];

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
