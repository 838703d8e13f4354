/** The reports on re-keyed books as documents that were looked at, over the small books of a damaged LAO and of a sound one. */
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import type { LaoCode } from "@/lib/office/office";
import { decideRekeyed } from "@/lib/operations/decide-rekeyed";
import { exportReport } from "@/lib/operations/export-report";
import { REKEYED_REPORTS } from "@/lib/operations/rekeyed-reports";
import { uploadRekeyed } from "@/lib/operations/upload-rekeyed";
import { viewRekeyed } from "@/lib/operations/view-rekeyed";
import { renderJson } from "@/lib/render/json/render-json";
import { seedBooks } from "../../support/seed-books";
import { seedDocuments } from "../../support/seed-documents";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { ACCOUNTANT, addPerson, NOW, signedIn } from "./people";

const LAOS = { sound: "06350302", damaged: "05350401" } as const;

/** Receipts of March: one keyed rightly, one with another amount, one left out, one that the archive does not know. */
const KEYED = [
  ["R-000004/67", "2024-03-05", "411009", "75.25"],
  ["R-000005/67", "2024-03-05", "411009", "42.75"],
  ["R-000099/67", "2024-03-20", "411009", "500.00"],
];
const CSV = [["เลขที่ใบเสร็จ", "วันที่", "รหัสรายรับ", "จำนวนเงิน"], ...KEYED].map((row) => `${row.join(",")}\r\n`).join("");

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  await seedBooks(test.ownerUrl);
  await seedDocuments(test.ownerUrl);
  database = openDatabase(test.appUrl);
  for (const lao of Object.values(LAOS)) {
    const email = `accountant.${lao}@example.go.th`;
    await addPerson(database, { ...ACCOUNTANT, email, grant: { kind: "lao", lao: lao as LaoCode } });
    const { actor } = await signedIn(database, email);
    const context = { actor, now: NOW, database };
    await uploadRekeyed(context, { lao, fileName: "ใบเสร็จ มี.ค. 67.csv", content: Buffer.from(CSV), isReplacing: true });
    const { items } = await viewRekeyed(context, { lao, page: 1, pageSize: 100 });
    const surplus = items.find(({ outcome }) => outcome === "surplus");
    if (surplus)
      await decideRekeyed(context, { lao, items: [surplus.key], decision: "explained", note: "=ใบเสร็จเล่มใหม่" });
  }
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

const CASES = REKEYED_REPORTS.flatMap(({ definition: { id } }) =>
  Object.entries(LAOS).map(([name, lao]) => ({ id, name, lao })),
);

it.each(CASES)("$id, $name", async ({ id, name, lao }) => {
  const { actor } = await signedIn(database, `accountant.${lao}@example.go.th`);
  let json = "";
  await exportReport(
    { actor, now: NOW, database },
    {
      lao,
      reportId: id,
      params: {},
      format: "json",
      sink: async (document) => {
        for await (const bytes of renderJson(document)) json += Buffer.from(bytes).toString("utf8");
      },
    },
  );
  await expect(json).toMatchFileSnapshot(path.resolve(import.meta.dirname, `../../golden/${id}/${name}.json`));
});
