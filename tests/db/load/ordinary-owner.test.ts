/** Loading needs no superuser: an operator's server gives the portal an ordinary role that owns its database. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { closeDatabase, openDatabase } from "@/db/client";
import { grantPortalRole } from "@/db/grants";
import { migrate } from "@/db/migrate";
import { operatorActor } from "@/lib/access/actor";
import { listPartitions } from "@/lib/operations/list-partitions";
import { loadArchive } from "@/lib/operations/load-archive";
import { journalRow, journalRows, LAO, makeBag } from "../../support/make-bag";

const database = `test_${process.pid}_${randomBytes(3).toString("hex")}_own`;
const actor = operatorActor("tester");
const now = new Date("2026-11-22T03:00:00Z");
let server: postgres.Sql;

beforeAll(async () => {
  server = postgres(`${inject("serverUrl")}/postgres`, { max: 1, onnotice: () => undefined });
  await server.unsafe(`create role ${database}_owner login nosuperuser createrole password 'only-for-tests'`);
  await server.unsafe(`create database ${database} owner ${database}_owner`);
});

afterAll(async () => {
  await server.unsafe(`drop database ${database} with (force)`);
  for (const role of ["portal_app", "owner"]) await server.unsafe(`drop role if exists ${database}_${role}`);
  await server.end();
});

it("loads, replaces and serves as an ordinary owner, though row-level security holds for the owner too", async () => {
  const url = new URL(`${inject("serverUrl")}/${database}`);
  url.username = `${database}_owner`;
  url.password = "only-for-tests";
  const ownerUrl = url.href;
  await migrate(ownerUrl);
  const app = openDatabase(await grantPortalRole(ownerUrl, "only-for-tests"));
  const bagOf = (rows: string[][]) => makeBag({ files: { [`${LAO}/accounting/2024-01/journal`]: rows } });
  const bad = [...journalRows(20), journalRow(11, 1, { debit: "x" })];
  const first = await loadArchive({ bag: bagOf(bad), ownerUrl, actor, replace: false, now });
  expect(first).toMatchObject({ outcome: "loaded", rowsLoaded: 20, rowsQuarantined: 1 });
  const second = await loadArchive({ bag: bagOf(journalRows(30)), ownerUrl, actor, replace: true, now });
  expect(second).toMatchObject({ outcome: "replaced", rowsLoaded: 30, rowsQuarantined: 0 });
  const { partitions } = await listPartitions({ actor, now, database: app }, { snapshot: "test-bag" });
  expect(partitions.reduce((sum, partition) => sum + partition.rowsLoaded, 0)).toBe(30);
  await closeDatabase(app);
});
