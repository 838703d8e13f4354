/**
 * What stood against cash and deposits in the books, for รายงานรับ-จ่ายเงินสด: credits are received, debits are paid, so that opening, received
 * and paid come to the closing to the satang. Receipts are named by the revenue of their remittance, payments by the expense of their
 * requisition, all other lines by their account. Grain: one record a side and code. Excluded: entries that touch no cash or deposit, and
 * money moved between cash and deposits.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";
import { isCashInHand, isDeposit } from "./cash-movements";

export interface CashFlow {
  readonly side: "received" | "paid";
  /** `revenue` and `expense` codes are those of the budget; `account` codes are the ledger's digits. */
  readonly kind: "revenue" | "expense" | "account";
  readonly code: string;
  /** Of accounts; null where the chart does not have it. */
  readonly name: string | null;
  readonly inMonth: Amount;
  /** From the first of the days that were asked for. */
  readonly toDate: Amount;
}

interface Row extends Record<string, unknown> {
  side: CashFlow["side"];
  kind: CashFlow["kind"];
  code: string;
  name: string | null;
  in_month: string;
  to_date: string;
}

/** @param days `from`–`to` of the figures to date; the month begins at `monthFrom` and ends at `to`. */
export async function cashFlows(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  days: { readonly from: IsoDate; readonly monthFrom: IsoDate; readonly to: IsoDate },
): Promise<CashFlow[]> {
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const rows = await db.execute<Row>(sql`
    with lines as materialized (
      select j.entry_no, j.entry_date, j.book, j.source_no, j.account_code, j.debit, j.credit,
        (${isCashInHand} or ${isDeposit(head, scope)}) as is_cash
      from portal.journal j
      where j.snapshot_no = ${head.snapshotNo} and j.lao_id = ${head.laoId} and j.lao_id between ${scope.from} and ${scope.to}
        and j.book in ('RV', 'PV', 'JV') and j.entry_date between ${days.from}::date and ${days.to}::date
    ), entries as materialized (
      select entry_no, min(book) as book, min(source_no) as source_no, min(entry_date) >= ${days.monthFrom}::date as is_in_month,
        sum(credit) filter (where not is_cash) as credit
      from lines group by entry_no having bool_or(is_cash) and bool_or(not is_cash)
    ), receipted as materialized (
      select entry_no, is_in_month, revenue_code, amount
      from (
        select e.entry_no, e.is_in_month, e.credit, r.revenue_code, r.amount, sum(r.amount) over (partition by e.entry_no) as remitted
        from entries e
        cross join lateral (
          select revenue_code, amount from portal.receipts where ${place} and remittance_no = e.source_no and not cancelled
        ) r
        where e.book = 'RV'
      ) remittances where credit = remitted
    ), requisitioned as materialized (
      select e.entry_no, q.expense_code
      from entries e
      cross join lateral (
        select expense_code from portal.requisitions where ${place} and treasury_no = e.source_no and not cancelled order by paid_date limit 1
      ) q
      where e.book = 'PV'
    ), flows as (
      select 'received' as side, 'revenue' as kind, revenue_code as code, is_in_month, amount from receipted
      union all
      select 'received', 'account', l.account_code::text, e.is_in_month, l.credit
      from entries e join lines l using (entry_no)
      where not l.is_cash and l.credit <> 0 and not exists (select from receipted where receipted.entry_no = e.entry_no)
      union all
      select 'paid', case when q.expense_code is null then 'account' else 'expense' end, coalesce(q.expense_code, l.account_code::text),
        e.is_in_month, l.debit
      from entries e join lines l using (entry_no)
      left join requisitioned q using (entry_no)
      where not l.is_cash and l.debit <> 0
    )
    select f.*, a.name
    from (
      select side, kind, code, coalesce(sum(amount) filter (where is_in_month), 0) as in_month, sum(amount) as to_date
      from flows group by side, kind, code
    ) f
    left join portal.accounts a on f.kind = 'account' and a.snapshot_no = ${head.snapshotNo}
      and a.account_code = case when f.kind = 'account' then f.code::bigint end
    order by f.side, f.kind, f.code collate "C"`);
  return rows.map((row) => ({
    side: row.side,
    kind: row.kind,
    code: row.code,
    name: row.name,
    inMonth: satang(BigInt(row.in_month)),
    toDate: satang(BigInt(row.to_date)),
  }));
}

export interface CrossMonthReceipts {
  /** Booked in the month, written in another. */
  readonly broughtIn: Amount;
  /** Written in the month and booked in a later one, or not remitted yet. A receipt whose entry is not there is not among them. */
  readonly leftOut: Amount;
}

/** Receipts of a month's last day may be remitted, and booked, in the next one (ARCHIVE.md): by how much books and register part for it. */
export async function crossMonthReceipts(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  month: number,
  days: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<CrossMonthReceipts> {
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const [row] = await db.execute<{ brought_in: string; left_out: string }>(sql`
    with booked as materialized (
      select distinct source_no from portal.journal
      where ${place} and book = 'RV' and entry_date between ${days.from}::date and ${days.to}::date and source_no is not null
    )
    select
      (select coalesce(sum(r.amount), 0) from booked b cross join lateral (
        select amount from portal.receipts where ${place} and remittance_no = b.source_no and not cancelled and month <> ${month}
      ) r) as brought_in,
      (select coalesce(sum(amount), 0) from portal.receipts r
        where ${place} and receipt_date between ${days.from}::date and ${days.to}::date and not cancelled
          and not exists (select from booked b where b.source_no = r.remittance_no)
          and (r.remittance_no is null or exists (
            select from portal.journal j
            where j.snapshot_no = ${head.snapshotNo} and j.lao_id = ${head.laoId} and j.lao_id between ${scope.from} and ${scope.to}
              and j.entry_no = r.entry_no and j.entry_date > ${days.to}::date
          ))) as left_out`);
  return { broughtIn: satang(BigInt(row?.brought_in ?? 0)), leftOut: satang(BigInt(row?.left_out ?? 0)) };
}
