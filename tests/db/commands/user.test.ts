import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addUserCommand } from "@/bin/commands/user";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import { signIn } from "@/lib/operations/sign-in";
import { runCommand } from "../../support/run-command";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { NOW } from "../operations/people";

let test: TestDatabase;
let database: Database;
let owner: OwnerSql;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  owner = openOwner(test.ownerUrl);
});
afterAll(async () => {
  await closeDatabase(database);
  await owner.end();
  await test.drop();
});
afterEach(async () => {
  await owner`truncate portal.users, portal.sessions, portal.bundles, portal.audit_log restart identity`;
});

const portal = (...words: string[]) =>
  runCommand(addUserCommand, { database, ownerUrl: test.ownerUrl }, "user", ...words);

const ADD = ["add", "--email", "a@example.go.th", "--name", "สมหญิง", "--role", "accountant", "--lao", "06350302"];
const enter = (password: string) => signIn({ database, now: NOW }, { email: "a@example.go.th", password });

describe("portal user", () => {
  it("adds somebody with a first password, printed once, that must be changed", async () => {
    const { out, notes } = await portal(...ADD, "--json");
    const added = JSON.parse(out);
    expect(added).toEqual({ email: "a@example.go.th", initialPassword: expect.stringMatching(/^\S{19}$/) });
    expect(notes).toBe("");
    expect(await enter(added.initialPassword)).toMatchObject({ mustChangePassword: true });
    const [entry] = await owner`select email, user_id from portal.audit_log where type = 'change-user'`;
    expect(entry).toEqual({ email: "somchai@command-line", user_id: null });
  });

  it("says when no loaded archive knows the office, and adds all the same", async () => {
    const { out, notes } = await portal(...ADD);
    expect(out).toContain("รหัสผ่านครั้งแรก");
    expect(notes).toContain("ยังไม่พบรหัสนี้");
    expect(notes).toContain("lao:06350302");
  });

  it("lists everybody for people and for scripts", async () => {
    await portal(...ADD);
    await portal("add", "--email", "chief@example.go.th", "--name", "ผู้ดูแล", "--role", "administrator");
    expect((await portal("list")).out.split("\n").filter((line) => line !== "")).toHaveLength(2);
    const listed = JSON.parse((await portal("list", "--json")).out) as Record<string, unknown>[];
    expect(listed.map((user) => [user.email, user.role, user.grant, user.disabled])).toEqual(
      expect.arrayContaining([
        ["a@example.go.th", "accountant", "lao:06350302", false],
        ["chief@example.go.th", "administrator", "none", false],
      ]),
    );
    expect(JSON.stringify(listed)).not.toContain("argon2");
  });

  it("disables, enables and resets by address", async () => {
    const { initialPassword } = JSON.parse((await portal(...ADD, "--json")).out);
    await portal("disable", "a@example.go.th");
    await expect(enter(initialPassword)).rejects.toMatchObject({ code: "access/signed-out" });
    await portal("enable", "a@example.go.th");
    await enter(initialPassword);
    const reset = JSON.parse((await portal("reset", "a@example.go.th", "--json")).out);
    await expect(enter(initialPassword)).rejects.toMatchObject({ code: "access/signed-out" });
    await enter(reset.initialPassword);
  });

  it.each([
    ["a code that is none", ["--lao", "635"], "input/invalid"],
    ["a role without its scope", ["--role", "auditor", "--lao", "06350302"], "input/invalid"],
    ["two scopes at once", ["--lao", "06350302", "--nation"], "commander.conflictingOption"],
    ["an unknown role", ["--role", "king", "--lao", "06350302"], "commander.invalidArgument"],
    ["a password as an argument", ["--password", "hunter2"], "commander.unknownOption"],
  ])("refuses %s", async (_what, words, code) => {
    const attempt = portal("add", "--email", "a@example.go.th", "--name", "x", "--role", "accountant", ...words);
    await expect(attempt).rejects.toMatchObject({ code });
    expect(await owner`select 1 from portal.users`).toHaveLength(0);
  });
});
