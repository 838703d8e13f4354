/**
 * กระดาษทำการกระทบยอดรายจ่าย of a month. Grain: one row a plan and expense type: what the budget register says was spent, what requisitions asked for,
 * what the payments book debited. Below them the way from the payments book to the expenditure of the ledger. Excluded: cancelled requisitions.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, addAmounts, satang, subtractAmount, sumAmounts, ZERO } from "@/lib/money/amount";
import { addMonths, firstDay, lastDay, type Month, monthOf, monthToNumber } from "@/lib/period/month";
import type { ReportHead, ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { NO_SPENDING_BEFORE, SPENDING } from "@/lib/wording/expenditure-reconciliation";
import { NOT_CLASSIFIED, proveSame, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { listedRows } from "./listed-rows";
import { type PeriodAccount, periodAccounts } from "./period-accounts";
import { addKnown } from "./statement-lines";

/** Class 5 of the chart, its last. */
const EXPENSES = 5000000000000n;

/** One plan and expense type. */
interface Spending {
  readonly planCode: string | null;
  readonly expenseCode: string | null;
  readonly plan: string;
  readonly expense: string;
  readonly figures: Figures;
}

interface Figures {
  /** Null where the register of this month or the one before is not there. */
  readonly disbursed: Amount | null;
  readonly requested: Amount;
  readonly expensed: Amount;
  readonly settled: Amount;
}

export async function queryExpenditureReconciliation(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const month = monthOf(input.period.from);
  const before = addMonths(month, -1);
  // What was spent in a month is the rise of the register since the month before, which the archive's first month does not have.
  const hasBefore = before >= monthOf(head.span.from);
  const [spending, accounts, books] = await Promise.all([
    spendingOf(db, scope, head, month),
    periodAccounts(db, scope, head, { kind: "month", from: firstDay(month), to: lastDay(month) }),
    expensesByBook(db, scope, head, month),
  ]);
  const origin = { month, rowNo: null, doc: null, account: null };
  const all = sumFigures(spending.map((one) => one.figures));
  const plans = [...new Set(spending.map((one) => one.planCode))];
  const rows = plans.flatMap((plan): SourceRow[] => {
    const own = spending.filter((one) => one.planCode === plan);
    const [first] = own;
    return [
      { kind: "heading", cells: {}, text: first?.plan ?? "" },
      ...own.map(
        (one): SourceRow => ({
          kind: "entry",
          level: 1,
          cells: { item: one.expense, code: one.expenseCode, ...cellsOf(one.figures) },
          link: { reportId: "cash-payments-book", params: { month } },
          origin,
        }),
      ),
      {
        kind: "subtotal",
        rule: "single",
        cells: { item: SPENDING.ofPlan, code: null, ...cellsOf(sumFigures(own.map((one) => one.figures))) },
        origin,
      },
    ];
  });
  const way = wayToLedger(books);
  const ledger = movementOfExpenses(accounts);
  const step = (item: string, amount: Amount | null, link?: SourceRow["link"]): SourceRow => ({
    kind: "subtotal",
    cells: { item, code: null, expensed: amount },
    tables: ["journal"],
    ...(link ? { link } : {}),
    origin,
  });
  rows.push(
    { kind: "subtotal", rule: "double", cells: { item: TOTAL, code: null, ...cellsOf(all) }, origin },
    { kind: "heading", cells: {}, text: SPENDING.wayToLedger },
    step(SPENDING.expensed, way.paid, { reportId: "cash-payments-book", params: { month } }),
    step(SPENDING.byJournal, way.byJournal, { reportId: "general-journal", params: { month } }),
    ...(way.byReceipts === 0n ? [] : [step(SPENDING.byReceipts, way.byReceipts)]),
    {
      ...step(SPENDING.ledger, ledger, { reportId: "trial-balance", params: { month, groups: "1" } }),
      rule: "double",
      tables: ["balances"],
    },
  );
  return {
    ...listedRows(rows),
    fields: [],
    totals: [],
    absences: hasBefore ? [] : [NO_SPENDING_BEFORE],
    proof: [
      ...(all.disbursed === null
        ? []
        : [
            proveSame(
              { what: SPENDING.register, amount: all.disbursed },
              { what: SPENDING.requisitions, amount: all.requested },
            ),
          ]),
      proveSame(
        { what: SPENDING.requisitions, amount: all.requested },
        { what: SPENDING.paymentsBook, amount: addAmounts(all.expensed, all.settled) },
      ),
      ...(ledger === null
        ? []
        : [
            proveSame(
              { what: SPENDING.booksExpenses, amount: addAmounts(way.paid, way.byJournal, way.byReceipts) },
              { what: SPENDING.trialBalance, amount: ledger },
            ),
          ]),
    ],
    reach: {
      months: [month],
      ...(hasBefore ? { monthsOf: { budget_lines: [before, month] } } : {}),
      tables: ["budget_lines", "requisitions", "journal"],
      relatedTables: ["balances"],
      account: null,
      documents: null,
      records: null,
    },
  };
}

interface Row extends Record<string, unknown> {
  plan_code: string | null;
  expense_code: string | null;
  plan: string | null;
  expense: string | null;
  disbursed: string | null;
  requested: string;
  expensed: string;
  settled: string;
  has_register: boolean;
}

async function spendingOf(db: ScopedDb, scope: Scope, head: ReportHead, month: Month): Promise<Spending[]> {
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const days = sql`between ${firstDay(month)}::date and ${lastDay(month)}::date`;
  const [now, before] = [monthToNumber(month), monthToNumber(addMonths(month, -1))];
  const rows = await db.execute<Row>(sql`
    with entries as materialized (
      select source_no, coalesce(sum(debit) filter (where account_code >= ${EXPENSES}), 0) as expensed,
        coalesce(sum(debit) filter (where account_code < ${EXPENSES}), 0) as settled
      from portal.journal where ${place} and book = 'PV' and entry_date ${days} group by source_no
    ), figures as (
      select plan_code, expense_code, null::numeric as disbursed, gross as requested, 0::numeric as expensed, 0::numeric as settled
      from portal.requisitions where ${place} and paid_date ${days} and not cancelled
      union all
      select q.plan_code, q.expense_code, null, 0, e.expensed, e.settled
      from entries e
      left join lateral (
        select plan_code, expense_code from portal.requisitions where ${place} and treasury_no = e.source_no and not cancelled order by paid_date limit 1
      ) q on true
      union all
      select plan_code, expense_code, case when month = ${now} then disbursed else -disbursed end, 0, 0, 0
      from portal.budget_lines where ${place} and month in (${before}, ${now})
    )
    select f.*, p.name as plan, x.name as expense,
      exists (select from portal.budget_lines where ${place} and month = ${before})
        and exists (select from portal.budget_lines where ${place} and month = ${now}) as has_register
    from (
      select plan_code, expense_code, sum(disbursed) as disbursed, sum(requested) as requested, sum(expensed) as expensed, sum(settled) as settled
      from figures group by plan_code, expense_code
    ) f
    left join portal.classifications p on p.snapshot_no = ${head.snapshotNo} and p.kind = 'plan' and p.code = f.plan_code
    left join portal.classifications x on x.snapshot_no = ${head.snapshotNo} and x.kind = 'expense' and x.code = f.expense_code
    where f.disbursed <> 0 or f.requested <> 0 or f.expensed <> 0 or f.settled <> 0
    order by f.plan_code nulls last, f.expense_code nulls last`);
  return rows.map((row) => ({
    planCode: row.plan_code,
    expenseCode: row.expense_code,
    plan: row.plan_code === null ? SPENDING.withoutRequisition : `${row.plan ?? NOT_CLASSIFIED} (${row.plan_code})`,
    expense: row.expense_code === null ? SPENDING.paymentsWithout : (row.expense ?? NOT_CLASSIFIED),
    figures: {
      disbursed: row.has_register ? satang(BigInt(row.disbursed ?? 0)) : null,
      requested: satang(BigInt(row.requested)),
      expensed: satang(BigInt(row.expensed)),
      settled: satang(BigInt(row.settled)),
    },
  }));
}

interface BookExpenses extends Record<string, unknown> {
  book: string;
  debit: string;
  credit: string;
}

/** What each book did to the expenditure accounts in the month. */
async function expensesByBook(db: ScopedDb, scope: Scope, head: ReportHead, month: Month): Promise<BookExpenses[]> {
  return db.execute<BookExpenses>(sql`
    select book, coalesce(sum(debit), 0) as debit, coalesce(sum(credit), 0) as credit from portal.journal
    where snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
      and book in ('RV', 'PV', 'JV') and entry_date between ${firstDay(month)}::date and ${lastDay(month)}::date and account_code >= ${EXPENSES}
    group by book`);
}

function wayToLedger(books: readonly BookExpenses[]) {
  const net = (book: string) =>
    sumAmounts(books.filter((row) => row.book === book).map((row) => satang(BigInt(row.debit) - BigInt(row.credit))));
  return { paid: net("PV"), byJournal: net("JV"), byReceipts: net("RV") };
}

/** Debit less credit of the month on class 5, as the old system closed it; null where no trial balance was read. */
function movementOfExpenses(accounts: readonly PeriodAccount[]): Amount | null {
  if (accounts.length === 0) return null;
  const own = accounts.filter((account) => account.code >= EXPENSES);
  return subtractAmount(sumAmounts(own.map((one) => one.debit)), sumAmounts(own.map((one) => one.credit)));
}

function sumFigures(figures: readonly Figures[]): Figures {
  return {
    disbursed: figures.length === 0 ? ZERO : addKnown(...figures.map((one) => one.disbursed)),
    requested: sumAmounts(figures.map((one) => one.requested)),
    expensed: sumAmounts(figures.map((one) => one.expensed)),
    settled: sumAmounts(figures.map((one) => one.settled)),
  };
}

function cellsOf({ disbursed, requested, expensed, settled }: Figures): SourceRow["cells"] {
  return {
    disbursed,
    requested,
    expensed,
    settled,
    register_difference: disbursed === null ? null : subtractAmount(disbursed, requested),
    book_difference: subtractAmount(requested, addAmounts(expensed, settled)),
  };
}
