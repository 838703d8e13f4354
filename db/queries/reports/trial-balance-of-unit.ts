/**
 * งบทดลอง of one unit: what the journal lines that name it moved in the month, or from its first day to a day. Grain: one row an account, in order of
 * the chart; heading rows above them when asked for. Excluded: openings and closings, which the archive has of the whole LAO alone, and proofs: a
 * document may have its sides in two units.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { accountDigits, formatAccountCode } from "@/lib/ledger/account-code";
import { groupAccounts } from "@/lib/ledger/account-groups";
import { type Amount, satang, sumAmounts } from "@/lib/money/amount";
import { monthOf } from "@/lib/period/month";
import { matchesTerm } from "@/lib/reports/find-term";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import {
  NO_BALANCES_OF_UNITS,
  NOT_IN_CHART,
  NOTE,
  TOTAL,
  TOTAL_OF_FOUND,
  TOTAL_OF_REPORT,
} from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { chartHeadings } from "./chart-headings";
import { ofUnit } from "./of-unit";
import { orderedRows } from "./ordered-rows";

interface Account {
  readonly code: bigint;
  readonly name: string;
  readonly figures: { readonly debit: Amount; readonly credit: Amount };
}

export async function queryTrialBalanceOfUnit(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
  unit: string,
): Promise<ReportRows> {
  const { period, find } = input;
  const month = monthOf(period.from);
  const [rows, headings] = await Promise.all([
    // Sums are numeric: those of a damaged book can be more than a bigint holds.
    db.execute<{ account_code: bigint; name: string | null; debit: string; credit: string }>(sql`
      select m.account_code, a.name, m.debit::text as debit, m.credit::text as credit
      from (
        select j.account_code, sum(j.debit) as debit, sum(j.credit) as credit from portal.journal j
        where j.snapshot_no = ${head.snapshotNo} and j.lao_id = ${head.laoId} and j.lao_id between ${scope.from} and ${scope.to}
          and j.book in ('RV', 'PV', 'JV') and j.entry_date between ${period.from}::date and ${period.to}::date
          and ${ofUnit(unit, sql`j.unit_code`)}
        group by j.account_code
      ) m
      left join portal.accounts a on a.snapshot_no = ${head.snapshotNo} and a.account_code = m.account_code
      order by m.account_code`),
    input.hasGroups && !find ? chartHeadings(db, head) : [],
  ]);
  const accounts = rows.map(
    ({ account_code, name, debit, credit }): Account => ({
      code: account_code,
      name: name ?? NOT_IN_CHART,
      figures: { debit: satang(BigInt(debit)), credit: satang(BigInt(credit)) },
    }),
  );
  const shown = find
    ? accounts.filter(({ name, code, figures }) =>
        matchesTerm(find, [name, formatAccountCode(code)], [figures.debit, figures.credit]),
      )
    : accounts;
  const days = period.kind === "date" ? { from: period.from, to: period.to } : { month };
  const lines = groupAccounts(shown, headings).map((row): SourceRow => {
    if (row.kind === "heading")
      return {
        kind: "group",
        level: row.depth,
        cells: { account_name: row.heading.name, account_code: formatAccountCode(row.heading.code), ...row.sums },
        origin: { month, rowNo: null, doc: null, account: row.prefix },
      };
    const { account, depth } = row;
    const code = formatAccountCode(account.code);
    return {
      kind: "entry",
      level: depth,
      cells: { account_name: account.name, account_code: code, ...account.figures },
      link: { reportId: "ledger", params: { account: code, unit, ...days } },
      origin: { month, rowNo: null, doc: null, account: accountDigits(account.code) },
    };
  });
  return {
    fields: [{ label: NOTE, value: NO_BALANCES_OF_UNITS }],
    totals: find
      ? [
          { label: TOTAL_OF_FOUND, cells: sums(shown) },
          { label: TOTAL_OF_REPORT, cells: sums(accounts) },
        ]
      : [{ label: TOTAL, cells: sums(accounts) }],
    proof: [],
    reach: {
      months: [month],
      tables: ["journal"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows(lines, "in-groups"),
  };
}

function sums(accounts: readonly Account[]): { debit: Amount; credit: Amount } {
  return {
    debit: sumAmounts(accounts.map(({ figures }) => figures.debit)),
    credit: sumAmounts(accounts.map(({ figures }) => figures.credit)),
  };
}
