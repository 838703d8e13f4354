/**
 * Comparing by digests says what comparing every row says: random changes and random damage on either side, seeded. And what only a second look shows:
 * nobody sees another's LAO, and no part with a sign of damage is ever «the same».
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import { operatorActor } from "@/lib/access/actor";
import { TABLES, type TableSpec } from "@/lib/archive/tables";
import type { Verdict } from "@/lib/finding/verdict";
import { compareSnapshots, type SnapshotComparison } from "@/lib/operations/compare-snapshots";
import { exportReport } from "@/lib/operations/export-report";
import { loadArchive } from "@/lib/operations/load-archive";
import { runReport } from "@/lib/operations/run-report";
import { renderJson } from "@/lib/render/json/render-json";
import { makeSample } from "@/lib/sample/make-sample";
import { type BagFile, HurtBag } from "../../support/hurt-bag";
import { journalRow, LAO, makeBag, OTHER_LAO } from "../../support/make-bag";
import { ACTORS, NOW } from "../../support/read-report";
import { type Chance, createChance } from "../../support/seeded-random";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const operator = operatorActor("tester");
const folder = mkdtempSync(path.join(os.tmpdir(), "compare-"));
let test: TestDatabase;
let owner: OwnerSql;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openOwner(test.ownerUrl);
  database = openDatabase(test.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await owner.end();
  await test.drop();
  rmSync(folder, { recursive: true });
});

const load = (bag: string) => loadArchive({ bag, ownerUrl: test.ownerUrl, actor: operator, replace: false, now: NOW });

type Row = Readonly<Record<string, unknown>>;
type Plain = Map<string, { verdict: Verdict; changed: number; onlyLeft: number; onlyRight: number; cells: number }>;

const text = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value === null ? null : String(value);
const contentOf = (table: TableSpec, row: Row) => table.columns.slice(1).map(({ name }) => text(row[name]));

/** Every row of both sides, read and compared one by one; by `lao module month`. */
async function comparePlainly(left: string, right: string): Promise<Plain> {
  const numbers = await owner<{ id: string; no: number }[]>`select id, snapshot_no as no from portal.snapshots`;
  const [leftNo, rightNo] = [left, right].map((id) => numbers.find((one) => one.id === id)?.no ?? 0);
  const states = await owner<{ place: string; no: number; state: string }[]>`
    select lao_id || ' ' || module || ' ' || month as place, snapshot_no as no, state from portal.partitions where snapshot_no in (${leftNo ?? 0}, ${rightNo ?? 0})`;
  const plain: Plain = new Map();
  const sides = new Map<string, { left: number; right: number; isDamaged: boolean }>();
  for (const { place, no, state } of states) {
    const side = sides.get(place) ?? { left: 0, right: 0, isDamaged: false };
    sides.set(place, { ...side, isDamaged: side.isDamaged || !["intact", "empty"].includes(state) });
    plain.set(place, { verdict: "same", changed: 0, onlyLeft: 0, onlyRight: 0, cells: 0 });
    expect([leftNo, rightNo]).toContain(no);
  }
  for (const table of TABLES) {
    const read = (no: number) => owner<Row[]>`select * from ${owner(`portal.${table.name}`)} where snapshot_no = ${no}`;
    const rows: [Row[], Row[]] = [await read(leftNo ?? 0), await read(rightNo ?? 0)];
    const placeOf = (row: Row) => `${row.lao_id} ${table.module} ${row.month}`;
    const keyOf = (row: Row) => JSON.stringify([placeOf(row), ...table.key.map((column) => text(row[column]))]);
    const documentOf = (row: Row) =>
      table.name === "journal" ? JSON.stringify([placeOf(row), row.entry_no]) : keyOf(row);
    const [inLeft, inRight] = rows.map((list) => new Map(list.map((row) => [keyOf(row), row]))) as [
      Map<string, Row>,
      Map<string, Row>,
    ];
    expect([inLeft.size, inRight.size]).toEqual(rows.map((list) => list.length));
    const [docsLeft, docsRight] = rows.map((list) => new Set(list.map(documentOf))) as [Set<string>, Set<string>];
    const touched = new Map<string, string>();
    for (const row of rows[0]) (sides.get(placeOf(row)) ?? { left: 0 }).left += 1;
    for (const row of rows[1]) (sides.get(placeOf(row)) ?? { right: 0 }).right += 1;
    for (const key of new Set([...inLeft.keys(), ...inRight.keys()])) {
      const [one, other] = [inLeft.get(key), inRight.get(key)];
      const row = one ?? other ?? {};
      const found = plain.get(placeOf(row));
      if (!found) throw new Error(placeOf(row));
      const cells =
        one && other ? contentOf(table, one).filter((cell, at) => cell !== contentOf(table, other)[at]).length : 1;
      if (cells === 0) continue;
      found.cells += cells;
      found.verdict = "changed";
      touched.set(documentOf(row), placeOf(row));
    }
    for (const [document, place] of touched) {
      const found = plain.get(place);
      if (!found) throw new Error(place);
      if (!docsRight.has(document)) found.onlyLeft += 1;
      else if (!docsLeft.has(document)) found.onlyRight += 1;
      else found.changed += 1;
    }
  }
  for (const [place, { left: leftRows, right: rightRows, isDamaged }] of sides) {
    const found = plain.get(place);
    if (!found) throw new Error(place);
    if (isDamaged) found.verdict = "undecidable";
    else if (found.verdict === "changed" && leftRows === 0) found.verdict = "only-right";
    else if (found.verdict === "changed" && rightRows === 0) found.verdict = "only-left";
  }
  return plain;
}

function layOut(comparison: Extract<SnapshotComparison, { kind: "lao" }>): Plain {
  const plain: Plain = new Map();
  for (const { laoId, module, month, verdict } of comparison.parts) {
    const own = comparison.differences.filter(
      (one) => one.month === month && TABLES.some(({ name, module: of }) => name === one.table && of === module),
    );
    const sum = (count: (one: (typeof own)[number]) => number) => own.reduce((all, one) => all + count(one), 0);
    plain.set(`${laoId} ${module} ${month.replace("-", "")}`, {
      verdict,
      changed: sum((one) => one.changed),
      onlyLeft: sum((one) => one.onlyLeft),
      onlyRight: sum((one) => one.onlyRight),
      cells: sum((one) => one.cells),
    });
  }
  return plain;
}

const MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07"];

/** Changes of every kind: words, which no tie notices; amounts; rows gone; rows in another order; a file cut or gone. */
function change(bag: HurtBag, { below, next, pick }: Chance): void {
  const table = pick(TABLES);
  const file: BagFile = { lao: pick(bag.laos()), module: table.module, month: pick(MONTHS), table: table.name };
  const kind = pick(["word", "word", "word", "amount", "gone", "turned", "turned", "cut", "removed"]);
  const words = table.columns.flatMap(({ kind: of }, at) => (of === "text" ? [at] : []));
  const amounts = table.columns.flatMap(({ kind: of }, at) => (of === "amount" ? [at] : []));
  const inCell = (records: readonly string[], columns: readonly number[], to: (cell: string) => string) => {
    const at = below(records.length);
    const cells = records[at]?.split(",");
    // A quoted cell may hold a comma.
    if (!cells || cells.length !== table.columns.length || columns.length === 0) return records;
    const column = pick(columns);
    cells[column] = to(cells[column] ?? "");
    return records.with(at, cells.join(","));
  };
  try {
    if (kind === "cut") bag.cut(file, 0.3 + next() / 2);
    else if (kind === "removed") bag.remove(file);
    else
      bag.rewrite(file, (records) => {
        if (kind === "word") return inCell(records, words, (cell) => `${cell} แก้ไข`);
        if (kind === "amount") return inCell(records, amounts, (cell) => `1${cell.replace("-", "")}`);
        return kind === "gone" ? records.filter(() => next() > 0.1) : [...records].reverse();
      });
  } catch (error) {
    // The office keeps no such file in that month.
    if ((error as { code?: string }).code !== "ENOENT") throw error;
  }
}

const seen = new Set<Verdict>();
let wholeMonths = 0;

describe("by digests and row by row", () => {
  it.each([1, 2, 3, 4, 5, 6])("the same is said after random changes and damage, seed %i", async (seed) => {
    const chance = createChance(seed);
    const ids = [`left-${seed}`, `right-${seed}`] as const;
    for (const id of ids) {
      const out = path.join(folder, id);
      await makeSample({ out, laos: 2, seed, id, damage: "none", journalLines: 1200 });
      const bag = new HurtBag(out);
      const changes = id.startsWith("right") ? 12 : 3;
      for (let done = 0; done < changes; done += 1) change(bag, chance);
      await load(out);
    }
    const wanted = await comparePlainly(ids[0], ids[1]);
    const found: Plain = new Map();
    for (const lao of new HurtBag(path.join(folder, ids[0])).laos()) {
      const context = { actor: operator, now: NOW, database };
      const comparison = await compareSnapshots(context, { left: ids[0], right: ids[1], lao });
      if (comparison.kind !== "lao") throw new Error(comparison.kind);
      for (const [place, one] of layOut(comparison)) found.set(place, one);
      const look = (part: Record<string, string>) =>
        runReport(context, {
          snapshot: ids[1],
          lao,
          reportId: "snapshot-differences",
          params: { with: ids[0], ...part },
          window: { offset: 0, limit: 1000 },
        });
      const page = await look({});
      expect(page.document.rowCount).toBeLessThanOrEqual(1000);
      expect(page.rows).toHaveLength(page.document.rowCount);
      // A month that one side has nothing of is one row, and leads to its rows.
      let cells = 0;
      for (const { links } of page.rows) {
        if (links?.document) wholeMonths += 1;
        cells += links?.document ? (await look(links.document.params)).document.rowCount : 1;
      }
      expect(cells).toBe(comparison.differences.reduce((all, one) => all + one.cells, 0));
    }
    const sorted = (plain: Plain) => [...plain].sort(([one], [other]) => (one < other ? -1 : 1));
    expect(sorted(found)).toEqual(sorted(wanted));
    for (const { verdict } of found.values()) seen.add(verdict);
    const province = await compareSnapshots(
      { actor: operator, now: NOW, database },
      { left: ids[0], right: ids[1], province: provinceOf(ids[0]) },
    );
    if (province.kind !== "province") throw new Error(province.kind);
    const counted = province.laos
      .flatMap(({ parts }) => Object.entries(parts))
      .reduce((sums, [verdict, count]) => {
        sums.set(verdict, (sums.get(verdict) ?? 0) + count);
        return sums;
      }, new Map<string, number>());
    for (const verdict of ["same", "changed", "only-left", "only-right", "undecidable"] as const)
      expect(counted.get(verdict)).toBe([...wanted.values()].filter((one) => one.verdict === verdict).length);
  });

  it("the changes lead to parts that are the same, changed and undecidable, and to months of one side alone", () => {
    expect(wholeMonths).toBeGreaterThan(2);
    expect([...seen]).toEqual(expect.arrayContaining(["same", "changed", "undecidable"]));
  });
});

function provinceOf(id: string): string {
  return new HurtBag(path.join(folder, id)).laos()[0]?.slice(2, 4) ?? "";
}

describe("two small snapshots", () => {
  const journal = `${LAO}/accounting/2024-01/journal`;
  const compare = (lao: string, actor: Parameters<typeof compareSnapshots>[0]["actor"] = operator) =>
    compareSnapshots({ actor, now: NOW, database }, { left: "earlier", right: "later", lao });

  beforeAll(async () => {
    const rows = [journalRow(1, 1), journalRow(1, 2)];
    const other = (row: readonly string[]) => row.map((cell) => (cell === LAO ? OTHER_LAO : cell));
    await load(
      makeBag({
        snapshot: {
          id: "earlier",
          kind: "baseline",
          asOf: "2024-01-31",
          period: { from: "2024-01-06", to: "2024-01-31" },
        },
        files: { [journal]: rows, [`${OTHER_LAO}/accounting/2024-01/journal`]: rows.map(other) },
      }),
    );
    await load(
      makeBag({
        snapshot: { id: "later" },
        files: {
          [journal]: [journalRow(1, 1), journalRow(1, 2, { description: "รับเงินค่าธรรมเนียม" })],
          [`${OTHER_LAO}/accounting/2024-01/journal`]: rows.map(other),
        },
      }),
    );
  });

  it("show the cell that changed with both values, and lead into both snapshots", async () => {
    const page = await runReport(
      { actor: operator, now: NOW, database },
      {
        snapshot: "later",
        lao: LAO,
        reportId: "snapshot-differences",
        params: { with: "earlier", part: "journal/2024-01" },
      },
    );
    const [row, ...more] = page.rows.filter(({ kind }) => kind === "entry");
    expect(more).toEqual([]);
    expect(row?.cells).toMatchObject({
      document: "RV-00001/67 รายการที่ 2",
      column: "คำอธิบายรายการ",
      left: "รับเงินภาษีที่ดินและสิ่งปลูกสร้าง",
      right: "รับเงินค่าธรรมเนียม",
      difference: null,
    });
    expect(row?.links?.left).toMatchObject({ snapshot: "earlier", reportId: "journal-document" });
    expect(row?.links?.right).not.toHaveProperty("snapshot");
  });

  it.each([
    ["snapshot-comparison", { lao: LAO }],
    ["snapshot-differences", { lao: LAO }],
    ["province-comparison", { province: "35" }],
  ])("%s is the document that was looked at", async (reportId, place) => {
    let json = "";
    await exportReport(
      { actor: ACTORS.department, now: NOW, database },
      {
        ...place,
        snapshot: "later",
        reportId,
        params: { with: "earlier" },
        format: "json",
        sink: async (document) => {
          for await (const bytes of renderJson(document)) json += Buffer.from(bytes).toString("utf8");
        },
      },
    );
    await expect(json).toMatchFileSnapshot(path.resolve(import.meta.dirname, `../../golden/${reportId}/pair.json`));
  });

  it("months that only one of them reaches stand in that one alone", async () => {
    const comparison = await compare(LAO);
    if (comparison.kind !== "lao") throw new Error(comparison.kind);
    const february = comparison.parts.filter(({ month }) => month === "2024-02");
    expect(february.length).toBeGreaterThan(0);
    for (const part of february)
      expect(part).toMatchObject({ leftState: null, verdict: expect.stringMatching(/^(only-right|undecidable)$/) });
  });

  it("a snapshot with itself is refused, and so is one that is not there", async () => {
    const context = { actor: operator, now: NOW, database };
    await expect(compareSnapshots(context, { left: "later", right: "later", lao: LAO })).rejects.toThrow(/ชุดเดียวกัน/);
    await expect(compareSnapshots(context, { left: "nowhere", right: "later", lao: LAO })).rejects.toThrow(
      /ไม่พบชุดข้อมูล/,
    );
  });

  it("an accountant compares their own LAO and no other, nor a province; an auditor those of the province", async () => {
    expect((await compare(LAO, ACTORS.accountant)).kind).toBe("lao");
    await expect(compare(OTHER_LAO, ACTORS.accountant)).rejects.toThrow(/ในขอบเขตที่ท่านมีสิทธิดู/);
    const asked = { left: "earlier", right: "later", province: "35" };
    await expect(compareSnapshots({ actor: ACTORS.accountant, now: NOW, database }, asked)).rejects.toThrow(
      /ผู้ตรวจสอบของจังหวัด/,
    );
    const province = await compareSnapshots({ actor: ACTORS.auditor, now: NOW, database }, asked);
    expect(province).toMatchObject({ kind: "province" });
    if (province.kind === "province")
      expect(province.laos.map(({ lao }) => lao.code as string).sort()).toEqual([LAO, OTHER_LAO]);
    await expect(compare(LAO, ACTORS.administrator)).rejects.toThrow();
  });

  it("each comparison is in the audit log with both snapshots", async () => {
    const events = () =>
      owner<
        { facts: unknown }[]
      >`select facts from portal.audit_log where type = 'view-report' and facts::text like '%"snapshot-comparison"%' order by audit_no`;
    const before = await events();
    await compare(LAO, ACTORS.accountant);
    const after = await events();
    expect(after).toHaveLength(before.length + 1);
    const facts = JSON.stringify(after.at(-1)?.facts);
    expect(facts).toContain("earlier");
    expect(facts).toContain("later");
  });
});
