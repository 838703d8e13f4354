import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import { ADDRESS_FAILURES_MAX, createAddressLimit } from "@/lib/access/address-limit";
import { changePassword } from "@/lib/operations/change-password";
import { disableUser } from "@/lib/operations/disable-user";
import { enableUser } from "@/lib/operations/enable-user";
import { resetUser } from "@/lib/operations/reset-user";
import { resumeSession } from "@/lib/operations/resume-session";
import { signIn } from "@/lib/operations/sign-in";
import { signOut } from "@/lib/operations/sign-out";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { ACCOUNTANT, addPerson, asOperator, later, NOW, PASSWORD, signedIn } from "./people";

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
  await addPerson(database, ACCOUNTANT);
  await owner`truncate portal.audit_log`;
});

const email = ACCOUNTANT.email;
const tryPassword = (password: string, now = NOW, address = email) =>
  signIn({ database, now }, { email: address, password }).then(
    () => "in",
    (error: { code: string }) => error.code,
  );
const outcomes = async () =>
  (
    await owner`select facts ->> 'outcome' as outcome from portal.audit_log where type = 'sign-in' order by audit_no`
  ).map((row) => row.outcome as string);

describe("signIn", () => {
  it("starts a session that carries the user's role and grant, and writes who and when", async () => {
    const { actor } = await signedIn(database, "  Accountant@Example.go.th ");
    expect(actor).toMatchObject({ email, role: "accountant", grant: { kind: "lao", lao: "06350302" } });
    const rows = await owner`select user_id, email, type, facts, at from portal.audit_log`;
    expect(rows).toEqual([{ user_id: actor.userId, email, type: "sign-in", facts: { email, outcome: "ok" }, at: NOW }]);
  });

  it("answers an unknown address, a wrong password, a locked and a disabled account with one sentence", async () => {
    const sentence = async (address: string, password: string) =>
      signIn({ database, now: NOW }, { email: address, password }).catch((error: Error) => error.message);
    const sentences = [await sentence("nobody@example.go.th", PASSWORD), await sentence(email, "wrong")];
    for (let failure = 0; failure < 4; failure += 1) await sentence(email, "wrong");
    sentences.push(await sentence(email, PASSWORD));
    await disableUser(asOperator(database), { email });
    sentences.push(await sentence(email, PASSWORD), await sentence("not an address", PASSWORD));
    expect(new Set(sentences).size).toBe(1);
    expect(sentences[0]).toContain("เข้าสู่ระบบไม่ได้");
    expect(await outcomes()).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "wrong", "locked", "disabled"]);
  });

  it("closes a network address that fails on many accounts, also to the right password, in words of its own, and leaves other addresses open", async () => {
    const limit = createAddressLimit();
    const attempt = (address: string, now: Date, password = "wrong", who = `nobody${now.getTime()}@example.go.th`) =>
      signIn({ database, now, limit }, { email: who, password, address }).then(
        () => "in",
        (error: { code: string; message: string }) => `${error.code} ${error.message}`,
      );
    for (let failure = 0; failure < ADDRESS_FAILURES_MAX; failure += 1)
      expect(await attempt("203.0.113.7", new Date(NOW.getTime() + failure))).toMatch(/^access\/signed-out/);
    expect(await attempt("203.0.113.7", later(1), PASSWORD, email)).toMatch(/^access\/locked .*จากเครือข่ายนี้.*รอ 15 นาที/);
    expect(await attempt("198.51.100.1", later(1), PASSWORD, email)).toBe("in");
    expect(await attempt("203.0.113.7", later(16), PASSWORD, email)).toBe("in");
  });

  it("closes the account for 15 minutes after five failures, then for 30, also to the right password", async () => {
    for (let failure = 0; failure < 5; failure += 1) expect(await tryPassword("wrong")).toBe("access/signed-out");
    expect(await tryPassword(PASSWORD, later(14))).toBe("access/signed-out");
    for (let failure = 0; failure < 5; failure += 1) await tryPassword("wrong", later(15));
    expect(await tryPassword(PASSWORD, later(44))).toBe("access/signed-out");
    expect(await tryPassword(PASSWORD, later(45))).toBe("in");
  });

  it("forgets failures with a good sign-in", async () => {
    for (let failure = 0; failure < 4; failure += 1) await tryPassword("wrong");
    expect(await tryPassword(PASSWORD)).toBe("in");
    for (let failure = 0; failure < 4; failure += 1) await tryPassword("wrong");
    expect(await tryPassword(PASSWORD)).toBe("in");
  });

  it("lets no guess escape the count when twenty come at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, guess) => tryPassword(`guess ${guess}`)));
    const tally = await outcomes();
    expect(tally.filter((outcome) => outcome === "wrong")).toHaveLength(5);
    expect(tally.filter((outcome) => outcome === "locked")).toHaveLength(15);
  });

  it("locks one account and not its neighbour", async () => {
    await addPerson(database, { ...ACCOUNTANT, email: "other@example.go.th" });
    for (let failure = 0; failure < 5; failure += 1) await tryPassword("wrong");
    expect(await tryPassword(PASSWORD, NOW, "other@example.go.th")).toBe("in");
  });

  it("keeps no password, neither in the audit log nor in the table", async () => {
    await tryPassword("a wrong one that was typed");
    await tryPassword(PASSWORD);
    const [row] =
      await owner`select (select string_agg(a::text, '') from portal.audit_log a) || (select string_agg(u::text, '') from portal.users u) as everything`;
    expect(row?.everything).not.toContain("typed");
    expect(row?.everything).not.toContain(PASSWORD);
    expect(row?.everything).toContain("$argon2id$");
  });
});

describe("a session", () => {
  it("ends after an hour without a request, and lives on with requests", async () => {
    const { sessionId } = await signedIn(database, email);
    const at = (minutes: number) => resumeSession({ database, now: later(minutes) }, sessionId);
    expect(await at(59)).toBeDefined();
    expect(await at(118)).toBeDefined();
    expect(await at(178)).toBeUndefined();
  });

  it("ends after eight hours whatever happens", async () => {
    const { sessionId } = await signedIn(database, email);
    for (let minutes = 30; minutes < 480; minutes += 30)
      expect(await resumeSession({ database, now: later(minutes) }, sessionId)).toBeDefined();
    expect(await resumeSession({ database, now: later(480) }, sessionId)).toBeUndefined();
  });

  it("ends with sign-out, alone, in the database and in the audit log", async () => {
    const here = await signedIn(database, email);
    const elsewhere = await signedIn(database, email);
    await signOut({ actor: here.actor, now: NOW, database }, { sessionId: here.sessionId });
    expect(await resumeSession({ database, now: NOW }, here.sessionId)).toBeUndefined();
    expect(await resumeSession({ database, now: NOW }, elsewhere.sessionId)).toBeDefined();
    expect((await owner`select email, type from portal.audit_log order by audit_no desc limit 1`)[0]).toEqual({
      email,
      type: "sign-out",
    });
  });

  it("of somebody else is not ended by sign-out", async () => {
    await addPerson(database, { ...ACCOUNTANT, email: "other@example.go.th" });
    const mine = await signedIn(database, email);
    const theirs = await signedIn(database, "other@example.go.th");
    await signOut({ actor: mine.actor, now: NOW, database }, { sessionId: theirs.sessionId });
    expect(await resumeSession({ database, now: NOW }, theirs.sessionId)).toBeDefined();
  });

  it.each([
    ["disabled", () => disableUser(asOperator(database), { email })],
    [
      "disabled and enabled again",
      async () => {
        await disableUser(asOperator(database), { email });
        await enableUser(asOperator(database), { email });
      },
    ],
    ["given a new password by the administrator", () => resetUser(asOperator(database), { email })],
  ])("ends at once when its user is %s", async (_what, change) => {
    const { sessionId } = await signedIn(database, email);
    await change();
    expect(await resumeSession({ database, now: NOW }, sessionId)).toBeUndefined();
  });

  it("is found by its whole id only", async () => {
    const { sessionId } = await signedIn(database, email);
    expect(await resumeSession({ database, now: NOW }, sessionId.slice(1))).toBeUndefined();
    expect(await resumeSession({ database, now: NOW }, "' or true --")).toBeUndefined();
  });
});

describe("changePassword", () => {
  const NEXT = "แดดออกที่ทุ่งนาในวันนี้";

  it("takes the new password, refuses the old one and ends every session", async () => {
    const here = await signedIn(database, email);
    const context = { actor: here.actor, now: NOW, database };
    expect(await changePassword(context, { current: PASSWORD, next: NEXT })).toBe("changed");
    expect(await resumeSession({ database, now: NOW }, here.sessionId)).toBeUndefined();
    expect([await tryPassword(PASSWORD), await tryPassword(NEXT)]).toEqual(["access/signed-out", "in"]);
    const rows = await owner`select facts from portal.audit_log where type = 'change-user'`;
    expect(rows).toEqual([{ facts: { change: "password", email } }]);
  });

  it("counts wrong guesses of the old password as failed sign-ins", async () => {
    const { actor } = await signedIn(database, email);
    const context = { actor, now: NOW, database };
    for (let failure = 0; failure < 5; failure += 1)
      expect(await changePassword(context, { current: "wrong", next: NEXT })).toBe("wrong");
    expect(await changePassword(context, { current: PASSWORD, next: NEXT })).toBe("locked");
    expect(await outcomes()).toEqual(["ok", "wrong", "wrong", "wrong", "wrong", "wrong", "locked"]);
  });

  it("refuses a new password that is too short or the old one", async () => {
    const { actor } = await signedIn(database, email);
    const context = { actor, now: NOW, database };
    await expect(changePassword(context, { current: PASSWORD, next: "สั้นไป" })).rejects.toMatchObject({
      code: "input/invalid",
    });
    await expect(changePassword(context, { current: PASSWORD, next: PASSWORD })).rejects.toMatchObject({
      code: "input/invalid",
    });
    expect(await tryPassword(PASSWORD)).toBe("in");
  });

  it("is demanded after a reset, and no more after it is done", async () => {
    const { initialPassword } = await resetUser(asOperator(database), { email });
    const first = await signIn({ database, now: NOW }, { email, password: initialPassword });
    expect(first.mustChangePassword).toBe(true);
    const session = await resumeSession({ database, now: NOW }, first.sessionId);
    if (!session) throw new Error("no session");
    await changePassword({ actor: session.actor, now: NOW, database }, { current: initialPassword, next: NEXT });
    expect((await signIn({ database, now: NOW }, { email, password: NEXT })).mustChangePassword).toBe(false);
  });
});
