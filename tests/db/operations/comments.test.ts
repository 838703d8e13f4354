/** Comments: overseers open threads, the LAO answers and marks as done, nobody sees or says anything elsewhere, and nothing once said can be changed. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import { withScope } from "@/db/scoped";
import { type Actor, operatorActor } from "@/lib/access/actor";
import { mintScope } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import { listComments } from "@/lib/operations/list-comments";
import { type WriteCommentInput, writeComment } from "@/lib/operations/write-comment";
import { ACTORS, NOW } from "../../support/read-report";
import { seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const LAO = "06350302";
const NEIGHBOUR = "05350401";
const ELSEWHERE = { ...ACTORS.auditor, userId: 9, grant: { kind: "province", provinceCode: "36" } } as const;

let made: TestDatabase;
let owner: OwnerSql;
let database: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  owner = openOwner(made.ownerUrl);
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await owner.end();
  await made.drop();
});

const write = (actor: Actor, input: Omit<WriteCommentInput, "lao"> & { lao?: string }) =>
  writeComment({ actor, now: NOW, database }, { lao: LAO, ...input });
const list = (actor: Actor, lao = LAO) => listComments({ actor, now: NOW, database }, { lao });

it("an auditor opens a thread, the accountant answers and marks it done, and each step is in the audit log", async () => {
  await write(ACTORS.auditor, { kind: "opened", text: "โปรดตรวจใบเสร็จเดือนมีนาคม" });
  const [opened] = await list(ACTORS.accountant);
  expect(opened).toMatchObject({
    isDone: false,
    comments: [{ author: "สมชาย", isOfLao: false, text: "โปรดตรวจใบเสร็จเดือนมีนาคม" }],
  });
  const threadNo = opened?.threadNo ?? 0n;
  await write(ACTORS.accountant, { kind: "answer", threadNo, text: "ตรวจแล้ว" });
  await write(ACTORS.accountant, { kind: "done", threadNo, text: "" });
  expect((await list(ACTORS.auditor))[0]).toMatchObject({
    isDone: true,
    comments: [{ kind: "opened" }, { kind: "answer", author: "สมหญิง", isOfLao: true }, { kind: "done" }],
  });
  await write(ACTORS.accountant, { kind: "reopened", threadNo, text: "" });
  expect((await list(ACTORS.department))[0]?.isDone).toBe(false);
  const log = await owner<
    { kind: string }[]
  >`select facts ->> 'kind' as kind from portal.audit_log where type = 'write-comment' order by audit_no`;
  expect(log.map(({ kind }) => kind)).toEqual(["opened", "answer", "done", "reopened"]);
});

it("each says only what is theirs to say", async () => {
  const threadNo = (await list(ACTORS.auditor))[0]?.threadNo ?? 0n;
  await expect(write(ACTORS.accountant, { kind: "opened", text: "x" })).rejects.toMatchObject({
    code: "access/forbidden",
  });
  await expect(write(ACTORS.auditor, { kind: "done", threadNo, text: "" })).rejects.toMatchObject({
    code: "access/forbidden",
  });
  await expect(write(ACTORS.administrator, { kind: "answer", threadNo, text: "x" })).rejects.toMatchObject({
    code: "access/forbidden",
  });
  await expect(write(operatorActor("root"), { kind: "opened", text: "x" })).rejects.toMatchObject({
    code: "access/forbidden",
  });
  for (const wrong of [
    { kind: "opened", text: " " },
    { kind: "answer", text: "x" },
    { kind: "opened", text: "x".repeat(2001) },
  ] as const)
    await expect(write(ACTORS.auditor, wrong)).rejects.toMatchObject({ code: "input/invalid" });
});

it("neither another province nor another LAO sees or says anything, nor is a thread answered from another LAO", async () => {
  const threadNo = (await list(ACTORS.auditor))[0]?.threadNo ?? 0n;
  await expect(list(ELSEWHERE)).rejects.toMatchObject({ code: "access/forbidden" });
  await expect(write(ELSEWHERE, { kind: "opened", text: "x" })).rejects.toMatchObject({ code: "access/forbidden" });
  await expect(list(ACTORS.accountant, NEIGHBOUR)).rejects.toMatchObject({ code: "access/forbidden" });
  expect(await list(ACTORS.auditor, NEIGHBOUR)).toEqual([]);
  await expect(write(ACTORS.auditor, { lao: NEIGHBOUR, kind: "answer", threadNo, text: "x" })).rejects.toMatchObject({
    code: "not-found",
  });
});

it("the database itself refuses what an operation would forget to refuse", async () => {
  const scope = mintScope(ACTORS.accountant, { from: 3500001 as LaoId, to: 3500001 as LaoId });
  const insert = (values: string) =>
    withScope(database, scope, (db) =>
      db.execute(
        sql.raw(
          `insert into portal.comments (at, lao_id, user_id, kind, thread_no, is_of_lao, author, body) values (now(), ${values})`,
        ),
      ),
    );
  for (const [what, values] of [
    ["another LAO", "3500002, 1, 'answer', 1, true, 'x', 'x'"],
    ["another user's name", "3500001, 2, 'answer', 1, true, 'x', 'x'"],
    ["an overseer's words", "3500001, 1, 'opened', null, false, 'x', 'x'"],
    ["a thread of one's own", "3500001, 1, 'opened', null, true, 'x', 'x'"],
  ] as const)
    await expect(insert(values), what).rejects.toThrow();
  await insert("3500001, 1, 'answer', 1, true, 'x', 'x'");
  for (const change of ["update portal.comments set body = 'y'", "delete from portal.comments"])
    await expect(withScope(database, scope, (db) => db.execute(sql.raw(change)))).rejects.toThrow();
});
