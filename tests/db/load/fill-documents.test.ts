/** Documents are made at load and made up for older loads; Postgres folds texts exactly as the search field does. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { backfillDerived } from "@/db/load/backfill-derived";
import { foldedSql } from "@/db/load/fill-documents";
import { type OwnerSql, openOwner } from "@/db/owner";
import { operatorActor } from "@/lib/access/actor";
import { loadArchive } from "@/lib/operations/load-archive";
import { makeSample } from "@/lib/sample/make-sample";
import { foldText } from "@/lib/search/fold-text";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const folder = mkdtempSync(path.join(os.tmpdir(), "documents-"));
let test: TestDatabase;
let owner: OwnerSql;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openOwner(test.ownerUrl);
  const bag = path.join(folder, "bag");
  await makeSample({ out: bag, laos: 2, provinces: 2, seed: 11, damage: "light", journalLines: 2000 });
  await loadArchive({
    bag,
    ownerUrl: test.ownerUrl,
    actor: operatorActor("tester"),
    replace: false,
    now: new Date("2026-11-22T03:00:00Z"),
  });
});

afterAll(async () => {
  await owner.end();
  await test.drop();
  rmSync(folder, { recursive: true });
});

it.each([
  "RV-00012/67 และ ๑๒/๒๕๖๗",
  "ค่าน้ํามัน น้ำ นํ้า ดํา ดำ จํานํา",
  "เเม่ แม่ แม่่ แม่่่่ ป้้า การณ์์",
  "a\tb\nc\u00a0d\u200be",
  "It's 100% \\ 'ok' _",
  "",
])("Postgres folds %j as the search field does", async (text) => {
  const [row] = await owner.unsafe(`select ${foldedSql("typed")} as folded from (select $1::text as typed) t`, [text]);
  expect(row?.folded).toBe(foldText(text));
});

const documentsOf = () =>
  owner`select kind, number, lao_id, month, day, amount, net, words from portal.documents order by 1, 2, 3, 4`.then(
    (rows) => [...rows],
  );

it("every document of the books stands once, states once for all months", async () => {
  const kinds = await owner<{ kind: string; documents: bigint }[]>`
    select kind, count(*) as documents from portal.documents group by kind order by kind`;
  const counted = await owner<{ kind: string; documents: bigint }[]>`
    select * from (
      select 'journal-entry' as kind, count(distinct (lao_id, month, entry_no)) as documents from portal.journal
      union all select 'receipt', count(*) from portal.receipts
      union all select 'remittance', count(distinct (lao_id, month, remittance_no)) from portal.receipts where remittance_no is not null and not cancelled
      union all select 'requisition', count(*) from portal.requisitions
      union all select 'cheque', count(*) from portal.cheques
      union all select 'loan', count(distinct (lao_id, contract_no)) from portal.loans
      union all select 'budget-line', count(distinct (lao_id, budget_code)) from portal.budget_lines
      union all select 'budget-transfer', count(*) from portal.budget_transfers
      union all select 'asset', count(*) from portal.assets
    ) k where documents > 0 order by kind`;
  expect([...kinds]).toEqual([...counted]);
  expect(kinds.length).toBe(9);
});

it("a province loaded before the portal had search gets the same documents at the next start, and only once", async () => {
  const before = await documentsOf();
  const [snapshot] = await owner<{ no: number }[]>`select snapshot_no as no from portal.snapshots`;
  await owner.unsafe(`drop table portal.documents_s${snapshot?.no}`);
  expect(await documentsOf()).toEqual([]);

  expect(await backfillDerived(test.ownerUrl)).toEqual({ documents: 2, entry_digests: 0, digests: 0 });
  expect(await documentsOf()).toEqual(before);
  expect(await backfillDerived(test.ownerUrl)).toEqual({ documents: 0, entry_digests: 0, digests: 0 });
  const indexes =
    await owner`select 1 from pg_indexes where schemaname = 'portal' and tablename like ${`documents_s${snapshot?.no}_p%`}`;
  expect(indexes).toHaveLength(2);
});
