/**
 * What the vote of a requisition had before and after it. The archive keeps the state at each month's end: later requisitions and transfers
 * of the same month are taken back from it. Grain: one record a requisition; null where the vote of that month cannot be read.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import { addMonths, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { ReportQueryParams } from "@/lib/reports/report-rows";
import { ENCUMBERED_MEANWHILE, UNREAD_MEANWHILE } from "@/lib/wording/documents";
import type { ScopedDb } from "../../scoped";
import { isTableUnread } from "./table-unread";

export interface BudgetBalance {
  readonly before: Amount;
  readonly after: Amount;
  readonly category: string | null;
  readonly project: string | null;
  /** Why the figures are not certain; null where they are. */
  readonly remark: string | null;
}

interface Wanted {
  readonly treasury_no: string;
  readonly paid_date: string;
  readonly budget_code: string;
  readonly month: number;
  readonly row_no: number;
  readonly gross: bigint;
}

interface Row extends Record<string, unknown> {
  category: string;
  project: string;
  remaining: bigint;
  encumbered: bigint;
  encumbered_before: bigint | null;
  later_gross: string;
  later_transfers: string;
  is_unread: boolean;
}

export async function readBudgetBalance(
  db: ScopedDb,
  scope: Scope,
  { head }: ReportQueryParams,
  wanted: Wanted,
): Promise<BudgetBalance | null> {
  const own = (alias: string) => {
    const at = sql.raw(alias);
    return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
  };
  const { budget_code: code, month, paid_date, treasury_no } = wanted;
  const monthBefore = monthToNumber(addMonths(monthFromNumber(month), -1));
  const [row] = await db.execute<Row>(sql`
    select b.category, b.project, b.remaining, b.encumbered,
      (select p.encumbered from portal.budget_lines p
        where ${own("p")} and p.month = ${monthBefore} and p.budget_code = ${code} limit 1) as encumbered_before,
      (select coalesce(sum(r.gross), 0) from portal.requisitions r
        where ${own("r")} and r.month = ${month} and r.budget_code = ${code} and not r.cancelled
          and r.paid_date >= ${paid_date}::date
          and (r.paid_date, r.treasury_no) > (${paid_date}::date, ${treasury_no})) as later_gross,
      (select coalesce(sum(case when t.to_budget_code = ${code} then t.amount else -t.amount end), 0) from portal.budget_transfers t
        where ${own("t")} and t.month = ${month} and t.transfer_date > ${paid_date}::date
          and ${code} in (t.from_budget_code, t.to_budget_code)) as later_transfers,
      (${isTableUnread({ head, scope }, { module: "expenditure", table: "requisitions", month })}
        or ${isTableUnread({ head, scope }, { module: "budget", table: "budget_transfers", month })}) as is_unread
    from portal.budget_lines b
    where ${own("b")} and b.month = ${month} and b.budget_code = ${code}
    limit 1`);
  if (!row) return null;
  const after = row.remaining + BigInt(row.later_gross) - BigInt(row.later_transfers);
  const isMoved = row.encumbered_before !== null && row.encumbered_before !== row.encumbered;
  return {
    before: satang(after + wanted.gross),
    after: satang(after),
    category: row.category || null,
    project: row.project || null,
    remark: row.is_unread ? UNREAD_MEANWHILE : isMoved ? ENCUMBERED_MEANWHILE : null,
  };
}
