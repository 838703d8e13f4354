/** Names of accounts as an archive's chart has them. Grain: one entry an account that the chart knows; the chart is the nation's and belongs to no LAO. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode, parseAccountCode } from "@/lib/ledger/account-code";
import type { ScopedDb } from "../scoped";

export interface ChartNamesQuery {
  readonly snapshotNo: number;
  /** `NNNNNNNNNN.NNN`; anything else (a budget code, say) is left out. */
  readonly accounts: readonly string[];
}

/** By `NNNNNNNNNN.NNN`. */
export async function chartNames(
  db: ScopedDb,
  _scope: Scope,
  query: ChartNamesQuery,
): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(query.accounts.map(parseAccountCode).filter((code) => code !== undefined))];
  if (codes.length === 0) return new Map();
  const list = sql.join(
    codes.map((code) => sql`${code.toString()}::bigint`),
    sql`, `,
  );
  const rows = await db.execute<{ account_code: bigint; name: string }>(
    sql`select account_code, name from portal.accounts where snapshot_no = ${query.snapshotNo} and account_code in (${list})`,
  );
  return new Map(rows.map((row) => [formatAccountCode(row.account_code), row.name]));
}
