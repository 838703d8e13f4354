/** Loading is atomic for readers, repeatable and complete: what was read is loaded or kept apart, and nothing is served by halves. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import type { LoadProgress } from "@/db/load/load-meter";
import { openOwner } from "@/db/owner";
import { operatorActor } from "@/lib/access/actor";
import { TABLES } from "@/lib/archive/tables";
import { listFindings } from "@/lib/operations/list-findings";
import { listPartitions } from "@/lib/operations/list-partitions";
import { listSnapshots } from "@/lib/operations/list-snapshots";
import { loadArchive } from "@/lib/operations/load-archive";
import { makeSample } from "@/lib/sample/make-sample";
import { journalRow, journalRows, LAO, makeBag, OTHER_LAO, sealBag } from "../../support/make-bag";
import { snapshotRelations, tableContents } from "../../support/table-contents";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const actor = operatorActor("tester");
const now = new Date("2026-11-22T03:00:00Z");
const folder = mkdtempSync(path.join(os.tmpdir(), "load-"));
const sample = path.join(folder, "sample");

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  await makeSample({ out: sample, laos: 3, provinces: 2, seed: 7, damage: "none" });
});

beforeEach(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
});

afterEach(async () => {
  await closeDatabase(database);
  await test.drop();
});

afterAll(() => rmSync(folder, { recursive: true }));

const load = (bag: string, more: { replace?: boolean; onProgress?: (progress: LoadProgress) => void } = {}) =>
  loadArchive({ bag, ownerUrl: test.ownerUrl, actor, replace: false, now, ...more });

const context = () => ({ actor, now, database });

async function asOwner<Row extends object>(statement: string): Promise<Row[]> {
  const owner = openOwner(test.ownerUrl);
  try {
    return [...(await owner.unsafe<Row[]>(statement))];
  } finally {
    await owner.end();
  }
}

/** The bag with two months of one LAO's journal, changed by `change` before its manifest is written. */
const smallBag = (rows = journalRows(40)) => makeBag({ files: { [`${LAO}/accounting/2024-01/journal`]: rows } });

describe("loadArchive", () => {
  it("brings every row of every table to the database as a plain CSV reader finds it in the bag", async () => {
    const result = await load(sample);
    expect(result).toMatchObject({ outcome: "loaded", snapshot: "sample-7", findings: 0, rowsQuarantined: 0 });
    const manifest = readFileSync(path.join(sample, "manifest-sha256.txt"), "utf8");
    const files = manifest.split("\n").flatMap((line) => line.match(/data\/laos\/.*/)?.[0] ?? []);
    let rowsRead = 0;
    for (const table of TABLES) {
      const expected: string[] = [];
      for (const file of files.filter((name) => name.endsWith(`/${table.name}.csv.gz`))) {
        const records: string[][] = parse(gunzipSync(readFileSync(path.join(sample, file))), { from_line: 2 });
        const month = file.split("/")[4] ?? "";
        records.forEach((cells, index) => {
          const values = table.columns.map((column, at) => {
            const cell = cells[at] ?? "";
            if (cell === "" && column.optional) return "∅";
            return column.kind === "int" ? String(Number(cell)) : cell;
          });
          expected.push([month, index + 1, ...values].join("|"));
        });
      }
      const columns = table.columns.map(({ name, kind }) => {
        if (kind === "lao") return "l.lao_code";
        if (kind === "amount") return `to_char(t.${name} / 100.0, 'FM9999999999999990.00')`;
        if (kind === "account") return `regexp_replace(lpad(t.${name}::text, 13, '0'), '(.{10})(.{3})', '\\1.\\2')`;
        if (kind === "flag") return `t.${name}::integer::text`;
        return `coalesce(t.${name}::text, '∅')`;
      });
      const found = await asOwner<{ line: string }>(
        `select concat_ws('|', overlay(t.month::text placing '-' from 5 for 0), t.row_no, ${columns.join(", ")}) as line
         from portal.${table.name} t join portal.laos l using (lao_id)`,
      );
      expect(found.map((row) => row.line).sort()).toEqual(expected.sort());
      rowsRead += expected.length;
    }
    expect(result.rowsRead).toBe(rowsRead);
    const [tie] = await asOwner<{ journal: bigint; months: bigint }>(
      `select (select sum(debit - credit * 3) from portal.journal)::bigint as journal, (select sum(debit - credit * 3) from portal.journal_months)::bigint as months`,
    );
    expect(tie?.months).toBe(tie?.journal);
  });

  it("changes nothing but the audit log when the same bag is loaded again", async () => {
    await load(sample);
    const before = await tableContents(test.ownerUrl);
    const relations = await snapshotRelations(test.ownerUrl);
    const copy = path.join(folder, "copy");
    cpSync(sample, copy, { recursive: true });
    expect((await load(copy)).outcome).toBe("unchanged");
    expect(await tableContents(test.ownerUrl)).toEqual(before);
    expect(await snapshotRelations(test.ownerUrl)).toEqual(relations);
    const events = await asOwner<{ outcome: string }>(
      "select facts ->> 'outcome' as outcome from portal.audit_log where type = 'load-archive' order by audit_no",
    );
    expect(events.map((event) => event.outcome)).toEqual(["loaded", "unchanged"]);
  });

  it("refuses other content under a known id, and a bag mended or damaged behind its manifest is other content", async () => {
    const bag = smallBag();
    await load(bag);
    const before = await tableContents(test.ownerUrl);
    const file = path.join(bag, `data/laos/${LAO}/accounting/2024-01/journal.csv.gz`);
    writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).subarray(0, -1)));
    await expect(load(bag)).rejects.toMatchObject({
      code: "bag/refused",
      message: expect.stringContaining("--replace"),
    });
    sealBag(bag);
    await expect(load(bag)).rejects.toMatchObject({ code: "bag/refused" });
    expect(await tableContents(test.ownerUrl)).toEqual(before);
  });

  it("replaces a snapshot when asked to, and leaves nothing of the old one behind", async () => {
    await load(smallBag());
    const relations = await snapshotRelations(test.ownerUrl);
    const result = await load(smallBag(journalRows(60)), { replace: true });
    expect(result).toMatchObject({ outcome: "replaced", rowsLoaded: 60 });
    expect(await snapshotRelations(test.ownerUrl)).toEqual(relations);
    expect(await asOwner("select count(*)::integer as count from portal.journal")).toEqual([{ count: 60 }]);
    expect(await asOwner("select status from portal.snapshots")).toEqual([{ status: "served" }]);
  });

  it("shows readers nothing of it until it is whole, and the old snapshot until then", async () => {
    await load(smallBag());
    // Each look is one transaction: the swap may fall between two of them.
    const seen = { loadedAt: [] as (string | null | undefined)[], rows: [] as number[] };
    const look = async () => {
      const [first] = await listSnapshots(context(), {});
      seen.loadedAt.push(first?.loadedAt);
      const { partitions } = await listPartitions(context(), { snapshot: "test-bag" });
      seen.rows.push(partitions.reduce((sum, partition) => sum + partition.rowsLoaded, 0));
    };
    let looking: Promise<void> = Promise.resolve();
    const later = new Date("2026-11-22T04:00:00Z");
    await loadArchive({
      bag: smallBag(journalRows(60)),
      ownerUrl: test.ownerUrl,
      actor,
      replace: true,
      now: later,
      onProgress: () => {
        looking = looking.then(look);
      },
    });
    await looking;
    await look();
    const inOrder = <Value>(values: readonly Value[]) => values.filter((value, at) => value !== values[at - 1]);
    expect(inOrder(seen.loadedAt)).toEqual(["2026-11-22T03:00:00Z", "2026-11-22T04:00:00Z"]);
    expect(inOrder(seen.rows)).toEqual([40, 60]);
  });

  it("keeps apart what it cannot read, counts it, and shows another LAO's rows to the administrator alone", async () => {
    const bad = [
      ...journalRows(20),
      journalRow(11, 1, { debit: "1.234,00" }),
      journalRow(12, 1, { lao_code: OTHER_LAO, description: "ความลับ" }),
      journalRow(1, 1),
    ];
    const result = await load(smallBag(bad));
    expect(result).toMatchObject({ rowsRead: 23, rowsLoaded: 20, rowsQuarantined: 3 });
    const { partitions } = await listPartitions(context(), { snapshot: "test-bag" });
    expect(partitions).toHaveLength(2 * 5 * 2);
    const damaged = partitions.filter((partition) => partition.rowsRead > 0);
    expect(damaged).toEqual([
      {
        lao: LAO,
        module: "accounting",
        month: "2024-01",
        state: "partial",
        rowsRead: 23,
        rowsLoaded: 20,
        rowsQuarantined: 3,
      },
    ]);
    // The ties have more to say about books of so few rows.
    const { findings } = await listFindings(context(), { snapshot: "test-bag" });
    const ofRows = findings.filter((finding) => finding.code.startsWith("row/"));
    expect(ofRows.map((finding) => [finding.code, finding.rowFrom])).toEqual([
      ["row/value", 21],
      ["row/foreign", 22],
      ["row/duplicate", 23],
    ]);
    const kept = await asOwner<{ code: string; raw: string }>(
      "select code, raw from portal.quarantined_rows order by row_no",
    );
    expect(kept.map((row) => row.code)).toEqual(["row/value", "row/foreign", "row/duplicate"]);
    expect(kept[1]?.raw).toContain("ความลับ");
  });

  it("loads amounts whose sum no number of the database can hold", async () => {
    const rows = Array.from({ length: 12 }, (_, index) => journalRow(index + 1, 1, { debit: "9999999999999999.99" }));
    expect(await load(smallBag(rows))).toMatchObject({ rowsLoaded: 12, rowsQuarantined: 0 });
  });

  it("records a refusal, also of what is no bag at all", async () => {
    await expect(load(path.join(folder, "nowhere"))).rejects.toMatchObject({ code: "bag/refused" });
    expect(await asOwner("select email, facts ->> 'outcome' as outcome from portal.audit_log")).toEqual([
      { email: "tester@command-line", outcome: "refused" },
    ]);
  });

  it("fails at once when the server refuses rows, leaves the old state, and can be repeated when that is mended", async () => {
    await asOwner("alter table portal.journal add constraint refuse check (row_no < 30)");
    await expect(load(smallBag())).rejects.toThrow(/refuse/);
    expect(await listSnapshots(context(), {})).toEqual([]);
    await asOwner("alter table portal.journal drop constraint refuse");
    expect((await load(smallBag())).rowsLoaded).toBe(40);
    expect(await asOwner("select count(*)::integer as count from portal.snapshots")).toEqual([{ count: 1 }]);
  });

  it("cleans up what another interrupted load left", async () => {
    await load(smallBag());
    const relations = await snapshotRelations(test.ownerUrl);
    await asOwner("update portal.snapshots set status = 'loading', id = 'given-up'");
    await load(smallBag());
    expect(await snapshotRelations(test.ownerUrl)).toEqual(relations);
    expect(await asOwner("select id from portal.snapshots")).toEqual([{ id: "test-bag" }]);
    expect(await asOwner("select count(*)::integer as count from portal.partitions")).toEqual([{ count: 20 }]);
  });

  it("lets two loads wait for each other, and says so", async () => {
    const phases: string[] = [];
    const bag = smallBag();
    const listen = (progress: LoadProgress) => phases.push(progress.phase);
    const results = await Promise.all([load(bag, { onProgress: listen }), load(bag, { onProgress: listen })]);
    expect(results.map((result) => result.outcome).sort()).toEqual(["loaded", "unchanged"]);
    expect(phases).toContain("waiting");
  });

  it("gives LAOs the same numbers in later snapshots, a province one range", async () => {
    await load(sample);
    const numbers = await asOwner("select * from portal.laos order by lao_id");
    await load(makeBag({ snapshot: { id: "other" } }));
    const later = await asOwner<{ lao_id: number; province_no: number }>("select * from portal.laos order by lao_id");
    expect(later.slice(0, numbers.length)).toEqual(numbers);
    for (const lao of later) expect(Math.floor(lao.lao_id / 100_000)).toBe(lao.province_no);
  });

  it("leaves the restricted role without a row of any table when no scope is told", async () => {
    await load(smallBag([...journalRows(20), journalRow(11, 1, { debit: "x" })]));
    const app = openOwner(test.appUrl);
    const tables = await app<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'portal'::regnamespace and relkind in ('r', 'p')`;
    const readable: string[] = [];
    for (const { name } of tables) {
      const rows = await app`select 1 from ${app(`portal.${name}`)} limit 1`.catch(
        (error: { code: string }) => error.code,
      );
      if (rows === "42501") continue;
      readable.push(name);
      expect(rows, name).toHaveLength(0);
    }
    await app.end();
    expect(readable.length).toBeGreaterThan(20);
    expect(readable.filter((name) => /_s\d+/.test(name))).toEqual([]);
  });
});
