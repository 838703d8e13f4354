/** The proved gaps in an LAO's document numbers. Grain: one row a gap; both ends are numbers that are missing. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoId, Module } from "@/lib/office/office";
import { type Month, monthFromNumber } from "@/lib/period/month";
import type { ScopedDb } from "../scoped";

export interface NumberGap {
  readonly from: string;
  readonly to: string;
  readonly module: Module;
  readonly month: Month;
}

export async function numberGaps(
  db: ScopedDb,
  scope: Scope,
  query: { readonly snapshotNo: number; readonly laoId: LaoId },
): Promise<NumberGap[]> {
  const rows = await db.execute<{ from: string; to: string; module: Module; month: number }>(sql`
    select coalesce(doc_from, doc_to) as from, coalesce(doc_to, doc_from) as to, module, month
    from portal.findings
    where snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}
      and code = 'tie/number-gap' and coalesce(doc_from, doc_to) is not null and module is not null and month is not null
    order by month, 1`);
  return rows.map((row) => ({ ...row, month: monthFromNumber(row.month) }));
}
