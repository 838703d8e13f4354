/** A snapshot: one state of e-LAAS data, as one archive bag brought it. Immutable once served. */
import type { IsoDate } from "@/lib/period/date";
import { type Month, monthsBetween } from "@/lib/period/month";

export const SNAPSHOT_KINDS = ["recovered", "live", "baseline"] as const;
export type SnapshotKind = (typeof SNAPSHOT_KINDS)[number];

/** `loading` is seen by administrators alone; `retired` was replaced and is about to be removed. */
export type SnapshotStatus = "loading" | "served" | "retired";

export interface Snapshot {
  /** `[a-z0-9-]{1,64}` (ARCHIVE.md, snapshot.json). */
  readonly id: string;
  readonly title: string;
  readonly kind: SnapshotKind;
  /** The day the data stands at. */
  readonly asOf: IsoDate;
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly encoding: string;
  /** Made-up data: every page and export says so. */
  readonly synthetic: boolean;
  /** Names the content: the same id with another digest is another archive. */
  readonly digest: string;
  readonly status: SnapshotStatus;
  /** ISO moment; null while loading. */
  readonly loadedAt: string | null;
}

/** The months of a snapshot's partitions, edge months included. */
export function snapshotMonths(snapshot: Pick<Snapshot, "periodFrom" | "periodTo">): Month[] {
  return monthsBetween(snapshot.periodFrom, snapshot.periodTo);
}
