/** What the charts of an LAO's home rest on: balances that stand until the next entry, and plans as their last month has them. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { operatorActor } from "@/lib/access/actor";
import { viewLaoCharts } from "@/lib/operations/view-lao-charts";
import { LAOS, SNAPSHOT_NO, seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const [own, other] = LAOS;
let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  await seedBooks(test.ownerUrl);
  const owner = openOwner(test.ownerUrl);
  await owner`delete from portal.cash`;
  await owner`delete from portal.budget_lines`;
  const cash = (lao: number, day: string, account: string, closing: bigint) => owner`
    insert into portal.cash (opening, received, paid, closing, account_code, lao_id, month, row_no, day, snapshot_no, bank_account_no)
    values (0, 0, 0, ${closing}, 1101030102001, ${lao}, ${Number(day.slice(0, 4) + day.slice(5, 7))}, 1, ${day}, ${SNAPSHOT_NO}, ${account})`;
  await cash(own.id, "2024-01-08", "CASH", 100n);
  await cash(own.id, "2024-01-08", "999", 5000n);
  await cash(own.id, "2024-01-10", "999", 4000n);
  await cash(own.id, "2024-02-01", "CASH", 0n);
  await cash(other.id, "2024-01-09", "999", 77n);
  const line = (lao: number, month: number, code: string, plan: string, disbursed: bigint) => owner`
    insert into portal.budget_lines (approved, transferred_in, transferred_out, encumbered, disbursed, remaining, lao_id, month, row_no,
      snapshot_no, budget_code, plan_code, work_code, category, expense_code, project)
    values (1000, 200, 100, 50, ${disbursed}, 0, ${lao}, ${month}, 1, ${SNAPSHOT_NO}, ${code}, ${plan}, '00111', '', '5330100', '')`;
  await line(own.id, 202402, "A", "00110", 10n);
  await line(own.id, 202403, "A", "00110", 300n);
  await line(own.id, 202403, "B", "00110", 1n);
  await line(own.id, 202403, "C", "00210", 5n);
  await line(other.id, 202404, "A", "00110", 9n);
  await owner.end();
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

const charts = () =>
  viewLaoCharts({ actor: operatorActor("tester"), now: new Date("2026-11-22T03:00:00Z"), database }, { lao: own.code });

it("an account without an entry on a day stands as on the day before", async () => {
  expect((await charts()).cash).toEqual([
    { day: "2024-01-08", amount: 5100n },
    { day: "2024-01-10", amount: 4100n },
    { day: "2024-02-01", amount: 4000n },
  ]);
});

it("plans are told as the last month of the budget has them, what was transferred included", async () => {
  const { plans } = await charts();
  expect(plans?.month).toBe("2024-03");
  expect(plans?.plans).toMatchObject([
    { planCode: "00110", budget: 2200n, encumbered: 100n, disbursed: 301n },
    { planCode: "00210", budget: 1100n, encumbered: 50n, disbursed: 5n },
  ]);
});
