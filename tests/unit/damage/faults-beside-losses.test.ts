/** A fault whose nearest witness is lost or had nothing to say is told by the next one, and no sound table is blamed in its place. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CashEvidence, LaoEvidence } from "@/lib/damage/evidence";
import { findDamage as findWithCauses } from "@/lib/damage/find-damage";
import { type Finding, makeFinding } from "@/lib/finding/finding";
import { satang } from "@/lib/money/amount";
import { makeSample } from "@/lib/sample/make-sample";
import { evidenceOfBag } from "../../support/evidence-of-bag";

const folder = mkdtempSync(path.join(os.tmpdir(), "beside-losses-"));
let sound: readonly LaoEvidence[] = [];

beforeAll(async () => {
  await makeSample({ out: path.join(folder, "bag"), laos: 4, seed: 41, damage: "none", journalLines: 3_000 });
  sound = await evidenceOfBag(path.join(folder, "bag"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const findDamage = (evidence: LaoEvidence): Finding[] => findWithCauses(evidence).map(({ finding }) => finding);

const UNKNOWN = "9999999999999999";

it("a line of the budget that is missing after a month without a budget is told by the last month that has one", () => {
  for (const evidence of sound) {
    const [lost, last] = evidence.months.slice(-2);
    const line = evidence.budgetLines.find(({ month, disbursed }) => month === last && disbursed > 0n);
    expect(line).toBeDefined();
    const budgetLines = evidence.budgetLines.filter((row) => row.month !== lost && row !== line);
    const found = findDamage({ ...evidence, budgetLines });
    expect(found.filter(({ table, month }) => table === "budget_lines" && month === last)).toMatchObject([
      { code: "tie/cross-module", account: line?.budgetCode },
    ]);
  }
});

it("a budget code that no later budget has is wrong, though the budget of its month lacks rows; in the last month nobody can tell", () => {
  for (const evidence of sound) {
    for (const month of [evidence.months[1], evidence.months.at(-1)]) {
      const row = evidence.requisitions.find((one) => one.month === month);
      if (!row || !month) continue;
      const code = {
        table: "requisitions",
        column: "budget_code",
        month,
        rowNo: row.rowNo,
        value: UNKNOWN,
        doc: row.treasuryNo,
      };
      const hurt = makeFinding({
        code: "row/value",
        confidence: "bytes",
        module: "budget",
        month,
        table: "budget_lines",
      });
      const found = findDamage({ ...evidence, unknownCodes: [code], known: [hurt] });
      expect(found.some((finding) => finding.code === "tie/dangling" && finding.found === UNKNOWN)).toBe(
        month !== evidence.months.at(-1),
      );
    }
  }
});

it("a line that says more was spent, in a month in which nothing was paid, is wrong itself", () => {
  for (const evidence of sound) {
    const [before, quiet] = evidence.months.slice(-2);
    const isBefore = ({ month }: { readonly month: string }) => month !== quiet;
    const stood = evidence.budgetLines.filter(({ month }) => month === before);
    const [first, ...others] = stood.map((line) => ({ ...line, month: quiet ?? line.month }));
    if (!first) throw new Error("the sample has budgets");
    const more = { ...first, disbursed: satang(first.disbursed + 5184n), remaining: satang(first.remaining - 5184n) };
    const found = findDamage({
      ...evidence,
      requisitions: evidence.requisitions.filter(isBefore),
      cheques: evidence.cheques.filter(isBefore),
      entries: evidence.entries.filter(({ book, month }) => book !== "PV" || month !== quiet),
      transfers: evidence.transfers.filter(isBefore),
      budgetLines: [...evidence.budgetLines.filter(isBefore), more, ...others],
      rowCounts: new Map([...evidence.rowCounts].filter(([key]) => key !== `requisitions ${quiet}`)),
    });
    const ofLine = found.filter(({ account }) => account === more.budgetCode);
    expect(ofLine).toMatchObject([{ table: "budget_lines", month: quiet, amount: -5184n }]);
  }
});

it("days that are missing at a month's end are missing from that month, where bank accounts share a ledger account too", () => {
  let tried = 0;
  for (const evidence of sound) {
    const accounts = [...evidence.bankAccounts.values()];
    const shared = accounts.find((account, at) => accounts.indexOf(account) !== at);
    const days = evidence.cash.filter(({ account }) => account === shared);
    const isLastOfMonth = (row: CashEvidence) =>
      !days.some(
        (other) => other.bankAccountNo === row.bankAccountNo && other.month === row.month && other.day > row.day,
      );
    const gone = days.filter(
      (row) => isLastOfMonth(row) && row.month !== evidence.months.at(-1) && row.month !== evidence.months[0],
    );
    for (const row of gone) {
      const found = findDamage({ ...evidence, cash: evidence.cash.filter((one) => one !== row) });
      if (row.received === row.paid) continue;
      tried += 1;
      expect([...new Set(found.map(({ table, month }) => `${table} ${month}`))]).toEqual([`cash ${row.month}`]);
    }
  }
  expect(tried).toBeGreaterThan(5);
});
