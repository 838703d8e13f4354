/** Golden documents: every report of the small books, sound and damaged, as JSON. A change of any figure, mark or sentence shows here. */
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { exportReport } from "@/lib/operations/export-report";
import { PROVINCE_REPORTS } from "@/lib/operations/province-report-registry";
import { REPORTS } from "@/lib/operations/report-registry";
import { renderJson } from "@/lib/render/json/render-json";
import { ACTORS, NOW } from "../support/read-report";
import { BANK, damagePartition, seedBooks } from "../support/seed-books";
import { seedBudget } from "../support/seed-budget";
import { seedCash } from "../support/seed-cash";
import { seedDocuments } from "../support/seed-documents";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

let made: TestDatabase;
let database: Database;
/** Books with votes of their own: what is paid from them has no cheque and no entry, which other reports would rightly miss. */
let budgetMade: TestDatabase;
let budgetDatabase: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  await seedDocuments(made.ownerUrl);
  await seedCash(made.ownerUrl);
  await damagePartition(made.ownerUrl, {
    laoId: 3500002,
    month: 202403,
    state: "partial",
    findings: [
      { code: "row/value", table_name: "journal", row_from: 5, row_to: 5, column_name: "debit", found: "2x.75" },
      { code: "row/text", table_name: "journal", row_from: 1, row_to: 1, column_name: "description", found: "ค້างค้าง" },
      { code: "row/shape", table_name: "balances", row_from: 1, row_to: 1 },
    ],
    takeAway: [
      { table: "journal", where: "row_no = 5" },
      { table: "balances", where: "row_no = 1" },
    ],
  });
  await damagePartition(made.ownerUrl, {
    laoId: 3500002,
    module: "revenue",
    month: 202403,
    state: "partial",
    findings: [
      { code: "tie/number-gap", table_name: "receipts", doc_from: "R-000005/67", doc_to: "R-000005/67", count: 1 },
      { code: "row/text", table_name: "receipts", row_from: 4, row_to: 4, column_name: "payer", found: "ผู้ชຳระ" },
      { code: "row/value", table_name: "revenue_register", row_from: 1, row_to: 1, column_name: "received" },
    ],
    takeAway: [
      { table: "receipts", where: "receipt_no = 'R-000005/67'" },
      { table: "revenue_register", where: "row_no = 1" },
    ],
  });
  await damagePartition(made.ownerUrl, {
    laoId: 3500002,
    module: "expenditure",
    month: 202403,
    state: "partial",
    findings: [
      { code: "row/value", table_name: "cheques", row_from: 1, row_to: 1, column_name: "amount", found: "31#0.00" },
      { code: "row/value", table_name: "loans", row_from: 2, row_to: 2, column_name: "amount", found: "x" },
      {
        code: "tie/cross-module",
        table_name: "requisitions",
        doc_from: "00001/67",
        doc_to: "00001/67",
        expected: "3180.00",
        found: "0.00",
      },
    ],
    takeAway: [{ table: "cheques", where: "row_no = 1" }],
  });
  database = openDatabase(made.appUrl);
  budgetMade = await createTestDatabase();
  await seedBooks(budgetMade.ownerUrl);
  await seedBudget(budgetMade.ownerUrl);
  await damagePartition(budgetMade.ownerUrl, {
    laoId: 3500002,
    module: "budget",
    month: 202403,
    state: "partial",
    findings: [
      {
        code: "row/value",
        table_name: "budget_lines",
        row_from: 11,
        row_to: 11,
        column_name: "disbursed",
        found: "55o0.00",
      },
      {
        code: "tie/number-gap",
        table_name: "budget_transfers",
        doc_from: "T-00007/67",
        doc_to: "T-00007/67",
        count: 1,
        amount: 150000n,
      },
    ],
    takeAway: [
      { table: "budget_lines", where: "row_no = 11" },
      { table: "budget_transfers", where: "row_no = 1" },
    ],
  });
  await damagePartition(budgetMade.ownerUrl, {
    laoId: 3500002,
    module: "assets",
    month: 202404,
    state: "inconsistent",
    findings: [{ code: "row/text", table_name: "assets", row_from: 2, row_to: 2, column_name: "name", found: "เก้าอี้ຍ" }],
  });
  budgetDatabase = openDatabase(budgetMade.appUrl);
});

afterAll(async () => {
  for (const one of [database, budgetDatabase]) await closeDatabase(one);
  for (const one of [made, budgetMade]) await one.drop();
});

const BUDGET_REPORTS = [
  "budget-register",
  "budget-remaining",
  "budget-transfers",
  "budget-spending",
  "asset-register",
  "units-summary",
  "lao-progress",
];

const PARAMS: Readonly<Record<string, Record<string, string>>> = {
  "trial-balance": { month: "2024-03", groups: "1" },
  ledger: { account: BANK, from: "2024-02-01", to: "2024-04-30" },
  "asset-register": { from: "2024-03-01", to: "2024-04-30" },
  "journal-document": { entry: "RV-00003/67" },
  remittance: { remittance: "N-00003/67" },
  requisition: { requisition: "00001/67" },
};

interface Case {
  readonly id: string;
  readonly name: string;
  readonly place: { readonly lao: string } | { readonly province: string };
}

const CASES = REPORTS.flatMap(({ definition }) =>
  [
    ["sound", "06350302"],
    ["damaged", "05350401"],
  ].map(([name, lao]): Case => ({ id: definition.id, name: name ?? "", place: { lao: lao ?? "" } })),
);

const OF_PROVINCES = PROVINCE_REPORTS.flatMap(({ definition: { id } }): Case[] => [
  { id, name: "sound", place: { province: "36" } },
  { id, name: "damaged", place: { province: "35" } },
]);

it.each([...CASES, ...OF_PROVINCES])("$id, $name", async ({ id, name, place }) => {
  let json = "";
  await exportReport(
    { actor: ACTORS.department, now: NOW, database: BUDGET_REPORTS.includes(id) ? budgetDatabase : database },
    {
      ...place,
      reportId: id,
      params: PARAMS[id] ?? { month: "2024-03" },
      format: "json",
      sink: async (document) => {
        for await (const bytes of renderJson(document)) json += Buffer.from(bytes).toString("utf8");
      },
    },
  );
  await expect(json).toMatchFileSnapshot(path.resolve(import.meta.dirname, `../golden/${id}/${name}.json`));
});
