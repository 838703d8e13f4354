/** A load holds the books against each other: sound archives give no finding, damaged ones the right findings and states, row for row as read in memory. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openLoadSession, openOwner } from "@/db/owner";
import { readEvidence } from "@/db/ties/read-evidence";
import { operatorActor } from "@/lib/access/actor";
import type { LaoCode, LaoId } from "@/lib/office/office";
import { listFindings } from "@/lib/operations/list-findings";
import { listPartitions } from "@/lib/operations/list-partitions";
import { loadArchive } from "@/lib/operations/load-archive";
import type { DamageTruth } from "@/lib/sample/damage/truth";
import { makeSample } from "@/lib/sample/make-sample";
import { evidenceOfBag } from "../../support/evidence-of-bag";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const actor = operatorActor("tester");
const now = new Date("2026-11-22T03:00:00Z");
const folder = mkdtempSync(path.join(os.tmpdir(), "ties-"));
const clean = path.join(folder, "clean");
const damaged = path.join(folder, "damaged");
let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  await makeSample({ out: clean, laos: 4, seed: 5, damage: "none", journalLines: 4_000, id: "clean" });
  await makeSample({ out: damaged, laos: 4, seed: 6, damage: "heavy", journalLines: 4_000, id: "damaged" });
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

const load = (bag: string) => loadArchive({ bag, ownerUrl: test.ownerUrl, actor, replace: false, now });

const context = () => ({ actor, now, database });

async function findingsOf(snapshot: string) {
  const first = await listFindings(context(), { snapshot, limit: 5_000 });
  expect(first.next).toBeNull();
  return first.findings;
}

it("finds nothing in a sound archive: every partition is intact or empty", async () => {
  const result = await load(clean);
  expect(result.findings).toBe(0);
  const { partitions } = await listPartitions(context(), { snapshot: "clean" });
  expect(partitions.filter(({ state }) => state !== "intact" && state !== "empty")).toEqual([]);
});

it.each([clean, damaged])("reads the same evidence from the tables as a plain reader from the files", async (bag) => {
  await load(bag);
  const expected = await evidenceOfBag(bag);
  const owner = openOwner(test.ownerUrl);
  const offices = await owner<
    { code: LaoCode; laoId: LaoId }[]
  >`select lao_code as code, lao_id as "laoId" from portal.laos order by lao_id`;
  await owner.end();
  const session = await openLoadSession(test.ownerUrl);
  try {
    const laos = offices.map(({ code, laoId }) => {
      const { listedFiles, rowCounts } = expected.find(({ lao }) => lao === code) ?? {};
      return { code, laoId, listedFiles: listedFiles ?? new Set<string>(), rowCounts: rowCounts ?? new Map() };
    });
    const provinceNo = Math.floor((laos[0]?.laoId ?? 0) / 100_000);
    const months = expected[0]?.months ?? [];
    const { evidences } = await readEvidence({ session, snapshotNo: 1, provinceNo, months, laos });
    expect(evidences).toHaveLength(4);
    for (const evidence of evidences) expect(evidence).toEqual(expected.find(({ lao }) => lao === evidence.lao));
  } finally {
    await session.end();
  }
});

it("finds every damage of a damaged archive in its own partition, and accuses no other", async () => {
  await load(damaged);
  const { damages }: { damages: DamageTruth[] } = JSON.parse(readFileSync(`${damaged}.truth.json`, "utf8"));
  const findings = await findingsOf("damaged");
  const at = ({ lao, module, month }: { lao: string | null; module: string | null; month: string | null }) =>
    `${lao} ${module} ${month}`;
  expect(damages.length).toBeGreaterThan(20);
  const missed = damages.filter((damage) => !findings.some((found) => at(found) === at(damage)));
  expect(missed).toEqual([]);
  const lost = findings.filter(({ code, table }) => code === "tie/silent-partition" && table === null);
  expect(lost.length).toBeGreaterThan(0);
  for (const cause of lost) {
    expect(findings.filter((found) => at(found) === at(cause) && found.code.startsWith("tie/"))).toEqual([cause]);
    if (cause.module === "accounting") expect(cause.consequences.map(({ amount }) => amount)).not.toContain(null);
    for (const consequence of cause.consequences) expect(at(consequence)).toBe(at(cause));
  }
  const places = new Set(damages.map(at));
  expect(findings.filter((found) => found.code.startsWith("tie/") && !places.has(at(found)))).toEqual([]);
});
