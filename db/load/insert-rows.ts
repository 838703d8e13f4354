/** Appends rows column-wise (`unnest` of arrays), a few thousand a statement: for what COPY cannot reach, since COPY into a table under row-level security is refused to its owner. */
import type pg from "pg";

const ROWS_A_STATEMENT = 5_000;

/** A value of one column; text is stored with U+0000 shown as ␀, since Postgres text cannot hold it. */
export type ColumnValue = string | number | bigint | boolean | null;

/** Column name → its type and its value for a row. */
export type ColumnWriters<Row> = Readonly<Record<string, readonly [type: string, value: (row: Row) => ColumnValue]>>;

/** Inserts all rows into `portal.<table>` in the caller's transaction; with `hasIdentity` they bring the numbers that the table would give. */
export async function insertRows<Row>(
  session: pg.Client,
  table: string,
  columns: ColumnWriters<Row>,
  rows: readonly Row[],
  { hasIdentity = false }: { readonly hasIdentity?: boolean } = {},
): Promise<void> {
  const names = Object.keys(columns);
  const writers = Object.values(columns);
  const arrays = writers.map(([type], index) => `$${index + 1}::${type}[]`).join(", ");
  const statement = `insert into portal.${table} (${names.join(", ")}) ${hasIdentity ? "overriding system value " : ""}select * from unnest(${arrays})`;
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT);
    await session.query(
      statement,
      writers.map(([, value]) => part.map((row) => storable(value(row)))),
    );
  }
}

function storable(value: ColumnValue): ColumnValue {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "␀") : value;
}
