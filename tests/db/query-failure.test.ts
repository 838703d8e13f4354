import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { withNobody, withSignIn } from "@/db/scoped";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
});
afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

describe("a query that fails", () => {
  it("leaves db with its code, statement and place, and without a value, however it is printed", async () => {
    const secret = "1234567890123";
    const failing = withNobody(database, (db) => db.execute(sql`select ${secret}::text::smallint`));
    const error = await failing.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "QueryFailure", code: "22003", query: "select $1::text::smallint" });
    expect((error as Error).stack).toMatch(/\n\s+at /);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });

  it("lets other errors of the work pass as they are", async () => {
    const own = new Error("of the work");
    await expect(withSignIn(database, "a@b.th", () => Promise.reject(own))).rejects.toBe(own);
  });
});
