/** What the damage of an LAO comes to, in all its modules or in one: parts in each state, and what is missing at least. */
import type { Amount } from "@/lib/money/amount";
import type { Module } from "@/lib/office/office";
import type { PartitionState } from "./partition-state";

/** Over all modules, or of one. */
export type SummaryOf = Module | "all";

export interface DamageSummary {
  readonly partitions: Readonly<Record<PartitionState, number>>;
  /** Documents whose numbers are missing; null where nothing tells. */
  readonly documentsMissing: number | null;
  /**
   * At least so much is missing from the table `amountTable`, where most is known to be missing. The same money stands in several tables
   * (receipt, cash book, requisition, cheque), so amounts of different tables are never added. Null where nothing tells.
   */
  readonly amountMissing: Amount | null;
  readonly amountTable: string | null;
}

/** Of an LAO without a single part. */
export const NO_DAMAGE_KNOWN: DamageSummary = {
  partitions: { intact: 0, inconsistent: 0, partial: 0, lost: 0, empty: 0 },
  documentsMissing: null,
  amountMissing: null,
  amountTable: null,
};
