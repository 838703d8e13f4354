/** Reports of revenue and expenditure over whole sample archives: sound ones tie everywhere and lead on; damaged ones break nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { operatorActor } from "@/lib/access/actor";
import type { Amount } from "@/lib/money/amount";
import type { OperationContext } from "@/lib/operations/define-operation";
import { listLaos } from "@/lib/operations/list-laos";
import { loadArchive } from "@/lib/operations/load-archive";
import { makeSample } from "@/lib/operations/make-sample";
import { type ReportPage, runReport } from "@/lib/operations/run-report";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const actor = operatorActor("tester");
const now = new Date("2026-11-22T03:00:00Z");
const folder = mkdtempSync(path.join(os.tmpdir(), "documents-"));
const MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07"];
/** Of single documents every so many are opened. */
const SAMPLED = 6;
const WHOLE = { from: "2024-01-06", to: "2024-07-06" };
const LISTS = [
  "revenue-register",
  "receipt-details",
  "remittance-summary",
  "requisition-register",
  "cheque-report",
  "withholding-tax",
];

interface Archive {
  readonly made: TestDatabase;
  readonly database: Database;
  readonly context: OperationContext;
  readonly laos: readonly string[];
}

async function archive(damage: "none" | "heavy", seed: number): Promise<Archive> {
  const out = path.join(folder, damage);
  await makeSample({ out, laos: 1, seed, damage, journalLines: 6_000 });
  const made = await createTestDatabase();
  await loadArchive({ bag: out, ownerUrl: made.ownerUrl, actor, replace: false, now });
  const database = openDatabase(made.appUrl);
  const context = { actor, now, database };
  return { made, database, context, laos: (await listLaos(context, {})).laos.map((lao) => lao.code) };
}

async function read(
  { context }: Archive,
  lao: string,
  reportId: string,
  params: Readonly<Record<string, string>>,
): Promise<ReportPage> {
  const page = (offset: number) => runReport(context, { lao, reportId, params, window: { offset, limit: 1000 } });
  const first = await page(0);
  const rows = [...first.rows];
  while (rows.length < first.document.rowCount) rows.push(...(await page(rows.length)).rows);
  return { ...first, rows };
}

function expectRowsToAddUp(page: ReportPage): void {
  const entries = page.rows.filter((row) => row.kind === "entry" || row.kind === "reconstructed");
  for (const [id, total] of Object.entries(page.document.totals[0]?.cells ?? {})) {
    const sum = entries.reduce((all, row) => all + ((row.cells[id] as Amount | null) ?? 0n), 0n);
    expect(`${page.document.reportId} ${id} ${sum}`).toBe(`${page.document.reportId} ${id} ${total}`);
  }
}

const failing = (page: ReportPage) => page.document.proof.filter((line) => !line.holds).map((line) => line.text);

let sound: Archive;
let damaged: Archive;

beforeAll(async () => {
  sound = await archive("none", 21);
  damaged = await archive("heavy", 22);
}, 300_000);

afterAll(async () => {
  for (const { made, database } of [sound, damaged]) {
    await closeDatabase(database);
    await made.drop();
  }
  rmSync(folder, { recursive: true });
});

describe("sound books", () => {
  it("tie in every list of every month and over the whole period, and carry no mark", async () => {
    let rows = 0;
    for (const lao of sound.laos)
      for (const id of LISTS)
        for (const params of [...MONTHS.map((month) => ({ month })), WHOLE]) {
          const page = await read(sound, lao, id, params);
          expectRowsToAddUp(page);
          expect([id, params, failing(page)]).toEqual([id, params, []]);
          expect(page.document.notes).toEqual([]);
          expect(page.rows.filter((row) => row.marks || row.kind === "missing")).toEqual([]);
          rows += page.rows.length;
        }
    expect(rows).toBeGreaterThan(500);
  });

  it("hold loans that tie with the trial balance at every month's end", async () => {
    let contracts = 0;
    for (const lao of sound.laos)
      for (const month of MONTHS) {
        const page = await read(sound, lao, "loan-register", { month });
        expectRowsToAddUp(page);
        expect([month, failing(page)]).toEqual([month, []]);
        contracts += page.rows.filter((row) => row.kind === "entry").length;
      }
    expect(contracts).toBeGreaterThan(0);
  });

  it("lead from receipt to remittance to the entry that booked it, each of which ties", async () => {
    const [lao = ""] = sound.laos;
    const list = await read(sound, lao, "receipt-details", { month: "2024-03" });
    const remittances = [
      ...new Map(list.rows.flatMap((row) => (row.link ? [[row.cells.remittance_no, row.link]] : []))),
    ];
    expect(remittances.length).toBeGreaterThan(3);
    for (const [, link] of remittances.filter((_, index) => index % SAMPLED === 0)) {
      const remittance = await read(sound, lao, link.reportId, link.params);
      expectRowsToAddUp(remittance);
      expect(failing(remittance)).toEqual([]);
      const entry = remittance.rows[0]?.link;
      if (!entry) throw new Error("a remittance leads nowhere");
      expect(failing(await read(sound, lao, entry.reportId, entry.params))).toEqual([]);
    }
  });

  it("lead from the register to each requisition, its entry and its cheque, and every requisition ties", async () => {
    const [lao = ""] = sound.laos;
    const list = await read(sound, lao, "requisition-register", { month: "2024-03" });
    expect(list.rows.length).toBeGreaterThan(5);
    for (const row of list.rows.filter((_, index) => index % SAMPLED === 0)) {
      if (!row.link) throw new Error("a requisition leads nowhere");
      const requisition = await read(sound, lao, row.link.reportId, row.link.params);
      expect([row.link.params, failing(requisition)]).toEqual([row.link.params, []]);
      if (row.cells.gross === null) continue;
      const links = requisition.rows.flatMap((line) => line.link ?? []);
      expect(links.map((link) => link.reportId).slice(0, 2)).toEqual(["journal-document", "cheque-report"]);
      for (const link of links.slice(0, 2))
        expect((await read(sound, lao, link.reportId, link.params)).rows.length).toBeGreaterThan(0);
    }
  });
});

describe("damaged books", () => {
  it("break no list, add up as far as they were read, and give each page the rows that the whole has there", async () => {
    for (const lao of damaged.laos)
      for (const id of [...LISTS, "loan-register"])
        for (const params of id === "loan-register"
          ? MONTHS.map((month) => ({ month }))
          : [...MONTHS.map((month) => ({ month })), WHOLE]) {
          const page = await read(damaged, lao, id, params);
          expectRowsToAddUp(page);
          const offset = Math.floor(page.rows.length / 2);
          const middle = await runReport(damaged.context, { lao, reportId: id, params, window: { offset, limit: 5 } });
          expect(middle.rows).toEqual(page.rows.slice(offset, offset + 5));
        }
  });

  it("explain every tie that fails by a note on the report", async () => {
    for (const lao of damaged.laos)
      for (const id of LISTS)
        for (const month of MONTHS) {
          const page = await read(damaged, lao, id, { month });
          if (failing(page).length > 0) expect([id, month, page.document.notes.length > 0]).toEqual([id, month, true]);
        }
  });
});
