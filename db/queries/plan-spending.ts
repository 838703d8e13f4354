/** Budget and spending by plan, as the last month of the budget that can be read has them. Grain: one row a plan. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import type { LaoId } from "@/lib/office/office";
import { type Month, monthFromNumber } from "@/lib/period/month";
import type { ScopedDb } from "../scoped";

export interface PlanSpending {
  readonly planCode: string;
  /** Null where the archive's classifications do not name it. */
  readonly plan: string | null;
  /** Approved, with what was transferred in and out. */
  readonly budget: Amount;
  readonly encumbered: Amount;
  readonly disbursed: Amount;
}

export interface PlansOfMonth {
  readonly month: Month;
  readonly plans: readonly PlanSpending[];
}

interface Row extends Record<string, unknown> {
  month: number;
  plan_code: string;
  plan: string | null;
  budget: string;
  encumbered: string;
  disbursed: string;
}

/** Null where no month of the budget can be read. */
export async function planSpending(
  db: ScopedDb,
  scope: Scope,
  query: { readonly snapshotNo: number; readonly laoId: LaoId },
): Promise<PlansOfMonth | null> {
  const place = sql`snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const rows = await db.execute<Row>(sql`
    select b.month, b.plan_code, c.name as plan, b.budget, b.encumbered, b.disbursed
    from (
      select month, plan_code, sum(approved + transferred_in - transferred_out)::text as budget, sum(encumbered)::text as encumbered,
        sum(disbursed)::text as disbursed
      from portal.budget_lines
      where ${place} and month = (select max(month) from portal.budget_lines where ${place})
      group by month, plan_code
    ) b
    left join portal.classifications c on c.snapshot_no = ${query.snapshotNo} and c.kind = 'plan' and c.code = b.plan_code
    order by b.plan_code`);
  const [first] = rows;
  if (!first) return null;
  return {
    month: monthFromNumber(first.month),
    plans: rows.map((row) => ({
      planCode: row.plan_code,
      plan: row.plan,
      budget: satang(BigInt(row.budget)),
      encumbered: satang(BigInt(row.encumbered)),
      disbursed: satang(BigInt(row.disbursed)),
    })),
  };
}
