import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { type AddUserInput, addUser } from "@/lib/operations/add-user";
import { disableUser } from "@/lib/operations/disable-user";
import { enableUser } from "@/lib/operations/enable-user";
import { listAuditLog } from "@/lib/operations/list-audit-log";
import { listUsers } from "@/lib/operations/list-users";
import { resetUser } from "@/lib/operations/reset-user";
import { signIn } from "@/lib/operations/sign-in";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { ACCOUNTANT, addPerson, administrator, asOperator, NOW, PASSWORD, signedIn } from "./people";

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
beforeEach(async () => {
  await owner`truncate portal.users, portal.sessions, portal.bundles, portal.audit_log restart identity`;
});

const as = (actor: Actor) => ({ actor, now: NOW, database });
const changes = async () =>
  (await owner`select email as by, facts from portal.audit_log where type = 'change-user' order by audit_no`).map(
    (row) => ({
      by: row.by,
      ...row.facts,
    }),
  );

describe("addUser", () => {
  it("makes a first password that works once: it must be changed", async () => {
    const added = await addUser(asOperator(database), { ...ACCOUNTANT, password: undefined, mustChange: false });
    const { mustChangePassword } = await signIn(
      { database, now: NOW },
      { email: added.email, password: added.initialPassword ?? "" },
    );
    expect(mustChangePassword).toBe(true);
  });

  it("takes a password of the caller's without demanding its change, where told so", async () => {
    const added = await addUser(asOperator(database), ACCOUNTANT);
    expect(added.initialPassword).toBeNull();
    expect(await signIn({ database, now: NOW }, { email: added.email, password: PASSWORD })).toMatchObject({
      mustChangePassword: false,
    });
  });

  it("writes who added whom with which rights, and no password", async () => {
    await addPerson(database, administrator("chief@example.go.th"));
    const { actor } = await signedIn(database, "chief@example.go.th");
    await addUser(as(actor), { ...ACCOUNTANT, email: "New.Person@Example.go.th" });
    expect(await changes()).toEqual([
      { by: "tester@command-line", change: "add", email: "chief@example.go.th", role: "administrator", grant: "none" },
      {
        by: "chief@example.go.th",
        change: "add",
        email: "new.person@example.go.th",
        role: "accountant",
        grant: "lao:06350302",
      },
    ]);
  });

  it("refuses a second account of the same address, in whatever case, and leaves no trace of it", async () => {
    await addPerson(database, ACCOUNTANT);
    await expect(
      addUser(asOperator(database), { ...ACCOUNTANT, email: ACCOUNTANT.email.toUpperCase() }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await changes()).toHaveLength(1);
  });

  it.each<[string, Partial<AddUserInput>]>([
    ["a role without its scope", { grant: { kind: "nation" } }],
    ["an auditor of one LAO", { role: "auditor" }],
    ["no address", { email: "somebody" }],
    ["a blank name", { name: "   " }],
    ["a weak password", { password: "password" }],
    ["a code that is none", { grant: { kind: "lao", lao: "635" as never } }],
  ])("refuses %s", async (_what, wrong) => {
    await expect(addUser(asOperator(database), { ...ACCOUNTANT, ...wrong })).rejects.toMatchObject({
      code: "input/invalid",
    });
    expect((await listUsers(asOperator(database), {})).userCount).toBe(0);
  });

  it("names the office as the served archive has it, and says so when none knows it", async () => {
    await owner`insert into portal.provinces values (1, '35', 'ยโสธร') on conflict do nothing`;
    await owner`insert into portal.laos values (100001, '06350302', 1) on conflict do nothing`;
    expect((await addUser(asOperator(database), ACCOUNTANT)).grantName).toBeNull();
    await owner`insert into portal.snapshots (id, title, kind, as_of, period_from, period_to, fiscal_year, encoding, is_synthetic, digest, status)
      values ('s1', 's', 'live', '2024-07-06', '2024-01-06', '2024-07-06', 2567, 'utf-8', true, 'd', 'served')`;
    await owner`insert into portal.snapshot_laos select snapshot_no, 100001, '06350302', 'ทต.', 'ศรีแก้ว', 'เลิงนกทา', '35', 'ยโสธร' from portal.snapshots`;
    const { users } = await listUsers(asOperator(database), {});
    expect(users.map((user) => user.grantName)).toEqual(["เทศบาลตำบลศรีแก้ว อ.เลิงนกทา จ.ยโสธร"]);
  });
});

describe("disableUser", () => {
  it("shuts the door, enableUser opens it again with the old password", async () => {
    await addPerson(database, ACCOUNTANT);
    const enter = () => signIn({ database, now: NOW }, { email: ACCOUNTANT.email, password: PASSWORD });
    await disableUser(asOperator(database), { email: ACCOUNTANT.email });
    await expect(enter()).rejects.toMatchObject({ code: "access/signed-out" });
    await enableUser(asOperator(database), { email: ACCOUNTANT.email });
    await expect(enter()).resolves.toBeDefined();
    expect((await changes()).map((change) => change.change)).toEqual(["add", "disable", "enable"]);
  });

  it("refuses oneself and the last administrator, also for the operator", async () => {
    await addPerson(database, administrator("one@example.go.th"));
    await addPerson(database, administrator("two@example.go.th"));
    const { actor } = await signedIn(database, "one@example.go.th");
    await expect(disableUser(as(actor), { email: "one@example.go.th" })).rejects.toMatchObject({ code: "conflict" });
    await disableUser(as(actor), { email: "two@example.go.th" });
    await expect(disableUser(asOperator(database), { email: "one@example.go.th" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("leaves one administrator when two disable each other at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      await owner`truncate portal.users, portal.sessions, portal.bundles, portal.audit_log restart identity`;
      await addPerson(database, administrator("one@example.go.th"));
      await addPerson(database, administrator("two@example.go.th"));
      const [one, two] = [await signedIn(database, "one@example.go.th"), await signedIn(database, "two@example.go.th")];
      const results = await Promise.allSettled([
        disableUser(as(one.actor), { email: "two@example.go.th" }),
        disableUser(as(two.actor), { email: "one@example.go.th" }),
      ]);
      expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  it("and its sisters say when nobody has the address", async () => {
    for (const change of [disableUser, enableUser, resetUser])
      await expect(change(asOperator(database), { email: "nobody@example.go.th" })).rejects.toMatchObject({
        code: "not-found",
      });
    expect(await changes()).toEqual([]);
  });
});

describe("resetUser", () => {
  it("replaces the password, ends the lock, and shows the new one to the caller only", async () => {
    await addPerson(database, ACCOUNTANT);
    const enter = (password: string) => signIn({ database, now: NOW }, { email: ACCOUNTANT.email, password });
    for (let failure = 0; failure < 5; failure += 1) await enter("wrong").catch(() => undefined);
    const { initialPassword } = await resetUser(asOperator(database), { email: ACCOUNTANT.email });
    await expect(enter(PASSWORD)).rejects.toMatchObject({ code: "access/signed-out" });
    await expect(enter(initialPassword)).resolves.toMatchObject({ mustChangePassword: true });
    const [row] = await owner`select string_agg(a::text, '') as log from portal.audit_log a`;
    expect(row?.log).not.toContain(initialPassword);
  });

  it("is not for oneself", async () => {
    await addPerson(database, administrator("one@example.go.th"));
    const { actor } = await signedIn(database, "one@example.go.th");
    await expect(resetUser(as(actor), { email: "one@example.go.th" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("listUsers", () => {
  it("finds by part of name or address and by whole code, in pages", async () => {
    await addPerson(database, ACCOUNTANT);
    await addPerson(database, { ...ACCOUNTANT, email: "b@example.go.th", name: "ปู่ญี่ปุ่น" });
    await addPerson(database, administrator("chief@example.go.th"));
    const found = async (term: string) =>
      (await listUsers(asOperator(database), { term })).users.map((user) => user.email).sort();
    expect(await found("ญี่ปุ่น")).toEqual(["b@example.go.th"]);
    expect(await found("CHIEF@")).toEqual(["chief@example.go.th"]);
    expect(await found("06350302")).toEqual(["accountant@example.go.th", "b@example.go.th"]);
    expect(await found("%")).toEqual([]);
    const second = await listUsers(asOperator(database), { page: 2, pageSize: 2 });
    expect([second.users.length, second.userCount]).toEqual([1, 3]);
  });

  it("tells when somebody last signed in, not when they last failed to", async () => {
    await addPerson(database, ACCOUNTANT);
    await signedIn(database, ACCOUNTANT.email);
    await signIn(
      { database, now: new Date(NOW.getTime() + 60_000) },
      { email: ACCOUNTANT.email, password: "wrong" },
    ).catch(() => undefined);
    const { users } = await listUsers(asOperator(database), {});
    expect(users[0]?.lastSignedInAt).toEqual(NOW);
  });
});

describe("what is the administrator's alone", () => {
  const others: AddUserInput[] = [
    ACCOUNTANT,
    { ...ACCOUNTANT, email: "auditor@example.go.th", role: "auditor", grant: { kind: "province", provinceCode: "35" } },
    { ...ACCOUNTANT, email: "department@example.go.th", role: "department", grant: { kind: "nation" } },
  ];
  it.each(others.map((person) => [person.role, person] as const))("is refused to the %s", async (_role, person) => {
    await addPerson(database, person);
    const context = as((await signedIn(database, person.email)).actor);
    const attempts = [
      listUsers(context, {}),
      addUser(context, { ...ACCOUNTANT, email: "friend@example.go.th" }),
      disableUser(context, { email: person.email }),
      enableUser(context, { email: person.email }),
      resetUser(context, { email: person.email }),
      listAuditLog(context, {}),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: "access/forbidden" });
    expect((await listUsers(asOperator(database), {})).users.map((user) => user.email)).toEqual([person.email]);
  });
});
