/** Budget, assets and units on a real database: figures, sums, proofs, and what damage does to them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { ACTORS, layOut, readReport, totalTexts } from "../../../support/read-report";
import { damagePartition, seedBooks } from "../../../support/seed-books";
import { FURNITURE, SCHOOL, SUPPLIES, seedBudget } from "../../../support/seed-budget";
import { createTestDatabase, type TestDatabase } from "../../../support/test-database";

const MARCH = { month: "2024-03" };
const DAMAGED = { actor: ACTORS.auditor, lao: "05350401" } as const;

let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  await seedBudget(made.ownerUrl);
  await damagePartition(made.ownerUrl, {
    laoId: 3500002,
    module: "budget",
    month: 202403,
    state: "partial",
    findings: [
      { code: "row/value", table_name: "budget_lines", row_from: 11, row_to: 11, column_name: "disbursed" },
      {
        code: "tie/cross-module",
        table_name: "budget_lines",
        doc_from: FURNITURE,
        doc_to: FURNITURE,
        account: FURNITURE,
      },
    ],
    takeAway: [{ table: "budget_lines", where: "row_no = 11" }],
  });
  await damagePartition(made.ownerUrl, {
    laoId: 3500002,
    module: "budget",
    month: 202406,
    state: "lost",
    findings: [],
    takeAway: [{ table: "budget_lines", where: "true" }],
  });
  database = openDatabase(made.appUrl);
});
afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

const proofOf = (page: Awaited<ReturnType<typeof readReport>>) =>
  page.document.proof.map((line) => `${line.holds ? "holds" : "FAILS"}: ${line.text}`);

const WORK = "งานบริหารทั่วไปเกี่ยวกับการศึกษา";

describe("งบประมาณคงเหลือ", () => {
  it("has a row for each code, a sum for each work, and proves what remains", async () => {
    const page = await readReport(database, "budget-remaining", MARCH);
    expect(layOut(page)).toEqual([
      `entry · ${WORK} · ค่าวัสดุ · วัสดุการศึกษา · - · ${SUPPLIES} · 30000.00 · 0.00 · 2000.00 · 1000.00 · 5500.00 · 21500.00`,
      `entry · ${WORK} · ค่าครุภัณฑ์ · ครุภัณฑ์สำนักงาน · จัดซื้อโต๊ะเก้าอี้ · ${FURNITURE} · 10000.00 · 2000.00 · 0.00 · 0.00 · 0.00 · 12000.00`,
      `subtotal · รวม${WORK} · - · - · - · - · 40000.00 · 2000.00 · 2000.00 · 1000.00 · 5500.00 · 33500.00`,
    ]);
    expect(totalTexts(page)).toEqual([
      "รวม known: approved 40000.00 · transferred_in 2000.00 · transferred_out 2000.00 · encumbered 1000.00 · disbursed 5500.00 · remaining 33500.00",
    ]);
    expect(proofOf(page)).toEqual([expect.stringMatching(/^holds: คงเหลือ = .* ตรงทั้ง 2 รหัส$/)]);
    expect(page.document.period).toBe("ณ วันที่ 31 มีนาคม 2567");
    expect(page.rows[0]?.link).toEqual({ reportId: "budget-register", params: { month: "2024-03", code: SUPPLIES } });
  });

  it("says what is missing, marks the figure that does not tie, and calls the sum no less than what was read", async () => {
    const page = await readReport(database, "budget-remaining", MARCH, DAMAGED);
    const [missing, furniture] = layOut(page);
    expect(missing).toMatch(/^missing · ทะเบียนรายจ่ายตามงบประมาณ มี.ค. 2567 แถวที่ 11 อ่านไม่ได้/);
    expect(furniture).toContain("12000.00 [partial 1]");
    expect(totalTexts(page)[0]).toMatch(/^รวม atLeast \[partial 1\]/);
    const lost = await readReport(database, "budget-remaining", { month: "2024-06" }, DAMAGED);
    expect(layOut(lost)).toEqual(["missing · มิ.ย. 2567 อ่านไม่ได้ทั้งเดือน ไม่ทราบยอด จึงไม่รวมอยู่ในยอดที่อ่านได้ [lost 1]"]);
    expect(totalTexts(lost)[0]).toMatch(/^รวม atLeast \[lost 1\]/);
    expect((await readReport(database, "budget-remaining", { month: "2024-05" }, DAMAGED)).document.notes).toEqual([]);
  });

  it("finds by code, name or amount, and shows one plan alone", async () => {
    const found = await readReport(database, "budget-remaining", { ...MARCH, q: "๑๒,๐๐๐" });
    expect(found.rows.map((row) => row.cells.budget_code)).toEqual([FURNITURE]);
    expect(found.document.totals.map((total) => total.label)).toEqual(["รวมรายการที่พบ", "รวมทั้งรายงาน"]);
    expect((await readReport(database, "budget-remaining", { ...MARCH, plan: "00110" })).rows).toEqual([]);
  });
});

describe("ทะเบียนรายจ่ายตามงบประมาณ", () => {
  it("leads each code from the last month's end to this one's, and counts no cancelled requisition", async () => {
    const page = await readReport(database, "budget-register", { ...MARCH, code: SUPPLIES });
    expect(page.rows[0]?.text).toBe(`${SUPPLIES} · ${WORK} · วัสดุการศึกษา`);
    expect(layOut(page).slice(1)).toEqual([
      "subtotal · - · - · ยอดยกมาจากสิ้นเดือน ก.พ. 2567 · 30000.00 · 0.00 · 0.00 · 1000.00 · 4000.00 · 25000.00",
      "entry · 2024-03-08 · T-00007/67 · โอนลด: งบประมาณตั้งไว้ไม่พอจ่าย · - · - · 1500.00 · - · - · -",
      "entry · 2024-03-11 · 00101/67 · วัสดุการศึกษา · ร้านเครื่องเขียนสมมุติ · - · - · - · - · 1500.00 · -",
      "entry · 2024-03-12 · 00102/67 · (ยกเลิก) วัสดุสำนักงาน · ร้านเครื่องเขียนสมมุติ · - · - · - · - · 0.00 · -",
      "entry · 2024-03-20 · T-00008/67 · โอนลด: งบประมาณตั้งไว้ไม่พอจ่าย · - · - · 500.00 · - · - · -",
      "subtotal · - · - · ยอด ณ สิ้นเดือน · 30000.00 · 0.00 · 2000.00 · 1000.00 · 5500.00 · 21500.00",
    ]);
    expect(totalTexts(page)[0]).toBe(
      "รวมรายการในเดือน known: transferred_in 0.00 · transferred_out 2000.00 · disbursed 1500.00",
    );
    expect(proofOf(page)).toEqual([
      "holds: โอนเพิ่มที่เพิ่มขึ้นจากสิ้นเดือนก่อน 0.00 บาท เท่ากับผลรวมรายการในเดือน",
      "holds: โอนลดที่เพิ่มขึ้นจากสิ้นเดือนก่อน 2,000.00 บาท เท่ากับผลรวมรายการในเดือน",
      "holds: เบิกจ่ายที่เพิ่มขึ้นจากสิ้นเดือนก่อน 1,500.00 บาท เท่ากับผลรวมรายการในเดือน",
    ]);
  });

  it("proves nothing about a code that was not read, and marks the states but not the movements", async () => {
    const page = await readReport(database, "budget-register", MARCH, DAMAGED);
    expect(page.document.proof.every((line) => line.holds)).toBe(true);
    expect(page.rows.filter((row) => row.kind === "entry" && row.marks)).toEqual([]);
    expect(layOut(page).find((row) => row.includes("ยอด ณ สิ้นเดือน"))).toContain("12000.00 [partial 1]");
    expect(page.document.absences.join()).toContain("ก่อหนี้");
  });

  it("has no state before the archive begins, and says no proof there", async () => {
    const page = await readReport(database, "budget-register", { month: "2024-01" });
    expect(layOut(page).some((row) => row.includes("ยอดยกมา"))).toBe(false);
    expect(page.document.proof).toEqual([]);
  });
});

describe("รายงานการโอนงบประมาณ", () => {
  it("names both codes, and agrees with what rose in the register", async () => {
    const page = await readReport(database, "budget-transfers", MARCH);
    expect(layOut(page)[0]).toBe(
      `entry · 2024-03-08 · T-00007/67 · ${SUPPLIES} · ${WORK} · วัสดุการศึกษา · ${FURNITURE} · ${WORK} · ครุภัณฑ์สำนักงาน · จัดซื้อโต๊ะเก้าอี้ · 1500.00 · งบประมาณตั้งไว้ไม่พอจ่าย`,
    );
    expect(totalTexts(page)).toEqual(["รวม known: amount 2000.00"]);
    expect(proofOf(page).map((line) => line.slice(0, 6))).toEqual(["holds:", "holds:"]);
  });

  it("proves nothing against a register that was not read whole, and says nothing is missing from the transfers", async () => {
    const page = await readReport(database, "budget-transfers", MARCH, DAMAGED);
    expect(page.document.proof).toEqual([]);
    expect(totalTexts(page)).toEqual(["รวม known [partial 1]: amount 2000.00"]);
  });
});

describe("รายงานการใช้จ่ายงบประมาณ", () => {
  it("keeps running and capital expenditure apart, after transfers", async () => {
    const page = await readReport(database, "budget-spending", { month: "2024-04" });
    expect(layOut(page)).toEqual([
      "entry · องค์การบริหารส่วนตำบลทดสอบหนึ่ง · - · - · 28000.00 · 5500.00 · 12000.00 · 5000.00 · -",
    ]);
  });

  it("shows nothing, not zero, for a half that was not read", async () => {
    const page = await readReport(database, "budget-spending", MARCH, DAMAGED);
    expect(layOut(page).find((row) => row.startsWith("entry"))).toMatch(
      /· - \[partial 1\] · - \[partial 1\] · 12000.00 \[partial 1\]/,
    );
  });
});

describe("รายงานทะเบียนข้อมูลสินทรัพย์", () => {
  it("puts each price below its fund, and sums kinds and categories as the form does", async () => {
    const page = await readReport(database, "asset-register", { from: "2024-02-01", to: "2024-04-30" });
    expect(page.rows.map((row) => row.cells.name)).toEqual([
      "เครื่องเสียง",
      "รวมชนิดสินทรัพย์ : ครุภัณฑ์โฆษณา",
      "โต๊ะนักเรียน",
      "เก้าอี้นักเรียน",
      "รวมชนิดสินทรัพย์ : ครุภัณฑ์สำนักงาน",
      "รวมประเภทสินทรัพย์ : ครุภัณฑ์",
    ]);
    expect(page.rows[0]?.cells).toMatchObject({ number: 1, price: 990000n, fund_5: 990000n });
    expect(page.document.totals[0]?.cells).toMatchObject({ price: 1490000n, fund_1: 500000n, fund_5: 990000n });
    expect(proofOf(page)).toEqual(["holds: ราคาสินทรัพย์รวม 14,900.00 บาท เท่ากับผลรวมแหล่งเงิน"]);
  });

  it("shows one unit's alone, and fails its proof for a fund that the form does not know", async () => {
    const school = await readReport(database, "asset-register", { month: "2024-04", unit: SCHOOL });
    expect(school.document.totals[0]?.cells.price).toBe(300000n);
    const owner = openOwner(made.ownerUrl);
    await owner`update portal.assets set fund_source = 'อื่น ๆ' where lao_id = 3500001 and row_no = 3`;
    await owner.end();
    const page = await readReport(database, "asset-register", { month: "2024-04" });
    expect(proofOf(page)[0]).toMatch(/^FAILS: ราคาสินทรัพย์รวม 14,900.00 บาท ไม่เท่ากับ/);
  });
});

describe("สรุปรายการตามหน่วยงานภายใต้สังกัด", () => {
  it("shows each unit, the LAO's own part, and all together", async () => {
    const page = await readReport(database, "units-summary", { from: "2024-02-01", to: "2024-04-30" });
    expect(layOut(page)).toEqual([
      expect.stringMatching(/^entry · - · องค์กรปกครองส่วนท้องถิ่น .* · 0.00 · 5000.00 · 6554.50 · 6554.50$/),
      `entry · ${SCHOOL} · โรงเรียนสมมุติวิทยา · โรงเรียน · 0.00 · 1500.00 · 0.00 · 0.00`,
    ]);
    expect(totalTexts(page)).toEqual([
      "รวมทุกหน่วยงาน known: received 0.00 · spent 6500.00 · debit 6554.50 · credit 6554.50",
    ]);
    expect(proofOf(page)).toEqual(["holds: รวมทุกหน่วยงาน: เดบิตเท่ากับเครดิต"]);
  });
});
