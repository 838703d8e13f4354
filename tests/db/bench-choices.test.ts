import { afterAll, beforeAll, expect, it } from "vitest";
import { chooseReports } from "@/bin/bench/report-choices";
import { REPORTS } from "@/lib/operations/report-registry";
import { SNAPSHOT_ID, seedBooks } from "../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

let made: TestDatabase;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
});
afterAll(() => made.drop());

it("the bench measures every report of an LAO, but those of documents that it does not have", async () => {
  const chosen = new Set((await chooseReports(made.ownerUrl, SNAPSHOT_ID, 3)).map(({ reportId }) => reportId));
  const missing = REPORTS.filter(({ definition }) => !chosen.has(definition.id));
  expect(missing.flatMap(({ definition }) => definition.required).sort()).toEqual(["remittance", "requisition"]);
});
