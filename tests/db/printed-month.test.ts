/**
 * A real month: the reports that an อบต. printed for ธันวาคม 2553, rebuilt from journal rows, say what was printed. Where the print itself does not tie
 * (0.04 between the lines and the sub-total of expenditure, 46.53 between the trial balance and all other reports), the test says by how much.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type Amount, addAmounts, toBahtText } from "@/lib/money/amount";
import type { ReportPage } from "@/lib/operations/run-report";
import {
  BALANCES_BY_BANK,
  EXPENSE_LINES,
  FIXED,
  LAST_DAY,
  OTHER_LINES,
  PRINTED_LAO,
  REVENUE_LINES,
  SAVINGS,
  seedPrintedMonth,
} from "../support/printed-month";
import { ACTORS, cellText, readReport } from "../support/read-report";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedPrintedMonth(made.ownerUrl);
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

const read = (reportId: string, params: Record<string, string>) =>
  readReport(database, reportId, params, { actor: ACTORS.department, lao: PRINTED_LAO });

/** The texts of some cells of the row that has `text` in `column`. */
function figures(page: ReportPage, column: string, text: string, ids: readonly string[]): string[] {
  const row = page.rows.find((one) => one.cells[column] === text);
  if (!row) throw new Error(`no row «${text}»`);
  return ids.map((id) => cellText(row.cells[id]));
}

const LEFT = ["in_estimate", "in_to_date", "in_month"];
const RIGHT = ["out_estimate", "out_to_date", "out_month"];

describe("รายงานรับ - จ่าย เงินสด", () => {
  it("has every printed line of the budget", async () => {
    const page = await read("cash-receipts-and-payments", { month: "2010-12" });
    for (const line of REVENUE_LINES)
      expect(figures(page, "in_code", line.code, LEFT)).toEqual([line.estimate, line.toDate, line.inMonth]);
    for (const line of EXPENSE_LINES)
      expect(figures(page, "out_code", line.code, RIGHT)).toEqual([line.estimate, line.toDate, line.inMonth]);
  });

  it("has every printed line below the budget", async () => {
    const page = await read("cash-receipts-and-payments", { month: "2010-12" });
    for (const { account, received, paid } of OTHER_LINES) {
      if (received[0] !== "0.00")
        expect(figures(page, "in_code", account, ["in_to_date", "in_month"])).toEqual([...received]);
      if (paid[0] !== "0.00")
        expect(figures(page, "out_code", account, ["out_to_date", "out_month"])).toEqual([...paid]);
    }
  });

  it("has the printed sums and balances, and ties", async () => {
    const page = await read("cash-receipts-and-payments", { month: "2010-12" });
    const sums = page.rows.filter((row) => row.kind === "subtotal");
    expect(sums.map((row) => LEFT.map((id) => cellText(row.cells[id])))).toEqual([
      ["26528000.00", "5287943.45", "1358814.43"],
      ["26528000.00", "9497412.14", "3762796.80"],
      ["-", "-", "37108774.29"],
      ["-", "-", "-"],
    ]);
    // Printed: 3,500,976.64 and 13,842,154.85; the printed lines sum to 0.04 less.
    expect(sums.map((row) => RIGHT.map((id) => cellText(row.cells[id])))).toEqual([
      ["26528000.00", "3500976.60", "1498533.06"],
      ["26528000.00", "13842154.81", "9965138.65"],
      ["-", "-4344742.67", "-6202341.85"],
      ["-", "-", "27143635.64"],
    ]);
    expect(cellText(page.rows[0]?.cells.in_month)).toBe("33345977.49");
    expect(page.document.proof.filter((line) => !line.holds)).toEqual([]);
    expect(page.document.proof).toHaveLength(4);
    expect(page.document.absences).toEqual([]);
  });
});

describe("the reports that must agree with it", () => {
  it("รายงานสถานะการเงินประจำวัน of the last working day, account by account", async () => {
    const page = await read("daily-cash-position", { date: LAST_DAY });
    const bank = page.rows.slice(page.rows.findIndex((row) => row.text === "เงินฝากธนาคาร") + 1).slice(0, 4);
    expect(bank.map((row) => cellText(row.cells.amount))).toEqual(["27261351.64", "0.00", "117716.00", "27143635.64"]);
    const accounts = page.rows.slice(page.rows.findIndex((row) => row.text === "รายละเอียดยอดเงินฝากธนาคาร") + 1);
    expect(accounts.map((row) => cellText(row.cells.amount))).toEqual([...BALANCES_BY_BANK, "27143635.64"]);
    expect(page.document.proof.filter((line) => !line.holds)).toEqual([]);
  });

  it("ฝจ.02, by bank and by fund", async () => {
    const page = await read("deposit-summary", { month: "2010-12" });
    expect(figures(page, "bank", "รวม", ["deposit", "month_all", "year_all"])).toEqual([
      "27143635.64",
      "1498533.06",
      "3500976.60",
    ]);
    expect(figures(page, "bank", "เงินนอกงบประมาณ", ["deposit"])).toEqual(["8156692.40"]);
    // Printed apart: เงินสะสม 17,268,228.43, เงินรายได้ 1,718,714.81, เงินอื่นๆ 0.
    expect(figures(page, "bank", "เงินสะสม เงินรายได้ และเงินอื่น ๆ รวมกัน", ["deposit"])).toEqual(["18986943.24"]);
  });

  it("งบทดลอง at the year's start and at the month's end", async () => {
    const october = await read("trial-balance", { month: "2010-10" });
    expect(october.document.totals[0]?.cells).toMatchObject({
      opening_debit: 3337813035n,
      opening_credit: 3337813035n,
    });
    const page = await read("trial-balance", { month: "2010-12" });
    const debitOf = (account: string) => figures(page, "account_code", account, ["closing_debit"]);
    expect(debitOf(SAVINGS)).toEqual(["10875481.05"]);
    // Printed 16,268,108.06, which is 46.53 less than the same banks in the other reports.
    expect(debitOf(FIXED)).toEqual(["16268154.59"]);
    // Printed 30,712,862.11 on both sides: 46.53 less in the banks, 44.36 more in lines that the source does not show.
    const { closing_debit: debit, closing_credit: credit } = page.document.totals[0]?.cells ?? {};
    expect([toBahtText(debit as Amount), toBahtText(credit as Amount)]).toEqual(["30712864.28", "30712864.28"]);
    expect(addAmounts(debit as Amount, -3071286211n as Amount)).toBe(4653n - 4436n);
  });

  it("งบแสดงฐานะการเงิน ties on both sides", async () => {
    const page = await read("financial-position", { month: "2010-12" });
    expect(page.document.proof.map((line) => line.holds)).toEqual([true]);
  });
});
