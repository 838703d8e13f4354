/**
 * Faults put into sound books one at a time, by the hundred and by chance: each is found in its own partition, with the exact amount where
 * one was changed, and no other partition is accused. The books are a generated archive's, read without a database.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LaoEvidence } from "@/lib/damage/evidence";
import { findDamage as findWithCauses } from "@/lib/damage/find-damage";
import type { Finding } from "@/lib/finding/finding";
import { type Amount, satang, toBahtText } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
import { makeSample } from "@/lib/sample/make-sample";
import { evidenceOfBag } from "../../support/evidence-of-bag";
import { createChance } from "../../support/seeded-random";

const folder = mkdtempSync(path.join(os.tmpdir(), "faults-"));
let sound: readonly LaoEvidence[] = [];

beforeAll(async () => {
  await makeSample({ out: path.join(folder, "bag"), laos: 6, seed: 41, damage: "none", journalLines: 4_000 });
  sound = await evidenceOfBag(path.join(folder, "bag"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const TABLES = {
  balances: ["balances", "accounting"],
  cash: ["cash", "accounting"],
  entries: ["journal", "accounting"],
  receipts: ["receipts", "revenue"],
  register: ["revenue_register", "revenue"],
  requisitions: ["requisitions", "expenditure"],
  cheques: ["cheques", "expenditure"],
  budgetLines: ["budget_lines", "budget"],
  transfers: ["budget_transfers", "budget"],
} as const;
type Rows = keyof typeof TABLES;

/** Changed evidence counts its rows anew, as a bag without those rows would. */
function withRows(evidence: LaoEvidence, changed: Partial<LaoEvidence>): LaoEvidence {
  const fresh = { ...evidence, ...changed };
  const rowCounts = new Map<string, number>();
  for (const [rows, [table]] of Object.entries(TABLES))
    for (const { month } of fresh[rows as Rows]) {
      const key = `${table} ${month}`;
      rowCounts.set(key, (rowCounts.get(key) ?? 0) + 1);
    }
  return { ...fresh, rowCounts, listedFiles: new Set(rowCounts.keys()) };
}

const findDamage = (evidence: LaoEvidence) => findWithCauses(evidence).map(({ finding }) => finding);

/** The number after the last receipt's. */
function nextNumber(receipts: LaoEvidence["receipts"]): string {
  const last = receipts.reduce((no, { receiptNo }) => (receiptNo > no ? receiptNo : no), "");
  return last.replace(/\d+/, (digits) => String(Number(digits) + 1).padStart(digits.length, "0"));
}

const places = (findings: readonly Finding[]) => [
  ...new Set(findings.map(({ module, month }) => `${module} ${month}`)),
];

/** A row of the table that counts for something, and where it stands. */
function pick(evidence: LaoEvidence, rows: Rows, chance: number): { at: number; month: Month } | undefined {
  const counting = evidence[rows].flatMap((row, at) =>
    "cancelled" in row && row.cancelled ? [] : [{ at, month: row.month }],
  );
  return counting[Math.floor(chance * counting.length)];
}

const AMOUNTS = [
  ["balances", "opening"],
  ["balances", "debit"],
  ["balances", "credit"],
  ["balances", "closing"],
  ["cash", "opening"],
  ["cash", "received"],
  ["cash", "paid"],
  ["cash", "closing"],
  ["receipts", "amount"],
  ["register", "received"],
  ["register", "receivedToDate"],
  ["requisitions", "goodsValue"],
  ["requisitions", "vat"],
  ["requisitions", "gross"],
  ["requisitions", "withholdingTax"],
  ["requisitions", "otherDeductions"],
  ["requisitions", "net"],
  ["cheques", "amount"],
  ["budgetLines", "approved"],
  ["budgetLines", "transferredIn"],
  ["budgetLines", "transferredOut"],
  ["budgetLines", "encumbered"],
  ["budgetLines", "disbursed"],
  ["budgetLines", "remaining"],
] as const satisfies readonly (readonly [Rows, string])[];

describe("findDamage", () => {
  it("finds nothing in sound books", () => {
    expect(sound).toHaveLength(6);
    expect(sound.flatMap(findDamage)).toEqual([]);
  });

  it.each(AMOUNTS)("finds a changed amount in %s.%s in its partition, to the satang", (rows, column) => {
    const random = createChance(7);
    for (const evidence of sound.slice(1)) {
      const place = pick(evidence, rows, random.next());
      if (!place) continue;
      const by = BigInt(1 + Math.floor(random.next() * 90_000));
      const changed = evidence[rows].map((row, at) => {
        const amounts = row as unknown as Readonly<Record<string, Amount>>;
        return at === place.at ? { ...row, [column]: satang((amounts[column] ?? 0n) + by) } : row;
      });
      const findings = findDamage(withRows(evidence, { [rows]: changed }));
      expect(places(findings)).toEqual([`${TABLES[rows][1]} ${place.month}`]);
      expect(findings.map(({ amount }) => (amount === null || amount > 0n ? amount : -amount))).toContain(by);
    }
  });

  it.each(["balances", "cheques", "budgetLines", "register"] as const)("finds a deleted row of %s", (rows) => {
    const random = createChance(8);
    for (const evidence of sound.slice(1)) {
      const place = pick(evidence, rows, random.next());
      if (!place) continue;
      const left = evidence[rows].filter((_, at) => at !== place.at);
      const findings = findDamage(withRows(evidence, { [rows]: left }));
      expect(places(findings)).toEqual([`${TABLES[rows][1]} ${place.month}`]);
    }
  });

  it.each([
    ["receipts", "receiptNo"],
    ["requisitions", "treasuryNo"],
  ] as const)("names the numbers of deleted %s", (rows, number) => {
    const random = createChance(9);
    for (const evidence of sound.slice(1)) {
      const place = pick(evidence, rows, random.next());
      if (!place) continue;
      const gone = evidence[rows][place.at] as unknown as Readonly<Record<string, string>>;
      const left = evidence[rows].filter((_, at) => at !== place.at);
      const findings = findDamage(withRows(evidence, { [rows]: left }));
      expect(places(findings)).toEqual([`${TABLES[rows][1]} ${place.month}`]);
      const gaps = findings.filter(({ code }) => code === "tie/number-gap");
      // the last number of all leaves no gap where nothing else names it
      if (gaps.length > 0) expect(gaps.map(({ docFrom }) => docFrom)).toEqual([gone[number]]);
    }
  });

  it("accuses no receipt of the last day that is yet to be remitted, but one that the register does not count", () => {
    const evidence = sound.find(({ receipts, months }) => receipts.some(({ month }) => month === months.at(-1)));
    const lastDay = evidence?.receipts.reduce((day, { date }) => (date > day ? date : day), "");
    const waits = evidence?.receipts.find(({ date, cancelled }) => date === lastDay && !cancelled);
    if (!evidence || !waits) throw new Error("no receipt on a last day");
    const next = {
      ...waits,
      receiptNo: nextNumber(evidence.receipts),
      remittanceNo: null,
      entryNo: null,
      rowNo: 99_999,
    };
    const withReceipt = (isRegistered: boolean) =>
      withRows(evidence, {
        receipts: [...evidence.receipts, next],
        register: evidence.register.map((row) =>
          isRegistered && row.month === next.month && row.revenueCode === next.revenueCode
            ? {
                ...row,
                received: satang(row.received + next.amount),
                receivedToDate: satang(row.receivedToDate + next.amount),
              }
            : row,
        ),
      });
    expect(findDamage(withReceipt(true))).toEqual([]);
    expect(findDamage(withReceipt(false)).some(({ docFrom }) => docFrom === next.receiptNo)).toBe(true);
  });

  it("tells by its debits an account whose journal lacks as much debit as credit", () => {
    const by = 100n;
    const evidence = sound.find(({ movements }) =>
      movements.some(({ debit, credit }) => debit > by && credit > by),
    ) as LaoEvidence;
    const both = evidence.movements.find(({ debit, credit }) => debit > by && credit > by);
    const other = evidence.movements.find(
      ({ month, account, debit }) => month === both?.month && account !== both?.account && debit > by,
    );
    const movements = evidence.movements.map((row) =>
      row === both
        ? { ...row, debit: satang(row.debit - by), credit: satang(row.credit - by) }
        : row === other
          ? { ...row, debit: satang(row.debit - by) }
          : row,
    );
    const found = findDamage({ ...evidence, movements }).find(({ account }) => account === both?.account);
    expect(found).toMatchObject({
      code: "tie/balance",
      table: "journal",
      expected: toBahtText(both?.debit as Amount),
      found: toBahtText(satang((both?.debit ?? 0n) - by)),
      amount: 0n,
    });
  });

  it.each([
    ["accounting", ["entries", "movements", "balances", "cash"]],
    ["revenue", ["receipts", "register"]],
    ["expenditure", ["requisitions", "cheques"]],
    ["budget", ["budgetLines", "transfers"]],
  ] as const)("finds a month of %s that is not there, and accuses no other", (module, tables) => {
    for (const evidence of sound.slice(1, 4))
      for (const month of evidence.months) {
        const without: Partial<Record<keyof LaoEvidence, unknown>> = {};
        for (const rows of tables) without[rows] = evidence[rows].filter((row) => row.month !== month);
        const hadRows = tables.some((rows) => evidence[rows].some((row) => row.month === month));
        if (!hadRows) continue;
        const found = findWithCauses(withRows(evidence, without as Partial<LaoEvidence>));
        expect(places(found.map(({ finding }) => finding))).toEqual([`${module} ${month}`]);
        // one finding, and under it what each account or document of the month lacks
        const [only, ...others] = found.filter(({ cause }) => cause === null).map(({ finding }) => finding);
        expect(only).toMatchObject({ code: "tie/silent-partition", table: null });
        expect(others).toEqual([]);
      }
  });
});
