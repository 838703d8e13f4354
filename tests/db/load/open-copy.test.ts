/** A refused COPY fails at once and leaves a usable session: porsager/postgres #1173 is why the loader uses another library. */
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCopy } from "@/db/load/open-copy";
import { openLoadSession } from "@/db/owner";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

let database: TestDatabase;
let session: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  session = await openLoadSession(database.ownerUrl);
});

beforeEach(async () => {
  await session.query("drop table if exists public.target");
  await session.query("create table public.target (n integer primary key, t text)");
});

afterAll(async () => {
  await session.end();
  await database.drop();
});

const COPY = "copy public.target (n, t) from stdin";

async function countRows(): Promise<bigint> {
  const { rows } = await session.query<{ count: bigint }>("select count(*) from public.target");
  return rows[0]?.count ?? -1n;
}

describe("openCopy", () => {
  it("counts the rows it brought, however many pieces they came in", async () => {
    const copy = openCopy(session, COPY);
    for (let piece = 0; piece < 50; piece += 1) {
      let text = "";
      for (let row = 0; row < 2_000; row += 1) text += `${piece * 2_000 + row}\tข้อความ\n`;
      await copy.write(Buffer.from(text));
    }
    expect(await copy.finish()).toBe(100_000);
    expect(await countRows()).toBe(100_000n);
  });

  it("brings nothing from nothing", async () => {
    expect(await openCopy(session, COPY).finish()).toBe(0);
  });

  it.each([
    ["a bad value in the last piece", "1\ta\nx\tb\n", /invalid input syntax/],
    ["the same key again", "1\ta\n1\tb\n", /duplicate key/],
    ["a row cut short", "1\ta\n2\n", /missing data/],
    ["bytes that are no text", Buffer.from([0x31, 0x09, 0xff, 0x0a]), /invalid byte sequence/],
  ])("rejects %s, and the session goes on", async (_what, bytes, message) => {
    const copy = openCopy(session, COPY);
    const outcome = copy.write(Buffer.from(bytes)).then(() => copy.finish());
    await expect(outcome).rejects.toThrow(message);
    expect(await countRows()).toBe(0n);
  });

  it("rejects a table that is not there", async () => {
    const copy = openCopy(session, "copy public.nowhere (n) from stdin");
    await expect(copy.write(Buffer.from("1\n")).then(() => copy.finish())).rejects.toThrow(/does not exist/);
    expect(await countRows()).toBe(0n);
  });

  it("rejects in the middle of a long COPY instead of writing on", async () => {
    const copy = openCopy(session, COPY);
    const piece = Buffer.from(`${"5".repeat(30)}\tx\n`.repeat(20_000));
    const write = async () => {
      for (let count = 0; count < 200; count += 1) await copy.write(piece);
      return copy.finish();
    };
    await expect(write()).rejects.toThrow(/out of range/);
  });

  it("fails when the server ends the session", async () => {
    const other = await openLoadSession(database.ownerUrl);
    const { rows } = await other.query<{ pid: number }>("select pg_backend_pid() as pid");
    const copy = openCopy(other, COPY);
    await copy.write(Buffer.from("1\ta\n"));
    await session.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await expect(copy.finish()).rejects.toThrow(/terminat/);
    await other.end();
  });

  it("leaves nothing behind when it is abandoned", async () => {
    const copy = openCopy(session, COPY);
    await copy.write(Buffer.from("1\ta\n"));
    await copy.abandon();
    expect(await countRows()).toBe(0n);
  });
});
