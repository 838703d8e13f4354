/** Headings of the archive's chart of accounts. Grain: one an account that nothing is posted to, in order of codes. */
import { sql } from "drizzle-orm";
import type { Heading } from "@/lib/ledger/account-groups";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";

export async function chartHeadings(db: ScopedDb, head: ReportHead): Promise<Heading[]> {
  const rows = await db.execute<{ account_code: bigint; name: string; level: number }>(sql`
    select account_code, name, level from portal.accounts where snapshot_no = ${head.snapshotNo} and not postable order by account_code`);
  return rows.map((row) => ({ code: row.account_code, name: row.name, level: row.level }));
}
