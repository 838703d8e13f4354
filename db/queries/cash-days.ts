/**
 * Cash in hand and in banks at the end of each day that has an entry in the daily cash. Grain: one row a day, all accounts together; an account
 * without an entry on a day stands as on the day before. Excluded: days before the first entry.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import type { LaoId } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { ScopedDb } from "../scoped";

export interface CashDay {
  readonly day: IsoDate;
  readonly amount: Amount;
}

export async function cashDays(
  db: ScopedDb,
  scope: Scope,
  query: { readonly snapshotNo: number; readonly laoId: LaoId },
): Promise<CashDay[]> {
  // What each account changes on a day, summed over all before: first its whole closing, then the step from its entry before.
  const rows = await db.execute<{ day: string; amount: string }>(sql`
    select day, (sum(sum(step)) over (order by day))::text as amount
    from (
      select day, closing - coalesce(lag(closing) over (partition by bank_account_no order by day, row_no), 0) as step
      from portal.cash
      where snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}
    ) steps
    group by day order by day`);
  return rows.map((row) => ({ day: row.day as IsoDate, amount: satang(BigInt(row.amount)) }));
}
