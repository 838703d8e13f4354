/** One document of the books as both sides have it: the archive's, and what was keyed again. Receipts and requisitions are documents of one line. */
import { BUDGET_FIGURES } from "@/lib/ledger/budget-figures";
import type { Amount } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";

/** Books that are keyed again as tables of documents. */
export const TABLE_BOOKS = ["journal", "receipts", "requisitions"] as const;
export type TableBook = (typeof TABLE_BOOKS)[number];

/** Which book a document belongs to; each is matched apart from the others. `budget` is what is left of each code of the budget at a month's end. */
export const REKEYED_BOOKS = [...TABLE_BOOKS, "budget"] as const;
export type RekeyedBook = (typeof REKEYED_BOOKS)[number];

/** Figures of a line of the budget that stand in its cells, in baht text; what remains is its amount. */
export const BUDGET_CELLS = BUDGET_FIGURES.filter((id) => id !== "remaining");

export interface BookLine {
  /** Account `NNNNNNNNNN.NNN` of a journal line, revenue code of a receipt, budget code of a requisition or of a line of the budget. */
  readonly account: string;
  /** Debit-positive in the journal; the amount of a receipt, the gross of a requisition, what remains of a budget code. */
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
