/** A work pack: what an LAO or a unit needs to keep books by hand while e-LAAS is down, with its last known balances. It says nothing of cells. */
import type { BudgetFigure } from "@/lib/ledger/budget-figures";
import type { Amount } from "@/lib/money/amount";
import type { Lao } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import type { DamageMark, DamageNote, SnapshotHead } from "@/lib/reports/document";

/** A figure of the archive beside its mark; null where it is not known, which is never zero. */
export interface PackFigure {
  readonly amount: Amount | null;
  readonly mark?: DamageMark["state"];
}

export interface PackAccount {
  /** `NNNNNNNNNN.NNN` */
  readonly code: string;
  readonly name: string;
  readonly debit: PackFigure;
  readonly credit: PackFigure;
  /** What is known of the damage behind the figures, or why there are none; empty where nothing is to be said. */
  readonly condition: string;
}

export interface PackBudgetLine {
  readonly plan: string;
  readonly work: string;
  readonly code: string;
  readonly name: string;
  readonly figures: Readonly<Record<BudgetFigure, PackFigure>>;
  readonly condition: string;
}

/** Accounts or budget lines, and what they rest on. */
export interface PackPart<Row> {
  readonly rows: readonly Row[];
  /** The day at whose end the figures stood; null where the archive has none that can be read. */
  readonly asOf: IsoDate | null;
  /** Later months of the archive in which nothing could be read. */
  readonly skipped: readonly Month[];
  /** What is missing between the rows, a sentence each. */
  readonly gaps: readonly string[];
  /** Numbered through the whole pack. */
  readonly notes: readonly DamageNote[];
}

export interface PackUnit {
  readonly code: string;
  readonly name: string;
}

export interface WorkPack {
  /** One pack is one book: uploaded again it takes the place of itself and of no other. */
  readonly id: string;
  readonly place: Lao;
  /** Null for the LAO as a whole. */
  readonly unit: PackUnit | null;
  readonly snapshot: SnapshotHead;
  readonly printedAt: Date;
  readonly printedBy: string;
  readonly accounts: PackPart<PackAccount>;
  readonly budget: PackPart<PackBudgetLine>;
}

/** `WP-06350302-U01-20261122T030000Z`: whose it is, and when it was made. */
export function packId(lao: Pick<Lao, "code">, unit: PackUnit | null, made: Date): string {
  const moment = made.toISOString().replace(/[-:]|\.\d+/g, "");
  return ["WP", lao.code, ...(unit ? [unit.code] : []), moment].join("-");
}

/** Whose pack it is by its id; undefined for what is no id of a pack. */
export function laoOfPack(id: string): string | undefined {
  return /^WP-(\d{8})-(?:.{1,64}-)?\d{8}T\d{6}Z$/.exec(id)?.[1];
}
