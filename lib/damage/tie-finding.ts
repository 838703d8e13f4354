/** Makes findings of ties: the place follows from the table, both figures are written as baht, the amount is what is missing. */
import { findTable } from "@/lib/archive/tables";
import { type Finding, type FindingCode, makeFinding } from "@/lib/finding/finding";
import { type Amount, satang, toBahtText } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import type { Placed } from "./evidence";

export interface TiePlace {
  readonly code: FindingCode;
  readonly lao: LaoCode;
  readonly table: string;
  readonly month: Month;
  /** The row at fault, where one is known. */
  readonly row?: Placed | undefined;
  /** Document from–to; a single one stands for both. */
  readonly doc?: string | undefined;
  readonly docTo?: string | undefined;
}

/** A finding in a partition of that table, proved by arithmetic unless said otherwise. */
export function tieFinding(place: TiePlace, more: Partial<Finding> = {}): Finding {
  const { code, lao, table, month, row, doc, docTo } = place;
  return makeFinding({
    code,
    confidence: "arithmetic",
    lao,
    module: findTable(table)?.module ?? null,
    month,
    table,
    rowFrom: row?.rowNo ?? null,
    rowTo: row?.rowNo ?? null,
    docFrom: doc ?? null,
    docTo: docTo ?? doc ?? null,
    ...more,
  });
}

/** Both figures and their difference, `expected − found`. */
export function figures(expected: Amount, found: Amount): Pick<Finding, "expected" | "found" | "amount"> {
  return { expected: toBahtText(expected), found: toBahtText(found), amount: satang(expected - found) };
}
