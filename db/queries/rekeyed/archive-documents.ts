/**
 * The documents of one LAO's archive as re-keyed books are held against them. Grain: one entry a journal document, receipt, requisition, or code of the
 * budget at a month's end. Excluded: cancelled receipts and requisitions, which count for nothing.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { satang } from "@/lib/money/amount";
import type { LaoId } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import { monthFromNumber } from "@/lib/period/month";
import type { BookDocument, BUDGET_CELLS } from "@/lib/rekeyed/book-document";
import { budgetDocument, journalDocuments, receiptDocument, requisitionDocument } from "@/lib/rekeyed/document-of-row";
import type { ScopedDb } from "../../scoped";

export interface ArchiveDocumentsQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
}

export async function archiveDocuments(
  db: ScopedDb,
  scope: Scope,
  { snapshotNo, laoId }: ArchiveDocumentsQuery,
): Promise<BookDocument[]> {
  const place = sql`snapshot_no = ${snapshotNo} and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}`;
  return [
    ...(await ofJournal(db, place)),
    ...(await ofReceipts(db, place)),
    ...(await ofRequisitions(db, place)),
    ...(await ofBudget(db, place)),
  ];
}

async function ofJournal(db: ScopedDb, place: SQL): Promise<BookDocument[]> {
  const rows = await db.execute<{
    month: number;
    row_no: number;
    entry_no: string;
    entry_date: IsoDate;
    account_code: bigint;
    debit: bigint;
    credit: bigint;
    description: string;
  }>(sql`
    select month, row_no, entry_no, entry_date::text as entry_date, account_code, debit, credit, description
    from portal.journal where ${place} order by entry_no, entry_date, line_no, row_no`);
  return journalDocuments(
    rows.map((row) => ({
      month: monthFromNumber(row.month),
      rowNo: row.row_no,
      entryNo: row.entry_no,
      date: row.entry_date,
      account: formatAccountCode(row.account_code),
      debit: satang(row.debit),
      credit: satang(row.credit),
      description: row.description,
    })),
  );
}

async function ofReceipts(db: ScopedDb, place: SQL): Promise<BookDocument[]> {
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
    from portal.receipts where ${place} and not cancelled order by receipt_date, receipt_no, month, row_no`);
  return rows.map((row) =>
    receiptDocument({
      month: monthFromNumber(row.month),
      rowNo: row.row_no,
      receiptNo: row.receipt_no,
      date: row.receipt_date,
      revenueCode: row.revenue_code,
      amount: satang(row.amount),
      payer: row.payer,
      remittanceNo: row.remittance_no,
    }),
  );
}

async function ofRequisitions(db: ScopedDb, place: SQL): Promise<BookDocument[]> {
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
    from portal.requisitions where ${place} and not cancelled order by paid_date, treasury_no, month, row_no`);
  return rows.map((row) =>
    requisitionDocument({
      month: monthFromNumber(row.month),
      rowNo: row.row_no,
      treasuryNo: row.treasury_no,
      date: row.paid_date,
      budgetCode: row.budget_code,
      gross: satang(row.gross),
      net: satang(row.net),
      payee: row.payee,
      description: row.description,
    }),
  );
}

type BudgetFigures = Record<(typeof BUDGET_CELLS)[number] | "remaining", bigint>;

async function ofBudget(db: ScopedDb, place: SQL): Promise<BookDocument[]> {
  const rows = await db.execute<
    BudgetFigures & { month: number; row_no: number; budget_code: string; project: string } & Record<string, unknown>
  >(sql`
    select month, row_no, budget_code, project, approved, transferred_in, transferred_out, encumbered, disbursed, remaining
    from portal.budget_lines where ${place} order by month, budget_code, row_no`);
  return rows.map((row) =>
    budgetDocument({
      month: monthFromNumber(row.month),
      rowNo: row.row_no,
      budgetCode: row.budget_code,
      project: row.project,
      approved: satang(row.approved),
      transferred_in: satang(row.transferred_in),
      transferred_out: satang(row.transferred_out),
      encumbered: satang(row.encumbered),
      disbursed: satang(row.disbursed),
      remaining: satang(row.remaining),
    }),
  );
}
