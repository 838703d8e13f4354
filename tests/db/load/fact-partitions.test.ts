/** A province's rows come into the tree without being read again and without stopping a reader, and go the same way. */
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  attachLeaf,
  createLeaf,
  createMiddles,
  dropFactPartitions,
  FACT_TABLES,
  indexLeaf,
  leafOf,
} from "@/db/load/fact-partitions";
import { openLoadSession } from "@/db/owner";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

let database: TestDatabase;
let session: pg.Client;
let reader: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  session = await openLoadSession(database.ownerUrl);
  reader = await openLoadSession(database.ownerUrl);
});

afterAll(async () => {
  await session.end();
  await reader.end();
  await database.drop();
});

async function relations(kinds: string, like: string): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'portal'::regnamespace and position(relkind in $1) > 0 and relname like $2 order by 1",
    [kinds, like],
  );
  return rows.map((row) => row.name);
}

/** What the server says while attaching. */
async function noticesOf(work: () => Promise<void>): Promise<string[]> {
  const notices: string[] = [];
  const listen = (notice: { message?: string | undefined }) => notices.push(notice.message ?? "");
  await session.query("set client_min_messages = debug1");
  session.on("notice", listen);
  await work();
  session.off("notice", listen);
  await session.query("reset client_min_messages");
  return notices;
}

it("attaches without reading rows or building an index again, beside a reader, and drops as it came", async () => {
  await session.query("begin");
  await createMiddles(session, 1);
  await session.query("commit");

  // A reader in the middle of its transaction holds its locks on every root.
  await reader.query("begin");
  for (const table of FACT_TABLES) await reader.query(`select count(*) from portal.${table}`);

  await session.query("begin");
  await session.query("set local lock_timeout = '5s'");
  for (const table of FACT_TABLES) {
    await createLeaf(session, table, 1, 35);
    if (table === "journal_months") {
      await session.query(`insert into ${leafOf(table, 1, 35)} values (1, 0, 1101010101001, 3500001, 202401, 1, 1)`);
    }
    await indexLeaf(session, table, 1, 35);
    const indexes = await relations("i", `${table}\\_s1\\_p35%`);
    const said = await noticesOf(() => attachLeaf(session, table, 1, 35));
    expect(said.join("\n")).toMatch(/implied by existing constraints/);
    expect(said.join("\n")).not.toMatch(/verifying table|building index/);
    expect(indexes.length).toBeGreaterThan(0);
    expect(await relations("i", `${table}\\_s1\\_p35%`)).toEqual(indexes);
  }
  await session.query("commit");

  const found = await reader.query("select * from portal.journal_months where snapshot_no = 1 and lao_id = 3500001");
  expect(found.rowCount).toBe(1);
  await reader.query("commit");

  await dropFactPartitions(session, 1);
  expect(await relations("rpiI", "%\\_s1%")).toEqual([]);
  await dropFactPartitions(session, 1);
});

it("refuses a row of another province or snapshot", async () => {
  await session.query("begin");
  await createMiddles(session, 2);
  await createLeaf(session, "journal_months", 2, 35);
  await session.query("commit");
  const insert = (lao: number, snapshot: number) =>
    session.query(`insert into ${leafOf("journal_months", 2, 35)} values (1, 0, 1, ${lao}, 202401, 1, ${snapshot})`);
  await expect(insert(3600001, 2)).rejects.toThrow(/check constraint/);
  await expect(insert(3500001, 1)).rejects.toThrow(/check constraint/);
});
