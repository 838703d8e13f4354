/** The reports of a province on a real database: sums over its LAOs, marked where one of them is damaged, and how far each has come. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import { type Amount, addAmounts, toBahtText } from "@/lib/money/amount";
import { exportReport } from "@/lib/operations/export-report";
import { ACTORS, layOut, NOW, readProvinceReport, readReport, totalTexts } from "../../../support/read-report";
import { BANK, damagePartition, seedBooks } from "../../../support/seed-books";
import { seedBudget } from "../../../support/seed-budget";
import { createTestDatabase, type TestDatabase } from "../../../support/test-database";

let made: TestDatabase;
let database: Database;
let owner: OwnerSql;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  await seedBudget(made.ownerUrl);
  await damagePartition(made.ownerUrl, {
    laoId: 3500002,
    month: 202404,
    state: "partial",
    findings: [{ code: "row/shape", table_name: "balances", row_from: 1, row_to: 1 }],
    takeAway: [{ table: "balances", where: "row_no = 1" }],
  });
  await damagePartition(made.ownerUrl, {
    laoId: 3500002,
    month: 202406,
    state: "lost",
    findings: [],
    takeAway: [
      { table: "balances", where: "true" },
      { table: "journal", where: "true" },
    ],
  });
  owner = openOwner(made.ownerUrl);
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await owner.end();
  await closeDatabase(database);
  await made.drop();
});

const TRIAL_BALANCE = "province-trial-balance";
const FIGURES = ["opening_debit", "opening_credit", "debit", "credit", "closing_debit", "closing_credit"] as const;

async function totalsOf(month: string, lao: string): Promise<Readonly<Record<string, Amount>>> {
  const page = await readReport(database, "trial-balance", { month }, { lao, actor: ACTORS.auditor });
  return page.document.totals[0]?.cells ?? {};
}

describe("the trial balance of a province", () => {
  it("adds up the trial balances of its LAOs and of no other, account by account", async () => {
    const page = await readProvinceReport(database, TRIAL_BALANCE, { month: "2024-03" });
    const bank = page.rows.find((row) => row.cells.account_code === BANK);
    expect(bank?.cells).toMatchObject({ laos: 2, debit: 104950n, closing_debit: 199715850n });
    const laos = await Promise.all(["06350302", "05350401"].map((lao) => totalsOf("2024-03", lao)));
    const sums = FIGURES.map((id) => `${id} ${toBahtText(addAmounts(...laos.map((cells) => cells[id] as Amount)))}`);
    expect(totalTexts(page)).toEqual([`รวม known: ${sums.join(" · ")}`]);
    expect(page.document.proof.map(({ holds }) => holds)).toEqual([true, true, true]);
    expect(page.document.fields.map(({ value }) => value)).toEqual(["2 แห่ง", "2 แห่ง", "2 แห่ง"]);
    expect(page.document.notes).toEqual([]);
    expect(page.document.place).toEqual({ provinceCode: "35", province: "จังหวัดสมมุติ" });
  });

  it("marks its sums where an LAO's rows could not be read, and names that LAO", async () => {
    const page = await readProvinceReport(database, TRIAL_BALANCE, { month: "2024-04" });
    expect(page.document.notes.map(({ sentences, partition }) => [partition.lao, sentences[0]])).toEqual([
      ["05350401", "องค์การบริหารส่วนตำบลทดสอบสอง"],
    ]);
    expect(page.document.totals[0]).toMatchObject({ kind: "atLeast", mark: { state: "partial", notes: [1] } });
    expect(layOut(page).every((line) => line.startsWith("entry") && line.includes("[partial 1]"))).toBe(true);
    expect(page.document.fields.map(({ value }) => value)).toEqual(["2 แห่ง", "2 แห่ง", "1 แห่ง"]);
    expect(page.document.proof.map(({ holds }) => holds)).toContain(false);
  });

  it("says which LAO is not in the sums because its month is lost", async () => {
    const page = await readProvinceReport(database, TRIAL_BALANCE, { month: "2024-06" });
    expect(page.document.absences).toEqual(["ไม่รวม 1 แห่งที่ไม่มีงบทดลองของเดือนนี้ในชุดข้อมูล: องค์การบริหารส่วนตำบลทดสอบสอง"]);
    expect(page.document.totals[0]?.kind).toBe("atLeast");
    expect(page.rows.map((row) => row.cells.laos)).toEqual(page.rows.map(() => 1));
  });

  it("finds an account by its name or an amount, and still tells the whole total", async () => {
    const page = await readProvinceReport(database, TRIAL_BALANCE, { month: "2024-03", q: "ออมทรัพย์" });
    expect(page.rows.map((row) => row.cells.account_code)).toEqual([BANK]);
    expect(page.document.totals.map(({ label }) => label)).toEqual(["รวมรายการที่พบ", "รวมทั้งรายงาน"]);
  });
});

describe("how far the LAOs of a province have come", () => {
  it("tells of each its budget, its last day with entries, and the state of its parts", async () => {
    const page = await readProvinceReport(database, "lao-progress", {});
    const [first, second] = [...page.rows].sort((a, b) =>
      String(b.cells.lao_code).localeCompare(String(a.cells.lao_code)),
    );
    expect(first?.cells).toMatchObject({
      lao: "องค์การบริหารส่วนตำบลทดสอบหนึ่ง",
      lao_code: "06350302",
      budget: "มี",
      last_day: "2024-04-02",
      months: 3,
      lost: 0,
    });
    expect(second?.cells).toMatchObject({ lao_code: "05350401", partial: 1, lost: 1 });
    expect(second?.link).toEqual({ lao: "05350401", reportId: "damage-certificate", params: {} });
    expect(page.rows).toHaveLength(2);
  });

  it("says that the archive does not tell whether books are closed", async () => {
    const page = await readProvinceReport(database, "lao-progress", {});
    expect(page.document.absences.join(" ")).toContain("ปิดบัญชี");
    expect(page.document.damageIsInRows).toBe(true);
  });

  it("does not take a budget that may have stood in damaged parts for none", async () => {
    await owner`delete from portal.budget_lines where lao_id = 3500002`;
    await damagePartition(made.ownerUrl, {
      laoId: 3500002,
      module: "budget",
      month: 202403,
      state: "lost",
      findings: [],
    });
    const page = await readProvinceReport(database, "lao-progress", {});
    expect(page.rows.find((row) => row.cells.lao_code === "05350401")?.cells.budget).toBe("ไม่พบ (ส่วนงบประมาณเสียหาย)");
  });
});

describe("who may read a report of a province", () => {
  const ask = (actor: Actor, province: string) =>
    readProvinceReport(database, TRIAL_BALANCE, { month: "2024-03" }, { actor, province }).then(
      (page) => page.rows.length,
      (error: unknown) => (error instanceof AppError ? error.code : "bug"),
    );

  it("its auditors and the department; nobody else, and no other province's auditors", async () => {
    expect(await ask(ACTORS.auditor, "35")).toBe(6);
    expect(await ask(ACTORS.department, "35")).toBe(6);
    expect(await ask(ACTORS.department, "36")).toBe(6);
    for (const [actor, province] of [
      [ACTORS.accountant, "35"],
      [ACTORS.administrator, "35"],
      [ACTORS.auditor, "36"],
      [ACTORS.auditor, "99"],
      [ACTORS.department, "99"],
    ] as const)
      expect(await ask(actor, province)).toBe("access/forbidden");
  });

  it("is written into the audit log with the province, for pages and for files", async () => {
    await owner`truncate portal.audit_log`;
    await readProvinceReport(database, "lao-progress", {});
    let rows = 0;
    await exportReport(
      { actor: ACTORS.auditor, now: NOW, database },
      {
        province: "35",
        reportId: TRIAL_BALANCE,
        params: { month: "2024-03" },
        format: "csv",
        sink: async (document) => {
          for await (const _row of document.rows()) rows += 1;
        },
      },
    );
    expect(rows).toBe(6);
    const log =
      await owner`select type, facts->>'province' as province, facts->>'reportId' as report from portal.audit_log order by audit_no`;
    expect(log.map((row) => ({ ...row }))).toEqual([
      { type: "view-report", province: "35", report: "lao-progress" },
      { type: "export-report", province: "35", report: TRIAL_BALANCE },
    ]);
  });
});

describe("the trial balance of a province with a hurt journal", () => {
  it("marks the movements of which an LAO's journal lacks both sides, and their sum, and calls nothing short", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500001,
      month: 202403,
      state: "partial",
      findings: [{ code: "file/truncated", table_name: "journal", row_to: 4 }],
      takeAway: [{ table: "journal", where: "row_no > 4" }],
    });
    const page = await readProvinceReport(database, TRIAL_BALANCE, { month: "2024-03" });
    const marked = page.rows.filter((row) => row.marks);
    expect(marked.map(({ cells, marks }) => [cells.account_code, Object.keys(marks ?? {})])).toEqual([
      ["1101010101.001", ["debit", "credit"]],
    ]);
    expect(page.document.totals).toMatchObject([{ kind: "known", mark: { state: "partial" } }]);
  });
});
