/**
 * What one book of first entry lacks, month by month. Where only this book has lost documents, the trial balance proves what they come to,
 * account by account (T2); where other books have as well, requisitions still prove single payment vouchers (T6). Grain: one record an
 * account of a month, or a document. Excluded: months of which the period covers a part; damage that no document number places in a book.
 */
import { type SQL, sql } from "drizzle-orm";
import { isInDocumentRange } from "@/lib/ledger/document-number";
import { type Amount, satang } from "@/lib/money/amount";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { LineSelection, MonthPart } from "../reports/journal-lines";
import { type AccountMovement, accountMovements } from "./account-movements";
import { coversMonth } from "./covers-month";
import type { Sides } from "./missing-lines";
import { tableGaps } from "./table-gaps";

export type Book = "RV" | "PV" | "JV";

export interface NumberRange {
  readonly from: string;
  readonly to: string;
}

/** What all missing documents of a month moved on one account. */
export interface MissingOfAccount extends AccountMovement {
  readonly missing: Sides;
  /** Both sides are lacking, which may as well have been changed alike: only their difference is proved, by the balances on both sides (T3). */
  readonly isNet: boolean;
}

/** A payment voucher that requisitions name. */
export interface MissingVoucher {
  readonly entryNo: string;
  readonly treasuryNos: readonly string[];
  readonly description: string;
  readonly gross: Amount;
  readonly net: Amount;
}

export interface MissingOfMonth {
  readonly month: Month;
  /** Numbers that the month lacks; none where no number tells. */
  readonly documents: readonly NumberRange[];
  readonly accounts: readonly MissingOfAccount[];
  readonly vouchers: readonly MissingVoucher[];
}

export interface MissingEntries {
  readonly months: readonly MissingOfMonth[];
  /** Every month of the period was read whole or is proved. */
  readonly isDetermined: boolean;
}

export async function missingEntries(
  selection: Pick<LineSelection, "db" | "head" | "scope">,
  book: Book,
  parts: readonly MonthPart[],
): Promise<MissingEntries> {
  const { db, scope, head } = selection;
  const months = parts.map(({ month }) => month);
  const gaps = await tableGaps(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId, months });
  const damaged = parts.filter(({ month }) => !gaps.isWhole("journal", month));
  if (damaged.length === 0) return { months: [], isDetermined: true };
  const signs = await journalSigns(selection, damaged);
  const found: MissingOfMonth[] = [];
  let isDetermined = true;
  for (const part of damaged) {
    const { month } = part;
    const own = signs.filter((sign) => monthFromNumber(sign.month) === month);
    const books = booksOf(own);
    if (books && !books.has(book)) continue;
    const documents = own.flatMap(({ code, doc_from: from, doc_to: to }) =>
      code === "tie/number-gap" && from?.startsWith(book) ? [{ from, to: to ?? from }] : [],
    );
    const isCovered = coversMonth(part, head.span);
    const isTrialBalanceSound = gaps.isWhole("balances", month) && !gaps.hasDoubts("balances", month);
    const missing = own.reduce((sum, { count, doc_from }) => sum + (doc_from?.startsWith(book) ? (count ?? 1) : 0), 0);
    const named =
      isCovered && book === "PV" && gaps.isWhole("requisitions", month)
        ? await vouchersOf(selection, month, documents)
        : [];
    const areAllNamed = named.length === missing && own.every(({ code }) => code === "tie/number-gap");
    const byAccount =
      isCovered && isTrialBalanceSound && books?.size === 1 ? await missingByAccount(selection, month) : null;
    // Where requisitions name every document, a trial balance that says otherwise proves nothing.
    const isConfirmed = areAllNamed && byAccount !== null && debitOf(byAccount) === grossOf(named);
    const isContradicted = areAllNamed && byAccount !== null && !isConfirmed;
    const accounts = isContradicted ? null : (byAccount?.map((one) => missingOf(one, isConfirmed)) ?? null);
    const vouchers = accounts ? [] : named;
    if (!accounts && (isContradicted || !books || !areAllNamed)) isDetermined = false;
    if (accounts?.some(({ isNet }) => isNet)) isDetermined = false;
    const moved = accounts?.filter(({ missing: { debit, credit } }) => debit !== credit || debit !== 0n) ?? [];
    if (moved.length || vouchers.length) found.push({ month, documents, accounts: moved, vouchers });
  }
  return { months: found, isDetermined };
}

function missingOf(movement: AccountMovement, isConfirmed: boolean): MissingOfAccount {
  const { closed, read } = movement;
  const [debit, credit] = [closed.debit - read.debit, closed.credit - read.credit];
  if (isConfirmed || debit === 0n || credit === 0n)
    return { ...movement, missing: { debit: satang(debit), credit: satang(credit) }, isNet: false };
  const net = debit - credit;
  return {
    ...movement,
    missing: { debit: satang(net > 0n ? net : 0n), credit: satang(net < 0n ? -net : 0n) },
    isNet: true,
  };
}

const debitOf = (accounts: readonly AccountMovement[]): bigint =>
  accounts.reduce((sum, { closed, read }) => sum + closed.debit - read.debit, 0n);
const grossOf = (vouchers: readonly MissingVoucher[]): bigint => vouchers.reduce((sum, { gross }) => sum + gross, 0n);

interface Sign extends Record<string, unknown> {
  month: number;
  code: string;
  doc_from: string | null;
  doc_to: string | null;
  count: number | null;
}

function placeOf({ head, scope }: Pick<LineSelection, "head" | "scope">): SQL {
  return sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
}

/** What the journal of these months shows of damage; what follows from it is not counted again. */
function journalSigns(
  selection: Pick<LineSelection, "db" | "head" | "scope">,
  parts: readonly MonthPart[],
): Promise<Sign[]> {
  const months = sql.join(
    parts.map(({ month }) => sql`${monthToNumber(month)}::integer`),
    sql`, `,
  );
  return selection.db.execute<Sign>(sql`
    select month, code, doc_from, doc_to, count from portal.findings
    where ${placeOf(selection)} and module = 'accounting' and month in (${months}) and (table_name = 'journal' or table_name is null)
      and cause_no is null and code not in ('row/text', 'row/foreign', 'file/unlisted', 'tie/dangling')
    order by month, doc_from`);
}

/** Null where some sign names no document: it can be of any book. */
function booksOf(signs: readonly Sign[]): ReadonlySet<string> | null {
  if (signs.length === 0 || signs.some(({ code, doc_from: from }) => from === null || code.startsWith("file/")))
    return null;
  return new Set(signs.map(({ doc_from: from }) => from?.slice(0, 2) ?? ""));
}

/** Null where more was read than closed: some line was changed, and nothing can be said of what is missing. */
async function missingByAccount(
  selection: Pick<LineSelection, "db" | "head" | "scope">,
  month: Month,
): Promise<AccountMovement[] | null> {
  const accounts = await accountMovements(selection, month);
  if (accounts.some(({ closed, read }) => closed.debit < read.debit || closed.credit < read.credit)) return null;
  return accounts.filter(({ closed, read }) => closed.debit !== read.debit || closed.credit !== read.credit);
}

interface VoucherRow extends Record<string, unknown> {
  entry_no: string;
  treasury_nos: string[];
  description: string;
  gross: string;
  net: string;
}

/** Vouchers among the missing numbers that requisitions paid in the month name. */
async function vouchersOf(
  selection: Pick<LineSelection, "db" | "head" | "scope">,
  month: Month,
  documents: readonly NumberRange[],
): Promise<MissingVoucher[]> {
  if (documents.length === 0) return [];
  const rows = await selection.db.execute<VoucherRow>(sql`
    select entry_no, array_agg(treasury_no order by treasury_no) as treasury_nos, min(description) as description,
      sum(gross)::text as gross, sum(net)::text as net
    from portal.requisitions
    where ${placeOf(selection)} and month = ${monthToNumber(month)} and not cancelled and entry_no is not null
    group by entry_no order by entry_no`);
  return rows
    .filter(({ entry_no: no }) => documents.some(({ from, to }) => isInDocumentRange(no, from, to)))
    .map((row) => ({
      entryNo: row.entry_no,
      treasuryNos: row.treasury_nos,
      description: row.description,
      gross: satang(BigInt(row.gross)),
      net: satang(BigInt(row.net)),
    }));
}
