/**
 * งบแสดงฐานะการเงิน at a month's end or a day. Grain: one row a heading of the chart's third level, under its class and group, with their sums.
 * Revenue and expenditure of the year so far stand in the net assets as one line. Excluded: the column of the year before, which is not in
 * the archive.
 */
import type { Scope } from "@/lib/access/scope";
import { type Amount, negate } from "@/lib/money/amount";
import { formatDateLong } from "@/lib/period/date";
import { monthOf } from "@/lib/period/month";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { proveSame } from "@/lib/wording/reports";
import { STATEMENT, sumOf } from "@/lib/wording/statements";
import type { ScopedDb } from "../../scoped";
import { listedRows } from "./listed-rows";
import { periodAccounts } from "./period-accounts";
import { addKnown, closingBelow, headingNames, lastDayShown, statementLines, turned } from "./statement-lines";

export async function queryFinancialPosition(
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
  const heading = (text: string): SourceRow => ({ kind: "heading", cells: {}, text });
  const sum = (
    item: string,
    current: Amount | null,
    prefix: string | null,
    rule: "single" | "double" = "single",
  ): SourceRow => ({
    kind: "subtotal",
    rule,
    cells: { item, current },
    ...(prefix === null ? {} : { origin: { month, rowNo: null, doc: null, account: prefix } }),
  });
  /** Groups of a class with their lines and sums; `sign` turns credits into what the statement prints. */
  const section = (prefix: string, sign: (amount: Amount) => Amount): SourceRow[] =>
    statementLines(accounts, names, prefix, 2).flatMap((group) => [
      heading(group.name),
      ...statementLines(accounts, names, group.prefix, 4).map(
        (line): SourceRow => ({
          kind: "entry",
          level: 1,
          cells: { item: line.name, current: line.closing === null ? null : sign(line.closing) },
          link: trialBalance,
          origin: { month, rowNo: null, doc: null, account: line.prefix },
        }),
      ),
      sum(sumOf(group.name), group.closing === null ? null : sign(group.closing), group.prefix),
    ]);
  const assets = closingBelow(accounts, "1");
  const debts = turned(closingBelow(accounts, "2"));
  const result = turned(closingBelow(accounts, "4", "5"));
  const equity = addKnown(turned(closingBelow(accounts, "3")), result);
  const rows: SourceRow[] = [
    heading(STATEMENT.assets),
    ...section("1", (amount) => amount),
    sum(STATEMENT.allAssets, assets, "1", "double"),
    heading(STATEMENT.debts),
    ...section("2", negate),
    sum(STATEMENT.allDebts, debts, "2"),
    heading(STATEMENT.equity),
    ...statementLines(accounts, names, "3", 4).map(
      (line): SourceRow => ({
        kind: "entry",
        level: 1,
        cells: { item: line.name, current: turned(line.closing) },
        link: trialBalance,
        origin: { month, rowNo: null, doc: null, account: line.prefix },
      }),
    ),
    {
      kind: "entry",
      level: 1,
      cells: { item: STATEMENT.resultOfYear, current: result },
      link: {
        ...trialBalance,
        reportId: "financial-performance",
        params: period.kind === "date" ? { date: period.to } : { month },
      },
    },
    sum(STATEMENT.allEquity, equity, null),
    sum(STATEMENT.allDebtsAndEquity, addKnown(debts, equity), null, "double"),
  ];
  const other = addKnown(debts, equity);
  return {
    ...listedRows(rows),
    period: `ณ วันที่ ${formatDateLong(lastDayShown(period, head))}`,
    fields: [],
    totals: [],
    proof:
      assets === null || other === null
        ? []
        : [
            proveSame(
              { what: STATEMENT.allAssets, amount: assets },
              { what: STATEMENT.allDebtsAndEquity, amount: other },
            ),
          ],
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
