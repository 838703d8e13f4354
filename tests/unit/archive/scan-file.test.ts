/** One partition file from bytes to rows and findings: each kind of damage gives its one finding, and all that can be read is kept. */
import { createCipheriv } from "node:crypto";
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BAG_LIMITS, type BagLimits } from "@/lib/archive/bag/limits";
import { openBag } from "@/lib/archive/bag/open-bag";
import { createCopyBuffer } from "@/lib/archive/csv/copy-buffer";
import { scanFile } from "@/lib/archive/scan-file";
import { csvText, headerOf, journalRow, journalRows, LAO, makeBag, sealBag } from "../../support/make-bag";
import { makeZip, zipEntriesOf } from "../../support/make-zip";
import { createChance } from "../../support/seeded-random";

const JOURNAL = `${LAO}/accounting/2024-01/journal`;
const FILE = `data/laos/${JOURNAL}.csv.gz`;
const place = { lao: LAO, module: "accounting", month: "2024-01", table: "journal", file: FILE };
const header = headerOf("journal");

/** Opens the bag and reads its first file. */
async function scan(root: string, limits: BagLimits = BAG_LIMITS) {
  const bag = await openBag(root, limits);
  try {
    const [file] = [...bag.files()];
    if (!file) throw new Error("the bag has no file");
    const pieces: Buffer[] = [];
    const out = createCopyBuffer({ flush: (piece) => void pieces.push(piece), flushAtBytes: 1 << 16 });
    const result = await scanFile({ bag, file, laoId: 3500001, snapshotNo: 7, out });
    await out.end();
    const checked = await scanFile({ bag, file, laoId: 0, snapshotNo: 0, out: null });
    expect({ ...checked, quarantined: [] }).toEqual({ ...result, quarantined: [] });
    expect(result.rowsRead).toBe(result.rowsLoaded + result.rowsQuarantined);
    const rows = Buffer.concat(pieces).toString().split("\n").slice(0, -1);
    expect(rows.length).toBe(result.rowsLoaded);
    return { ...result, rows };
  } finally {
    await bag.close();
  }
}

/** A bag of one journal, whose bytes are changed after the manifest was made (or before, with `seal`). */
function damagedBag(content: string | Buffer, damage: (bytes: Buffer) => Buffer, seal = false): string {
  const root = makeBag({ files: { [JOURNAL]: content } });
  writeFileSync(path.join(root, FILE), damage(readFileSync(path.join(root, FILE))));
  if (seal) sealBag(root);
  return root;
}

const many = csvText(header, journalRows(3000));
const members = (...parts: string[]) => Buffer.concat(parts.map((part) => gzipSync(part)));
const [first, second, third] = [0, 1, 2].map((part) => {
  const lines = many.split("\n").slice(0, -1);
  return `${lines.slice(part === 0 ? 0 : part * 1000 + 1, (part + 1) * 1000 + 1).join("\n")}\n`;
}) as [string, string, string];

describe("a sound file", () => {
  it("becomes rows that begin with snapshot, LAO, month and number", async () => {
    const { rows, findings } = await scan(makeBag({ files: { [JOURNAL]: journalRows(2) } }));
    expect(findings).toEqual([]);
    expect(rows.map((row) => row.split("\t").slice(0, 6))).toEqual([
      ["7", "3500001", "202401", "1", "RV-00001/67", "1"],
      ["7", "3500001", "202401", "2", "RV-00001/67", "2"],
    ]);
  });

  it("may consist of several gzip members, cut anywhere, with zeros behind them", async () => {
    const bytes = Buffer.concat([members(many.slice(0, 12_345), "", many.slice(12_345)), Buffer.alloc(512)]);
    expect(await scan(makeBag({ files: { [JOURNAL]: bytes } }))).toMatchObject({ rowsLoaded: 3000, findings: [] });
  });

  it("reads the same out of a ZIP, and in windows-874", async () => {
    const root = makeBag({ files: { [JOURNAL]: many } });
    const plain = await scan(root);
    expect((await scan(makeZip(zipEntriesOf(root)))).rows).toEqual(plain.rows);
    const encode = (text: string) =>
      Buffer.from(
        Array.from(text, (char) => (char.charCodeAt(0) >= 0xe00 ? char.charCodeAt(0) - 0xd60 : char.charCodeAt(0))),
      );
    const thai = await scan(makeBag({ files: { [JOURNAL]: many }, encode, snapshot: { encoding: "windows-874" } }));
    expect(thai.rows).toEqual(plain.rows);
  });

  it("is read piece by piece when it is large, with the same rows", async () => {
    // text that gzip can do little with, so that the file is above what is read at once
    const noise = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(50_000 * 240));
    const rows = journalRows(50_000).map((row, index) =>
      row.with(8, noise.toString("base64", index * 240, index * 240 + 240)),
    );
    const root = makeBag({ files: { [JOURNAL]: rows } });
    expect(readFileSync(path.join(root, FILE)).length).toBeGreaterThan(8 * 2 ** 20);
    expect(await scan(root)).toMatchObject({ rowsLoaded: 50_000, findings: [] });
    const cut = readFileSync(path.join(root, FILE)).length - 2_000_000;
    truncateSync(path.join(root, FILE), cut);
    const damaged = await scan(root);
    expect(damaged.findings).toMatchObject([{ code: "file/truncated", ...place, rowFrom: damaged.rowsLoaded + 1 }]);
    expect(damaged.rowsLoaded).toBeGreaterThan(35_000);
    expect(damaged.rowsLoaded).toBeLessThan(45_000);
  });
});

describe("a damaged file", () => {
  it("file/missing", async () => {
    const root = makeBag({ files: { [JOURNAL]: many } });
    rmSync(path.join(root, FILE));
    expect(await scan(root)).toMatchObject({ rowsRead: 0, findings: [{ code: "file/missing", ...place }] });
  });

  it("file/checksum: other bytes, all of them readable", async () => {
    const root = damagedBag(many, () => gzipSync(many.replace("RV-00007/67", "RV-90007/67")));
    const { findings, rowsLoaded } = await scan(root);
    expect(findings).toMatchObject([{ code: "file/checksum", ...place }]);
    expect(findings[0]?.expected).toMatch(/^[0-9a-f]{64}$/);
    expect(findings[0]?.found).not.toBe(findings[0]?.expected);
    expect(rowsLoaded).toBe(3000);
  });

  it.each([true, false])("file/truncated: keeps the rows before the end (in the manifest: %s)", async (seal) => {
    const root = damagedBag(many, (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)), seal);
    const { findings, rows, rowsLoaded, quarantined } = await scan(root);
    const lastEntry = rows.at(-1)?.split("\t")[4] ?? null;
    expect(findings).toMatchObject([
      { code: "file/truncated", ...place, rowFrom: rowsLoaded + 1, rowTo: null, docFrom: lastEntry, docTo: null },
    ]);
    expect(rowsLoaded).toBeGreaterThan(1000);
    expect(quarantined.every((row) => row.code === "file/truncated")).toBe(true);
    expect(quarantined.length).toBeLessThanOrEqual(1);
  });

  it.each([0, 3, 9, 15])("file/truncated: nothing is left of a file of %i bytes", async (length) => {
    const root = damagedBag(many, (bytes) => bytes.subarray(0, length));
    expect(await scan(root)).toMatchObject({ rowsLoaded: 0, findings: [{ code: "file/truncated" }] });
  });

  it("file/truncated: an inflated file without even a header", async () => {
    expect(await scan(makeBag({ files: { [JOURNAL]: "" } }))).toMatchObject({
      rowsRead: 0,
      findings: [{ code: "file/truncated" }],
    });
  });

  it("file/corrupt: keeps the rows on either side, and names the documents between", async () => {
    const half = gzipSync(second).subarray(0, 2000);
    const root = damagedBag(many, () => Buffer.concat([gzipSync(first), half, gzipSync(third)]));
    const { findings, rows, rowsLoaded } = await scan(root);
    const numbers = rows.map((row) => Number(row.split("\t")[4]?.slice(3, 8)));
    const gap = numbers.findIndex((number, index) => index > 0 && number > (numbers[index - 1] ?? 0) + 1);
    expect(findings).toMatchObject([
      {
        code: "file/corrupt",
        ...place,
        rowFrom: gap + 1,
        docFrom: rows[gap - 1]?.split("\t")[4],
        docTo: "RV-01001/67",
      },
    ]);
    expect(numbers[gap]).toBe(1001);
    expect(rowsLoaded).toBeGreaterThan(2000);
  });

  it("file/corrupt: nonsense that inflates without an error is one finding with its rows", async () => {
    const broken = gzipSync(second).fill(0xff, 1500, 1600);
    const root = damagedBag(many, () => Buffer.concat([gzipSync(first), broken, gzipSync(third)]));
    const { findings, rows } = await scan(root);
    expect(findings).toMatchObject([{ code: "file/corrupt", ...place }]);
    expect(findings[0]?.rowFrom).toBeGreaterThan(1001);
    const entries = new Set(rows.map((row) => row.split("\t")[4]));
    for (const entry of [1, 500, 501, 1001, 1500]) expect(entries).toContain(`RV-${String(entry).padStart(5, "0")}/67`);
  });

  it("file/corrupt: a check sum of gzip's own that is wrong", async () => {
    const root = damagedBag(many, (bytes) => bytes.fill(0, bytes.length - 8, bytes.length - 4));
    expect(await scan(root)).toMatchObject({ rowsLoaded: 3000, findings: [{ code: "file/corrupt" }] });
  });

  it("file/corrupt: a destroyed gzip header loses no row", async () => {
    expect(await scan(damagedBag(many, (bytes) => bytes.fill(0, 0, 3)))).toMatchObject({
      rowsLoaded: 3000,
      findings: [{ code: "file/corrupt" }],
    });
  });

  it("file/corrupt: bytes that are no table at all are one finding", async () => {
    for (const bytes of [
      Buffer.alloc(5000),
      Buffer.from("not gzip\n".repeat(100)),
      gzipSync(Buffer.alloc(5000)),
      gzipSync("x\n".repeat(500)),
    ]) {
      const { findings, rowsLoaded } = await scan(makeBag({ files: { [JOURNAL]: bytes } }));
      expect([findings.map((finding) => finding.code), rowsLoaded]).toEqual([["file/corrupt"], 0]);
    }
  });

  it("file/checksum: bytes behind a whole file, added since", async () => {
    const root = damagedBag(many, (bytes) => Buffer.concat([bytes, Buffer.from("more")]));
    expect(await scan(root)).toMatchObject({ rowsLoaded: 3000, findings: [{ code: "file/checksum" }] });
  });

  it("file/corrupt: a bomb is read no further than its bounds", async () => {
    const bomb = gzipSync(csvText(header, [journalRow(1, 1)]) + "0".repeat(3_000_000));
    const root = makeBag({ files: { [JOURNAL]: bomb } });
    const limits = { ...BAG_LIMITS, maxFileBytes: 1_000_000 };
    // sound for the usual bounds but for its giant row
    expect((await scan(root)).findings).toMatchObject([{ code: "row/shape", rowFrom: 2 }]);
    expect(
      await scan(
        damagedBag(bomb, (bytes) => bytes, true),
        limits,
      ),
    ).toMatchObject({ rowsLoaded: 1 });
  });

  it("is read from a ZIP whose own packing is broken", async () => {
    const root = makeBag({ files: { [JOURNAL]: many } });
    const zip = makeZip(zipEntriesOf(root).map((entry) => ({ ...entry, isDeflated: true })));
    const bytes = readFileSync(zip);
    const at = bytes.indexOf(Buffer.from(FILE)) + FILE.length;
    const packed = deflateRawSync(readFileSync(path.join(root, FILE))).length;
    writeFileSync(zip, bytes.fill(0xff, at + packed - 1000, at + packed - 900));
    const { findings, rowsLoaded } = await scan(zip);
    expect(findings.map((finding) => finding.code)).toEqual(["file/corrupt"]);
    expect(rowsLoaded).toBeGreaterThan(0);
  });
});

it("lists no more findings than anyone reads of a file with very many bad rows, says so, and counts every one", async () => {
  // Bad in turn in one of two columns, with a sound row between, so that no two are neighbours.
  const rows = Array.from({ length: 8_000 }, (_, index) =>
    journalRow(index + 1, 1, index % 2 === 0 ? {} : index % 4 === 1 ? { debit: "?" } : { entry_date: "?" }),
  );
  const { findings, rowsRead, rowsLoaded, rowsQuarantined } = await scan(makeBag({ files: { [JOURNAL]: rows } }));
  expect([rowsRead, rowsLoaded, rowsQuarantined]).toEqual([8_000, 4_000, 4_000]);
  expect(findings).toHaveLength(201);
  expect(findings.at(-1)).toMatchObject({ code: "row/value", rowTo: 8_000, count: 3_800 });
  expect(findings.at(-1)?.found).toContain("มีมากเกินกว่าจะแสดงทีละรายการ");
  expect(findings.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(rowsQuarantined);
});

it("never throws for damaged bytes, and adds up", async () => {
  const chance = createChance(11);
  const lines = csvText(header, journalRows(600)).split("\n");
  const parts = [0, 1, 2].map((part) => `${lines.slice(part && part * 200 + 1, part * 200 + 201).join("\n")}\n`);
  const sound = members(...parts);
  const root = makeBag({ files: { [JOURNAL]: sound } });
  for (let round = 0; round < 40; round++) {
    const bytes = Buffer.from(sound);
    const at = chance.below(bytes.length);
    const damaged = chance.pick([
      () => bytes.fill((bytes[at] ?? 0) ^ (1 << chance.below(8)), at, at + 1),
      () => bytes.fill(0, at, Math.min(bytes.length, at + chance.below(600))),
      () => bytes.subarray(0, at),
      () => bytes.copyWithin(at, chance.below(bytes.length)),
    ])();
    writeFileSync(path.join(root, FILE), damaged);
    const { findings, rowsLoaded } = await scan(root);
    if (!damaged.equals(sound)) expect(findings.length).toBeGreaterThan(0);
    // members that the damage did not reach are whole
    const untouched = parts.filter((part) => damaged.includes(gzipSync(part))).length;
    expect(rowsLoaded).toBeGreaterThanOrEqual(untouched * 200 - 3);
  }
});
