/**
 * Reports that say the same thing say it with the same figure: all registered reports of a clean sample archive, walked from the registry and
 * from link to link, so that a report that is added is walked with the others.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { operatorActor } from "@/lib/access/actor";
import { type Amount, addAmounts, toBahtText } from "@/lib/money/amount";
import type { OperationContext } from "@/lib/operations/define-operation";
import { listLaos } from "@/lib/operations/list-laos";
import { loadArchive } from "@/lib/operations/load-archive";
import { makeSample } from "@/lib/operations/make-sample";
import { REPORTS } from "@/lib/operations/report-registry";
import { type ReportPage, runReport } from "@/lib/operations/run-report";
import type { ReportDefinition } from "@/lib/reports/definition";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const actor = operatorActor("tester");
const now = new Date("2026-11-22T03:00:00Z");
const folder = mkdtempSync(path.join(os.tmpdir(), "agree-"));
const MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07"] as const;
const LAST_DAYS: Readonly<Record<string, string>> = {
  "2024-01": "2024-01-31",
  "2024-02": "2024-02-29",
  "2024-03": "2024-03-31",
  "2024-04": "2024-04-30",
  "2024-05": "2024-05-31",
  "2024-06": "2024-06-30",
  "2024-07": "2024-07-06",
};

let made: TestDatabase;
let database: Database;
let context: OperationContext;
let laos: readonly string[];

beforeAll(async () => {
  const out = path.join(folder, "sound");
  // The first five offices have between them every habit that makes sound books look odd.
  await makeSample({ out, laos: 5, seed: 21, journalLines: 7000 });
  made = await createTestDatabase();
  await loadArchive({ bag: out, ownerUrl: made.ownerUrl, actor, replace: false, now });
  database = openDatabase(made.appUrl);
  context = { actor, now, database };
  laos = (await listLaos(context, {})).laos.map((lao) => lao.code);
}, 300_000);

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
  rmSync(folder, { recursive: true });
});

describe("every registered report of a damaged archive", () => {
  let hurt: TestDatabase;
  let hurtDatabase: Database;

  beforeAll(async () => {
    const out = path.join(folder, "damaged");
    await makeSample({ out, laos: 3, seed: 22, journalLines: 3000, damage: "heavy" });
    hurt = await createTestDatabase();
    await loadArchive({ bag: out, ownerUrl: hurt.ownerUrl, actor, replace: false, now });
    hurtDatabase = openDatabase(hurt.appUrl);
  }, 300_000);

  afterAll(async () => {
    await closeDatabase(hurtDatabase);
    await hurt.drop();
  });

  it("is read whole, and where a proof fails it says beside it what is damaged", async () => {
    const reading = { actor, now, database: hurtDatabase };
    let failed = 0;
    const unexplained: string[] = [];
    for (const { code: lao } of (await listLaos(reading, {})).laos) {
      for (const { definition } of REPORTS.filter(isWalked)) {
        for (const month of MONTHS) {
          const where = `${definition.id} ${lao} ${month}`;
          const { document, rows } = await runReport(reading, {
            lao,
            reportId: definition.id,
            params: periodOf(definition, month),
            window: { offset: 0, limit: 1000 },
          });
          expect(rows.length, where).toBe(Math.min(document.rowCount, 1000));
          const untied = document.proof.filter((line) => !line.holds);
          failed += untied.length;
          if (document.notes.length === 0) unexplained.push(...untied.map((line) => `${where}: ${line.text}`));
        }
      }
    }
    expect(unexplained).toEqual([]);
    expect(failed).toBeGreaterThan(0);
  });
});

const pages = new Map<string, Promise<ReportPage>>();

/** The first thousand rows, read once. */
function read(lao: string, reportId: string, params: Record<string, string>): Promise<ReportPage> {
  const key = JSON.stringify([lao, reportId, params]);
  const known = pages.get(key);
  if (known) return known;
  const page = runReport(context, { lao, reportId, params, window: { offset: 0, limit: 1000 } });
  pages.set(key, page);
  return page;
}

/** Reports over many offices are another matter, and documents are come to by links. */
function isWalked({ definition }: { readonly definition: ReportDefinition }): boolean {
  return definition.required.length === 0 && definition.module !== "oversight";
}

/** The period of a month, as the report asks for it. */
function periodOf(definition: ReportDefinition, month: string): Record<string, string> {
  if (definition.period === "date") return { date: LAST_DAYS[month] ?? "" };
  return definition.period === "document" ? {} : { month };
}

describe("every registered report of a clean archive", () => {
  it("ties, says so, and carries no mark, also where links lead to it", async () => {
    const walked = new Set<string>();
    const proved = new Set<string>();
    for (const lao of laos) {
      const asked = new Set<string>();
      const queue: { reportId: string; params: Record<string, string> }[] = REPORTS.filter(isWalked).flatMap(
        ({ definition }) => MONTHS.map((month) => ({ reportId: definition.id, params: periodOf(definition, month) })),
      );
      const followed = new Map<string, number>();
      for (let step = queue.shift(); step; step = queue.shift()) {
        const key = JSON.stringify(step);
        if (asked.has(key)) continue;
        asked.add(key);
        const { document, rows } = await read(lao, step.reportId, step.params);
        walked.add(step.reportId);
        if (document.proof.length > 0) proved.add(step.reportId);
        const where = `${lao} ${key}`;
        expect([where, document.proof.filter((line) => !line.holds).map((line) => line.text)]).toEqual([where, []]);
        expect([where, document.notes]).toEqual([where, []]);
        expect([where, document.totals.filter((total) => total.kind !== "known")]).toEqual([where, []]);
        expect([where, rows.filter((row) => row.marks || row.kind === "missing")]).toEqual([where, []]);
        for (const row of rows) {
          for (const link of [row.link, ...Object.values(row.links ?? {})]) {
            if (!link) continue;
            // Some of every kind of way are enough: there are thousands of documents.
            const way = `${step.reportId} ${link.reportId}`;
            const count = followed.get(way) ?? 0;
            if (count >= 4) continue;
            followed.set(way, count + 1);
            queue.push({ reportId: link.reportId, params: { ...link.params } });
          }
        }
      }
    }
    const own = REPORTS.filter(({ definition }) => definition.module !== "oversight").map(
      ({ definition }) => definition.id,
    );
    expect([...walked].sort()).toEqual([...own].sort());
    expect([...proved].sort(), "every report proves something").toEqual([...own].sort());
  });
});

/** The amount in `column` of the row whose `label` column says so; the last one where more than one does. */
function amountOf(page: ReportPage, text: string, column: string): Amount {
  const row = page.rows.findLast((one) => Object.values(one.cells).includes(text));
  const amount = row?.cells[column];
  if (typeof amount !== "bigint") throw new Error(`${page.document.reportId} has no amount for «${text}»`);
  return amount as Amount;
}

function sumOf(page: ReportPage, column: string, isMeant: (code: string) => boolean = () => true): Amount {
  return addAmounts(
    ...page.rows
      .filter((row) => row.kind === "entry" && isMeant(String(row.cells.account_code ?? "")))
      .map((row) => (row.cells[column] as Amount | null) ?? (0n as Amount)),
  );
}

const isMoney = (code: string) => code.startsWith("1101") || code.startsWith("1104010101");

/** All figures in baht, so that a failure reads like the reports. */
function expectAlike(what: string, figures: Readonly<Record<string, Amount>>): void {
  const texts = Object.entries(figures).map(([where, amount]) => [where, toBahtText(amount)] as const);
  const [, first] = texts[0] ?? [];
  expect(Object.fromEntries(texts), what).toEqual(Object.fromEntries(texts.map(([where]) => [where, first])));
}

describe("a total that stands in more than one report is one figure", () => {
  const each = async (check: (lao: string, month: string, day: string) => Promise<void>) => {
    for (const lao of laos) for (const month of MONTHS) await check(lao, month, LAST_DAYS[month] ?? "");
  };

  it("cash and deposits at a month's end: trial balance, receipts and payments, daily position, ledgers, position, fund proof", async () => {
    await each(async (lao, month, day) => {
      const trial = await read(lao, "trial-balance", { month });
      const flows = await read(lao, "cash-receipts-and-payments", { month });
      const daily = await read(lao, "daily-cash-position", { date: day });
      const fund = await read(lao, "accumulated-fund-proof", { month });
      const codes = trial.rows.map((row) => String(row.cells.account_code)).filter(isMoney);
      const ledgers = await Promise.all(codes.map((account) => read(lao, "ledger", { account, month })));
      expectAlike(`${lao} ${month} money`, {
        "trial-balance": (sumOf(trial, "closing_debit", isMoney) - sumOf(trial, "closing_credit", isMoney)) as Amount,
        "cash-receipts-and-payments": amountOf(flows, "ยอดยกไป", "out_month"),
        "daily-cash-position": addAmounts(
          amountOf(daily, "ยอดเงินสดคงเหลือยกไป", "amount"),
          amountOf(daily, "ยอดเงินฝากธนาคารคงเหลือยกไป", "amount"),
        ),
        "accumulated-fund-proof": amountOf(fund, "เงินสดและเงินฝากธนาคาร", "amount"),
        ledger: addAmounts(
          ...ledgers.map((page) => (page.rows.at(-1)?.cells.balance as Amount | null) ?? (0n as Amount)),
        ),
      });
    });
  });

  it("deposits: daily position by sum and by account, ฝจ.02 by bank and by fund, reconciliation", async () => {
    await each(async (lao, month, day) => {
      const daily = await read(lao, "daily-cash-position", { date: day });
      const summary = await read(lao, "deposit-summary", { month });
      const reconciliation = await read(lao, "bank-reconciliation", { date: day });
      const books = reconciliation.rows.filter((row) => row.cells.item === "ยอดคงเหลือตามบัญชี");
      expectAlike(`${lao} ${month} deposits`, {
        "daily-cash-position": amountOf(daily, "ยอดเงินฝากธนาคารคงเหลือยกไป", "amount"),
        "its accounts": amountOf(daily, "รวม", "amount"),
        "deposit-summary by bank": (summary.rows.find((row) => row.cells.bank === "รวม")?.cells.deposit ??
          0n) as Amount,
        "deposit-summary by fund": amountOf(summary, "รวม", "deposit"),
        "its funds": addAmounts(
          amountOf(summary, "เงินนอกงบประมาณ", "deposit"),
          amountOf(summary, "เงินสะสม เงินรายได้ และเงินอื่น ๆ รวมกัน", "deposit"),
        ),
        "bank-reconciliation": addAmounts(...books.map((row) => row.cells.amount as Amount)),
      });
    });
  });

  it("cheques that wait: daily position and reconciliation, number and amount", async () => {
    let waiting = 0;
    await each(async (lao, _month, day) => {
      const daily = await read(lao, "daily-cash-position", { date: day });
      const reconciliation = await read(lao, "bank-reconciliation", { date: day });
      const line = daily.rows.find((row) => String(row.cells.item).startsWith("เช็คที่อนุมัติแล้ว"));
      const cheques = reconciliation.rows.filter((row) => row.kind === "entry");
      waiting += cheques.length;
      expect(line?.cells.item).toContain(`จำนวน ${cheques.length.toLocaleString("en-US")} ฉบับ`);
      expect(line?.cells.amount).toBe(addAmounts(...cheques.map((row) => row.cells.amount as Amount)));
      expect(reconciliation.document.totals[0]?.cells.amount).toBe(line?.cells.amount);
    });
    expect(waiting).toBeGreaterThan(0);
  });

  it("payments by the budget: receipts and payments, ฝจ.02, reconciliation of expenditure; month and year", async () => {
    await each(async (lao, month) => {
      const flows = await read(lao, "cash-receipts-and-payments", { month });
      const summary = await read(lao, "deposit-summary", { month });
      const spending = await read(lao, "expenditure-reconciliation", { month });
      const sheet = spending.rows.find((row) => row.cells.item === "รวม");
      const budget = flows.rows.find((row) => row.kind === "subtotal" && row.cells.out_name === "รวม");
      const banks = summary.rows.find((row) => row.cells.bank === "รวม");
      expectAlike(`${lao} ${month} paid`, {
        "cash-receipts-and-payments": budget?.cells.out_month as Amount,
        "deposit-summary": banks?.cells.month_all as Amount,
        "expenditure-reconciliation requisitions": sheet?.cells.requested as Amount,
        "expenditure-reconciliation book": addAmounts(sheet?.cells.expensed as Amount, sheet?.cells.settled as Amount),
        ...(month === "2024-01" ? {} : { "expenditure-reconciliation register": sheet?.cells.disbursed as Amount }),
      });
      expectAlike(`${lao} ${month} spent since October`, {
        "cash-receipts-and-payments": budget?.cells.out_to_date as Amount,
        "deposit-summary": banks?.cells.year_all as Amount,
      });
    });
  });

  it("revenue by the budget: register, its receipts, receipts and payments; since October too", async () => {
    await each(async (lao, month) => {
      const flows = await read(lao, "cash-receipts-and-payments", { month });
      const register = await read(lao, "revenue-register", { month });
      const details = await read(lao, "receipt-details", { month });
      const line = flows.rows.find((row) => row.kind === "subtotal" && row.cells.in_name === "รวม");
      const booked = flows.document.proof.filter((one) => one.text.startsWith("รายรับตามงบประมาณที่ลงบัญชี"));
      expect(booked.map((one) => one.holds)).toEqual([true]);
      expectAlike(`${lao} ${month} received`, {
        "revenue-register": register.document.totals[0]?.cells.amount as Amount,
        "receipt-details": details.document.totals[0]?.cells.amount as Amount,
      });
      expectAlike(`${lao} ${month} received since October`, {
        "revenue-register": register.rows.at(-1)?.cells.to_date as Amount,
        "cash-receipts-and-payments": line?.cells.in_to_date as Amount,
      });
    });
  });

  it("the statements: both sides, the year's result, and every line out of the trial balance", async () => {
    await each(async (lao, month) => {
      const trial = await read(lao, "trial-balance", { month });
      const position = await read(lao, "financial-position", { month });
      const performance = await read(lao, "financial-performance", { month });
      const fund = await read(lao, "accumulated-fund-proof", { month });
      const net = (prefix: string) =>
        (sumOf(trial, "closing_debit", (code) => code.startsWith(prefix)) -
          sumOf(trial, "closing_credit", (code) => code.startsWith(prefix))) as Amount;
      expectAlike(`${lao} ${month} assets`, {
        "trial-balance": net("1"),
        "financial-position": amountOf(position, "รวมสินทรัพย์", "current"),
        "other side": amountOf(position, "รวมหนี้สินและสินทรัพย์สุทธิ/ส่วนทุน", "current"),
      });
      expectAlike(`${lao} ${month} debts`, {
        "trial-balance": -net("2") as Amount,
        "financial-position": amountOf(position, "รวมหนี้สิน", "current"),
      });
      const result = "รายได้สูง/(ต่ำ) กว่าค่าใช้จ่าย ตั้งแต่ต้นปีงบประมาณ";
      expectAlike(`${lao} ${month} result`, {
        "trial-balance": (-net("4") - net("5")) as Amount,
        "financial-position": amountOf(position, result, "current"),
        "financial-performance": amountOf(performance, "รายได้สูง/(ต่ำ) กว่าค่าใช้จ่ายสุทธิ", "current"),
        "accumulated-fund-proof": amountOf(fund, result, "amount"),
      });
      expectAlike(`${lao} ${month} equity`, {
        "trial-balance": -net("3") as Amount,
        "accumulated-fund-proof": sumOf(fund, "amount", (code) => code.startsWith("3")),
      });
    });
  });

  it("what one month ends with, the next begins with", async () => {
    for (const lao of laos) {
      for (const [index, month] of MONTHS.entries()) {
        const next = MONTHS[index + 1];
        if (!next) continue;
        const [before, after] = [
          await read(lao, "trial-balance", { month }),
          await read(lao, "trial-balance", { month: next }),
        ];
        const [flows, nextFlows] = [
          await read(lao, "cash-receipts-and-payments", { month }),
          await read(lao, "cash-receipts-and-payments", { month: next }),
        ];
        expectAlike(`${lao} ${month} carried`, {
          debits: before.document.totals[0]?.cells.closing_debit as Amount,
          "next debits": after.document.totals[0]?.cells.opening_debit as Amount,
        });
        expectAlike(`${lao} ${month} money carried`, {
          closing: amountOf(flows, "ยอดยกไป", "out_month"),
          "next opening": nextFlows.rows[0]?.cells.in_month as Amount,
        });
      }
    }
  });
});
