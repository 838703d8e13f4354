/** Rows of an archive's tables as documents to be held against each other: the same from the database and from a bag that was sent. */
import { type Amount, subtractAmount, toBahtText } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { lastDay, type Month } from "@/lib/period/month";
import { type BookDocument, BUDGET_CELLS } from "./book-document";

interface PlacedRow {
  readonly month: Month;
  readonly rowNo: number;
}

export interface JournalRow extends PlacedRow {
  readonly entryNo: string;
  readonly date: IsoDate;
  /** `NNNNNNNNNN.NNN` */
  readonly account: string;
  readonly debit: Amount;
  readonly credit: Amount;
  readonly description: string;
}

/** An entry number whose lines stand on two days is two documents, as it is in re-keyed books. Lines in their order. */
export function journalDocuments(rows: Iterable<JournalRow>): BookDocument[] {
  const documents = new Map<string, BookDocument & { lines: BookDocument["lines"][number][] }>();
  for (const { month, entryNo, date, account, debit, credit, description } of rows) {
    const key = `journal ${month} ${entryNo} ${date}`;
    const line = { account, amount: subtractAmount(debit, credit) };
    const known = documents.get(key);
    if (known) known.lines.push(line);
    else
      documents.set(key, {
        id: key,
        book: "journal",
        number: entryNo,
        date,
        lines: [line],
        cells: {},
        text: description,
      });
  }
  return [...documents.values()];
}

export interface ReceiptRow extends PlacedRow {
  readonly receiptNo: string;
  readonly date: IsoDate;
  readonly revenueCode: string;
  readonly amount: Amount;
  readonly payer: string;
  readonly remittanceNo: string | null;
}

export function receiptDocument(row: ReceiptRow): BookDocument {
  return {
    id: `receipts ${row.month} ${row.rowNo}`,
    book: "receipts",
    number: row.receiptNo,
    date: row.date,
    lines: [{ account: row.revenueCode, amount: row.amount }],
    cells: { remittance: row.remittanceNo ?? "" },
    text: row.payer,
  };
}

export interface RequisitionRow extends PlacedRow {
  readonly treasuryNo: string;
  readonly date: IsoDate;
  readonly budgetCode: string;
  readonly gross: Amount;
  readonly net: Amount;
  readonly payee: string;
  readonly description: string;
}

export function requisitionDocument(row: RequisitionRow): BookDocument {
  return {
    id: `requisitions ${row.month} ${row.rowNo}`,
    book: "requisitions",
    number: row.treasuryNo,
    date: row.date,
    lines: [{ account: row.budgetCode, amount: row.gross }],
    cells: { net: toBahtText(row.net) },
    text: `${row.payee} ${row.description}`,
  };
}

export interface BudgetRow extends PlacedRow, Readonly<Record<(typeof BUDGET_CELLS)[number] | "remaining", Amount>> {
  readonly budgetCode: string;
  readonly project: string;
}

export function budgetDocument(row: BudgetRow): BookDocument {
  return {
    id: `budget ${row.month} ${row.rowNo}`,
    book: "budget",
    number: row.budgetCode,
    date: lastDay(row.month),
    lines: [{ account: row.budgetCode, amount: row.remaining }],
    cells: Object.fromEntries(BUDGET_CELLS.map((id) => [id, toBahtText(row[id])])),
    text: row.project,
  };
}
