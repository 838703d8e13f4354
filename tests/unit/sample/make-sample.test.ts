import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REFERENCE_TABLES, TABLES } from "@/lib/archive/tables";
import { FINDING_CODES } from "@/lib/finding/finding";
import { DAMAGE_KINDS } from "@/lib/sample/damage/damage-office";
import type { DamageReport } from "@/lib/sample/damage/truth";
import { makeSample } from "@/lib/sample/make-sample";
import { checkTies } from "./check-ties";
import { type Bag, fingerprint, listFiles, readBag, satangOf } from "./read-bag";

/** Small enough to be made again and again. */
const SMALL = { journalLines: 9_000, gzipLevel: 1 };

let folder: string;
let bag: Bag;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sample-"));
  await makeSample({ out: join(folder, "first") });
  bag = readBag(join(folder, "first"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowsOf = (table: string) =>
  [...bag.books.values()].flatMap((tables) => [...(tables.get(table)?.values() ?? [])].flat());

describe("a sample archive without damage", () => {
  it("obeys every tie from T1 to T12 in every LAO", () => {
    expect([...bag.books.keys()]).toHaveLength(8);
    expect([...bag.books.keys()].flatMap((lao) => checkTies(bag, lao)).slice(0, 20)).toEqual([]);
  });

  it.each([2, 77])("obeys them with seed %i too, at other sizes and in windows-874", async (seed) => {
    const out = join(folder, `seed-${seed}`);
    const result = await makeSample({
      out,
      seed,
      laos: 12,
      provinces: 3,
      journalLines: 12_000,
      encoding: "windows-874",
      gzipLevel: 1,
    });
    const other = readBag(out);
    expect(other.books.size).toBe(12);
    expect([...other.books.keys()].flatMap((lao) => checkTies(other, lao)).slice(0, 20)).toEqual([]);
    expect(result.journalLines).toBeGreaterThan(9_000);
    expect(result.journalLines).toBeLessThan(15_000);
  });

  it("has rows in every table of the format, and every reference file", () => {
    for (const { name, columns } of TABLES) {
      const rows = rowsOf(name);
      expect(rows.length, name).toBeGreaterThan(0);
      expect(Object.keys(rows[0] ?? {})).toEqual(columns.map((column) => column.name));
    }
    for (const { name, columns } of REFERENCE_TABLES) {
      expect(Object.keys(bag.reference.get(name)?.[0] ?? {})).toEqual(columns.map((column) => column.name));
    }
  });

  it("says that it is made up, and covers the half-year that was lost", () => {
    expect(bag.snapshot).toMatchObject({
      format: "laas-archive/1",
      id: "sample-1",
      kind: "recovered",
      asOf: "2024-07-06",
      period: { from: "2024-01-06", to: "2024-07-06" },
      fiscalYear: 2567,
      synthetic: true,
    });
    for (const lao of bag.reference.get("laos") ?? []) {
      expect(lao.name).toMatch(/สมมุติ|ตัวอย่าง|ทดลอง|จำลอง/);
      expect(lao.province).toContain("สมมุติ");
    }
  });

  it("lists every payload file with its sha256, and every tag file", () => {
    const files = fingerprint(join(folder, "first"));
    const manifest = (name: string) =>
      readFileSync(join(folder, "first", name), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.split("  ") as [string, string]);
    const payload = manifest("manifest-sha256.txt");
    expect(payload.map(([, path]) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path.startsWith("data/")).sort(),
    );
    for (const [sum, path] of [...payload, ...manifest("tagmanifest-sha256.txt")])
      expect(files.get(path), path).toBe(sum);
    const octets = payload.reduce((sum, [, path]) => sum + readFileSync(join(folder, "first", path)).length, 0);
    expect(readFileSync(join(folder, "first/bag-info.txt"), "utf8")).toContain(
      `Payload-Oxum: ${octets}.${payload.length}\n`,
    );
  });

  it("is the same byte for byte when made again, and another with another seed", async () => {
    await makeSample({ out: join(folder, "small"), ...SMALL });
    await makeSample({ out: join(folder, "again"), ...SMALL });
    expect(fingerprint(join(folder, "again"))).toEqual(fingerprint(join(folder, "small")));
    await makeSample({ out: join(folder, "other"), ...SMALL, seed: 5 });
    const path = "data/laos/02990101/accounting/2024-02/journal.csv.gz";
    expect(fingerprint(join(folder, "other")).get(path)).not.toBe(fingerprint(join(folder, "small")).get(path));
  });
});

describe("the variety of a sample archive", () => {
  const lineCounts = () =>
    [...bag.books.values()].map((tables) => [...(tables.get("journal")?.values() ?? [])].flat().length);

  it("has LAOs of differing types and of a hundred times another's size", () => {
    expect(new Set(bag.reference.get("laos")?.map((lao) => lao.type)).size).toBeGreaterThanOrEqual(4);
    expect(Math.max(...lineCounts()) / Math.min(...lineCounts())).toBeGreaterThan(80);
  });

  it("has a ledger account of several thousand lines", () => {
    const lines = new Map<string, number>();
    for (const row of rowsOf("journal")) {
      const key = `${row.lao_code} ${row.account_code}`;
      lines.set(key, (lines.get(key) ?? 0) + 1);
    }
    expect(Math.max(...lines.values())).toBeGreaterThan(5000);
  });

  it("shows the sound oddities that are no damage", () => {
    const journal = rowsOf("journal");
    const receipts = rowsOf("receipts");
    expect(receipts.filter((row) => row.cancelled === "1").length).toBeGreaterThan(5);
    expect(rowsOf("requisitions").filter((row) => row.cancelled === "1").length).toBeGreaterThan(5);
    expect(journal.some((row) => row.description?.includes("\n"))).toBe(true);
    expect(journal.some((row) => row.description?.includes('"'))).toBe(true);
    expect(journal.some((row) => row.unit_code !== "")).toBe(true);
    const dates = new Map(journal.map((row) => [row.entry_no, row.entry_date ?? ""]));
    expect(
      receipts.some(
        (row) =>
          row.cancelled === "0" && (dates.get(row.entry_no) ?? "").slice(0, 7) > (row.receipt_date ?? "").slice(0, 7),
      ),
    ).toBe(true);
    expect(journal.some((row) => row.account_code === "3102010101.002" && row.book === "JV")).toBe(true);
    expect(rowsOf("requisitions").some((row) => (row.requisition_date ?? "") < "2024-01-06")).toBe(true);
    expect(rowsOf("cheques").some((row) => row.collected_date === "")).toBe(true);
    expect(
      [...bag.books.values()].some(
        (tables) => !tables.has("assets") || [...(tables.get("assets")?.values() ?? [])].flat().length === 0,
      ),
    ).toBe(true);
    const ledgers = (bag.reference.get("bank_accounts") ?? []).map((row) => `${row.lao_code} ${row.account_code}`);
    expect(new Set(ledgers).size).toBeLessThan(ledgers.length);
    expect(bag.reference.get("series")?.some((row) => row.last_before === "0")).toBe(true);
  });

  it("back-dates some general entries within their month", () => {
    const entries = rowsOf("journal").filter((row) => row.book === "JV" && row.line_no === "1");
    const later = entries.filter((row, at) => {
      const before = entries[at - 1];
      return (
        before?.lao_code === row.lao_code &&
        (before?.entry_date ?? "") > (row.entry_date ?? "") &&
        before?.entry_date?.slice(0, 7) === row.entry_date?.slice(0, 7)
      );
    });
    expect(later.length).toBeGreaterThan(3);
  });

  it("writes CRLF in some files, several gzip members in some, and some tables as a header alone", () => {
    const files = listFiles(join(folder, "first")).filter((path) => path.endsWith(".gz"));
    const packed = files.map((path) => readFileSync(join(folder, "first", path)));
    const texts = packed.map((bytes) => gunzipSync(bytes).toString("utf8"));
    expect(texts.some((text) => text.includes("\r\n"))).toBe(true);
    expect(texts.some((text) => text.trimEnd().split("\n").length === 1)).toBe(true);
    const magic = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    expect(packed.some((bytes) => bytes.indexOf(magic, 8) > 0)).toBe(true);
    expect(existsSync(join(folder, "first/data/laos/06990105/assets"))).toBe(false);
  });

  it("keeps cash and banks above zero and pays less than it may", () => {
    expect(rowsOf("cash").every((row) => satangOf(row.closing) >= 0n)).toBe(true);
    expect(rowsOf("budget_lines").every((row) => satangOf(row.remaining) >= 0n)).toBe(true);
  });
});

describe("a damaged sample archive", () => {
  const truthOf = (name: string): DamageReport => JSON.parse(readFileSync(join(folder, `${name}.truth.json`), "utf8"));

  it("lets every LAO but the last have light damage of every code, on a tenth of the partitions at most", async () => {
    await makeSample({ out: join(folder, "light"), ...SMALL, damage: "light" });
    const { damages } = truthOf("light");
    expect(new Set(damages.map((damage) => damage.code))).toEqual(new Set(FINDING_CODES));
    const partitions = new Set(damages.map((damage) => `${damage.lao} ${damage.module} ${damage.month}`));
    expect(partitions.size).toBeLessThan((8 * 5 * 7) / 10);
    expect(new Set(damages.map((damage) => damage.lao)).size).toBe(7);
    const codesOfFirst = damages.filter((damage) => damage.lao === "02990101").map((damage) => damage.code);
    expect(codesOfFirst).toEqual(
      expect.arrayContaining(["tie/silent-partition", "file/truncated", "tie/balance", "tie/number-gap"]),
    );
  });

  it("knows every kind of damage when it is heavy, several in each LAO, and leaves the reference alone", async () => {
    await makeSample({ out: join(folder, "heavy"), ...SMALL, damage: "heavy" });
    const { damages, level, snapshot } = truthOf("heavy");
    expect({ level, snapshot }).toEqual({ level: "heavy", snapshot: "sample-1" });
    expect(new Set(damages.map((damage) => damage.kind))).toEqual(new Set(DAMAGE_KINDS));
    for (const lao of bag.books.keys())
      expect(damages.filter((damage) => damage.lao === lao).length).toBeGreaterThan(4);
    const [sound, heavy] = [fingerprint(join(folder, "small")), fingerprint(join(folder, "heavy"))];
    for (const path of [...sound.keys()].filter((name) => !name.startsWith("data/laos/") && name.startsWith("data/")))
      expect(heavy.get(path), path).toBe(sound.get(path));
    const named = new Set(
      damages.map((damage) => damage.file ?? `data/laos/${damage.lao}/${damage.module}/${damage.month}/`),
    );
    const strayed = [...new Set([...sound.keys(), ...heavy.keys()])]
      .filter((path) => path.startsWith("data/laos/") && sound.get(path) !== heavy.get(path))
      .filter((path) => !named.has(path) && !named.has(path.slice(0, path.lastIndexOf("/") + 1)));
    expect(strayed).toEqual([]);
    expect(existsSync(join(folder, "heavy/damage-truth.json"))).toBe(false);
  });

  it("is the same byte for byte whether workers made it or not", async () => {
    const workerFile = join(folder, "sample-worker.mjs");
    await build({
      entryPoints: ["bin/sample-worker.ts"],
      outfile: workerFile,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "error",
    });
    await makeSample({
      out: join(folder, "by-workers"),
      ...SMALL,
      damage: "heavy",
      workerFile: pathToFileURL(workerFile),
    });
    expect(fingerprint(join(folder, "by-workers"))).toEqual(fingerprint(join(folder, "heavy")));
    expect(truthOf("by-workers")).toEqual(truthOf("heavy"));
  });
});

describe("asking for a sample archive", () => {
  it("refuses a folder that holds anything, and leaves it as it was", async () => {
    const out = mkdtempSync(join(folder, "filled-"));
    writeFileSync(join(out, "note.txt"), "ของเดิม");
    await expect(makeSample({ out })).rejects.toMatchObject({ code: "conflict" });
    expect(listFiles(out)).toEqual(["note.txt"]);
  });

  it.each([
    { laos: 0 },
    { laos: 1.5 },
    { seed: -1 },
    { provinces: 9, laos: 8 },
    { gzipLevel: 10 },
    { journalLines: 5 },
    { id: "ไทย" },
  ])("refuses %o with a sentence", async (wrong) => {
    await expect(makeSample({ out: join(folder, "never"), ...wrong })).rejects.toMatchObject({ code: "input/invalid" });
    expect(existsSync(join(folder, "never"))).toBe(false);
  });
});
