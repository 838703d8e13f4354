/** Pins and the reports last opened are each reader's own, and of the LAO that is looked at. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { type Actor, operatorActor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import type { LaoCode } from "@/lib/office/office";
import { listMyReports } from "@/lib/operations/list-my-reports";
import { pinReport } from "@/lib/operations/pin-report";
import { runReport } from "@/lib/operations/run-report";
import { LAOS, seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const [first, second, far] = LAOS;
const auditorOf = (userId: number): Actor => ({
  userId,
  email: `auditor${userId}@example.go.th`,
  name: "ผู้ตรวจสอบ",
  role: "auditor",
  grant: { kind: "province", provinceCode: "35" },
});
const [me, colleague] = [auditorOf(1), auditorOf(2)];

let test: TestDatabase;
let database: Database;
let minutes = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  await seedBooks(test.ownerUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

/** Each call a minute later: the order of views is that of time. */
const context = (actor: Actor) => ({ actor, now: new Date(Date.UTC(2026, 10, 22, 3, ++minutes)), database });
const view = (actor: Actor, lao: string, reportId: string, params: Record<string, string>) =>
  runReport(context(actor), { lao, reportId, params });
const mine = (actor: Actor, lao: string = first.code) => listMyReports(context(actor), { lao });

it("what was opened last comes first, each report and choice once, in the LAO that is looked at alone", async () => {
  await view(me, first.code, "trial-balance", { month: "2024-03" });
  await view(me, first.code, "general-journal", { month: "2024-03" });
  await view(me, first.code, "trial-balance", { month: "2024-04" });
  await view(me, first.code, "trial-balance", { month: "2567-03" });
  await view(me, second.code, "trial-balance", { month: "2024-02" });
  expect((await mine(me)).recent).toEqual([
    { reportId: "trial-balance", params: { month: "2024-03" } },
    { reportId: "trial-balance", params: { month: "2024-04" } },
    { reportId: "general-journal", params: { month: "2024-03" } },
  ]);
  expect((await mine(me, second.code)).recent).toHaveLength(1);
});

it("nobody sees what a colleague opened or pinned", async () => {
  await pinReport(context(me), { reportId: "ledger", isPinned: true });
  expect(await mine(colleague)).toMatchObject({ pinned: [], recent: [] });
  expect((await mine(me)).pinned).toEqual(["ledger"]);
});

it("a pin is set once and taken away again, and only for reports that there are", async () => {
  await pinReport(context(me), { reportId: "trial-balance", isPinned: true });
  await pinReport(context(me), { reportId: "trial-balance", isPinned: true });
  expect((await mine(me)).pinned).toEqual(["ledger", "trial-balance"]);
  await pinReport(context(me), { reportId: "ledger", isPinned: false });
  await pinReport(context(me), { reportId: "ledger", isPinned: false });
  expect((await mine(me)).pinned).toEqual(["trial-balance"]);
  await expect(pinReport(context(me), { reportId: "no-such", isPinned: true })).rejects.toThrow(AppError);
});

it("the operator has no pins, and an LAO outside the scope shows nothing", async () => {
  await expect(pinReport(context(operatorActor("tester")), { reportId: "ledger", isPinned: true })).rejects.toThrow(
    AppError,
  );
  expect(await mine(operatorActor("tester"))).toMatchObject({ pinned: [], recent: [] });
  await expect(mine(me, far.code as LaoCode)).rejects.toThrow(AppError);
});

it("row-level security holds for pins and views, whatever is asked", async () => {
  const app = openOwner(test.appUrl);
  try {
    const [seen] = await app.begin(async (tx) => {
      await tx`select set_config('app.user_id', '2', true), set_config('app.lao_from', '0', true), set_config('app.lao_to', '2147483647', true)`;
      return tx`select (select count(*)::integer from portal.pinned_reports) as pins, (select count(*)::integer from portal.audit_log) as events`;
    });
    expect(seen).toEqual({ pins: 0, events: 0 });
    await expect(
      app.begin(async (tx) => {
        await tx`select set_config('app.user_id', '2', true)`;
        await tx`insert into portal.pinned_reports (user_id, report_id) values (1, 'ledger')`;
      }),
    ).rejects.toThrow(/row-level security/);
  } finally {
    await app.end();
  }
});
