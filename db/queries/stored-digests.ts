/**
 * Whether the rows that stand are those that were loaded: the digest of every part (LAO × month of one table), made anew, against the one that the
 * load left. Grain: one row, over the LAOs of the range and these months; parts without rows and without a digest are none.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { TableSpec } from "@/lib/archive/tables";
import type { LaoId } from "@/lib/office/office";
import { type Month, monthToNumber } from "@/lib/period/month";
import { rowDigestSql } from "../row-digest";
import type { ScopedDb } from "../scoped";

export interface StoredDigestsQuery {
  readonly snapshotNo: number;
  readonly laos: { readonly from: LaoId; readonly to: LaoId };
  readonly table: TableSpec;
  readonly months: readonly Month[];
}

export interface DigestCount {
  readonly parts: number;
  /** How many of them are as they were loaded. */
  readonly same: number;
}

export async function storedDigests(db: ScopedDb, scope: Scope, query: StoredDigestsQuery): Promise<DigestCount> {
  const { snapshotNo, laos, table, months } = query;
  if (months.length === 0) return { parts: 0, same: 0 };
  const wanted = sql.join(
    months.map((month) => sql`${monthToNumber(month)}`),
    sql`, `,
  );
  const place = sql`snapshot_no = ${snapshotNo} and lao_id between ${laos.from} and ${laos.to}
    and lao_id between ${scope.from} and ${scope.to} and month in (${wanted})`;
  const [row] = await db.execute<{ parts: bigint; same: bigint }>(sql`
    with standing as (
      select lao_id, month, ${sql.raw(rowDigestSql(table))} as digest from ${sql.raw(`portal.${table.name}`)} where ${place} group by lao_id, month
    ), loaded as (select lao_id, month, digest from portal.digests where ${place} and table_name = ${table.name})
    select count(*) as parts, count(*) filter (where standing.digest = loaded.digest) as same
    from standing full join loaded using (lao_id, month)`);
  return { parts: Number(row?.parts ?? 0), same: Number(row?.same ?? 0) };
}
