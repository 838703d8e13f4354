/**
 * ทะเบียนสัญญาการยืมเงิน at a month's end. Grain: one row a contract, below the ledger account that carries it, in order of its number, with
 * a sum for each account. Excluded: nothing of the month; contracts that were paid back in full stand as the register has them.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { accountDigits, formatAccountCode, LOANS_TO_OFFICERS } from "@/lib/ledger/account-code";
import { type Amount, satang } from "@/lib/money/amount";
import { type Month, monthOf, monthToNumber } from "@/lib/period/month";
import type { ProofLine } from "@/lib/reports/document";
import { matchesTerm } from "@/lib/reports/find-term";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { overdueNote, proveNothing, proveSame, REPAID, sumOf } from "@/lib/wording/documents";
import { NOT_IN_CHART, TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { orderedRows } from "./ordered-rows";

interface Loan extends Record<string, unknown> {
  contract_no: string;
  contract_date: string;
  borrower: string;
  purpose: string;
  due_date: string;
  amount: bigint;
  repaid: bigint;
  row_no: number;
  account_code: bigint;
  account_name: string | null;
  overdue_days: number;
}

interface Balance extends Record<string, unknown> {
  account_code: bigint;
  closing: bigint;
}

export async function queryLoanRegister(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const month = monthOf(input.period.to);
  const own = sql`t.snapshot_no = ${head.snapshotNo} and t.lao_id = ${head.laoId} and t.lao_id between ${scope.from} and ${scope.to}
    and t.month = ${monthToNumber(month)}`;
  const [loans, balances, [whole]] = await Promise.all([
    db.execute<Loan>(sql`
      select t.contract_no, t.contract_date::text as contract_date, t.borrower, t.purpose, t.due_date::text as due_date, t.amount, t.repaid,
        t.row_no, t.account_code, a.name as account_name, ${input.period.to}::date - t.due_date as overdue_days
      from portal.loans t
      left join portal.accounts a on a.snapshot_no = ${head.snapshotNo} and a.account_code = t.account_code
      where ${own}
      order by t.account_code, t.contract_no, t.row_no`),
    db.execute<Balance>(sql`
      select t.account_code, t.closing from portal.balances t
      where ${own} and t.account_code between ${LOANS_TO_OFFICERS.from}::bigint and ${LOANS_TO_OFFICERS.to}::bigint
      order by t.account_code`),
    db.execute<{ has_balances: boolean }>(
      sql`select exists (select from portal.balances t where ${own}) as has_balances`,
    ),
  ]);
  const find = input.find;
  const shown = find
    ? loans.filter((loan) =>
        matchesTerm(
          find,
          [loan.contract_no, loan.borrower, loan.purpose],
          [satang(loan.amount), satang(loan.repaid), outstandingOf(loan)],
        ),
      )
    : loans;
  const rows = byAccount(shown).flatMap(([title, contracts]): SourceRow[] => [
    { kind: "heading", cells: {}, text: title },
    ...contracts.map((loan) => toRow(loan, month)),
    { kind: "subtotal", cells: { borrower: sumOf(title), ...sums(contracts) }, tables: ["loans"] },
  ]);
  return {
    fields: [],
    totals: find
      ? [
          { label: TOTAL_OF_FOUND, cells: sums(shown), tables: ["loans"] },
          { label: TOTAL_OF_REPORT, cells: sums(loans), tables: ["loans"] },
        ]
      : [{ label: TOTAL, cells: sums(loans), tables: ["loans"] }],
    proof: prove(loans, balances, whole?.has_balances ?? false),
    reach: {
      months: [month],
      tables: ["loans"],
      relatedTables: ["balances"],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows(rows, "in-groups"),
  };
}

function outstandingOf(loan: Loan): Amount {
  return satang(loan.amount - loan.repaid);
}

function byAccount(loans: readonly Loan[]): [title: string, loans: Loan[]][] {
  const groups = new Map<string, Loan[]>();
  for (const loan of loans) {
    const title = `${formatAccountCode(loan.account_code)} ${loan.account_name ?? NOT_IN_CHART}`;
    const group = groups.get(title);
    if (group) group.push(loan);
    else groups.set(title, [loan]);
  }
  return [...groups];
}

function sums(loans: readonly Loan[]): { amount: Amount; repaid: Amount; outstanding: Amount } {
  const sum = (of: (loan: Loan) => bigint) => satang(loans.reduce((all, loan) => all + of(loan), 0n));
  return { amount: sum((loan) => loan.amount), repaid: sum((loan) => loan.repaid), outstanding: sum(outstandingOf) };
}

/** What is outstanding of each account against its balance; accounts of loans without a contract are held against nothing outstanding. */
function prove(loans: readonly Loan[], balances: readonly Balance[], hasBalances: boolean): ProofLine[] {
  const what = (code: bigint) => `คงค้างตามสัญญายืมเงิน ${formatAccountCode(code)}`;
  const codes = new Set([...loans.map((loan) => loan.account_code), ...balances.map((one) => one.account_code)]);
  return [...codes].sort().map((code) => {
    const balance = balances.find((one) => one.account_code === code);
    if (!balance && !hasBalances) return proveNothing(what(code), "งบทดลองของเดือนนี้");
    const own = loans.filter((loan) => loan.account_code === code);
    return proveSame(what(code), sums(own).outstanding, "ยอดคงเหลือในงบทดลอง", satang(balance?.closing ?? 0n));
  });
}

/** The row leads to the ledger of its account in the month. */
function toRow(loan: Loan, month: Month): SourceRow {
  const outstanding = outstandingOf(loan);
  const note = outstanding === 0n ? REPAID : loan.overdue_days > 0 ? overdueNote(loan.overdue_days) : null;
  return {
    kind: "entry",
    cells: {
      contract_no: loan.contract_no,
      contract_date: loan.contract_date,
      borrower: loan.borrower,
      purpose: loan.purpose,
      due_date: loan.due_date,
      amount: satang(loan.amount),
      repaid: satang(loan.repaid),
      outstanding,
      note,
    },
    link: { reportId: "ledger", params: { account: formatAccountCode(loan.account_code), month } },
    origin: { month, rowNo: loan.row_no, doc: loan.contract_no, account: accountDigits(loan.account_code) },
  };
}
