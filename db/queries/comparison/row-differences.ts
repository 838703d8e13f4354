/**
 * Rows of one table of an LAO that two snapshots do not hold alike: of months whose digests differ alone, and in the journal of documents whose digests
 * differ. A row is named by the key of its table within its month. Grain of the counts: one row a month; of the differences: one row a row of the archive, in the order of the key.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { TableSpec } from "@/lib/archive/tables";
import { comparedColumns } from "@/lib/comparison/compared-table";
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

/** The LAO and months of the query, as conditions on a table. */
function placeOf({ laoId, months }: RowDifferencesQuery, scope: Scope): SQL {
  const list = sql.join(
    months.map((month) => sql`${monthToNumber(month)}`),
    sql`, `,
  );
  return sql`lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to} and month in (${list})`;
}

/** Documents of the journal that the two do not hold alike, by their digests; how many lines each side has of one, null for none. */
function differingEntries(query: RowDifferencesQuery, scope: Scope): SQL {
  const side = (snapshotNo: number) =>
    sql`(select month, entry_no, lines, digest from portal.entry_digests where snapshot_no = ${snapshotNo} and ${placeOf(query, scope)})`;
  return sql`select month, entry_no, l.lines as left_lines, r.lines as right_lines
    from ${side(query.leftNo)} l full join ${side(query.rightNo)} r using (month, entry_no)
    where l.lines is distinct from r.lines or l.digest is distinct from r.digest`;
}

/** Both sides of the rows that differ, as `l` and `r`. */
function differing(query: RowDifferencesQuery, scope: Scope): SQL {
  const { leftNo, rightNo, table } = query;
  const name = sql.raw(`portal.${table.name}`);
  const entries =
    table.name === "journal"
      ? sql`and (month, entry_no) in (select month, entry_no from (${differingEntries(query, scope)}) differing)`
      : sql``;
  const side = (snapshotNo: number) =>
    sql`(select * from ${name} where snapshot_no = ${snapshotNo} and ${placeOf(query, scope)} ${entries})`;
  const isSameKey = sql.raw(["month", ...table.key].map((column) => `l.${column} = r.${column}`).join(" and "));
  const all = (alias: string) =>
    `(${comparedColumns(table)
      .map((column) => `${alias}.${column}`)
      .join(", ")})`;
  return sql`from ${side(leftNo)} l full join ${side(rightNo)} r on ${isSameKey}
    where l.lao_id is null or r.lao_id is null or ${sql.raw(`${all("l")} is distinct from ${all("r")}`)}`;
}

/** How many cells differ between a row of `l` and one of `r`; one, where a side does not hold the row. */
function cellsSql(table: TableSpec): SQL {
  const cells = comparedColumns(table).map((column) => `(l.${column} is distinct from r.${column})::integer`);
  return sql.raw(`case when l.lao_id is null or r.lao_id is null then 1 else ${cells.join(" + ")} end`);
}

/** Months without differing rows have none. */
export async function countDifferences(
  db: ScopedDb,
  scope: Scope,
  query: RowDifferencesQuery,
): Promise<DifferenceCount[]> {
  if (query.months.length === 0) return [];
  const documents = query.table.name === "journal" ? entryCounts(query, scope) : rowCounts(query, scope);
  const rows = await db.execute<{
    month: number;
    changed: number;
    only_left: number;
    only_right: number;
    cells: number;
  }>(sql`
    select month, (count(*) filter (where is_left and is_right))::integer as changed, (count(*) filter (where is_left and not is_right))::integer as only_left,
      (count(*) filter (where is_right and not is_left))::integer as only_right, sum(cells)::integer as cells
    from (${documents}) documents group by month order by month`);
  return rows.map((row) => ({
    table: query.table.name,
    month: monthFromNumber(row.month),
    changed: row.changed,
    onlyLeft: row.only_left,
    onlyRight: row.only_right,
    cells: row.cells,
  }));
}

/** Of the journal: lines are read of those documents alone that both sides hold and whose digests differ. */
function entryCounts(query: RowDifferencesQuery, scope: Scope): SQL {
  const lines = (snapshotNo: number) => sql`(
    select j.* from differing d join portal.journal j on j.entry_no = d.entry_no and j.month = d.month
    where d.left_lines is not null and d.right_lines is not null
      and j.snapshot_no = ${snapshotNo} and j.lao_id = ${query.laoId} and j.lao_id between ${scope.from} and ${scope.to})`;
  return sql`
    with differing as materialized (${differingEntries(query, scope)})
    select month, left_lines is not null as is_left, right_lines is not null as is_right, coalesce(left_lines, right_lines) as cells
    from differing where left_lines is null or right_lines is null
    union all
    select coalesce(l.month, r.month), true, true, sum(${cellsSql(query.table)})
    from ${lines(query.leftNo)} l full join ${lines(query.rightNo)} r on l.month = r.month and l.entry_no = r.entry_no and l.line_no = r.line_no
    group by coalesce(l.month, r.month), coalesce(l.entry_no, r.entry_no)`;
}

/** Of the other tables, whose rows are documents. */
function rowCounts(query: RowDifferencesQuery, scope: Scope): SQL {
  return sql`
    select coalesce(l.month, r.month) as month, l.lao_id is not null as is_left, r.lao_id is not null as is_right, ${cellsSql(query.table)} as cells
    ${differing(query, scope)}`;
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
