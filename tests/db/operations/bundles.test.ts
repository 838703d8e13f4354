/** Bundles made in the background: one at a time for each user, their own alone, going on after a worker died, gone when too old. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import { claimBundle } from "@/db/writes/bundles";
import type { Actor } from "@/lib/access/actor";
import { bundleFile, bundleFolder } from "@/lib/bundle/bundle";
import { cancelBundle } from "@/lib/operations/cancel-bundle";
import { disableUser } from "@/lib/operations/disable-user";
import { downloadBundle } from "@/lib/operations/download-bundle";
import { enableUser } from "@/lib/operations/enable-user";
import { listBundles } from "@/lib/operations/list-bundles";
import { requestBundle } from "@/lib/operations/request-bundle";
import { BUNDLE_KEPT_MS, type BundleWorker, runNextBundle, sweepBundles } from "@/lib/operations/run-bundles";
import { readZip } from "../../support/read-zip";
import { seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { ACCOUNTANT, addPerson, administrator, asOperator, NOW, PASSWORD, signedIn } from "./people";

const MARCH = { laos: ["06350302"], month: "2567-03", formats: ["csv" as const] };
const AUDITOR = {
  ...ACCOUNTANT,
  email: "auditor@example.go.th",
  role: "auditor" as const,
  grant: { kind: "province" as const, provinceCode: "35" },
  password: PASSWORD,
};

let made: TestDatabase;
let database: Database;
let owner: OwnerSql;
let dataFolder: string;
let accountant: Actor;
let auditor: Actor;
let chief: Actor;
let bugs: unknown[];

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(os.tmpdir(), "bundles-"));
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  database = openDatabase(made.appUrl);
  owner = openOwner(made.ownerUrl);
  for (const person of [ACCOUNTANT, AUDITOR, administrator("chief@example.go.th")]) await addPerson(database, person);
  accountant = (await signedIn(database, ACCOUNTANT.email)).actor;
  auditor = (await signedIn(database, AUDITOR.email)).actor;
  chief = (await signedIn(database, "chief@example.go.th")).actor;
});
beforeEach(async () => {
  bugs = [];
  await owner`truncate portal.audit_log, portal.bundles`;
  await rm(bundleFolder(dataFolder), { recursive: true, force: true });
});
afterAll(async () => {
  await owner.end();
  await closeDatabase(database);
  await made.drop();
  await rm(dataFolder, { recursive: true });
});

const as = (actor: Actor) => ({ actor, now: NOW, database });
const later = (ms: number) => new Date(NOW.getTime() + ms);
const worker = (runner: string, at = NOW): BundleWorker => ({
  database,
  dataFolder,
  runner,
  clock: () => at,
  onBug: (error) => bugs.push(error),
});
const statuses = async (actor: Actor) => (await listBundles(as(actor), {})).map((bundle) => bundle.status);

it("goes from asked to ready, and is then downloaded by whoever asked, and recorded", async () => {
  const id = await requestBundle(as(accountant), MARCH);
  expect(await statuses(accountant)).toEqual(["waiting"]);
  await expect(downloadBundle(as(accountant), { bundle: id })).rejects.toMatchObject({ code: "not-found" });
  expect(await runNextBundle(worker("one"))).toBe(true);
  expect(await runNextBundle(worker("one"))).toBe(false);
  const [bundle] = await listBundles(as(accountant), {});
  expect(bundle).toMatchObject({ status: "ready", laoNames: ["อบต.ทดสอบหนึ่ง"], expiresAt: later(BUNDLE_KEPT_MS) });
  expect(bundle?.done).toBe(bundle?.total);
  const ready = await downloadBundle(as(accountant), { bundle: id });
  const file = await readFile(bundleFile(dataFolder, id));
  expect(ready.bytes).toBe(file.length);
  expect((await readZip(file)).at(-1)?.name).toBe("SHA256SUMS.txt");
  const events = await owner<
    { email: string; type: string }[]
  >`select email, type from portal.audit_log order by audit_no`;
  expect(events.map((event) => `${event.email} ${event.type}`)).toEqual([
    `${ACCOUNTANT.email} export-bundle`,
    `${ACCOUNTANT.email} download-bundle`,
  ]);
  expect(bugs).toEqual([]);
});

it("is nobody else's: not listed, not downloaded, not cancelled, in the database itself", async () => {
  const id = await requestBundle(as(accountant), MARCH);
  await runNextBundle(worker("one"));
  expect(await statuses(auditor)).toEqual([]);
  await expect(downloadBundle(as(auditor), { bundle: id })).rejects.toMatchObject({ code: "not-found" });
  await expect(cancelBundle(as(auditor), { bundle: id })).rejects.toMatchObject({ code: "not-found" });
  for (const work of [
    requestBundle(as(chief), MARCH),
    listBundles(as(chief), {}),
    downloadBundle(as(chief), { bundle: id }),
  ])
    await expect(work).rejects.toMatchObject({ code: "access/forbidden" });
  const app = openOwner(made.appUrl);
  try {
    expect(await app`select * from portal.bundles`).toEqual([]);
    await expect(
      app.begin(async (tx) => {
        await tx`select set_config('app.user_id', ${String(auditor.userId)}, true)`;
        await tx`insert into portal.bundles (bundle_id, user_id, asked_at, snapshot_id, lao_codes, formats)
          values (${"0".repeat(32)}, ${accountant.userId}, now(), 's', '{06350302}', '{csv}')`;
      }),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(app`update portal.bundles set status = 'ready'`).rejects.toMatchObject({ code: "42501" });
  } finally {
    await app.end();
  }
});

it("is one at a time for each user, of LAOs within their scope, and bounded", async () => {
  await requestBundle(as(accountant), MARCH);
  await expect(requestBundle(as(accountant), MARCH)).rejects.toMatchObject({ code: "conflict" });
  await requestBundle(as(auditor), { ...MARCH, laos: ["06350302", "05350401"] });
  await owner`truncate portal.bundles`;
  const wrong = [
    [accountant, { ...MARCH, laos: ["05350401"] }, "access/forbidden"],
    [auditor, { ...MARCH, laos: ["06360101"] }, "access/forbidden"],
    [auditor, { ...MARCH, laos: [] }, "input/invalid"],
    [auditor, { ...MARCH, formats: [] }, "input/invalid"],
    [auditor, { ...MARCH, month: "2560-01" }, "input/invalid"],
    [
      auditor,
      { ...MARCH, laos: Array.from({ length: 21 }, (_, index) => String(10_000_000 + index)) },
      "input/invalid",
    ],
  ] as const;
  for (const [actor, request, code] of wrong)
    await expect(requestBundle(as(actor), request)).rejects.toMatchObject({ code });
  for (let one = 0; one < 5; one++) {
    await requestBundle(as(accountant), MARCH);
    await runNextBundle(worker("one"));
  }
  await expect(requestBundle(as(accountant), MARCH)).rejects.toThrow("โปรดลบชุดที่ไม่ใช้ก่อน");
});

it("goes on with another worker after the first one died, and not before", async () => {
  const id = await requestBundle(as(accountant), MARCH);
  await claimBundle(database, "dead", NOW, NOW);
  expect(await runNextBundle(worker("second", later(20_000)))).toBe(false);
  expect(await runNextBundle(worker("second", later(40_000)))).toBe(true);
  expect((await downloadBundle(as(accountant), { bundle: id })).status).toBe("ready");
});

it("stops for whoever cancels it or was disabled, and leaves no file that is served", async () => {
  const id = await requestBundle(as(accountant), MARCH);
  await cancelBundle(as(accountant), { bundle: id });
  expect(await runNextBundle(worker("one"))).toBe(false);
  await requestBundle(as(accountant), MARCH);
  await disableUser(asOperator(database), { email: ACCOUNTANT.email });
  expect(await runNextBundle(worker("one"))).toBe(true);
  await enableUser(asOperator(database), { email: ACCOUNTANT.email });
  expect(await statuses(accountant)).toEqual(["failed"]);
  expect(await readdir(bundleFolder(dataFolder))).toEqual([]);
  expect(bugs).toEqual([]);
});

it("that fails says why, and lets its user ask again", async () => {
  await requestBundle(as(accountant), MARCH);
  await owner`update portal.bundles set snapshot_id = 'gone'`;
  await runNextBundle(worker("one"));
  const [bundle] = await listBundles(as(accountant), {});
  expect(bundle?.status).toBe("failed");
  expect(bundle?.trouble).toContain("«gone»");
  await requestBundle(as(accountant), MARCH);
});

it("goes with its file when it is too old or given up, and takes no other file along", async () => {
  const old = await requestBundle(as(accountant), MARCH);
  await runNextBundle(worker("one"));
  const kept = await requestBundle(as(auditor), MARCH);
  await runNextBundle(worker("one", later(60_000)));
  await writeFile(path.join(bundleFolder(dataFolder), `${"f".repeat(32)}.zip.unfinished`), "left over");
  await sweepBundles(worker("one", later(BUNDLE_KEPT_MS)));
  expect(await statuses(accountant)).toEqual([]);
  await expect(downloadBundle(as(accountant), { bundle: old })).rejects.toMatchObject({ code: "not-found" });
  expect(await readdir(bundleFolder(dataFolder))).toEqual([`${kept}.zip`]);
  await cancelBundle(as(auditor), { bundle: kept });
  await sweepBundles(worker("one"));
  expect(await readdir(bundleFolder(dataFolder))).toEqual([]);
});
