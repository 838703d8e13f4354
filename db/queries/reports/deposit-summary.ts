/**
 * ฝจ.02 at the end of a month. Grain: one row a line of the printed form: bank accounts in its first columns, expenditure of the month and of
 * the year so far beside them; then the deposits by kind of fund. Excluded: cash in hand, which the form does not show.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, addAmounts, satang, subtractAmount, sumAmounts, ZERO } from "@/lib/money/amount";
import { firstDay, lastDay, type Month, monthOf, monthToNumber } from "@/lib/period/month";
import type { CellValue } from "@/lib/reports/document";
import type { ReportHead, ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { FUNDS, LEDGER_OF_BANKS, sayBankKind } from "@/lib/wording/cash-reports";
import { provedBoxSentence } from "@/lib/wording/reconstruction";
import { proveSame, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type ProvedBoxes, proveBoxes } from "../reconstructions/proved-boxes";
import { type BudgetGroup, budgetGroups } from "./budget-groups";
import { type CashBox, cashBoxes, completeFromLedger, ledgerOfBoxes, monthsOfBoxes, sumBoxes } from "./cash-boxes";
import { listedRows } from "./listed-rows";
import { periodAccounts } from "./period-accounts";
import { closingBelow, turned } from "./statement-lines";

/** Groups ค่าครุภัณฑ์ and ค่าที่ดินและสิ่งก่อสร้าง are spent on investment, all others recur (DOMAIN.md §4.1, §4.3). */
const INVESTMENT = /^54/;

interface Spending {
  readonly group: BudgetGroup;
  readonly recurrent: Amount;
  readonly investment: Amount;
}

export async function queryDepositSummary(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const month = monthOf(input.period.to);
  const days = { from: firstDay(month), to: lastDay(month) };
  const [found, accounts, { expense: groups }, paid, spent] = await Promise.all([
    cashBoxes(db, scope, head, days),
    periodAccounts(db, scope, head, { kind: "month", ...days }),
    budgetGroups(db, head),
    paidInMonth(db, scope, head, month),
    spentToDate(db, scope, head, month),
  ]);
  const banks = completeFromLedger(found, accounts).filter((box) => box.no !== null);
  const deposits = sumBoxes(banks).closing;
  const spending = (amounts: ReadonlyMap<string, Amount> | null): Spending[] | null => {
    if (amounts === null) return null;
    const strange = [...amounts.keys()].map((code) => groups.of(code));
    const shown = new Map([...groups.all, ...strange].map((group) => [group.code, group]));
    return [...shown.values()]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((group) => {
        const sum = sumAmounts(
          [...amounts].filter(([code]) => groups.of(code).code === group.code).map(([, amount]) => amount),
        );
        return INVESTMENT.test(group.code)
          ? { group, recurrent: ZERO, investment: sum }
          : { group, recurrent: sum, investment: ZERO };
      });
  };
  const [monthly, yearly] = [spending(paid), spending(spent)];
  const origin = { month, rowNo: null, doc: null, account: null };
  const lines = Math.max(banks.length, monthly?.length ?? 0, yearly?.length ?? 0);
  const proof = await proveBoxes(db, scope, { head, month, boxes: banks, accounts, isAtDay: false });
  const provedRow = (cells: Record<string, CellValue>, by: ProvedBoxes | null): SourceRow[] =>
    by === null
      ? []
      : [
          {
            kind: "reconstructed",
            cells: { ...cells, deposit: by.amount },
            text: provedBoxSentence(by.accounts, month, null),
          },
        ];
  const rows: SourceRow[] = Array.from({ length: lines }, (_, at) => at).flatMap((at): SourceRow[] => {
    const bank = banks[at];
    const row = {
      kind: "entry" as const,
      cells: {
        ...bankCells(bank),
        ...spendingCells("month", monthly?.[at]),
        ...spendingCells("year", yearly?.[at]),
      },
      ...(bank ? { link: { reportId: "ledger", params: { account: formatAccountCode(bank.account), month } } } : {}),
      origin,
    };
    if (!bank || bank.closing !== null) return [row];
    return [row, ...provedRow({ bank: bank.bank, bank_kind: sayBankKind(bank) }, proof.closingOf([bank]))];
  });
  rows.push({
    kind: "subtotal",
    rule: "double",
    cells: {
      bank: TOTAL,
      bank_kind: null,
      deposit: deposits,
      ...sumCells("month", monthly),
      ...sumCells("year", yearly),
    },
    origin,
  });
  const provedSum = deposits === null ? proof.closingOf(banks) : null;
  rows.push(...provedRow({ bank: TOTAL, bank_kind: null }, provedSum));
  // In the one real print found, off-budget money is the ledger's debts; which fund the rest belongs to the archive does not say.
  const offBudget = turned(closingBelow(accounts, "2"));
  const restOf = (all: Amount | null) => (all === null || offBudget === null ? null : subtractAmount(all, offBudget));
  const provedRest = provedSum && restOf(provedSum.amount);
  /** Without an amount: a line to fill in. */
  const fund = (name: string, amount?: Amount | null): SourceRow => ({
    kind: "entry",
    level: 1,
    cells: amount === undefined ? { bank: name } : { bank: name, deposit: amount },
    tables: ["balances", "cash"],
    origin,
  });
  rows.push(
    { kind: "heading", cells: {}, text: FUNDS.heading },
    fund(FUNDS.accumulated),
    fund(FUNDS.revenue),
    fund(FUNDS.offBudget, offBudget),
    fund(FUNDS.other),
    fund(FUNDS.rest, restOf(deposits)),
    ...provedRow({ bank: FUNDS.rest }, provedSum && provedRest !== null ? { ...provedSum, amount: provedRest } : null),
    { ...fund(TOTAL, deposits), kind: "subtotal", rule: "double" },
    ...provedRow({ bank: TOTAL }, provedSum),
  );
  const ledger = ledgerOfBoxes(banks, accounts);
  return {
    ...listedRows(rows),
    fields: [],
    totals: [],
    proof:
      deposits === null || ledger === null
        ? []
        : [proveSame({ what: FUNDS.deposits, amount: deposits }, { what: LEDGER_OF_BANKS, amount: ledger })],
    reach: {
      months: [month],
      monthsOf: { cash: monthsOfBoxes(banks, month) },
      tables: ["cash", "balances", "requisitions", "budget_lines"],
      relatedTables: ["journal"],
      account: null,
      documents: null,
      records: null,
    },
  };
}

/** Gross by expense code. */
async function paidInMonth(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  month: Month,
): Promise<ReadonlyMap<string, Amount>> {
  return byCode(
    await db.execute<CodeSum>(sql`
      select expense_code as code, sum(gross) as amount from portal.requisitions
      where snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
        and paid_date between ${firstDay(month)}::date and ${lastDay(month)}::date and not cancelled
      group by expense_code`),
  );
}

/** Null where the month has no budget line. */
async function spentToDate(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  month: Month,
): Promise<ReadonlyMap<string, Amount> | null> {
  const rows = await db.execute<CodeSum>(sql`
    select expense_code as code, sum(disbursed) as amount from portal.budget_lines
    where snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
      and month = ${monthToNumber(month)}
    group by expense_code`);
  return rows.length === 0 ? null : byCode(rows);
}

interface CodeSum extends Record<string, unknown> {
  code: string;
  amount: string;
}

function byCode(rows: readonly CodeSum[]): Map<string, Amount> {
  return new Map(rows.map((row) => [row.code, satang(BigInt(row.amount))]));
}

/** A half that has come to its end has no cells. */
function bankCells(box: CashBox | undefined): Record<string, CellValue> {
  return box ? { bank: box.bank, bank_kind: sayBankKind(box), deposit: box.closing } : {};
}

function spendingCells(span: "month" | "year", spending: Spending | undefined): Record<string, CellValue> {
  if (!spending) return {};
  return {
    [`${span}_expense`]: spending.group.name,
    [`${span}_recurrent`]: spending.recurrent,
    [`${span}_investment`]: spending.investment,
    [`${span}_all`]: addAmounts(spending.recurrent, spending.investment),
  };
}

function sumCells(span: "month" | "year", spending: readonly Spending[] | null): Record<string, CellValue> {
  const recurrent = spending && sumAmounts(spending.map((one) => one.recurrent));
  const investment = spending && sumAmounts(spending.map((one) => one.investment));
  return {
    [`${span}_expense`]: null,
    [`${span}_recurrent`]: recurrent,
    [`${span}_investment`]: investment,
    [`${span}_all`]: recurrent === null || investment === null ? null : addAmounts(recurrent, investment),
  };
}
