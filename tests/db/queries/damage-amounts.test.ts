/** What is said to be missing is a lower bound: one loss seen in several ways, or in several registers, is counted once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { damageSummary } from "@/db/queries/damage-summary";
import { laoDamage } from "@/db/queries/lao-damage";
import { type LaosQuery, laos } from "@/db/queries/laos";
import { withScope } from "@/db/scoped";
import { ALL_LAOS, mintScope } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import { ACTORS } from "../../support/read-report";
import {
  BANK,
  CASH,
  damagePartition,
  LAOS,
  REVENUE,
  type SeededFinding,
  SNAPSHOT_NO,
  seedBooks,
} from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const [one, two, three] = LAOS;
const scope = mintScope(ACTORS.department, ALL_LAOS);

let test: TestDatabase;
let database: Database;

const proved = (finding: SeededFinding): SeededFinding => ({ confidence: "arithmetic", ...finding });
const lacking = (account: string, amount: bigint): SeededFinding =>
  proved({ code: "tie/balance", table_name: "journal", account, amount });

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  await seedBooks(test.ownerUrl);
  // Two receipts of 500.00 baht in all are gone from journal and receipts: numbers, accounts and remittances all say so.
  await damagePartition(test.ownerUrl, {
    laoId: one.id,
    month: 202402,
    state: "partial",
    findings: [
      proved({
        code: "tie/number-gap",
        table_name: "journal",
        doc_from: "RV-00008/67",
        doc_to: "RV-00009/67",
        count: 2,
        amount: 500_00n,
      }),
      lacking(CASH, 300_00n),
      lacking(BANK, 200_00n),
      lacking(REVENUE, -500_00n),
      proved({
        code: "tie/number-gap",
        table_name: "journal",
        doc_from: "RV-00002/67",
        doc_to: "RV-00002/67",
        found: "RV-00002/67",
        count: 2,
      }),
    ],
  });
  await damagePartition(test.ownerUrl, {
    laoId: one.id,
    month: 202402,
    module: "revenue",
    state: "partial",
    findings: [
      proved({
        code: "tie/number-gap",
        table_name: "receipts",
        doc_from: "R-000008/67",
        doc_to: "R-000009/67",
        count: 2,
        amount: 450_00n,
      }),
      proved({ code: "tie/cross-module", table_name: "receipts", doc_from: "N-00008/67", amount: 450_00n }),
      proved({ code: "tie/cross-module", table_name: "receipts", account: "0101", amount: 450_00n }),
      proved({
        code: "tie/cross-module",
        table_name: "receipts",
        doc_from: "N-00009/67",
        row_from: 4,
        column_name: "remittance_no",
        amount: 9_999_00n,
      }),
      {
        code: "tie/number-gap",
        confidence: "suspected",
        table_name: "receipts",
        doc_from: "R-000020/67",
        doc_to: "R-000022/67",
        count: 3,
        amount: 7_000_00n,
      },
    ],
  });
  await damagePartition(test.ownerUrl, {
    laoId: one.id,
    month: 202403,
    module: "revenue",
    state: "inconsistent",
    findings: [
      {
        code: "tie/number-gap",
        confidence: "suspected",
        table_name: "receipts",
        doc_from: "R-000020/67",
        doc_to: "R-000022/67",
        count: 3,
        amount: 7_000_00n,
      },
    ],
  });
  await damagePartition(test.ownerUrl, {
    laoId: two.id,
    month: 202405,
    state: "lost",
    findings: [
      { code: "file/missing", table_name: "journal" },
      lacking(CASH, 1_000_00n),
      lacking(REVENUE, -700_00n),
      proved({ code: "tie/balance", table_name: "balances", account: CASH, amount: 88_888_00n }),
    ],
  });
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

const summaryOf = (laoId: number) =>
  withScope(database, scope, (db) => damageSummary(db, scope, { snapshotNo: SNAPSHOT_NO, laoId: laoId as LaoId }));
const list = (query: Partial<LaosQuery>) =>
  withScope(database, scope, (db) =>
    laos(db, scope, { snapshotNo: SNAPSHOT_NO, module: "all", sort: "name", offset: 0, limit: 10, ...query }),
  );
const codes = async (query: Partial<LaosQuery>) => (await list(query)).laos.map(({ code }) => code as string);

describe("what an LAO lacks", () => {
  it("counts one loss once, whether numbers, accounts or remittances tell it", async () => {
    const cells = await withScope(database, scope, (db) =>
      laoDamage(db, scope, { snapshotNo: SNAPSHOT_NO, laoId: one.id as LaoId }),
    );
    const cell = (module: string, month: string) =>
      cells.find((part) => part.module === module && part.month === month);
    expect(cell("accounting", "2024-02")).toMatchObject({
      documentsMissing: 2,
      amountMissing: 500_00n,
      amountTable: "journal",
    });
    expect(cell("revenue", "2024-02")).toMatchObject({
      documentsMissing: 2,
      amountMissing: 450_00n,
      amountTable: "receipts",
    });
    expect(cell("accounting", "2024-03")).toMatchObject({ documentsMissing: null, amountMissing: null });
  });

  it("adds no amounts of different registers, since they can be the same money, and names the one it tells of", async () => {
    const damage = await summaryOf(one.id);
    expect(damage.get("all")).toMatchObject({ amountMissing: 500_00n, amountTable: "journal" });
    expect(damage.get("revenue")).toMatchObject({ amountMissing: 450_00n, amountTable: "receipts" });
  });

  it("counts documents once of which only the month is not sure, and no number that stands twice", async () => {
    expect((await summaryOf(one.id)).get("all")?.documentsMissing).toBe(2 + 2 + 3);
  });

  it("takes the larger side where accounts lack debits and credits, and nothing that a closed balance says of itself", async () => {
    expect((await summaryOf(two.id)).get("all")).toMatchObject({ amountMissing: 1_000_00n, documentsMissing: null });
  });

  it("is nothing where no damage is known", async () => {
    expect((await summaryOf(three.id)).get("all")).toMatchObject({
      amountMissing: null,
      documentsMissing: null,
      amountTable: null,
    });
  });

  it("is the same when an archive loaded before is added up anew", async () => {
    const owner = openOwner(test.ownerUrl);
    const read = () => owner`select * from portal.lao_damage order by lao_id, module`;
    const before = [...(await read())];
    await owner`delete from portal.lao_damage`;
    await owner`select portal.summarize_damage(snapshot_no, 0, 2147483647) from portal.snapshots`;
    expect([...(await read())]).toEqual(before);
    expect(before).toHaveLength(LAOS.length * 6);
    await owner.end();
  });
});

describe("the list of LAOs", () => {
  it("gives the worst state of each month over all modules, or the states of one", async () => {
    expect((await list({})).laos.find(({ code }) => code === one.code)?.states).toEqual([
      "intact",
      "partial",
      "inconsistent",
      "intact",
      "intact",
      "intact",
      "intact",
    ]);
    expect((await list({ module: "revenue" })).laos.find(({ code }) => code === one.code)?.states.slice(0, 4)).toEqual([
      "empty",
      "partial",
      "inconsistent",
      "empty",
    ]);
  });

  it("ranks by baht missing, by documents and by damage", async () => {
    expect(await codes({ sort: "amount" })).toEqual([two.code, one.code, three.code]);
    expect((await codes({ sort: "documents" }))[0]).toBe(one.code);
    expect(await codes({ sort: "damage" })).toEqual([two.code, one.code, three.code]);
  });

  it("is narrowed by state, month, module, district and type, each with the others", async () => {
    expect(await codes({ state: "lost" })).toEqual([two.code]);
    expect(await codes({ monthNo: 2 })).toEqual([one.code]);
    expect(await codes({ monthNo: 3, state: "partial" })).toEqual([]);
    expect(await codes({ monthNo: 3, state: "inconsistent", module: "revenue" })).toEqual([one.code]);
    expect(await codes({ monthNo: 5, module: "revenue" })).toEqual([]);
    expect(await codes({ provinceCode: "35", district: "ป่าสมมุติ" })).toEqual([two.code]);
    expect(await codes({ type: "ทต." })).toEqual([]);
    expect(await codes({ q: "๐๖๓๕" })).toEqual([one.code]);
  });

  it("sums over all that match, not over the page", async () => {
    const page = await list({ limit: 1 });
    expect(page.laoCount).toBe(3);
    expect(page.total).toMatchObject({
      amountMissing: 1_500_00n,
      documentsMissing: 7,
      partitions: { lost: 1, partial: 2, inconsistent: 1 },
    });
  });
});
