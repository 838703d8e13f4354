/** The chain from the bag to a file in somebody's hand: it holds for a real archive, and each link that is broken is the one that is named. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import { operatorActor } from "@/lib/access/actor";
import { openBundle } from "@/lib/bundle/read-bundle";
import type { ChainLink } from "@/lib/issued/chain";
import { checkBagOfFile } from "@/lib/operations/check-bag-of-file";
import { exportReport } from "@/lib/operations/export-report";
import { loadArchive } from "@/lib/operations/load-archive";
import { makeBundle } from "@/lib/operations/make-bundle";
import { recheckIssuedFile } from "@/lib/operations/recheck-issued-file";
import { type Verification, verifyFile } from "@/lib/operations/verify-file";
import { makeSample } from "@/lib/sample/make-sample";
import { ACTORS } from "../../support/read-report";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const actor = operatorActor("tester");
const now = new Date("2026-11-22T03:00:00Z");
const folder = mkdtempSync(path.join(os.tmpdir(), "chain-"));
const bag = path.join(folder, "sample");

let test: TestDatabase;
let database: Database;
let owner: OwnerSql;
let lao: string;

beforeAll(async () => {
  await makeSample({ out: bag, laos: 2, provinces: 1, seed: 7, damage: "heavy" });
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  owner = openOwner(test.ownerUrl);
  await loadArchive({ bag, ownerUrl: test.ownerUrl, actor, replace: false, now });
  const [first] = await owner<{ lao_code: string }[]>`select lao_code from portal.laos order by lao_id limit 1`;
  lao = first?.lao_code ?? "";
});

afterAll(async () => {
  await owner.end();
  await closeDatabase(database);
  await test.drop();
  rmSync(folder, { recursive: true });
});

const context = () => ({ actor, now, database });

const MARCH: Readonly<Record<string, string>> = { month: "2024-03" };

async function issue(
  reportId: string,
  place: { lao: string } | { province: string },
  params = MARCH,
): Promise<Verification> {
  const pieces: Uint8Array[] = [];
  await exportReport(context(), {
    ...place,
    reportId,
    params,
    format: "pdf",
    sink: async (_document, issueFile) => {
      for await (const piece of issueFile("pdf")) pieces.push(Buffer.from(piece));
    },
  });
  return verifyFile({ database, now }, async () => ({ bytes: Buffer.concat(pieces) }));
}

async function walk({ record }: Verification, bagPath = bag): Promise<ChainLink[]> {
  if (!record) throw new Error("no record");
  const { links, restsOn } = await recheckIssuedFile(context(), { file: record });
  return [...links, ...(await checkBagOfFile(bagPath, record.snapshotDigest, restsOn))];
}

const broken = (links: readonly ChainLink[]) => links.filter(({ holds }) => !holds).map(({ id }) => id);

describe("a report of a damaged archive", () => {
  it.each(["trial-balance", "cash-receipts-book", "budget-remaining"])(
    "holds from bag to file (%s)",
    async (reportId) => {
      const links = await walk(await issue(reportId, { lao }));
      expect(links.map(({ id }) => id)).toEqual(["snapshot", "partitions", "report", "bag", "bag-files"]);
      expect(links.filter(({ holds }) => !holds)).toEqual([]);
      const [same = 0, parts = 0] = (links[1]?.detail ?? "").split("/").map(Number);
      expect(parts).toBeGreaterThan(0);
      expect(same).toBe(parts);
    },
  );

  it("holds for a province", async () => {
    expect(
      broken(await walk(await issue("province-trial-balance", { province: lao === "" ? "" : await provinceOf(lao) }))),
    ).toEqual([]);
  });
});

async function provinceOf(code: string): Promise<string> {
  const [row] = await owner<{ province_code: string }[]>`
    select l.province_code from portal.snapshot_laos l where l.lao_code = ${code} limit 1`;
  return row?.province_code ?? "";
}

describe("what is broken is named", () => {
  it("a figure changed in the database: the stored rows, and the report that they make", async () => {
    const found = await issue("cash-receipts-book", { lao });
    const [row] = await owner<{ entry_no: string; row_no: number; snapshot_no: number; lao_id: number }[]>`
      select entry_no, row_no, snapshot_no, lao_id from portal.journal where month = 202403 and book = 'RV' and debit > 0
        and lao_id = (select lao_id from portal.laos where lao_code = ${lao}) order by row_no limit 1`;
    if (!row) throw new Error("no row");
    const change = (
      by: number,
    ) => owner`update portal.journal set debit = debit + ${by} where month = 202403 and lao_id = ${row.lao_id}
      and snapshot_no = ${row.snapshot_no} and row_no = ${row.row_no}`;
    await change(100);
    try {
      expect(broken(await walk(found))).toEqual(["partitions", "report"]);
    } finally {
      await change(-100);
    }
    expect(broken(await walk(found))).toEqual([]);
  });

  it("another bag: the bag, and the file in it that its manifest does not list so", async () => {
    const found = await issue("cash-receipts-book", { lao }, { from: "2024-01-06", to: "2024-07-06" });
    if (!found.record) throw new Error("no record");
    const { restsOn } = await recheckIssuedFile(context(), { file: found.record });
    const other = path.join(folder, "other");
    cpSync(bag, other, { recursive: true });
    // A file that the report rests on, of a part that was sound when it was loaded.
    const sound = readdirSync(path.join(other, "data/laos", lao), { recursive: true, encoding: "utf8" }).find(
      (name) => {
        const [module = "", month = "", file = ""] = name.split(path.sep);
        const rests = restsOn?.tables.some(({ table, months }) => file === `${table}.csv.gz` && months.includes(month));
        return rests === true && restsOn?.damaged.includes(`${lao}/${module}/${month}`) === false;
      },
    );
    if (!sound) throw new Error("no sound file");
    writeFileSync(path.join(other, "data/laos", lao, sound), "not what was loaded");
    expect(broken(await walk(found, other))).toEqual(["bag", "bag-files"]);
  });

  it("an archive that took its place: the archive", async () => {
    const found = await issue("trial-balance", { lao });
    await owner`update portal.snapshots set digest = 'other'`;
    try {
      expect(broken(await walk(found))).toEqual(["snapshot"]);
    } finally {
      await owner`update portal.snapshots set digest = ${found.record?.snapshotDigest ?? ""}`;
    }
  });
});

describe("whoever rechecks", () => {
  it("must be allowed to see the report, and is recorded", async () => {
    const { record } = await issue("trial-balance", { lao });
    if (!record) throw new Error("no record");
    const stranger = { ...context(), actor: ACTORS.accountant };
    await expect(recheckIssuedFile(stranger, { file: record })).rejects.toMatchObject({ code: "access/forbidden" });
    await owner`truncate portal.audit_log`;
    await recheckIssuedFile(context(), { file: record });
    const events = await owner<{ type: string; facts: object }[]>`select type, facts from portal.audit_log`;
    expect(events).toEqual([
      { type: "verify-file", facts: expect.objectContaining({ reportId: "trial-balance", lao, format: "pdf" }) },
    ]);
  });
});

describe("a bundle", () => {
  it("is read file by file, each genuine and as its checksum list says", async () => {
    const file = path.join(folder, "all.zip");
    await makeBundle(
      { laos: [lao], month: "2024-03", formats: ["xlsx"] },
      { file, context: async () => context(), onProgress: () => undefined },
    );
    const files = await openBundle(file);
    if (!files) throw new Error("no bundle");
    let genuine = 0;
    for await (const { name, bytes, sha256, listedSha256 } of files) {
      expect(sha256, name).toBe(listedSha256);
      if (!name.endsWith(".xlsx")) continue;
      expect((await verifyFile({ database, now }, async () => ({ bytes }))).verdict, name).toBe("genuine");
      genuine += 1;
    }
    expect(genuine).toBeGreaterThan(10);
    expect(await openBundle(path.join(bag, "bagit.txt"))).toBeUndefined();
  });
});
