/** Partitions and findings are listed to those whose books they are, in pages that lose and repeat nothing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { type Actor, operatorActor } from "@/lib/access/actor";
import type { Finding } from "@/lib/finding/finding";
import { toFindingJson } from "@/lib/finding/finding-json";
import { satang } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import { listFindings } from "@/lib/operations/list-findings";
import { listPartitions } from "@/lib/operations/list-partitions";
import { listSnapshots } from "@/lib/operations/list-snapshots";
import { loadArchive } from "@/lib/operations/load-archive";
import { journalRow, journalRows, LAO, makeBag, OTHER_LAO } from "../../support/make-bag";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const now = new Date("2026-11-22T03:00:00Z");
const operator = operatorActor("tester");
const asActor = (role: Actor["role"], grant: Actor["grant"]): Actor => ({
  userId: null,
  email: "a@b.th",
  name: "a",
  role,
  grant,
});
const accountant = asActor("accountant", { kind: "lao", lao: LAO as LaoCode });

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  // Every other row is unreadable in another column, so that neighbours do not become one finding.
  const bad = Array.from({ length: 24 }, (_, index) =>
    journalRow(20 + index, 1, index % 2 ? { debit: "x" } : { entry_date: "x" }),
  );
  const foreign = journalRow(90, 1, { lao_code: OTHER_LAO });
  const other = journalRows(4).map((row) => row.with(0, OTHER_LAO));
  const bag = makeBag({
    files: {
      [`${LAO}/accounting/2024-01/journal`]: [...journalRows(10), ...bad, foreign],
      [`${LAO}/accounting/2024-02/journal`]: "no,such,head\n",
      [`${OTHER_LAO}/accounting/2024-01/journal`]: [...other, journalRow(9, 1, { lao_code: OTHER_LAO, credit: "?" })],
    },
  });
  await loadArchive({ bag, ownerUrl: test.ownerUrl, actor: operator, replace: false, now });
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

async function allFindings(actor: Actor, limit: number, lao?: string): Promise<Finding[]> {
  const found: Finding[] = [];
  let after: Parameters<typeof listFindings>[1]["after"];
  do {
    const page = await listFindings(
      { actor, now, database },
      { snapshot: "test-bag", limit, after, lao: lao as LaoCode | undefined },
    );
    found.push(...page.findings);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

describe("listFindings", () => {
  it("gives the same list in pages of any size", async () => {
    const whole = await allFindings(operator, 1_000);
    expect(whole.length).toBeGreaterThan(20);
    for (const limit of [1, 7, whole.length]) expect(await allFindings(operator, limit)).toEqual(whole);
  });

  it("shows an LAO its own damage and nothing of another, whatever it asks for", async () => {
    const own = await allFindings(accountant, 5);
    expect(own.length).toBeGreaterThan(20);
    expect(new Set(own.map((finding) => finding.lao))).toEqual(new Set([LAO]));
    expect(await allFindings(accountant, 5, OTHER_LAO)).toEqual([]);
    const others = await allFindings(operator, 5, OTHER_LAO);
    expect(others.map((finding) => finding.code)).toContain("row/value");
    expect(new Set(others.map((finding) => finding.lao))).toEqual(new Set([OTHER_LAO]));
    expect(await allFindings(asActor("administrator", { kind: "none" }), 5)).toEqual([]);
  });

  it("tells of another LAO's row only its place, whoever asks but an administrator", async () => {
    const isForeign = (finding: Finding) => finding.code === "row/foreign";
    const department = asActor("department", { kind: "nation" });
    for (const actor of [accountant, department]) {
      const [finding, ...more] = (await allFindings(actor, 100)).filter(isForeign);
      expect(more).toEqual([]);
      expect(finding).toMatchObject({
        lao: LAO,
        table: "journal",
        rowFrom: 35,
        docFrom: null,
        docTo: null,
        dateFrom: null,
        expected: null,
        found: null,
        amount: null,
      });
      expect(JSON.stringify(finding && toFindingJson(finding))).not.toMatch(new RegExp(`${OTHER_LAO}|00090`));
    }
    expect((await allFindings(operator, 100)).find(isForeign)).toMatchObject({ rowFrom: 35, found: OTHER_LAO });
  });

  it("refuses a snapshot that is not served", async () => {
    await expect(listFindings({ actor: operator, now, database }, { snapshot: "nothing" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("listPartitions", () => {
  it("lists every LAO × module × month once, page by page", async () => {
    const whole = await listPartitions({ actor: operator, now, database }, { snapshot: "test-bag" });
    expect(whole.partitions).toHaveLength(2 * 5 * 2);
    const first = await listPartitions({ actor: operator, now, database }, { snapshot: "test-bag", laosMax: 1 });
    const second = await listPartitions(
      { actor: operator, now, database },
      { snapshot: "test-bag", laosMax: 1, afterLaoId: first.lastLaoId ?? undefined },
    );
    expect([...first.partitions, ...second.partitions]).toEqual(whole.partitions);
    for (const partition of whole.partitions)
      expect(partition.rowsRead).toBe(partition.rowsLoaded + partition.rowsQuarantined);
  });

  it("shows an accountant the partitions of one LAO alone", async () => {
    const { partitions } = await listPartitions({ actor: accountant, now, database }, { snapshot: "test-bag" });
    expect(new Set(partitions.map((partition) => partition.lao))).toEqual(new Set([LAO]));
  });
});

describe("listSnapshots", () => {
  it("shows those being loaded to administrators alone", async () => {
    const owner = openOwner(test.ownerUrl);
    await owner`update portal.snapshots set status = 'loading'`;
    expect(await listSnapshots({ actor: operator, now, database }, { includeUnserved: true })).toHaveLength(1);
    expect(await listSnapshots({ actor: accountant, now, database }, { includeUnserved: true })).toHaveLength(0);
    await owner`update portal.snapshots set status = 'served'`;
    await owner.end();
    expect(await listSnapshots({ actor: accountant, now, database }, {})).toMatchObject([
      { id: "test-bag", synthetic: true },
    ]);
  });
});

it("prints findings with the keys of the contract, amounts as baht", async () => {
  const [finding] = await allFindings(operator, 1);
  if (!finding) throw new Error("no finding");
  const printed = JSON.parse(JSON.stringify(toFindingJson({ ...finding, amount: satang(-123450n) })));
  expect(Object.keys(printed).join(", ")).toBe(
    "code, lao, module, month, table, file, rowFrom, rowTo, docFrom, docTo, dateFrom, dateTo, account, expected, found, amount",
  );
  expect(printed).toMatchObject({ lao: LAO, month: "2024-01", amount: "-1234.50" });
});
