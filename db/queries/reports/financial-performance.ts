/**
 * งบแสดงผลการดำเนินงานทางการเงิน from the year's start to a month's end or a day. Grain: one row a heading of the chart, for revenue of its fourth
 * level, for expenditure of its third. Balances of these accounts run from 1 October, so they hold what came before the archive. Excluded: the
 * column of the year before, which is not in the archive.
 */
import type { Scope } from "@/lib/access/scope";
import { type Amount, subtractAmount } from "@/lib/money/amount";
import { formatDateLong } from "@/lib/period/date";
import { monthOf } from "@/lib/period/month";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { proveSame } from "@/lib/wording/reports";
import { STATEMENT } from "@/lib/wording/statements";
import type { ScopedDb } from "../../scoped";
import { listedRows } from "./listed-rows";
import { periodAccounts } from "./period-accounts";
import { addKnown, closingBelow, headingNames, lastDayShown, statementLines, turned } from "./statement-lines";

export async function queryFinancialPerformance(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const { period } = input;
  const month = monthOf(period.from);
  const [accounts, names] = await Promise.all([periodAccounts(db, scope, head, period), headingNames(db, head)]);
  const trialBalance = {
    reportId: "trial-balance",
    params: period.kind === "date" ? { date: period.to, groups: "1" } : { month, groups: "1" },
  };
  const origin = (account: string) => ({ origin: { month, rowNo: null, doc: null, account } });
  const lines = (prefix: string, digits: number, sign: (amount: Amount | null) => Amount | null): SourceRow[] =>
    statementLines(accounts, names, prefix, digits).map((line) => ({
      kind: "entry",
      level: 1,
      cells: { item: line.name, current: sign(line.closing) },
      link: trialBalance,
      ...origin(line.prefix),
    }));
  const heading = (text: string): SourceRow => ({ kind: "heading", cells: {}, text });
  const revenue = turned(closingBelow(accounts, "4"));
  const expenses = closingBelow(accounts, "5");
  const result = revenue === null || expenses === null ? null : subtractAmount(revenue, expenses);
  const rows: SourceRow[] = [
    heading(STATEMENT.revenue),
    ...lines("4", 6, turned),
    { kind: "subtotal", rule: "single", cells: { item: STATEMENT.allRevenue, current: revenue }, ...origin("4") },
    heading(STATEMENT.expenses),
    ...lines("5", 4, (amount) => amount),
    { kind: "subtotal", rule: "single", cells: { item: STATEMENT.allExpenses, current: expenses }, ...origin("5") },
    { kind: "subtotal", rule: "double", cells: { item: STATEMENT.result, current: result } },
  ];
  // The trial balance sums to zero, so the year's result is what assets exceed debts and equity by.
  const netAssets = addKnown(closingBelow(accounts, "1", "2", "3"));
  return {
    ...listedRows(rows),
    period: `ตั้งแต่ต้นปีงบประมาณ ถึงวันที่ ${formatDateLong(lastDayShown(period, head))}`,
    fields: [],
    totals: [],
    proof:
      result === null || netAssets === null
        ? []
        : [proveSame({ what: STATEMENT.result, amount: result }, { what: STATEMENT.netAssets, amount: netAssets })],
    reach: {
      months: [month],
      ...(period.kind === "date"
        ? { tables: ["balances", "journal"] }
        : { tables: ["balances"], witnesses: ["journal"] }),
      relatedTables: ["journal"],
      account: null,
      documents: null,
      records: null,
    },
  };
}
