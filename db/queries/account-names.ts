/**
 * Accounts of an LAO that have a balance or a movement anywhere in the archive, with their names: for choosing a ledger.
 * Grain: one row an account, in order of the chart. Excluded: accounts of the chart that this LAO never used.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import type { LaoId } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

export interface AccountName {
  /** `NNNNNNNNNN.NNN` */
  readonly code: string;
  /** Null where the chart does not have it. */
  readonly name: string | null;
  /** Lines in the journal over the whole archive. */
  readonly lines: number;
}

export interface AccountNamesQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
}

interface Row extends Record<string, unknown> {
  account_code: bigint;
  name: string | null;
  lines: number;
}

export async function accountNames(db: ScopedDb, scope: Scope, query: AccountNamesQuery): Promise<AccountName[]> {
  const place = sql`snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const rows = await db.execute<Row>(sql`
    select u.account_code, a.name, u.lines
    from (
      select account_code, sum(lines)::integer as lines
      from (
        select account_code, lines from portal.journal_months where ${place}
        union all
        select account_code, 0 from portal.balances where ${place}
      ) used
      group by account_code
    ) u
    left join portal.accounts a on a.snapshot_no = ${query.snapshotNo} and a.account_code = u.account_code
    order by u.account_code`);
  return rows.map((row) => ({ code: formatAccountCode(row.account_code), name: row.name, lines: row.lines }));
}
