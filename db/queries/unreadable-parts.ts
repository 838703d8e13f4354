/**
 * Where a search cannot see: partitions that were read in part or not at all. Grain: one row a partition, those of the first LAOs only; counts are
 * over all. Excluded: partitions whose every row was read, whatever else is wrong with them.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoId, Module } from "@/lib/office/office";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { ScopedDb } from "../scoped";

export interface UnreadablePartsQuery {
  readonly snapshotNo: number;
  /** LAO ids, both inclusive. */
  readonly laos: { readonly from: LaoId; readonly to: LaoId };
  readonly modules: readonly Module[];
  /** Null: all. */
  readonly months: { readonly from: Month; readonly to: Month } | null;
}

export interface UnreadablePart {
  readonly module: Module;
  readonly month: Month;
  readonly state: "partial" | "lost";
  readonly rowsQuarantined: number;
}

export interface UnreadableParts {
  readonly laoCount: number;
  readonly partCount: number;
  readonly parts: readonly UnreadablePart[];
}

/** An LAO has at most this many in half a year; of a province only the counts are told. */
const PARTS_LISTED = 60;

interface Row extends Record<string, unknown> {
  module: Module;
  month: number;
  state: "partial" | "lost";
  rows_quarantined: number;
  laos: number;
  parts: number;
}

export async function unreadableParts(
  db: ScopedDb,
  scope: Scope,
  query: UnreadablePartsQuery,
): Promise<UnreadableParts> {
  const modules = sql.join(
    query.modules.map((module) => sql`${module}`),
    sql`, `,
  );
  const months = query.months
    ? sql`and month between ${monthToNumber(query.months.from)} and ${monthToNumber(query.months.to)}`
    : sql``;
  const rows = await db.execute<Row>(sql`
    with unreadable as (
      select * from portal.partitions
      where snapshot_no = ${query.snapshotNo} and lao_id between ${query.laos.from} and ${query.laos.to}
        and lao_id between ${scope.from} and ${scope.to} and state in ('partial', 'lost') and module in (${modules}) ${months}
    )
    select module, month, state, rows_quarantined,
      (select count(distinct lao_id) from unreadable)::integer as laos, (count(*) over ())::integer as parts
    from unreadable
    order by lao_id, month, array_position(array['accounting', 'revenue', 'expenditure', 'budget', 'assets'], module)
    limit ${PARTS_LISTED}`);
  return {
    laoCount: rows[0]?.laos ?? 0,
    partCount: rows[0]?.parts ?? 0,
    parts: rows.map((row) => ({
      module: row.module,
      month: monthFromNumber(row.month),
      state: row.state,
      rowsQuarantined: row.rows_quarantined,
    })),
  };
}
