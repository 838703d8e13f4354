/**
 * Rows of one table of an LAO that two snapshots do not hold alike, months whose digests differ alone. A row is named by the key of its table within its
 * month. Grain of the counts: one row a month; of the differences: one row a row of the archive, in the order of the key.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { TableSpec } from "@/lib/archive/tables";
import { comparedColumns, documentKey } from "@/lib/comparison/compared-table";
import type { LaoId } from "@/lib/office/office";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { ScopedDb } from "../../scoped";
import type { SnapshotPair } from "./compared-parts";

export interface RowDifferencesQuery extends SnapshotPair {
  readonly laoId: LaoId;
  readonly table: TableSpec;
  readonly months: readonly Month[];
}

export interface DifferenceCount {
  readonly table: string;
  readonly month: Month;
  /** Documents that both hold with other cells, or with other lines. */
  readonly changed: number;
  readonly onlyLeft: number;
  readonly onlyRight: number;
  /** Cells that differ, a row of one side alone counting as one. */
  readonly cells: number;
}

export interface RowDifference {
  readonly key: readonly string[];
  /** By `comparedColumns`, as text; null where that snapshot does not hold the row. */
  readonly left: readonly (string | null)[] | null;
  readonly right: readonly (string | null)[] | null;
}

/** Both sides of the rows that differ, as `l` and `r`. */
function differing({ leftNo, rightNo, laoId, table, months }: RowDifferencesQuery, scope: Scope): SQL {
  const name = sql.raw(`portal.${table.name}`);
  const list = sql.join(
    months.map((month) => sql`${monthToNumber(month)}`),
    sql`, `,
  );
  const side = (snapshotNo: number) =>
    sql`(select * from ${name} where snapshot_no = ${snapshotNo} and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to} and month in (${list}))`;
  const isSameKey = sql.raw(["month", ...table.key].map((column) => `l.${column} = r.${column}`).join(" and "));
  const all = (alias: string) =>
    `(${comparedColumns(table)
      .map((column) => `${alias}.${column}`)
      .join(", ")})`;
  return sql`from ${side(leftNo)} l full join ${side(rightNo)} r on ${isSameKey}
    where l.lao_id is null or r.lao_id is null or ${sql.raw(`${all("l")} is distinct from ${all("r")}`)}`;
}

/** Months without differing rows have none. */
export async function countDifferences(
  db: ScopedDb,
  scope: Scope,
  query: RowDifferencesQuery,
): Promise<DifferenceCount[]> {
  const { table, leftNo, rightNo, laoId } = query;
  if (query.months.length === 0) return [];
  const cells = comparedColumns(table)
    .map((column) => `(l.${column} is distinct from r.${column})::integer`)
    .join(" + ");
  const document = documentKey(table).map((column) => `coalesce(l.${column}, r.${column}) as ${column}`);
  const names = documentKey(table).join(", ");
  // A document with lines is held by a side if any of its lines is there, also one that does not differ.
  const isHeld = (snapshotNo: number, isAny: string) =>
    table.name === "journal"
      ? sql`exists (select from portal.journal j where j.snapshot_no = ${snapshotNo} and j.lao_id = ${laoId} and j.entry_no = d.entry_no and j.month = d.month)`
      : sql.raw(isAny);
  const rows = await db.execute<{
    month: number;
    changed: number;
    only_left: number;
    only_right: number;
    cells: number;
  }>(sql`
    select month, (count(*) filter (where is_left and is_right))::integer as changed, (count(*) filter (where is_left and not is_right))::integer as only_left,
      (count(*) filter (where is_right and not is_left))::integer as only_right, sum(cells)::integer as cells
    from (
      select d.month, d.cells, ${isHeld(leftNo, "any_left")} as is_left, ${isHeld(rightNo, "any_right")} as is_right
      from (
        select month, ${sql.raw(names)}, sum(cells) as cells, bool_or(is_left) as any_left, bool_or(is_right) as any_right
        from (
          select coalesce(l.month, r.month) as month, ${sql.raw(document.join(", "))}, l.lao_id is not null as is_left, r.lao_id is not null as is_right,
            case when l.lao_id is null or r.lao_id is null then 1 else ${sql.raw(cells)} end as cells
          ${differing(query, scope)}
        ) rows group by month, ${sql.raw(names)}
      ) d
    ) documents group by month order by month`);
  return rows.map((row) => ({
    table: table.name,
    month: monthFromNumber(row.month),
    changed: row.changed,
    onlyLeft: row.only_left,
    onlyRight: row.only_right,
    cells: row.cells,
  }));
}

export async function rowDifferences(db: ScopedDb, scope: Scope, query: RowDifferencesQuery): Promise<RowDifference[]> {
  const { table } = query;
  if (query.months.length === 0) return [];
  const values = (alias: string) =>
    sql.raw(
      `case when ${alias}.lao_id is not null then array[${comparedColumns(table)
        .map((column) => `${alias}.${column}::text`)
        .join(", ")}] end`,
    );
  const key = sql.raw(`array[${table.key.map((column) => `coalesce(l.${column}, r.${column})::text`).join(", ")}]`);
  const order = sql.raw(["month", ...table.key].map((column) => `coalesce(l.${column}, r.${column})`).join(", "));
  const rows = await db.execute<{ key: string[]; left_values: string[] | null; right_values: string[] | null }>(sql`
    select ${key} as key, ${values("l")} as left_values, ${values("r")} as right_values ${differing(query, scope)} order by ${order}`);
  return rows.map((row) => ({ key: row.key, left: row.left_values, right: row.right_values }));
}
