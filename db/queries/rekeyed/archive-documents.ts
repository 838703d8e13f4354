/**
 * The documents of one LAO's archive as re-keyed books are held against them. Grain: one entry a journal document, receipt, requisition, or
 * code of the budget at a month's end. Excluded: cancelled receipts and requisitions, which count for nothing.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { satang, toBahtText } from "@/lib/money/amount";
import type { LaoId } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import { lastDay, monthFromNumber } from "@/lib/period/month";
import { type BookDocument, BUDGET_CELLS } from "@/lib/rekeyed/book-document";
import type { ScopedDb } from "../../scoped";

export interface ArchiveDocumentsQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
}

export async function archiveDocuments(
  db: ScopedDb,
  scope: Scope,
  query: ArchiveDocumentsQuery,
): Promise<BookDocument[]> {
  return [
    ...(await journalDocuments(db, scope, query)),
    ...(await receiptDocuments(db, scope, query)),
    ...(await requisitionDocuments(db, scope, query)),
    ...(await budgetDocuments(db, scope, query)),
  ];
}

const place = (scope: Scope, { snapshotNo, laoId }: ArchiveDocumentsQuery) =>
  sql`snapshot_no = ${snapshotNo} and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}`;

interface JournalRow extends Record<string, unknown> {
  month: number;
  entry_no: string;
  entry_date: IsoDate;
  account_code: bigint;
  debit: bigint;
  credit: bigint;
  description: string;
}

/** An entry number whose lines stand on two days is two documents, as it is in re-keyed books. */
async function journalDocuments(db: ScopedDb, scope: Scope, query: ArchiveDocumentsQuery): Promise<BookDocument[]> {
  const rows = await db.execute<JournalRow>(sql`
    select month, entry_no, entry_date::text as entry_date, account_code, debit, credit, description
    from portal.journal where ${place(scope, query)} order by entry_no, entry_date, line_no, row_no`);
  const documents = new Map<string, BookDocument & { lines: BookDocument["lines"][number][] }>();
  for (const row of rows) {
    const key = `journal ${row.month} ${row.entry_no} ${row.entry_date}`;
    const line = { account: formatAccountCode(row.account_code), amount: satang(row.debit - row.credit) };
    const known = documents.get(key);
    if (known) known.lines.push(line);
    else
      documents.set(key, {
        id: key,
        book: "journal",
        number: row.entry_no,
        date: row.entry_date,
        lines: [line],
        cells: {},
        text: row.description,
      });
  }
  return [...documents.values()];
}

async function receiptDocuments(db: ScopedDb, scope: Scope, query: ArchiveDocumentsQuery): Promise<BookDocument[]> {
  const rows = await db.execute<{
    month: number;
    row_no: number;
    receipt_no: string;
    receipt_date: IsoDate;
    revenue_code: string;
    amount: bigint;
    payer: string;
    remittance_no: string | null;
  }>(sql`
    select month, row_no, receipt_no, receipt_date::text as receipt_date, revenue_code, amount, payer, remittance_no
    from portal.receipts where ${place(scope, query)} and not cancelled order by receipt_date, receipt_no, month, row_no`);
  return rows.map((row) => ({
    id: `receipts ${row.month} ${row.row_no}`,
    book: "receipts",
    number: row.receipt_no,
    date: row.receipt_date,
    lines: [{ account: row.revenue_code, amount: satang(row.amount) }],
    cells: { remittance: row.remittance_no ?? "" },
    text: row.payer,
  }));
}

async function requisitionDocuments(db: ScopedDb, scope: Scope, query: ArchiveDocumentsQuery): Promise<BookDocument[]> {
  const rows = await db.execute<{
    month: number;
    row_no: number;
    treasury_no: string;
    paid_date: IsoDate;
    budget_code: string;
    gross: bigint;
    net: bigint;
    payee: string;
    description: string;
  }>(sql`
    select month, row_no, treasury_no, paid_date::text as paid_date, budget_code, gross, net, payee, description
    from portal.requisitions where ${place(scope, query)} and not cancelled order by paid_date, treasury_no, month, row_no`);
  return rows.map((row) => ({
    id: `requisitions ${row.month} ${row.row_no}`,
    book: "requisitions",
    number: row.treasury_no,
    date: row.paid_date,
    lines: [{ account: row.budget_code, amount: satang(row.gross) }],
    cells: { net: toBahtText(satang(row.net)) },
    text: `${row.payee} ${row.description}`,
  }));
}

type BudgetRow = Record<(typeof BUDGET_CELLS)[number] | "remaining", bigint> & {
  readonly month: number;
  readonly row_no: number;
  readonly budget_code: string;
  readonly project: string;
};

async function budgetDocuments(db: ScopedDb, scope: Scope, query: ArchiveDocumentsQuery): Promise<BookDocument[]> {
  const rows = await db.execute<BudgetRow & Record<string, unknown>>(sql`
    select month, row_no, budget_code, project, approved, transferred_in, transferred_out, encumbered, disbursed, remaining
    from portal.budget_lines where ${place(scope, query)} order by month, budget_code, row_no`);
  return rows.map((row) => ({
    id: `budget ${row.month} ${row.row_no}`,
    book: "budget",
    number: row.budget_code,
    date: lastDay(monthFromNumber(row.month)),
    lines: [{ account: row.budget_code, amount: satang(row.remaining) }],
    cells: Object.fromEntries(BUDGET_CELLS.map((id) => [id, toBahtText(satang(row[id]))])),
    text: row.project,
  }));
}
