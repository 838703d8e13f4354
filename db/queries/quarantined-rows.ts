/**
 * Rows of one partition that could not be used, as they stood in their files. Grain: one row a record, in order of table and record.
 * Excluded: other LAOs' rows, for everybody but administrators (row-level security repeats it); more rows than are asked for.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { FindingCode } from "@/lib/finding/finding";
import type { LaoId, Module } from "@/lib/office/office";
import { type Month, monthToNumber } from "@/lib/period/month";
import type { ScopedDb } from "../scoped";

export interface QuarantinedRow {
  readonly table: string;
  readonly rowNo: number;
  readonly code: FindingCode;
  readonly raw: string;
}

export interface QuarantinedRowsQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
  readonly module: Module;
  readonly month: Month;
  readonly limit: number;
}

export async function quarantinedRows(
  db: ScopedDb,
  scope: Scope,
  query: QuarantinedRowsQuery,
): Promise<QuarantinedRow[]> {
  const rows = await db.execute<{ table_name: string; row_no: number; code: string; raw: string }>(sql`
    select table_name, row_no, code, raw
    from portal.quarantined_rows
    where snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}
      and module = ${query.module} and month = ${monthToNumber(query.month)} and (code <> 'row/foreign' or ${scope.isAdministrator})
    order by table_name, row_no
    limit ${query.limit}`);
  return rows.map((row) => ({ table: row.table_name, rowNo: row.row_no, code: row.code as FindingCode, raw: row.raw }));
}
