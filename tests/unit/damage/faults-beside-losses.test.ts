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

const without = (counts: LaoEvidence["rowCounts"], ...keys: readonly string[]) =>
  new Map([...counts].filter(([key]) => !keys.includes(key)));
const tablesOf = (found: readonly Finding[]) => [...new Set(found.map(({ table, month }) => `${table} ${month}`))];

it("lines of the budget that are missing from two months in a row are missing from both", () => {
  for (const evidence of sound) {
    const [, second, third] = evidence.months;
    const code = evidence.budgetLines[0]?.budgetCode;
    const isGone = (line: { month: string; budgetCode: string }) =>
      line.budgetCode === code && (line.month === second || line.month === third);
    const found = findDamage({ ...evidence, budgetLines: evidence.budgetLines.filter((line) => !isGone(line)) });
    const missing = found.filter(({ table, account }) => table === "budget_lines" && account === code);
    expect(missing.map(({ month }) => month)).toEqual([second, third]);
  }
});

it("a code that two months alone give a line is wrong there, and missing from no other", () => {
  for (const evidence of sound) {
    const [, second] = evidence.months;
    const last = evidence.months.at(-1);
    const code = evidence.budgetLines[0]?.budgetCode;
    const budgetLines = evidence.budgetLines.map((line) =>
      line.budgetCode === code && (line.month === second || line.month === last)
        ? { ...line, budgetCode: UNKNOWN }
        : line,
    );
    const found = findDamage({ ...evidence, budgetLines }).filter(({ table }) => table === "budget_lines");
    expect(tablesOf(found)).toEqual([`budget_lines ${second}`, `budget_lines ${last}`]);
  }
});

it("a month's end without its trial balance is held against the next month's openings", () => {
  let tried = 0;
  for (const evidence of sound) {
    const [, , month] = evidence.months;
    const balances = evidence.balances.filter((row) => row.month !== month);
    const days = evidence.cash.filter((row) => row.month === month && row.received !== row.paid);
    const day = days.findLast(
      (row) =>
        !evidence.cash.some(
          (one) => one.bankAccountNo === row.bankAccountNo && one.month === month && one.day > row.day,
        ),
    );
    if (!day) continue;
    tried += 1;
    const found = findDamage({
      ...evidence,
      balances,
      rowCounts: without(evidence.rowCounts, `balances ${month}`),
      cash: evidence.cash.filter((row) => row !== day),
    });
    expect(tablesOf(found).sort()).toEqual([`balances ${month}`, `cash ${month}`]);
  }
  expect(tried).toBeGreaterThan(1);
});

it("the last entries of a month without its trial balance are missing from that month: the next one's has all of its own", () => {
  for (const evidence of sound) {
    const [, , month] = evidence.months;
    const last = evidence.entries.filter((entry) => entry.month === month && entry.entryNo.startsWith("JV-")).at(-1);
    expect(last).toBeDefined();
    const found = findDamage({
      ...evidence,
      balances: evidence.balances.filter((row) => row.month !== month),
      rowCounts: without(evidence.rowCounts, `balances ${month}`),
      entries: evidence.entries.filter((entry) => entry !== last),
    });
    expect(found.filter(({ code }) => code === "tie/number-gap")).toMatchObject([
      { month, docFrom: last?.entryNo, docTo: last?.entryNo, confidence: "arithmetic" },
    ]);
  }
});

it("one figure of a trial balance is changed beside a month that is lost: no document is said to be missing for it", () => {
  for (const evidence of sound) {
    const [, , month, lost] = evidence.months;
    const isLost = (row: { month: string }) => row.month === lost;
    const row = evidence.balances.find((one) => one.month === month && one.credit > 0n);
    if (!row) throw new Error("the sample moves accounts");
    const found = findDamage({
      ...evidence,
      balances: evidence.balances
        .filter((one) => !isLost(one))
        .map((one) => (one === row ? { ...one, credit: satang(one.credit + 87647n) } : one)),
      entries: evidence.entries.filter((one) => !isLost(one)),
      movements: evidence.movements.filter((one) => !isLost(one)),
      cash: evidence.cash.filter((one) => !isLost(one)),
      rowCounts: without(evidence.rowCounts, `journal ${lost}`, `balances ${lost}`, `cash ${lost}`),
    });
    expect(found.filter((one) => one.code === "tie/number-gap").every((one) => one.month === lost)).toBe(true);
    expect(found.filter((one) => one.month === month && one.table === "balances")).toMatchObject([
      { account: row.account },
    ]);
  }
});

it("a trial balance that does not sum to zero is told, where the month before that would show which account is lost", () => {
  for (const evidence of sound) {
    const [lost, last] = evidence.months.slice(-2);
    const isLost = (row: { month: string }) => row.month === lost;
    const row = evidence.balances.find((one) => one.month === last);
    const shifted = evidence.balances.map((one) =>
      one === row ? { ...one, opening: satang(one.opening + 13338n), closing: satang(one.closing + 13338n) } : one,
    );
    const found = findDamage({
      ...evidence,
      balances: shifted.filter((one) => !isLost(one)),
      entries: evidence.entries.filter((one) => !isLost(one)),
      movements: evidence.movements.filter((one) => !isLost(one)),
      cash: evidence.cash.filter((one) => !isLost(one)),
      rowCounts: without(evidence.rowCounts, `journal ${lost}`, `balances ${lost}`, `cash ${lost}`),
    });
    expect(found.filter((one) => one.month === last && one.table === "balances")).toMatchObject([
      { code: "tie/balance", account: null, amount: -13338n },
    ]);
  }
});

it("two entries that were given numbers far beyond the series are the missing ones, and thousands between them are not missing", () => {
  for (const evidence of sound) {
    const [first, , third] = evidence.months;
    const far = [first, third].map((month) =>
      evidence.entries.findLast((entry) => entry.month === month && entry.entryNo.startsWith("JV-")),
    );
    const entries = evidence.entries.map((entry) =>
      far.includes(entry) ? { ...entry, entryNo: entry.entryNo.replace("JV-0", "JV-5") } : entry,
    );
    const found = findDamage({ ...evidence, entries });
    expect(new Set(found.map(({ month }) => month))).toEqual(new Set([first, third]));
    expect(found.every(({ count }) => (count ?? 1) === 1)).toBe(true);
  }
});

it("rows kept apart between documents of two series hold numbers of their own month alone", () => {
  let tried = 0;
  for (const evidence of sound) {
    const [first, , third] = evidence.months;
    const of = (series: string, month: string | undefined) =>
      evidence.entries.filter((entry) => entry.month === month && entry.entryNo.startsWith(series));
    const [begin, end, gone] = [of("PV-", first)[0], of("JV-", first).at(-1), of("PV-", third)[1]];
    if (!begin || !end || !gone) continue;
    tried += 1;
    const hurt = makeFinding({
      code: "row/encoding",
      confidence: "bytes",
      module: "accounting",
      month: first ?? null,
      table: "journal",
      docFrom: begin.entryNo,
      docTo: end.entryNo,
    });
    const entries = evidence.entries.filter((entry) => entry !== gone);
    const found = findDamage({ ...evidence, entries, known: [hurt] });
    expect(found.filter(({ code }) => code === "tie/number-gap")).toMatchObject([
      { month: third, docFrom: gone.entryNo },
    ]);
    expect(tablesOf(found)).toEqual([`journal ${third}`]);
  }
  expect(tried).toBeGreaterThan(1);
});

it("a wrong class of a requisition, where its own line is missing a month earlier, is not taken for another line's", () => {
  const CLASSES = ["planCode", "workCode", "expenseCode"] as const;
  let tried = 0;
  for (const evidence of sound) {
    const [, , month, next] = evidence.months;
    const lines = evidence.budgetLines.filter((line) => line.month === next);
    const choices = evidence.requisitions.flatMap((row) => {
      const own = lines.find((line) => line.budgetCode === row.budgetCode);
      if (row.month !== next || row.cancelled || !own) return [];
      return lines.flatMap((other) => {
        const [key, another] = CLASSES.filter((one) => other[one] !== own[one]);
        return key && !another ? [{ row, wrong: { ...row, [key]: other[key] } }] : [];
      });
    });
    const [choice] = choices;
    if (!choice) continue;
    tried += 1;
    const found = findDamage({
      ...evidence,
      budgetLines: evidence.budgetLines.filter(
        (line) => !(line.month === month && line.budgetCode === choice.row.budgetCode),
      ),
      requisitions: evidence.requisitions.map((one) => (one === choice.row ? choice.wrong : one)),
    });
    expect(tablesOf(found).sort()).toEqual([`budget_lines ${month}`, `requisitions ${next}`]);
  }
  expect(tried).toBeGreaterThan(0);
});

it("a running total of the register is carried over a month without a register by its receipts", () => {
  let tried = 0;
  for (const evidence of sound) {
    const [, second, third, fourth] = evidence.months;
    if (!evidence.receipts.some(({ month }) => month === third)) continue;
    tried += 1;
    for (const month of [second, fourth]) {
      const row = evidence.register.find((one) => one.month === month);
      if (!row) throw new Error("the sample has registers");
      const found = findDamage({
        ...evidence,
        register: evidence.register
          .filter((one) => one.month !== third)
          .map((one) => (one === row ? { ...one, receivedToDate: satang(one.receivedToDate + 52779n) } : one)),
        rowCounts: without(evidence.rowCounts, `revenue_register ${third}`),
      });
      const totals = found.filter(({ code }) => code === "tie/cross-module");
      expect(totals).toMatchObject([{ table: "revenue_register", month, docFrom: row.revenueCode, amount: -52779n }]);
    }
  }
  expect(tried).toBeGreaterThan(1);
});
