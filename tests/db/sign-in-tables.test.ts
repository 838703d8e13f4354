/** What the portal's restricted role can do to users, sessions and the audit log by itself, whatever it tells row-level security. */
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import { createTestDatabase, type TestDatabase } from "../support/test-database";
import { ACCOUNTANT, addPerson, administrator, signedIn } from "./operations/people";

let test: TestDatabase;
let database: Database;
let owner: OwnerSql;
let app: OwnerSql;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  owner = openOwner(test.ownerUrl);
  app = openOwner(test.appUrl);
  await addPerson(database, ACCOUNTANT);
  await addPerson(database, administrator("chief@example.go.th"));
  await signedIn(database, ACCOUNTANT.email);
});
afterAll(async () => {
  await closeDatabase(database);
  await app.end();
  await owner.end();
  await test.drop();
});

interface Settings {
  readonly administrator?: boolean;
  readonly userId?: string;
  readonly email?: string;
}

/** One statement of the restricted role under these settings: its rows, or the code of its refusal. */
async function run(statement: string, settings: Settings = {}): Promise<postgres.RowList<postgres.Row[]> | string> {
  try {
    return await app.begin(async (tx) => {
      await tx`select set_config('app.is_administrator', ${settings.administrator ? "1" : "0"}, true),
        set_config('app.user_id', ${settings.userId ?? ""}, true), set_config('app.sign_in_email', ${settings.email ?? ""}, true)`;
      return await tx.unsafe(statement);
    });
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** Everything that must stay as it is, in one text. */
const stateOf = async (tables: readonly string[]) => {
  const texts = await Promise.all(
    tables.map((table) =>
      owner.unsafe(`select string_agg(t::text, '|' order by t::text) as all from portal.${table} t`),
    ),
  );
  return texts.map(([row]) => String(row?.all)).join("\n");
};

describe("the restricted role", () => {
  it.each([
    "update portal.users set role = 'administrator', grant_kind = 'none', grant_code = null",
    "update portal.users set failed_sign_ins = 0, locked_until = null, is_disabled = false",
    "update portal.users set password_hash = 'mine'",
    "insert into portal.users (email, name, password_hash, role, grant_kind) values ('evil@x.th', 'x', 'x', 'administrator', 'nation')",
    "delete from portal.users",
    "truncate portal.users cascade",
    "insert into portal.sessions values (1, 1, now(), now(), null, 'forged')",
    "update portal.sessions set last_seen_at = now() + interval '1 year', ended_at = null",
    "delete from portal.sessions",
    "update portal.audit_log set facts = '{}'",
    "update portal.audit_log set at = now() where user_id = 1",
    "delete from portal.audit_log",
    "truncate portal.audit_log",
    "alter table portal.audit_log disable row level security",
    "drop function portal.disable_user(text)",
    "create or replace function portal.require_administrator() returns void language sql as 'select'",
  ])("changes nothing by: %s", async (statement) => {
    const tables = ["users", "sessions", "audit_log"];
    const before = await stateOf(tables);
    await run(statement);
    await run(statement, { administrator: true, userId: "1", email: ACCOUNTANT.email });
    expect(await stateOf(tables)).toBe(before);
  });

  it.each([
    "select portal.add_user('evil@x.th', 'x', 'administrator', 'nation', null, 'x', false, now())",
    "select portal.disable_user('chief@example.go.th')",
    "select portal.enable_user('chief@example.go.th')",
    "select portal.reset_user('chief@example.go.th', 'x')",
    "select * from portal.list_users()",
    "select * from portal.name_offices(array['06350302'], array['35'])",
  ])("is refused without an administrator: %s", async (call) => {
    expect(await run(call, { userId: "1", email: ACCOUNTANT.email })).toBe("42501");
  });

  it("starts no session by an attempt that failed, for nobody, or for a disabled user", async () => {
    const record = (outcome: string) => `select portal.record_sign_in('${outcome}', now(), 0, null, 'forged')`;
    expect(await run(record("wrong"), { email: ACCOUNTANT.email })).toBe("42501");
    expect(await run(record("ok"), { email: "nobody@example.go.th" })).toBe("42501");
    expect(await run(record("ok"))).toBe("42501");
    await owner`update portal.users set is_disabled = true where email = ${ACCOUNTANT.email}`;
    expect(await run(record("ok"), { email: ACCOUNTANT.email })).toBe("42501");
    await owner`update portal.users set is_disabled = false where email = ${ACCOUNTANT.email}`;
    expect(await owner`select 1 from portal.sessions where session_id = 'forged'`).toHaveLength(0);
  });

  it("appends to the audit log under its own name only", async () => {
    const append = (userId: string) =>
      `insert into portal.audit_log (user_id, email, type, facts) values (${userId}, 'x', 'sign-out', '{}')`;
    expect(await run(append("2"), { userId: "1" })).toBe("42501");
    expect(await run(append("null"), { userId: "1" })).toBe("42501");
    expect(await run(append("1"), { userId: "1" })).not.toBe("42501");
  });

  it("reads no account and no session by itself, and no audit log without an administrator", async () => {
    for (const table of ["users", "sessions"])
      for (const settings of [{}, { email: ACCOUNTANT.email }, { userId: "1" }, { administrator: true, userId: "2" }])
        expect(await run(`select * from portal.${table}`, settings)).toBe("42501");
    expect(await run("select * from portal.audit_log", { userId: "1" })).toHaveLength(0);
    expect(await run("select * from portal.audit_log", { administrator: true })).not.toHaveLength(0);
  });

  it("gets the password hash of the one account that is signing in, and of no other", async () => {
    const hashes = async (settings: Settings) => {
      const rows = await run("select email from portal.open_sign_in()", settings);
      return typeof rows === "string" ? rows : rows.map((row) => row.email);
    };
    expect(await hashes({})).toEqual([]);
    expect(await hashes({ administrator: true })).toEqual([]);
    expect(await hashes({ email: ACCOUNTANT.email })).toEqual([ACCOUNTANT.email]);
    expect(await hashes({ userId: "2" })).toEqual(["chief@example.go.th"]);
  });
});
