/**
 * What every ledger account of an LAO comes to in a period. A month: as the old system closed it. At a date: the month's openings moved on by
 * the journal from the month's first day to that day. Grain: one record an account, in order of the chart. Excluded: accounts without a
 * balance and without a line; nothing is worked out for rows that could not be read.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import { monthOf, monthToNumber } from "@/lib/period/month";
import type { ReportPeriod } from "@/lib/period/report-period";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";
import { isTrialBalanceUnread } from "./ledger-months";

export interface PeriodAccount {
  readonly code: bigint;
  /** Null where the chart does not have it. */
  readonly name: string | null;
  /** Its record in the trial balance; null where it is only in the journal. */
  readonly rowNo: number | null;
  /** Debit-positive; null where it may have stood in unread rows. */
  readonly opening: Amount | null;
  readonly debit: Amount;
  readonly credit: Amount;
  readonly closing: Amount | null;
}

interface Row extends Record<string, unknown> {
  account_code: bigint;
  name: string | null;
  row_no: number | null;
  opening: bigint | null;
  /** Numeric or bigint: a sum of a damaged book can be more than a bigint holds. */
  debit: bigint | string;
  credit: bigint | string;
  closing: bigint | null;
  is_unread: boolean;
}

/** `period` is a month or a date. */
export async function periodAccounts(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  period: ReportPeriod,
): Promise<PeriodAccount[]> {
  const rows = await db.execute<Row>(
    period.kind === "date" ? atDate(scope, head, period) : asClosed(scope, head, period),
  );
  return rows.map((row) => {
    const [debit, credit] = [BigInt(row.debit), BigInt(row.credit)];
    const opening = row.opening ?? (row.is_unread ? null : 0n);
    const closing = row.closing ?? (opening === null ? null : opening + debit - credit);
    return {
      code: row.account_code,
      name: row.name,
      rowNo: row.row_no,
      opening: opening === null ? null : satang(opening),
      debit: satang(debit),
      credit: satang(credit),
      closing: closing === null ? null : satang(closing),
    };
  });
}

/** The month as the old system closed it. */
function asClosed(scope: Scope, head: ReportHead, period: ReportPeriod) {
  return sql`
    select b.account_code, a.name, b.row_no, b.opening, b.debit, b.credit, b.closing, false as is_unread
    from portal.balances b
    left join portal.accounts a on a.snapshot_no = b.snapshot_no and a.account_code = b.account_code
    where b.snapshot_no = ${head.snapshotNo} and b.lao_id = ${head.laoId} and b.lao_id between ${scope.from} and ${scope.to}
      and b.month = ${monthToNumber(monthOf(period.from))}
    order by b.account_code`;
}

/** The month's openings moved on by the journal; an opening that may have stood in unread rows stays unknown, and so does the closing. */
function atDate(scope: Scope, head: ReportHead, period: ReportPeriod) {
  const month = monthToNumber(monthOf(period.from));
  return sql`
    select m.account_code, a.name, m.row_no, m.opening, coalesce(m.debit, 0) as debit, coalesce(m.credit, 0) as credit,
      null::bigint as closing, u.is_unread
    from (
      select account_code, b.row_no, b.opening, j.debit, j.credit
      from (
        select account_code, row_no, opening from portal.balances
        where snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to} and month = ${month}
      ) b
      full join (
        select account_code, sum(debit) as debit, sum(credit) as credit from portal.journal
        where snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
          and book in ('RV', 'PV', 'JV') and entry_date between ${period.from}::date and ${period.to}::date
        group by account_code
      ) j using (account_code)
    ) m
    cross join (select ${isTrialBalanceUnread({ head, scope }, month)} as is_unread) u
    left join portal.accounts a on a.snapshot_no = ${head.snapshotNo} and a.account_code = m.account_code
    order by m.account_code`;
}
