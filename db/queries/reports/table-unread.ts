/** Whether rows of a table may be missing in a month: what is absent from a table that was read whole was not there, else nobody knows. */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Module } from "@/lib/office/office";
import type { ReportHead } from "@/lib/reports/report-rows";

/** True as SQL where the partition is lost, or a finding takes rows of the table away. `month` as the database keeps it. */
export function isTableUnread(
  { head, scope }: { readonly head: ReportHead; readonly scope: Scope },
  { module, table, month }: { readonly module: Module; readonly table: string; readonly month: number },
): SQL {
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to} and module = ${module} and month = ${month}`;
  return sql`(exists (select from portal.partitions where ${place} and state = 'lost') or exists (
    select from portal.findings where ${place} and (table_name is null or table_name = ${table})
      and code in ('file/missing', 'file/truncated', 'file/corrupt', 'file/unlisted', 'row/encoding', 'row/shape', 'row/value', 'tie/silent-partition')))`;
}
