/** One document of the books as both sides have it: the archive's, and what was keyed again. Receipts and requisitions are documents of one line. */
import type { Amount } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";

/** Which book a document belongs to; each is matched apart from the others. */
export const REKEYED_BOOKS = ["journal", "receipts", "requisitions"] as const;
export type RekeyedBook = (typeof REKEYED_BOOKS)[number];

export interface BookLine {
  /** Account `NNNNNNNNNN.NNN` of a journal line, revenue code of a receipt, budget code of a requisition. */
  readonly account: string;
  /** Debit-positive in the journal; the amount of a receipt, the gross of a requisition. */
  readonly amount: Amount;
}

export interface BookDocument {
  /** Unique on its side: where it stands in the archive or in the upload. */
  readonly id: string;
  readonly book: RekeyedBook;
  /** As it stands; null where none was keyed. */
  readonly number: string | null;
  readonly date: IsoDate;
  readonly lines: readonly BookLine[];
  /** Further cells that must agree, by column name: net, tax, bank account … Empty text where nothing stands. */
  readonly cells: Readonly<Record<string, string>>;
  /** Payee and description: compared, but a difference of wording alone is no error. */
  readonly text: string;
}

/** Sum of the debit side of a journal document, of all lines of the others. */
export function amountOf(document: BookDocument): Amount {
  let sum = 0n;
  for (const { amount } of document.lines) if (document.book !== "journal" || amount > 0n) sum += amount;
  return sum as Amount;
}
