/** All reports over whole sample archives, loaded the ordinary way: sound books tie everywhere; damaged ones are marked and break nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { operatorActor } from "@/lib/access/actor";
import type { Finding } from "@/lib/finding/finding";
import type { Amount } from "@/lib/money/amount";
import type { OperationContext } from "@/lib/operations/define-operation";
import { findChoices } from "@/lib/operations/find-choices";
import { listLaos } from "@/lib/operations/list-laos";
import { loadArchive } from "@/lib/operations/load-archive";
import { makeSample } from "@/lib/operations/make-sample";
import { type ReportPage, runReport } from "@/lib/operations/run-report";
import { viewLaoHome } from "@/lib/operations/view-lao-home";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const actor = operatorActor("tester");
const now = new Date("2026-11-22T03:00:00Z");
const folder = mkdtempSync(path.join(os.tmpdir(), "reports-"));
const MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07"];
const BOOKS = ["cash-receipts-book", "cash-payments-book", "general-journal"];

interface Archive {
  readonly made: TestDatabase;
  readonly database: Database;
  readonly context: OperationContext;
  readonly laos: readonly string[];
}

async function archive(damage: "none" | "heavy", seed: number, laoCount: number): Promise<Archive> {
  const out = path.join(folder, damage);
  await makeSample({ out, laos: laoCount, seed, damage });
  const made = await createTestDatabase();
  await loadArchive({ bag: out, ownerUrl: made.ownerUrl, actor, replace: false, now });
  const database = openDatabase(made.appUrl);
  const context = { actor, now, database };
  const laos = (await listLaos(context, {})).laos.map((lao) => lao.code);
  return { made, database, context, laos };
}

async function whole(
  context: OperationContext,
  lao: string,
  reportId: string,
  params: Record<string, string>,
): Promise<ReportPage> {
  const first = await runReport(context, { lao, reportId, params, window: { offset: 0, limit: 1000 } });
  const rows = [...first.rows];
  while (rows.length < first.document.rowCount) {
    const page = await runReport(context, { lao, reportId, params, window: { offset: rows.length, limit: 1000 } });
    if (page.rows.length === 0)
      throw new Error(`${reportId} of ${lao} ends after ${rows.length} of ${first.document.rowCount} rows`);
    rows.push(...page.rows);
  }
  return { ...first, rows };
}

/** Every total is the sum of the rows that were read or proved; headings and markers add nothing. */
function expectRowsToAddUp(page: ReportPage): void {
  const entries = page.rows.filter((row) => row.kind === "entry" || row.kind === "reconstructed");
  for (const [id, total] of Object.entries(page.document.totals[0]?.cells ?? {})) {
    const sum = entries.reduce((all, row) => all + ((row.cells[id] as Amount | null) ?? 0n), 0n);
    expect(`${page.document.reportId} ${id} ${sum}`).toBe(`${page.document.reportId} ${id} ${total}`);
  }
}

let sound: Archive;
let damaged: Archive;

beforeAll(async () => {
  sound = await archive("none", 11, 1);
  damaged = await archive("heavy", 12, 2);
}, 300_000);

afterAll(async () => {
  for (const { made, database } of [sound, damaged]) {
    await closeDatabase(database);
    await made.drop();
  }
  rmSync(folder, { recursive: true });
});

describe("sound books", () => {
  it("tie in every report of every month, and carry no mark", async () => {
    for (const lao of sound.laos) {
      for (const month of MONTHS) {
        for (const id of ["trial-balance", ...BOOKS]) {
          const page = await whole(sound.context, lao, id, id === "trial-balance" ? { month, groups: "1" } : { month });
          expectRowsToAddUp(page);
          expect(page.document.proof.filter((line) => !line.holds)).toEqual([]);
          expect(page.document.notes).toEqual([]);
          expect(page.rows.filter((row) => row.marks || row.kind === "missing")).toEqual([]);
          expect(page.document.totals.map((total) => total.kind)).toEqual(["known"]);
        }
      }
    }
  });

  it("agree with the budget, the transfers and the assets in every month", async () => {
    let proved = 0;
    for (const lao of sound.laos) {
      for (const month of MONTHS) {
        for (const id of [
          "budget-remaining",
          "budget-register",
          "budget-transfers",
          "asset-register",
          "units-summary",
        ]) {
          const page = await whole(sound.context, lao, id, { month });
          expectRowsToAddUp(page);
          expect(page.document.proof.filter((line) => !line.holds)).toEqual([]);
          expect(page.document.notes).toEqual([]);
          proved += page.document.proof.length;
        }
        const spending = (await whole(sound.context, lao, "budget-spending", { month })).rows[0]?.cells;
        const remaining = (await whole(sound.context, lao, "budget-remaining", { month })).document.totals[0]?.cells;
        expect(BigInt(spending?.running as Amount) + BigInt(spending?.capital as Amount)).toBe(remaining?.disbursed);
      }
      const units = await whole(sound.context, lao, "units-summary", { month: "2024-03" });
      const books = await Promise.all(BOOKS.map((id) => whole(sound.context, lao, id, { month: "2024-03" })));
      const journal = books.reduce((sum, book) => {
        const cells: Readonly<Record<string, Amount>> = book.document.totals[0]?.cells ?? {};
        const debits = book.document.columns.filter((column) => column.id.startsWith("debit"));
        return debits.reduce((all, column) => all + (cells[column.id] ?? 0n), sum);
      }, 0n);
      expect(units.document.totals[0]?.cells.debit).toBe(journal);
    }
    expect(proved).toBeGreaterThan(50);
  });

  it("say at the last day of a month what the month says", async () => {
    const [lao = ""] = sound.laos;
    const closed = await whole(sound.context, lao, "trial-balance", { month: "2024-03" });
    const atDate = await whole(sound.context, lao, "trial-balance", { date: "2024-03-31" });
    expect(atDate.rows.map((row) => row.cells)).toEqual(closed.rows.map((row) => row.cells));
  });

  it("end every ledger at the trial balance, whatever stretch it covers", async () => {
    const [lao = ""] = sound.laos;
    const { accounts = [] } = await findChoices(sound.context, { lao, sources: ["accounts"] });
    expect(accounts.length).toBeGreaterThan(10);
    for (const { value: code, name } of accounts) {
      expect(name).not.toBeNull();
      const page = await whole(sound.context, lao, "ledger", { account: code, from: "2024-01-20", to: "2024-05-31" });
      expectRowsToAddUp(page);
      expect(page.document.proof).toEqual([{ text: "ยอดคงเหลือสิ้นงวดตรงกับงบทดลอง พ.ค. 2567", holds: true }]);
    }
  });

  it("lead from a line of a book to its document, and from there to the ledger", async () => {
    const [lao = ""] = sound.laos;
    for (const id of BOOKS) {
      const book = await whole(sound.context, lao, id, { month: "2024-03" });
      const link = book.rows[0]?.link;
      if (!link) throw new Error(`${id} has no row`);
      const document = await whole(sound.context, lao, link.reportId, link.params);
      expectRowsToAddUp(document);
      expect(document.document.proof[0]?.holds).toBe(true);
      expect(document.document.fields.filter((field) => field.value.includes("ไม่พบ"))).toEqual([]);
      const next = document.rows[0]?.link;
      if (!next) throw new Error("a document has no line");
      const ledger = await whole(sound.context, lao, next.reportId, next.params);
      expect(ledger.rows.some((row) => row.cells.entry_no === link.params.entry)).toBe(true);
    }
  });
});

/** Findings beside the report that stand on the table, or may. */
function foundIn(page: ReportPage, table: string): Finding[] {
  return page.document.notes
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.table === table || finding.table === null);
}

describe("damaged books", () => {
  it("break no report, add up as far as they were read, and are marked in exactly the months whose table is damaged", async () => {
    let damagedMonths = 0;
    for (const lao of damaged.laos) {
      const home = await viewLaoHome(damaged.context, { lao });
      for (const month of MONTHS) {
        const state = home.partitions.find((part) => part.module === "accounting" && part.month === month)?.state;
        const isDamaged = state !== "intact" && state !== "empty";
        if (isDamaged) damagedMonths += 1;
        for (const id of ["trial-balance", ...BOOKS]) {
          const page = await whole(damaged.context, lao, id, { month });
          expectRowsToAddUp(page);
          expect(page.document.notes.map((note) => note.state)).toEqual(isDamaged ? [state] : []);
          const isMarked = page.document.totals.every((total) => Boolean(total.mark));
          // balances that were all read are not incomplete because the journal, which could only have confirmed them, is
          const table = id === "trial-balance" ? "balances" : "journal";
          if (isMarked) expect(isDamaged).toBe(true);
          else expect([state === "lost", foundIn(page, table)]).toEqual([false, []]);
          if (state === "lost") expect(page.document.totals.map((total) => total.kind)).toEqual(["atLeast"]);
        }
      }
    }
    expect(damagedMonths).toBeGreaterThan(0);
  });

  it("break no ledger either, and give each page the rows that the whole has there", async () => {
    for (const lao of damaged.laos) {
      const { accounts = [] } = await findChoices(damaged.context, { lao, sources: ["accounts"] });
      for (const { value: code } of accounts.slice(0, 12)) {
        const params = { account: code, from: "2024-01-06", to: "2024-07-06" };
        const page = await whole(damaged.context, lao, "ledger", params);
        expectRowsToAddUp(page);
        const offset = Math.floor(page.rows.length / 2);
        const middle = await runReport(damaged.context, {
          lao,
          reportId: "ledger",
          params,
          window: { offset, limit: 5 },
        });
        expect(middle.rows).toEqual(page.rows.slice(offset, offset + 5));
      }
    }
  });
});
