/** What was damaged in a sample archive: the answers that later tests hold findings against. Never part of the bag. */
import type { FindingCode } from "@/lib/finding/finding";
import type { Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";

export interface DamageTruth {
  /** The code that a finding of this damage is expected to bear first. */
  readonly code: FindingCode;
  /** Name of the way of damaging, e.g. `receipts-removed`. */
  readonly kind: string;
  readonly lao: string;
  readonly module: Module;
  readonly month: Month;
  /** Null where the whole partition is concerned. */
  readonly table: string | null;
  readonly file: string | null;
  /** Records from–to as they stand in the damaged file, the first after the header is 1; null where no row stands for it. */
  readonly rows: readonly [from: number, to: number] | null;
  /** Document numbers (or codes) concerned. */
  readonly docs: readonly string[];
  /** Column, where one is. */
  readonly column: string | null;
  /** Satang as text: what is missing, or by how much something is off. */
  readonly amounts: readonly string[];
}

export interface DamageReport {
  readonly snapshot: string;
  readonly seed: number;
  readonly level: string;
  readonly damages: readonly DamageTruth[];
}
