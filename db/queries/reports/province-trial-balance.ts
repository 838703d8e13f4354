/**
 * งบทดลองรวมของจังหวัด. Grain: one row an account, in order of the chart: the sums of its balances over the LAOs that have it, debit sides and
 * credit sides apart. Excluded: LAOs without balances in the month; nothing is worked out for rows that could not be read.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { accountDigits, formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang, sumAmounts } from "@/lib/money/amount";
import { fullLaoName } from "@/lib/office/office";
import { monthOf, monthToNumber } from "@/lib/period/month";
import { matchesTerm } from "@/lib/reports/find-term";
import type { ProvinceQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { OVERSIGHT } from "@/lib/wording/oversight";
import { NOT_IN_CHART, proveEqual, TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { laosBetween } from "../laos-between";
import { orderedRows } from "./ordered-rows";

const FIGURES = ["opening_debit", "opening_credit", "debit", "credit", "closing_debit", "closing_credit"] as const;
type Figure = (typeof FIGURES)[number];

interface Row extends Record<Figure, string>, Record<string, unknown> {
  account_code: bigint;
  name: string | null;
  laos: number;
}

interface Account {
  readonly code: bigint;
  readonly name: string;
  readonly laos: number;
  readonly figures: Readonly<Record<Figure, Amount>>;
}

export async function queryProvinceTrialBalance(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ProvinceQueryParams,
): Promise<ReportRows> {
  const month = monthOf(input.period.from);
  const place = sql`snapshot_no = ${head.snapshotNo} and ${laosBetween(scope, head.laos)} and month = ${monthToNumber(month)}`;
  const [rows, withBalances, intact, open] = await Promise.all([
    db.execute<Row>(sql`
      select b.account_code, a.name, b.laos, ${sql.join(
        FIGURES.map((id) => sql`b.${sql.identifier(id)}::text as ${sql.identifier(id)}`),
        sql`, `,
      )}
      from (
        select account_code, count(*)::integer as laos, sum(greatest(opening, 0)) as opening_debit, sum(greatest(-opening, 0)) as opening_credit,
          sum(debit) as debit, sum(credit) as credit, sum(greatest(closing, 0)) as closing_debit, sum(greatest(-closing, 0)) as closing_credit
        from portal.balances where ${place} group by account_code
      ) b
      left join portal.accounts a on a.snapshot_no = ${head.snapshotNo} and a.account_code = b.account_code
      order by b.account_code`),
    db.execute<{ lao_id: number }>(sql`select distinct lao_id from portal.balances where ${place}`),
    db.execute<{ lao_id: number }>(
      sql`select lao_id from portal.partitions where ${place} and module = 'accounting' and state = 'intact'`,
    ),
    // as `unconfirmedAccounts` of one LAO: both sides of a movement are lacking in a hurt journal, which alone could have confirmed it
    db.execute<{ account_code: bigint }>(sql`
      select distinct b.account_code from (select * from portal.balances where ${place}) b
      join (
        select lao_id from portal.partitions where ${place} and module = 'accounting' and state in ('inconsistent', 'partial', 'lost')
      ) p using (lao_id)
      left join (select lao_id, account_code, debit, credit from portal.journal_months where ${place}) j using (lao_id, account_code)
      where b.debit > coalesce(j.debit, 0) and b.credit > coalesce(j.credit, 0)`),
  ]);
  const accounts = rows.map(toAccount);
  const { find } = input;
  const shown = find
    ? accounts.filter(({ name, code, figures }) =>
        matchesTerm(
          find,
          [name, formatAccountCode(code)],
          FIGURES.map((id) => figures[id]),
        ),
      )
    : accounts;
  const totals = sumFigures(accounts);
  const unconfirmed = new Set(open.map((row) => row.account_code));
  const isUnconfirmed = unconfirmed.size > 0;
  const counted = new Set(withBalances.map((row) => row.lao_id));
  const left = head.laos.filter(({ id }) => !counted.has(id));
  return {
    fields: [
      { label: OVERSIGHT.allLaos, value: OVERSIGHT.places(head.laos.length) },
      { label: OVERSIGHT.withBalances, value: OVERSIGHT.places(counted.size) },
      { label: OVERSIGHT.intact, value: OVERSIGHT.places(intact.length) },
    ],
    absences: left.length === 0 ? [] : [OVERSIGHT.withoutBalances(left.map(fullLaoName))],
    totals: find
      ? [
          { label: TOTAL_OF_FOUND, cells: sumFigures(shown), isUnconfirmed },
          { label: TOTAL_OF_REPORT, cells: totals, isUnconfirmed },
        ]
      : [{ label: TOTAL, cells: totals, isUnconfirmed }],
    proof: [
      proveEqual("ยอดยกมา", totals.opening_debit, totals.opening_credit),
      proveEqual("รายการระหว่างงวด", totals.debit, totals.credit),
      proveEqual("ยอดคงเหลือ", totals.closing_debit, totals.closing_credit),
    ],
    reach: {
      months: [month],
      tables: ["balances"],
      relatedTables: ["journal"],
      witnesses: ["journal"],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows(
      shown.map(
        ({ code, name, laos, figures }): SourceRow => ({
          kind: "entry",
          cells: { account_name: name, account_code: formatAccountCode(code), laos, ...figures },
          origin: { month, rowNo: null, doc: null, account: accountDigits(code) },
          ...(unconfirmed.has(code) ? { unconfirmed: ["debit", "credit"] } : {}),
        }),
      ),
    ),
  };
}

function toAccount(row: Row): Account {
  const figures = Object.fromEntries(FIGURES.map((id) => [id, satang(BigInt(row[id]))])) as Record<Figure, Amount>;
  return { code: row.account_code, name: row.name ?? NOT_IN_CHART, laos: row.laos, figures };
}

function sumFigures(accounts: readonly Account[]): Record<Figure, Amount> {
  return Object.fromEntries(
    FIGURES.map((id) => [id, sumAmounts(accounts.map(({ figures }) => figures[id]))]),
  ) as Record<Figure, Amount>;
}
