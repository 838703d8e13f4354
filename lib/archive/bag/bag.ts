/** An opened archive bag: what everything that reads an archive is given. Made by `open-bag.ts`. */
import type { Finding } from "@/lib/finding/finding";
import type { Lao, LaoCode, Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import type { TableSpec } from "../tables";
import type { StoredFile } from "./bag-store";
import type { ExpectedDigests } from "./digest";
import type { BagLimits } from "./limits";
import type { Reference } from "./reference";
import type { SnapshotDescription } from "./snapshot-description";

/** A file that a manifest lists and that belongs to a partition of the snapshot. */
export interface PartitionFile {
  /** Inside the bag: `data/laos/06350302/accounting/2024-01/journal.csv.gz`. */
  readonly path: string;
  readonly lao: LaoCode;
  readonly module: Module;
  readonly month: Month;
  readonly table: TableSpec;
  /** False: listed, but not there. `scanFile` makes the finding of it. */
  readonly isPresent: boolean;
}

/** An LAO as the bag's reference table has it; the database gives it its number. */
export type BagLao = Omit<Lao, "id">;

export interface FileFilter {
  readonly provinceCode?: string;
  readonly lao?: LaoCode;
  readonly table?: string;
}

export interface Bag {
  /** As it was opened: a folder or a ZIP. */
  readonly path: string;
  readonly snapshot: SnapshotDescription;
  /** Months of the snapshot's period, in order. */
  readonly months: readonly Month[];
  /** Identity of the content, hexadecimal: manifest, snapshot.json, and which of the listed files are there. */
  readonly digest: string;
  readonly reference: Reference;
  /** Sorted by province code, then LAO code. */
  readonly laos: readonly BagLao[];
  /**
   * Findings made without reading partition files: about the bag itself (lao null) and files that are not loaded
   * (`file/unlisted`, with their LAO where the path names one). Missing partition files are found by `scanFile`.
   */
  readonly findings: readonly Finding[];
  /** Number of partition files, present or missing. */
  readonly fileCount: number;
  readonly limits: BagLimits;
  /** Partition files by province, LAO, table, month. */
  files(filter?: FileFilter): Iterable<PartitionFile>;
  expectedDigests(file: PartitionFile): ExpectedDigests;
  /** Undefined if it is not there. */
  openFile(file: PartitionFile): Promise<StoredFile | undefined>;
  close(): Promise<void>;
}
