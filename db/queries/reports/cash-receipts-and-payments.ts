/**
 * รายงานรับ - จ่าย เงินสด of a month. Grain: one row a line of the printed form, receipts in its left half, payments in its right: groups of the
 * budget, then everything else by its ledger account. Month: the books' entries of cash and deposits. To date: register of revenue and
 * budget lines at the month's end. Excluded: money moved between cash and deposits, and entries without cash.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, addAmounts, satang, subtractAmount, sumAmounts, ZERO } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { addMonths, firstDay, lastDay, type Month, monthOf, monthsBetween, monthToNumber } from "@/lib/period/month";
import type { CellValue, ProofLine, ReportLink } from "@/lib/reports/document";
import type { ReportHead, ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { CASH_FLOW, DAILY_POSITION, noFiguresToDate } from "@/lib/wording/cash-reports";
import { NOT_IN_CHART, OPENING, proveSame, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type BudgetGroups, budgetGroups } from "./budget-groups";
import { cashBoxes, completeFromLedger, isCashAccount, sumBoxes } from "./cash-boxes";
import { type CashFlow, type CrossMonthReceipts, cashFlows, crossMonthReceipts } from "./cash-flows";
import { listedRows } from "./listed-rows";
import { type PeriodAccount, periodAccounts } from "./period-accounts";

/** A line of one half of the form. */
interface Half {
  readonly name: string;
  readonly code: string | null;
  /** Left out where the form has none; null where it is not known. */
  readonly estimate?: Amount | null;
  readonly toDate?: Amount | null;
  readonly inMonth: Amount | null;
  readonly link?: ReportLink;
}

export async function queryCashReceiptsAndPayments(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const month = monthOf(input.period.from);
  const [from, to] = [firstDay(month), lastDay(month)];
  const yearStart = fiscalYearStart(month);
  // The books before the archive are not in it: non-budget figures to date, and all sums of them, are known only where it holds the year's start.
  const isWholeYear = head.span.from <= yearStart;
  const [found, accounts, flows, cross, groups, figures, requested] = await Promise.all([
    cashBoxes(db, scope, head, { from, to }),
    periodAccounts(db, scope, head, { kind: "month", from, to }),
    cashFlows(db, scope, head, { from: isWholeYear ? yearStart : from, monthFrom: from, to }),
    crossMonthReceipts(db, scope, head, monthToNumber(month), { from, to }),
    budgetGroups(db, head),
    budgetFigures(db, scope, head, month),
    requestedIn(db, scope, head, month),
  ]);
  const boxes = completeFromLedger(found, accounts);
  const received = halfOf({
    flows: flows.filter((flow) => flow.side === "received"),
    budgetKind: "revenue",
    groups: groups.revenue,
    budget: figures.revenue,
    month,
    isWholeYear,
    book: "cash-receipts-book",
  });
  const paid = halfOf({
    flows: flows.filter((flow) => flow.side === "paid"),
    budgetKind: "expense",
    groups: groups.expense,
    budget: figures.expense,
    month,
    isWholeYear,
    book: "cash-payments-book",
  });
  const cash = accounts.filter((account) => isCashAccount(account.code, boxes));
  const opening = sumKnown(cash, (account) => account.opening, accounts);
  const closing = sumKnown(cash, (account) => account.closing, accounts);
  const surplus = subtractAmount(received.inMonth, paid.inMonth);
  const surplusToDate = toDateOf(received, paid);
  const row = (kind: SourceRow["kind"], left: Half | undefined, right: Half | undefined): SourceRow => ({
    kind,
    cells: { ...cellsOf("in", left), ...cellsOf("out", right) },
    ...(kind === "subtotal" ? { rule: "single" as const } : {}),
    ...linksOf(left?.link, right?.link),
    origin: { month, rowNo: null, doc: null, account: null },
  });
  const sum = (name: string, inMonth: Amount | null, toDate?: Amount | null, estimate?: Amount | null): Half => ({
    name,
    code: null,
    inMonth,
    ...(toDate === undefined || !isWholeYear ? {} : { toDate }),
    ...(estimate === undefined ? {} : { estimate }),
  });
  const rows: SourceRow[] = [
    row("entry", sum(OPENING, opening), undefined),
    ...zip(received.budget, paid.budget).map(([left, right]) => row("entry", left, right)),
    row("subtotal", received.budgetSum, paid.budgetSum),
    ...zip(received.others, paid.others).map(([left, right]) => row("entry", left, right)),
    row(
      "subtotal",
      sum(CASH_FLOW.allReceived, received.inMonth, received.toDate, received.budgetSum.estimate),
      sum(CASH_FLOW.allPaid, paid.inMonth, paid.toDate, paid.budgetSum.estimate),
    ),
    row(
      "subtotal",
      sum(CASH_FLOW.openingAndReceived, opening === null ? null : addAmounts(opening, received.inMonth)),
      sum(CASH_FLOW.surplus, surplus, surplusToDate),
    ),
    { ...row("subtotal", undefined, sum(CASH_FLOW.closing, closing)), rule: "double" },
  ];
  const position = sumBoxes(boxes).closing;
  return {
    ...listedRows(rows),
    fields: [],
    totals: [],
    absences: isWholeYear ? [] : [noFiguresToDate(head.span.from)],
    proof: [
      ...(opening === null || closing === null
        ? []
        : [
            proveSame(
              { what: CASH_FLOW.closing, amount: closing },
              { what: CASH_FLOW.reckoned, amount: addAmounts(opening, surplus) },
            ),
          ]),
      ...(closing === null || position === null
        ? []
        : [proveSame({ what: CASH_FLOW.closing, amount: closing }, { what: DAILY_POSITION, amount: position })]),
      ...proveRevenue(received.budgetInMonth, figures.revenue?.inMonth ?? null, cross),
      proveSame(
        { what: CASH_FLOW.paymentsBooked, amount: paid.budgetInMonth },
        { what: CASH_FLOW.requisitions(requested.count), amount: requested.gross },
      ),
    ],
    reach: {
      months: [month],
      // Receipts are booked in their own month or the next: the proof of revenue looks over both edges.
      monthsOf: {
        receipts: inArchive(head, [addMonths(month, -1), month]),
        journal: inArchive(head, [...(isWholeYear ? monthsBetween(yearStart, to) : [month]), addMonths(month, 1)]),
      },
      tables: ["journal", "balances", "revenue_register", "budget_lines"],
      relatedTables: ["cash", "receipts", "requisitions"],
      account: null,
      documents: null,
      records: null,
    },
  };
}

function inArchive(head: ReportHead, months: readonly Month[]): Month[] {
  return months.filter((month) => month >= monthOf(head.span.from) && month <= monthOf(head.span.to));
}

/** 1 October on or before the month. */
function fiscalYearStart(month: Month): IsoDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return `${number >= 10 ? year : year - 1}-10-01` as IsoDate;
}

/** What the budget says of one code at the month's end. */
interface CodeFigures {
  readonly code: string;
  readonly estimate: Amount;
  readonly toDate: Amount;
  readonly inMonth: Amount;
}

/** Null where the month's table has no row: it was not read, or there is none. */
type Budget = { readonly codes: readonly CodeFigures[]; readonly inMonth: Amount } | null;

/** Of revenue its register; of expenditure the budget lines, whose estimates are the approved votes after transfers, which leave their sum as it was. */
async function budgetFigures(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  month: Month,
): Promise<Readonly<Record<BudgetRow["kind"], Budget>>> {
  const rows = await db.execute<BudgetRow>(sql`
    select 'revenue' as kind, revenue_code as code, estimate, received_to_date as to_date, received as in_month
    from portal.revenue_register where ${place(head, scope)} and month = ${monthToNumber(month)}
    union all
    select 'expense', expense_code, sum(approved + transferred_in - transferred_out), sum(disbursed), 0
    from portal.budget_lines where ${place(head, scope)} and month = ${monthToNumber(month)} group by expense_code`);
  const of = (kind: BudgetRow["kind"]) => budgetFrom(rows.filter((row) => row.kind === kind));
  return { revenue: of("revenue"), expense: of("expense") };
}

interface BudgetRow extends Record<string, unknown> {
  kind: "revenue" | "expense";
  code: string;
  estimate: string;
  to_date: string;
  in_month: string;
}

function budgetFrom(rows: readonly BudgetRow[]): Budget {
  if (rows.length === 0) return null;
  const codes = rows.map((row) => ({
    code: row.code,
    estimate: satang(BigInt(row.estimate)),
    toDate: satang(BigInt(row.to_date)),
    inMonth: satang(BigInt(row.in_month)),
  }));
  return { codes, inMonth: sumAmounts(codes.map((code) => code.inMonth)) };
}

interface HalfParts {
  readonly flows: readonly CashFlow[];
  readonly budgetKind: "revenue" | "expense";
  readonly groups: BudgetGroups;
  readonly budget: Budget;
  readonly month: Month;
  readonly isWholeYear: boolean;
  readonly book: string;
}

interface WholeHalf {
  readonly budget: readonly Half[];
  readonly budgetSum: Half;
  readonly others: readonly Half[];
  readonly budgetInMonth: Amount;
  readonly inMonth: Amount;
  /** Null where it is not known. */
  readonly toDate: Amount | null;
}

function halfOf({ flows, budgetKind, groups, budget, month, isWholeYear, book }: HalfParts): WholeHalf {
  const inBudget = flows.filter((flow) => flow.kind === budgetKind);
  const others = flows.filter((flow) => flow.kind === "account");
  const group = (code: string) => groups.of(code).code;
  const strange = [...inBudget, ...(budget?.codes ?? [])].map(({ code }) => groups.of(code));
  const shown = [...new Map([...groups.all, ...strange].map((one) => [one.code, one])).values()].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
  const lines = shown.map(({ code, name }): Half => {
    const own = budget?.codes.filter((figures) => group(figures.code) === code);
    return {
      name,
      code,
      estimate: own ? sumAmounts(own.map((figures) => figures.estimate)) : null,
      toDate: own ? sumAmounts(own.map((figures) => figures.toDate)) : null,
      inMonth: sumAmounts(inBudget.filter((flow) => group(flow.code) === code).map((flow) => flow.inMonth)),
      link: { reportId: book, params: { month } },
    };
  });
  const budgetInMonth = sumAmounts(inBudget.map((flow) => flow.inMonth));
  const budgetToDate = budget && sumAmounts(budget.codes.map((figures) => figures.toDate));
  return {
    budget: lines,
    budgetSum: {
      name: TOTAL,
      code: null,
      estimate: budget && sumAmounts(budget.codes.map((figures) => figures.estimate)),
      toDate: budgetToDate,
      inMonth: budgetInMonth,
    },
    others: others.map((flow) => {
      const account = formatAccountCode(BigInt(flow.code));
      return {
        name: flow.name ?? NOT_IN_CHART,
        code: account,
        ...(isWholeYear ? { toDate: flow.toDate } : {}),
        inMonth: flow.inMonth,
        link: { reportId: "ledger", params: { account, month } },
      };
    }),
    budgetInMonth,
    inMonth: addAmounts(budgetInMonth, ...others.map((flow) => flow.inMonth)),
    toDate: isWholeYear && budgetToDate ? addAmounts(budgetToDate, ...others.map((flow) => flow.toDate)) : null,
  };
}

function place(head: ReportHead, scope: Scope) {
  return sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
}

/** Null where an account's figure is not known, or no trial balance was read. */
function sumKnown(
  accounts: readonly PeriodAccount[],
  pick: (account: PeriodAccount) => Amount | null,
  read: readonly PeriodAccount[],
): Amount | null {
  if (read.length === 0) return null;
  return accounts.reduce<Amount | null>((total, account) => {
    const amount = pick(account);
    return total === null || amount === null ? null : addAmounts(total, amount);
  }, ZERO);
}

function toDateOf(received: WholeHalf, paid: WholeHalf): Amount | null {
  return received.toDate === null || paid.toDate === null ? null : subtractAmount(received.toDate, paid.toDate);
}

/** The two halves side by side; the shorter one ends with blanks. */
function zip(left: readonly Half[], right: readonly Half[]): [Half | undefined, Half | undefined][] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [left[at], right[at]]);
}

/** A line that the form leaves blank has no cell; a cell without amount is one that is not known. */
function cellsOf(side: "in" | "out", half: Half | undefined): Record<string, CellValue> {
  if (!half) return {};
  return {
    ...(half.estimate === undefined ? {} : { [`${side}_estimate`]: half.estimate }),
    ...(half.toDate === undefined ? {} : { [`${side}_to_date`]: half.toDate }),
    [`${side}_name`]: half.name,
    [`${side}_code`]: half.code,
    [`${side}_month`]: half.inMonth,
  };
}

function linksOf(left: ReportLink | undefined, right: ReportLink | undefined): Pick<SourceRow, "links"> {
  if (!left && !right) return {};
  return { links: { ...(left ? { in_name: left } : {}), ...(right ? { out_name: right } : {}) } };
}

/** Register and books part only by what was written in one month and booked in the other. */
function proveRevenue(booked: Amount, registered: Amount | null, cross: CrossMonthReceipts): ProofLine[] {
  if (registered === null) return [];
  const adjusted = subtractAmount(addAmounts(registered, cross.broughtIn), cross.leftOut);
  const isAdjusted = cross.broughtIn !== 0n || cross.leftOut !== 0n;
  return [
    proveSame(
      { what: CASH_FLOW.revenueBooked, amount: booked },
      {
        what: isAdjusted ? CASH_FLOW.registerAdjusted(cross.broughtIn, cross.leftOut) : CASH_FLOW.register,
        amount: adjusted,
      },
    ),
  ];
}

/** The requisitions paid in the month. */
async function requestedIn(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  month: Month,
): Promise<{ readonly gross: Amount; readonly count: number }> {
  const [row] = await db.execute<{ gross: string; count: number }>(sql`
    select coalesce(sum(gross), 0) as gross, count(*)::integer as count from portal.requisitions
    where ${place(head, scope)} and paid_date between ${firstDay(month)}::date and ${lastDay(month)}::date and not cancelled`);
  return { gross: satang(BigInt(row?.gross ?? 0)), count: row?.count ?? 0 };
}
