/** The database's fact tables follow the archive format's list of columns (lib/archive/tables.ts). */
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TABLES } from "@/lib/archive/tables";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

let database: TestDatabase;
let client: postgres.Sql;

beforeAll(async () => {
  database = await createTestDatabase();
  client = postgres(database.ownerUrl, { max: 1 });
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const TYPES = {
  lao: "",
  text: "text",
  code: "text",
  account: "bigint",
  date: "date",
  amount: "bigint",
  flag: "boolean",
  int: "integer",
};

it.each(TABLES.map((table) => [table.name, table] as const))(
  "%s has the columns of the format, optional ones nullable",
  async (name, table) => {
    const rows = await client<{ column: string; type: string; optional: boolean }[]>`
    select column_name as column, data_type as type, is_nullable = 'YES' as optional
    from information_schema.columns where table_schema = 'portal' and table_name = ${name}
      and column_name not in ('snapshot_no', 'lao_id', 'month', 'row_no')`;
    const found = Object.fromEntries(rows.map((row) => [row.column, [row.type, row.optional]]));
    const expected = Object.fromEntries(
      table.columns
        .filter((column) => column.kind !== "lao")
        .map((column) => [column.name, [TYPES[column.kind], column.optional === true]]),
    );
    expect(found).toEqual(expected);
  },
);

it("every table that holds an LAO's facts is under row-level security, also for its owner", async () => {
  const open = await client<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'portal' and c.relkind in ('r', 'p') and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity)`;
  expect(open.map((row) => row.name)).toEqual([]);
});
