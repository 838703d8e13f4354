/** A load that is killed (kill -9) at any moment and started again ends in the state of one that was let alone. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openOwner } from "@/db/owner";
import { makeSample } from "@/lib/sample/make-sample";
import { snapshotRelations, tableContents } from "../../support/table-contents";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(os.tmpdir(), "killed-load-"));
const bag = path.join(folder, "sample");
// Inside the project, so that the child finds its packages.
const child = path.join(root, ".data/test", `load-child-${process.pid}.mjs`);
const databases: TestDatabase[] = [];

beforeAll(async () => {
  mkdirSync(path.dirname(child), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ["tests/support/load-child.ts"],
    outfile: child,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  await makeSample({ out: bag, laos: 5, provinces: 5, seed: 11, damage: "light", journalLines: 4_000 });
});

afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true });
  rmSync(child, { force: true });
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

/** The provinces that are done, with the moment when they were: going on must not do them again. */
async function finishedUnits(ownerUrl: string): Promise<string[]> {
  const owner = openOwner(ownerUrl);
  const rows = await owner<
    { unit: string }[]
  >`select province_no || ' ' || finished_at as unit from portal.load_units order by 1`;
  await owner.end();
  return rows.map((row) => row.unit);
}

/** Runs the child; kills it after so many milliseconds. Gives what it printed, or undefined if it was killed. */
async function run(ownerUrl: string, killAfterMs?: number): Promise<string | undefined> {
  const running = spawn(process.execPath, [child, bag, ownerUrl], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  running.stdout.on("data", (text: Buffer) => {
    printed += text.toString();
  });
  const ended = once(running, "close");
  if (killAfterMs !== undefined) {
    await Promise.race([ended, sleep(killAfterMs)]);
    running.kill("SIGKILL");
  }
  const [code, signal] = (await ended) as [number | null, string | null];
  if (signal === "SIGKILL") return undefined;
  expect(code).toBe(0);
  return printed.trim();
}

it("ends in the same state, whenever it was killed and however often", { timeout: 300_000 }, async () => {
  const whole = await emptyDatabase();
  const startedMs = performance.now();
  expect(await run(whole.ownerUrl)).toBe("loaded");
  const wholeMs = performance.now() - startedMs;
  const expected = await tableContents(whole.ownerUrl);
  const relations = await snapshotRelations(whole.ownerUrl);

  for (const share of [0.35, 0.65, 0.9]) {
    const broken = await emptyDatabase();
    const moments: number[] = [];
    const finished = new Set<string>();
    let outcome: string | undefined;
    while (outcome === undefined && moments.length < 5) {
      const moment = Math.round(wholeMs * (share + (Math.random() - 0.5) * 0.3));
      moments.push(moment);
      outcome = await run(broken.ownerUrl, moment);
      for (const unit of await finishedUnits(broken.ownerUrl)) finished.add(unit);
    }
    outcome ??= await run(broken.ownerUrl);
    const story = `killed after ${moments.join(", ")} of ${Math.round(wholeMs)} ms`;
    expect(["loaded", "unchanged"], story).toContain(outcome);
    expect(await tableContents(broken.ownerUrl), story).toEqual(expected);
    expect(await snapshotRelations(broken.ownerUrl), story).toEqual(relations);
    expect(await finishedUnits(broken.ownerUrl), story).toEqual(expect.arrayContaining([...finished]));
    expect(await run(broken.ownerUrl), story).toBe("unchanged");
  }
});
