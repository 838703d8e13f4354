/** Digests are made at load, are equal exactly where the rows are, and are made up for archives loaded before the portal had them. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { backfillDerived } from "@/db/load/backfill-derived";
import { type OwnerSql, openOwner } from "@/db/owner";
import { rowDigestSql } from "@/db/row-digest";
import { operatorActor } from "@/lib/access/actor";
import { comparedTable } from "@/lib/comparison/compared-table";
import { loadArchive } from "@/lib/operations/load-archive";
import { journalRow, journalRows, LAO, makeBag, type Rows } from "../../support/make-bag";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

let test: TestDatabase;
let owner: OwnerSql;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openOwner(test.ownerUrl);
});

afterAll(async () => {
  await owner.end();
  await test.drop();
});

let bags = 0;

async function load(rows: Rows): Promise<{ snapshotNo: number; digest: string; rows: number; amount: bigint }> {
  bags += 1;
  const bag = makeBag({
    snapshot: { id: `digest-${bags}` },
    files: { [`${LAO}/accounting/2024-01/journal`]: rows },
  });
  const now = new Date("2026-11-22T03:00:00Z");
  await loadArchive({ bag, ownerUrl: test.ownerUrl, actor: operatorActor("tester"), replace: false, now });
  const found = await owner<{ snapshotNo: number; digest: string; rows: number; amount: bigint }[]>`
    select snapshot_no as "snapshotNo", d.digest::text as digest, rows, amount from portal.digests d join portal.snapshots using (snapshot_no)
    where id = ${`digest-${bags}`} and table_name = 'journal' and month = 202401`;
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} digests`);
  return found[0];
}

it("rows in another order have the same digest, and count and sum as they stand", async () => {
  const rows = journalRows(40);
  const [straight, turned] = [await load(rows), await load([...rows].reverse())];
  expect(turned.digest).toBe(straight.digest);
  expect(straight.rows).toBe(40);
  const [sum] =
    await owner`select sum(debit)::bigint as debit from portal.journal where snapshot_no = ${straight.snapshotNo}`;
  expect(straight.amount).toBe(sum?.debit);
});

it.each([
  ["one satang", [journalRow(1, 1), journalRow(1, 2, { credit: "102.51" })]],
  [
    "amounts that changed places",
    [journalRow(1, 1, { debit: "0.00", credit: "101.50" }), journalRow(1, 2, { credit: "0.00", debit: "102.50" })],
  ],
  ["a text", [journalRow(1, 1, { description: "รับเงินภาษีป้าย" }), journalRow(1, 2)]],
  ["an empty cell that was filled", [journalRow(1, 1, { unit_code: `${LAO}-01` }), journalRow(1, 2)]],
  ["a value in the next column", [journalRow(1, 1, { unit_code: "RM-00001/67", source_no: "" }), journalRow(1, 2)]],
  ["a missing row", [journalRow(1, 1)]],
])("%s makes another digest", async (_change, rows) => {
  const before = await load([journalRow(1, 1), journalRow(1, 2)]);
  expect((await load(rows)).digest).not.toBe(before.digest);
});

it("texts that changed places between two rows make another digest", async () => {
  const texts = ["ค่าน้ำ", "ค่าไฟ"];
  const rows = (order: readonly number[]) =>
    order.map((at, index) => journalRow(index + 1, 1, { description: texts[at] ?? "" }));
  expect((await load(rows([0, 1]))).digest).not.toBe((await load(rows([1, 0]))).digest);
});

it("an archive loaded before the portal had digests gets the same ones at the next start, and only once", async () => {
  const { snapshotNo } = await load(journalRows(10));
  const read = async () => [
    ...(await owner`select * from portal.digests where snapshot_no = ${snapshotNo} order by lao_id, month, table_name`),
    ...(await owner`select * from portal.entry_digests where snapshot_no = ${snapshotNo} order by lao_id, month, entry_no`),
  ];
  const before = await read();
  expect(before).toHaveLength(1 + 5);
  await owner.unsafe(`drop table portal.digests_s${snapshotNo}; drop table portal.entry_digests_s${snapshotNo}`);
  expect(await backfillDerived(test.ownerUrl)).toEqual({ documents: 0, entry_digests: 1, digests: 1 });
  expect(await read()).toEqual(before);
  expect(await backfillDerived(test.ownerUrl)).toEqual({ documents: 0, entry_digests: 0, digests: 0 });
});

it("the digest of a journal's month is that of its rows, as it is made anew, and each document's is that of its lines", async () => {
  const { snapshotNo, digest } = await load([...journalRows(12), journalRow(900, 1), journalRow(900, 2)]);
  const journal = comparedTable("journal");
  const leaf = owner(`portal.journal`);
  const [month] =
    await owner`select ${owner.unsafe(rowDigestSql(journal))}::text as digest from ${leaf} where snapshot_no = ${snapshotNo} and month = 202401`;
  expect(digest).toBe(month?.digest);
  const made =
    await owner`select entry_no, count(*)::integer as lines, ${owner.unsafe(rowDigestSql(journal))}::text as digest from ${leaf}
    where snapshot_no = ${snapshotNo} group by entry_no order by entry_no`;
  const kept =
    await owner`select entry_no, lines, digest::text as digest from portal.entry_digests where snapshot_no = ${snapshotNo} order by entry_no`;
  expect([...kept]).toEqual([...made]);
  expect(kept.some(({ lines }) => lines > 1)).toBe(true);
});
