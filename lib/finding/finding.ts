/** A sign of damage: a coded, located value that accumulates. Never thrown; its sentence is made when it is shown. */
import type { Amount } from "@/lib/money/amount";
import type { LaoCode, Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";

/** Codes of ARCHIVE.md, «Damage». Never renamed, never reused. */
export const FINDING_CODES = [
  "file/missing",
  "file/checksum",
  "file/truncated",
  "file/corrupt",
  "file/unlisted",
  "row/encoding",
  "row/shape",
  "row/value",
  "row/text",
  "row/duplicate",
  "row/foreign",
  "tie/entry-unbalanced",
  "tie/number-gap",
  "tie/carry-forward",
  "tie/balance",
  "tie/cross-module",
  "tie/dangling",
  "tie/silent-partition",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** How sure a finding is: proved by bytes, proved by arithmetic, or suspected. */
export type Confidence = "bytes" | "arithmetic" | "suspected";

export interface Finding {
  readonly code: FindingCode;
  readonly confidence: Confidence;
  readonly lao: LaoCode | null;
  readonly module: Module | null;
  readonly month: Month | null;
  readonly table: string | null;
  /** Path inside the bag. */
  readonly file: string | null;
  /** Records after the header; the first is 1, the header itself 0. */
  readonly rowFrom: number | null;
  readonly rowTo: number | null;
  readonly column: string | null;
  readonly docFrom: string | null;
  readonly docTo: string | null;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  /** Account or budget code. */
  readonly account: string | null;
  readonly expected: string | null;
  readonly found: string | null;
  /** What is missing, debit-positive, when it is known. */
  readonly amount: Amount | null;
  /** How many rows or documents it concerns, when that is known. */
  readonly count: number | null;
  /** What follows from it in the same partition, such as the amount that each account of a lost month lacks; they have none of their own. */
  readonly consequences: readonly Finding[];
}

/** A finding with everything unknown but what is given. */
export function makeFinding(known: Pick<Finding, "code" | "confidence"> & Partial<Finding>): Finding {
  return {
    lao: null,
    module: null,
    month: null,
    table: null,
    file: null,
    rowFrom: null,
    rowTo: null,
    column: null,
    docFrom: null,
    docTo: null,
    dateFrom: null,
    dateTo: null,
    account: null,
    expected: null,
    found: null,
    amount: null,
    count: null,
    consequences: [],
    ...known,
  };
}
