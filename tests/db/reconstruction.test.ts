/**
 * No unmarked figure is wrong, and what is called reconstructed is right to the satang: every registered report of damaged books is held
 * against the same report of the sound ones. Walks the registry, so a report that is added is covered.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { operatorActor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import { toBahtText } from "@/lib/money/amount";
import type { OperationContext } from "@/lib/operations/define-operation";
import { findChoices } from "@/lib/operations/find-choices";
import { loadArchive } from "@/lib/operations/load-archive";
import { makeSample } from "@/lib/operations/make-sample";
import { REPORTS } from "@/lib/operations/report-registry";
import { type ReportPage, runReport } from "@/lib/operations/run-report";
import type { ReportRow } from "@/lib/reports/document";
import { type BagFile, HurtBag } from "../support/hurt-bag";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const actor = operatorActor("tester");
const now = new Date("2026-11-22T03:00:00Z");
const folder = mkdtempSync(path.join(os.tmpdir(), "reconstruction-"));
/** The damaged month, and the one that follows from it. */
const MONTHS = ["2024-03", "2024-04"];
const MARCH = "2024-03";
const ACCOUNTS_TRIED = 2;
const DOCUMENTS_TRIED = 2;

const journal = (lao: string): BagFile => ({ lao, module: "accounting", month: MARCH, table: "journal" });
const balances = (lao: string): BagFile => ({ ...journal(lao), table: "balances" });
const documentOf = (record: string) => record.split(",")[1] ?? "";

/** The second and third document of each of these books in March. */
function takeDocuments(bag: HurtBag, lao: string, books: readonly string[]): void {
  bag.rewrite(journal(lao), (records) => {
    const all = [...new Set(records.map(documentOf))];
    const gone = books.flatMap((book) => all.filter((doc) => doc.startsWith(book)).slice(1, 3));
    return records.filter((line) => !gone.includes(documentOf(line)));
  });
}

/** Whether the LAO has so much of everything in March that any damage below takes something away, and not so much that reading it takes long. */
function isBusy(bag: HurtBag, lao: string): boolean {
  const documents = [...new Set(bag.records(journal(lao)).map(documentOf))];
  const has = (count: number, least: number) => count >= least && count <= 200;
  const tableOf = (module: string, table: string) => bag.records({ lao, module, month: MARCH, table }).length;
  return (
    ["RV-", "PV-", "JV-"].every((book) => has(documents.filter((doc) => doc.startsWith(book)).length, 4)) &&
    has(tableOf("revenue", "receipts"), 10) &&
    has(tableOf("expenditure", "requisitions"), 6) &&
    has(tableOf("expenditure", "cheques"), 6)
  );
}

/** What is done to each LAO in turn; all of it in March, so that both neighbours stand. */
const DAMAGE: Readonly<Record<string, (bag: HurtBag, lao: string) => void>> = {
  "rows of the trial balance are gone": (bag, lao) =>
    bag.rewrite(balances(lao), (records) => records.filter((_, index) => index % 7 !== 3)),
  "amounts of the trial balance cannot be read": (bag, lao) =>
    bag.rewrite(balances(lao), (records) =>
      records.map((line, index) => (index % 6 === 2 ? line.replace(/\d(?=\.\d\d,)/, "O") : line)),
    ),
  "the trial balance is gone": (bag, lao) => bag.remove(balances(lao)),
  "the trial balances of two months are gone": (bag, lao) => {
    for (const month of MONTHS) bag.remove({ ...balances(lao), month });
  },
  "the month's accounting is gone": (bag, lao) => {
    for (const table of ["journal", "balances", "cash"]) bag.remove({ ...journal(lao), table });
  },
  "receipt vouchers are gone from the journal": (bag, lao) => takeDocuments(bag, lao, ["RV-"]),
  "payment vouchers are gone from the journal": (bag, lao) => takeDocuments(bag, lao, ["PV-"]),
  "general entries are gone from the journal": (bag, lao) => takeDocuments(bag, lao, ["JV-"]),
  "receipt and payment vouchers are gone from the journal": (bag, lao) => takeDocuments(bag, lao, ["RV-", "PV-"]),
  "vouchers are gone, and a movement is changed on both sides": (bag, lao) => {
    takeDocuments(bag, lao, ["PV-"]);
    bag.rewrite(balances(lao), ([first = "", ...others]) => {
      const [code, account, opening, debit, credit, closing] = first.split(",");
      const more = (amount: string | undefined) => (Number(amount) + 1000).toFixed(2);
      return [[code, account, opening, more(debit), more(credit), closing].join(","), ...others];
    });
  },
  "the journal ends early": (bag, lao) => bag.cut(journal(lao), 0.6),
  "amounts of the journal cannot be read": (bag, lao) =>
    bag.rewrite(journal(lao), (records) =>
      records.map((line, index) => (index % 11 === 4 ? line.replace(/\d(?=\.\d\d,)/, "O") : line)),
    ),
  "receipts are gone": (bag, lao) =>
    bag.rewrite({ lao, module: "revenue", month: MARCH, table: "receipts" }, (records) =>
      records.filter((_, index) => index < 4 || index > 7),
    ),
  "requisitions are gone": (bag, lao) =>
    bag.rewrite({ lao, module: "expenditure", month: MARCH, table: "requisitions" }, (records) =>
      records.filter((_, index) => index < 2 || index > 3),
    ),
  "cheques are gone": (bag, lao) =>
    bag.rewrite({ lao, module: "expenditure", month: MARCH, table: "cheques" }, (records) =>
      records.filter((_, index) => index < 2 || index > 3),
    ),
  "the month's revenue and its daily cash position are gone": (bag, lao) => {
    for (const table of ["receipts", "revenue_register"]) bag.remove({ lao, module: "revenue", month: MARCH, table });
    bag.remove({ ...journal(lao), table: "cash" });
  },
};

interface Archive {
  readonly made: TestDatabase;
  readonly database: Database;
  readonly context: OperationContext;
}

async function load(bag: string): Promise<Archive> {
  const made = await createTestDatabase();
  await loadArchive({ bag, ownerUrl: made.ownerUrl, actor, replace: false, now });
  const database = openDatabase(made.appUrl);
  return { made, database, context: { actor, now, database } };
}

let sound: Archive;
let hurt: Archive;
const kinds = Object.keys(DAMAGE);
let laos: readonly string[] = [];

beforeAll(async () => {
  const [before, after] = [path.join(folder, "sound"), path.join(folder, "hurt")];
  await makeSample({ out: before, laos: 2 * kinds.length, seed: 71, damage: "none" });
  cpSync(before, after, { recursive: true });
  const bag = new HurtBag(after);
  laos = bag.laos().filter((lao) => isBusy(bag, lao));
  expect(laos.length).toBeGreaterThanOrEqual(kinds.length);
  for (const [index, kind] of kinds.entries()) {
    const hurtBefore = bag.filesHurt;
    DAMAGE[kind]?.(bag, laos[index] ?? "");
    // Damage that takes nothing away would make the tests below say nothing.
    expect(bag.filesHurt, kind).toBeGreaterThan(hurtBefore);
  }
  sound = await load(before);
  hurt = await load(after);
}, 600_000);

afterAll(async () => {
  for (const { made, database } of [sound, hurt]) {
    await closeDatabase(database);
    await made.drop();
  }
  rmSync(folder, { recursive: true });
});

type Params = Readonly<Record<string, string>>;

async function read({ context }: Archive, lao: string, reportId: string, params: Params): Promise<ReportPage | null> {
  try {
    const rows: ReportRow[] = [];
    for (;;) {
      const window = { offset: rows.length, limit: 1000 };
      const page = await runReport(context, { lao, reportId, params, window });
      if (page.rows.length > 0 && rows.length < page.document.rowCount) rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.document.rowCount) return { ...page, rows };
    }
  } catch (error) {
    // A document that is not there any more, or one that never was.
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Ways to open a report: the months in question, with what it needs besides. */
async function waysToOpen(lao: string): Promise<{ reportId: string; params: Params }[]> {
  const { accounts = [] } = await findChoices(sound.context, { lao, sources: ["accounts"] });
  const step = Math.max(1, Math.floor(accounts.length / ACCOUNTS_TRIED));
  const tried = accounts.filter((_, index) => index % step === 0).slice(0, ACCOUNTS_TRIED);
  const ways: { reportId: string; params: Params }[] = [];
  const links = new Map<string, Params[]>();
  for (const { definition } of REPORTS) {
    const { id: reportId, required, isOverview } = definition;
    // An overview tells of the damage itself: its figures are not those of the books.
    if (isOverview || required.some((one) => one !== "account")) continue;
    const whats: Params[] = required.includes("account") ? tried.map(({ value }) => ({ account: value })) : [{}];
    for (const what of whats) {
      const whens: Params[] = MONTHS.map((month) => ({ month }));
      if (definition.period === "range") whens.push({ from: "2024-03-10", to: "2024-04-30" });
      if (definition.period === "date" || definition.period === "month-or-date") whens.push({ date: "2024-03-15" });
      if (definition.period === "document") whens.splice(0, whens.length, {});
      for (const when of whens) ways.push({ reportId, params: { ...what, ...when } });
    }
    // Documents are opened as their readers do: from a row of another report.
    const page = required.length === 0 ? await read(sound, lao, reportId, { month: MARCH }) : null;
    for (const { link } of page?.rows ?? []) {
      if (!link) continue;
      const known = links.get(link.reportId) ?? [];
      if (known.length < DOCUMENTS_TRIED) links.set(link.reportId, [...known, link.params]);
    }
  }
  for (const [reportId, list] of links) for (const params of list) ways.push({ reportId, params });
  return ways;
}

const isAmount = (value: unknown): value is bigint => typeof value === "bigint";

/** Forms with receipts on the left and payments on the right hold two lists that only stand beside each other. */
const halfOf = (columnId: string): string => /^(in|out)_/.exec(columnId)?.[0] ?? "";

/** Numbers of documents of another table, beside the row's own. */
const BESIDE = "cheque_no";

/** What a figure of the row is about: everything in its half that is no figure. */
function nameOf(row: ReportRow, columnId: string): string {
  const half = halfOf(columnId);
  return Object.entries(row.cells)
    .filter(([id, value]) => typeof value === "string" && halfOf(id) === half && id !== BESIDE)
    .map(([, value]) => value)
    .join("|");
}

/** Every figure that is other than in the sound report, and neither marked nor told to be short. */
function untoldDifferences(before: ReportPage, after: ReportPage): string[] {
  const wrong: string[] = [];
  const known = new Map<string, (bigint | null)[]>();
  const keyOf = (row: ReportRow, id: string) => `${id} ${nameOf(row, id)}`;
  for (const row of before.rows)
    for (const [id, value] of Object.entries(row.cells))
      if (isAmount(value) || value === null) known.set(keyOf(row, id), [...(known.get(keyOf(row, id)) ?? []), value]);
  for (const [index, row] of after.rows.entries()) {
    if (row.kind === "missing") continue;
    const below = after.rows[index + 1];
    for (const [id, value] of Object.entries(row.cells)) {
      if (!isAmount(value) && value !== null) continue;
      // what is proved of an unknown figure stands right below it, and is the one to be held against the sound one
      if (value === null && below?.kind === "reconstructed" && nameOf(below, id) === nameOf(row, id)) continue;
      const twin = known.get(keyOf(row, id))?.shift();
      if (!isAmount(value) || row.marks?.[id] || value === twin) continue;
      if (row.kind === "reconstructed" && (twin === undefined || row.text?.includes("ผลต่างสุทธิ"))) continue;
      if (twin === undefined && value === 0n) continue;
      wrong.push(`${row.kind} ${nameOf(row, id)}: ${id} ${toBahtText(value as never)}, sound ${String(twin)}`);
    }
  }
  for (const total of after.document.totals) {
    const twin = before.document.totals.find(({ label }) => label === total.label);
    if (total.kind === "atLeast") {
      if (!total.mark) wrong.push(`total ${total.label}: short without a mark`);
      continue;
    }
    for (const [id, value] of Object.entries(total.cells))
      if (value !== twin?.cells[id] && (total.kind === "reconstructed" || !total.mark))
        wrong.push(
          `total ${total.label} (${total.kind}): ${id} ${toBahtText(value)}, sound ${String(twin?.cells[id])}`,
        );
  }
  return wrong;
}

describe.each(kinds)("where %s", (kind) => {
  it("no figure of any report is wrong without saying so, and proved totals are those of the sound books", async () => {
    const lao = laos[kinds.indexOf(kind)] ?? "";
    const wrong: string[] = [];
    const totals = { known: 0, atLeast: 0, reconstructed: 0, rows: 0 };
    for (const { reportId, params } of await waysToOpen(lao)) {
      const before = await read(sound, lao, reportId, params);
      const after = await read(hurt, lao, reportId, params);
      if (!before || !after) continue;
      expect(before.document.notes).toEqual([]);
      for (const total of after.document.totals) totals[total.kind] += 1;
      totals.rows += after.rows.filter((row) => row.kind === "reconstructed").length;
      wrong.push(...untoldDifferences(before, after).map((line) => `${reportId} ${JSON.stringify(params)} ${line}`));
    }
    expect(wrong).toEqual([]);
    // Damage that no total of any report feels would make this test say nothing.
    expect(totals.known + totals.atLeast + totals.reconstructed).toBeGreaterThan(20);
  }, 600_000);
});

describe("what is proved", () => {
  const provedRows = (page: ReportPage | null | undefined) =>
    page?.rows.filter(({ kind }) => kind === "reconstructed") ?? [];
  const bothOf = async (kind: string, reportId: string) => {
    const lao = laos[kinds.indexOf(kind)] ?? "";
    const [before, after] = await Promise.all(
      [sound, hurt].map((archive) => read(archive, lao, reportId, { month: MARCH })),
    );
    return { before, after };
  };

  it.each([
    ["receipt vouchers are gone from the journal", "cash-receipts-book"],
    ["payment vouchers are gone from the journal", "cash-payments-book"],
    ["receipt and payment vouchers are gone from the journal", "cash-payments-book"],
    ["receipts are gone", "receipt-details"],
    ["receipts are gone", "revenue-register"],
    ["the month's revenue and its daily cash position are gone", "receipt-details"],
    ["the month's revenue and its daily cash position are gone", "revenue-register"],
    ["cheques are gone", "cheque-report"],
  ])("completes the total, where %s: %s", async (kind, reportId) => {
    const { before, after } = await bothOf(kind, reportId);
    expect(provedRows(after).length).toBeGreaterThan(0);
    for (const { text } of provedRows(after)) expect(text).toContain("ยอดที่พิสูจน์ได้จาก");
    expect(after?.document.totals).toMatchObject([{ kind: "reconstructed", cells: before?.document.totals[0]?.cells }]);
    for (const row of after?.rows ?? [])
      if (row.kind === "missing") expect(row.text).toContain("รวมอยู่ในยอดแล้วด้วยแถวที่คำนวณขึ้น");
  });

  it("marks a movement that was changed alike on both sides, in a month whose journal cannot contradict it", async () => {
    const kind = "vouchers are gone, and a movement is changed on both sides";
    const { before, after } = await bothOf(kind, "trial-balance");
    const changed = (after?.rows ?? []).filter(({ cells }, index) => cells.debit !== before?.rows[index]?.cells.debit);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.marks).toMatchObject({ debit: { state: "partial" }, credit: { state: "partial" } });
    expect(after?.document.totals[0]?.mark).toMatchObject({ state: "partial" });
    const book = await bothOf(kind, "cash-payments-book");
    expect(book.after?.document.totals[0]?.kind).toBe("atLeast");
  });

  it("says that a payment's cheque was not found, where cheques are gone, and leaves none blank that had one", async () => {
    const { before, after } = await bothOf("cheques are gone", "cash-payments-book");
    const numbers = (page: ReportPage | null | undefined) =>
      page?.rows.map(({ cells }) => cells.cheque_no ?? null) ?? [];
    const changed = numbers(after).filter((no, index) => no !== numbers(before)[index]);
    expect(changed.length).toBeGreaterThan(0);
    expect(new Set(changed)).toEqual(new Set(["ไม่พบเช็คในข้อมูลที่กู้คืน"]));
  });

  it("shows what requisitions were paid, and leaves open how deductions divide", async () => {
    const { before, after } = await bothOf("requisitions are gone", "requisition-register");
    expect(provedRows(after)).toHaveLength(2);
    const [sound, hurt] = [before?.document.totals[0], after?.document.totals[0]];
    for (const id of ["gross", "net"]) expect(hurt?.cells[id]).toBe(sound?.cells[id]);
  });

  it("proves the difference alone of an account that lacks both sides, and calls the total no more than «at least»", async () => {
    const { before, after } = await bothOf("general entries are gone from the journal", "general-journal");
    const nets = provedRows(after).filter(({ text }) => text?.includes("ทราบเฉพาะผลต่างสุทธิ"));
    expect(nets.length).toBeGreaterThan(0);
    for (const { cells } of nets) expect([cells.debit, cells.credit]).toContain(null);
    const [sound, hurt] = [before?.document.totals[0], after?.document.totals[0]];
    expect(hurt?.kind).toBe("atLeast");
    expect(hurt?.cells.debit).toBeLessThan(sound?.cells.debit ?? 0n);
  });

  it("says that no account is known, and what other tables tell of the whole, where nothing determines more", async () => {
    const { before, after } = await bothOf(
      "receipt and payment vouchers are gone from the journal",
      "cash-receipts-book",
    );
    expect(provedRows(after)).toEqual([]);
    const [sound, hurt] = [before?.document.totals[0], after?.document.totals[0]];
    expect(hurt?.kind).toBe("atLeast");
    expect(hurt?.cells.credit).toBeLessThan(sound?.cells.credit ?? 0n);
    const markers = after?.rows.filter((row) => row.kind === "missing") ?? [];
    expect(markers).toHaveLength(1);
    expect(markers[0]?.text).toMatch(/ขาดหาย 2 ฉบับ ยอดที่ขาด [\d,.]+ บาท ไม่รวมอยู่ในยอดที่อ่านได้$/);
  });

  it("closes the trial balance of a month whose rows or file are gone, to the satang", async () => {
    for (const kind of [
      "rows of the trial balance are gone",
      "amounts of the trial balance cannot be read",
      "the trial balance is gone",
      "the trial balances of two months are gone",
    ]) {
      const lao = laos[kinds.indexOf(kind)] ?? "";
      const [before, after] = await Promise.all(
        [sound, hurt].map((archive) => read(archive, lao, "trial-balance", { month: MARCH })),
      );
      expect(after?.document.totals).toMatchObject([
        { kind: "reconstructed", cells: before?.document.totals[0]?.cells },
      ]);
      expect(after?.document.proof.every((line) => line.holds)).toBe(true);
      const figures = (page: ReportPage | null | undefined) =>
        page?.rows.filter((row) => row.kind !== "missing").map((row) => row.cells);
      expect(figures(after)).toEqual(figures(before));
    }
  });

  it("carries balances through a month without a trial balance, and says through which journals", async () => {
    const { after } = await bothOf("the trial balances of two months are gone", "trial-balance");
    for (const { text } of provedRows(after)) {
      expect(text).toMatch(/^ยอดยกมา .* = ยอดคงเหลือในงบทดลอง ก\.พ\. 2567 · /);
      expect(text).toContain("ยอดยกมาในงบทดลอง พ.ค. 2567 หักผลรวมของสมุดรายวัน เม.ย. 2567");
    }
    expect(provedRows(after).length).toBeGreaterThan(10);
  });

  it("says that amounts which were not read are in the total, where rows that were worked out hold them", async () => {
    const lao = laos[kinds.indexOf("amounts of the trial balance cannot be read")] ?? "";
    const page = await read(hurt, lao, "trial-balance", { month: MARCH });
    const markers = page?.rows.filter((row) => row.kind === "missing").map((row) => row.text ?? "") ?? [];
    expect(markers.length).toBeGreaterThan(1);
    for (const text of markers) {
      expect(text).toContain("รวมอยู่ในยอดแล้วด้วยแถวที่คำนวณขึ้น");
      expect(text).not.toContain("ไม่ทราบยอด");
    }
  });

  it("does not call a trial balance short where the journal alone is damaged, and marks those movements alone that nothing else confirms", async () => {
    for (const kind of [
      "payment vouchers are gone from the journal",
      "the journal ends early",
      "amounts of the journal cannot be read",
    ]) {
      const lao = laos[kinds.indexOf(kind)] ?? "";
      const [before, after] = await Promise.all(
        [sound, hurt].map((archive) => read(archive, lao, "trial-balance", { month: MARCH })),
      );
      const bare = (page: ReportPage | null | undefined) => ({
        totals: page?.document.totals.map(({ mark: _mark, ...total }) => total),
        rows: page?.rows.map(({ marks: _marks, ...row }) => row),
      });
      expect(bare(after)).toEqual(bare(before));
      const marked = after?.rows.filter((row) => row.marks) ?? [];
      for (const row of marked) expect(Object.keys(row.marks ?? {})).toEqual(["debit", "credit"]);
      // An account that moved on one side alone is proved by the balances on both sides of the month.
      for (const { cells } of marked) expect([cells.debit, cells.credit]).not.toContain(0n);
      expect(marked.length).toBeLessThan((after?.rows.length ?? 0) / 2);
      expect(Boolean(after?.document.totals[0]?.mark)).toBe(marked.length > 0);
      expect(after?.document.notes, kind).toHaveLength(1);
      expect(after?.document.notes[0]?.sentences.at(-1)).toMatch(
        /อ่านจากทะเบียนอื่นได้ครบ .* แต่ตรวจกับสมุดรายวัน มี\.ค\. 2567 ไม่ได้/,
      );
    }
  });

  it.each([
    ["daily-cash-position", { date: "2024-03-15" }, "amount", "item"],
    ["daily-cash-position", { date: "2024-03-29" }, "amount", "item"],
    ["bank-reconciliation", { date: "2024-03-29" }, "amount", "item"],
    ["deposit-summary", { month: MARCH }, "deposit", "bank"],
  ])(
    "proves cash and deposits by the ledger, where the daily cash position is gone: %s %o",
    async (reportId, params, figure, name) => {
      const lao = laos[kinds.indexOf("the month's revenue and its daily cash position are gone")] ?? "";
      const [before, after] = await Promise.all([sound, hurt].map((archive) => read(archive, lao, reportId, params)));
      const figuresOf = (rows: readonly ReportRow[] | undefined) =>
        rows?.filter(({ cells }) => isAmount(cells[figure])).map(({ cells }) => [cells[name], cells[figure]]);
      // what could not be read stands as unknown, and below it what is proved, to the satang
      expect(figuresOf(after?.rows)).toEqual(figuresOf(before?.rows));
      const unknown = after?.rows.filter(({ kind, cells }) => kind !== "reconstructed" && cells[figure] === null) ?? [];
      expect(unknown.length).toBeGreaterThan(1);
      expect(provedRows(after)).toHaveLength(unknown.length);
      for (const { text } of provedRows(after)) expect(text).toContain("ยอดที่พิสูจน์ได้จาก");
      expect(after?.document.totals.map(({ cells }) => cells)).toEqual(
        before?.document.totals.map(({ cells }) => cells),
      );
    },
  );
});
