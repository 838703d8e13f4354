/**
 * Each account's movement in a month: as the old system closed it, and as the journal has it. Grain: one record an account that either of them
 * knows, in order of the chart.
 */
import { sql } from "drizzle-orm";
import { satang } from "@/lib/money/amount";
import { type Month, monthToNumber } from "@/lib/period/month";
import type { LineSelection } from "../reports/journal-lines";
import type { Sides } from "./missing-lines";

export interface AccountMovement {
  readonly account: bigint;
  /** Null where the chart does not have it. */
  readonly name: string | null;
  readonly closed: Sides;
  /** In all books. */
  readonly read: Sides;
}

interface Row extends Record<string, unknown> {
  account: bigint;
  name: string | null;
  closed_debit: bigint;
  closed_credit: bigint;
  /** Sums are numeric, read as text. */
  debit: string;
  credit: string;
}

export async function accountMovements(
  { db, head, scope }: Pick<LineSelection, "db" | "head" | "scope">,
  month: Month,
): Promise<AccountMovement[]> {
  const ofMonth = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
    and month = ${monthToNumber(month)}`;
  const rows = await db.execute<Row>(sql`
    select account_code as account, a.name, coalesce(b.debit, 0) as closed_debit, coalesce(b.credit, 0) as closed_credit,
      coalesce(j.debit, 0)::text as debit, coalesce(j.credit, 0)::text as credit
    from (select account_code, debit, credit from portal.balances where ${ofMonth}) b
    full join (select account_code, debit, credit from portal.journal_months where ${ofMonth}) j using (account_code)
    left join (select account_code, name from portal.accounts where snapshot_no = ${head.snapshotNo}) a using (account_code)
    order by account_code`);
  return rows.map((row) => ({
    account: row.account,
    name: row.name,
    closed: { debit: satang(row.closed_debit), credit: satang(row.closed_credit) },
    read: { debit: satang(BigInt(row.debit)), credit: satang(BigInt(row.credit)) },
  }));
}
