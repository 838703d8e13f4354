/** The trial balance on a real database: as closed, at a date, with headings, and with damage beside the figures that it touches. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { ACTORS, layOut, readReport, totalTexts } from "../../../support/read-report";
import { BANK, damagePartition, EQUITY, seedBooks } from "../../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../../support/test-database";

let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

const SECOND = { lao: "05350401", actor: ACTORS.auditor };
const THIRD = { lao: "06360101", actor: ACTORS.department };

const MARCH = [
  "entry · เงินสดในมือ · 1101010101.001 · 500.00 · 0.00 · 85.25 · 500.00 · 85.25 · 0.00",
  "entry · เงินฝากออมทรัพย์ที่สถาบันการเงิน · 1101030102.001 · 1001234.50 · 0.00 · 524.75 · 3180.00 · 998579.25 · 0.00",
  "entry · ภาษีหัก ณ ที่จ่ายรอนำส่ง · 2102040103.001 · 0.00 · 0.00 · 0.00 · 30.00 · 0.00 · 30.00",
  "entry · เงินสะสม · 3102010101.001 · 0.00 · 1000000.00 · 0.00 · 0.00 · 0.00 · 1000000.00",
  "entry · รายได้ภาษีที่ดินและสิ่งปลูกสร้าง · 4401010104.001 · 0.00 · 1734.50 · 0.00 · 110.00 · 0.00 · 1844.50",
  "entry · ค่าจ้างเหมาบริการ-บุคคลภายนอก · 5104010112.001 · 0.00 · 0.00 · 3210.00 · 0.00 · 3210.00 · 0.00",
];
const MARCH_TOTAL =
  "opening_debit 1001734.50 · opening_credit 1001734.50 · debit 3820.00 · credit 3820.00 · closing_debit 1001874.50 · closing_credit 1001874.50";

describe("a trial balance of sound books", () => {
  it("shows the month as the old system closed it, and that it ties", async () => {
    const page = await readReport(database, "trial-balance", { month: "2024-03" });
    expect(layOut(page)).toEqual(MARCH);
    expect(totalTexts(page)).toEqual([`รวม known: ${MARCH_TOTAL}`]);
    expect(page.document.proof.map((line) => line.holds)).toEqual([true, true, true]);
  });

  it("at the month's last day says the same from the journal", async () => {
    const page = await readReport(database, "trial-balance", { date: "2567-03-31" });
    expect(layOut(page)).toEqual(MARCH);
    expect(page.document.period).toBe("ณ วันที่ 31 มีนาคม 2567");
  });

  it("at a day inside the month counts what was entered up to that day", async () => {
    const page = await readReport(database, "trial-balance", { date: "2024-03-04" });
    expect(layOut(page)[1]).toBe(
      "entry · เงินฝากออมทรัพย์ที่สถาบันการเงิน · 1101030102.001 · 1001234.50 · 0.00 · 0.00 · 3180.00 · 998054.50 · 0.00",
    );
    expect(page.rows[1]?.link).toEqual({
      reportId: "ledger",
      params: { account: BANK, from: "2024-03-01", to: "2024-03-04" },
    });
  });

  it("puts headings above their accounts and adds nothing to the total", async () => {
    const page = await readReport(database, "trial-balance", { month: "2024-03", groups: "1" });
    expect(layOut(page).slice(0, 4)).toEqual([
      "group · สินทรัพย์ · 1000000000.000 · 1001734.50 · 0.00 · 610.00 · 3680.00 · 998664.50 · 0.00",
      "group · เงินสดและรายการเทียบเท่าเงินสด · 1101000000.000 · 1001734.50 · 0.00 · 610.00 · 3680.00 · 998664.50 · 0.00",
      MARCH[0],
      MARCH[1],
    ]);
    expect(page.rows.map((row) => row.level)).toEqual([0, 1, 2, 2, 0, 1, 0, 1, 0, 1, 0, 1]);
    expect(totalTexts(page)).toEqual([`รวม known: ${MARCH_TOTAL}`]);
  });

  it("finds accounts by amount, name or code, with Thai digits too", async () => {
    const codes = async (q: string) =>
      (await readReport(database, "trial-balance", { month: "2024-03", q })).rows.map((row) => row.cells.account_code);
    expect(await codes("๓,๒๑๐.๐๐")).toEqual(["5104010112.001"]);
    expect(await codes("เงินสะสม")).toEqual([EQUITY]);
    expect(await codes("110103")).toEqual([BANK]);
    expect(await codes("ไม่มีแน่")).toEqual([]);
  });
});

describe("a trial balance of damaged books", () => {
  it("marks every figure of the month, and closes by a row of its own for what is missing", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500002,
      month: 202403,
      state: "partial",
      findings: [
        { code: "row/value", table_name: "balances", row_from: 3, row_to: 3, column_name: "opening", found: "0.0O" },
      ],
      takeAway: [{ table: "balances", where: "row_no = 3" }],
    });
    const page = await readReport(database, "trial-balance", { month: "2024-03" }, SECOND);
    expect(layOut(page)[2]).toBe(
      "reconstructed · ภาษีหัก ณ ที่จ่ายรอนำส่ง · 2102040103.001 · 0.00 · 0.00 · 0.00 · 30.00 · 0.00 · 30.00",
    );
    expect(page.rows[2]?.text).toBe(
      "ยอดยกมา 0.00 บาท = ยอดคงเหลือในงบทดลอง ก.พ. 2567 · รายการระหว่างงวด = ผลรวมของสมุดรายวัน มี.ค. 2567 · ยอดคงเหลือ (30.00) บาท = ยอดยกมาในงบทดลอง เม.ย. 2567",
    );
    expect(layOut(page)[3]).toBe(
      "missing · งบทดลองประจำเดือน มี.ค. 2567 แถวที่ 3 อ่านไม่ได้ (1 แถว) จำนวนเงินที่ขาดรวมอยู่ในยอดแล้วด้วยแถวที่คำนวณขึ้น [partial 1]",
    );
    const figures = layOut(page).filter((row) => row.startsWith("entry"));
    expect(figures).toHaveLength(5);
    expect(figures.every((row) => row.split("[partial 1]").length === 7)).toBe(true);
    expect(totalTexts(page)[0]).toBe(`รวม reconstructed [partial 1]: ${MARCH_TOTAL}`);
    expect(page.document.proof.map((line) => line.holds)).toEqual([true, true, true]);
    expect(page.document.proof[2]?.text).toBe("ยอดคงเหลือ: เดบิตเท่ากับเครดิต เมื่อรวมแถวที่คำนวณขึ้น");
    const untouched = await readReport(database, "trial-balance", { month: "2024-02" }, SECOND);
    expect(layOut(untouched).join("")).not.toContain("[");
  });

  it("at a date leaves the balance unknown of an account whose opening was not read and cannot be proved", async () => {
    const atDate = () => readReport(database, "trial-balance", { date: "2024-03-31" }, SECOND);
    expect(layOut(await atDate()).find((row) => row.includes("2102040103.001"))).toBe(
      "reconstructed · ภาษีหัก ณ ที่จ่ายรอนำส่ง · 2102040103.001 · 0.00 · 0.00 · 0.00 · 30.00 · 0.00 · 30.00",
    );
    for (const month of [202402, 202404])
      await damagePartition(made.ownerUrl, {
        laoId: 3500002,
        month,
        state: "partial",
        findings: ["balances", "journal"].map((table) => ({ code: "file/missing", table_name: table })),
        takeAway: [{ table: "balances", where: "true" }],
      });
    expect(layOut(await atDate()).find((row) => row.includes("2102040103.001"))).toBe(
      "entry · ภาษีหัก ณ ที่จ่ายรอนำส่ง · 2102040103.001 · - [partial 1] · - [partial 1] · 0.00 [partial 1] · 30.00 [partial 1] · - [partial 1] · - [partial 1]",
    );
  });

  it("marks, where only the journal is damaged, the movements alone of which it lacks both sides, and calls nothing short", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3600001,
      month: 202403,
      state: "partial",
      findings: [{ code: "file/truncated", table_name: "journal", row_to: 4 }],
      takeAway: [{ table: "journal", where: "row_no > 4" }],
    });
    const page = await readReport(database, "trial-balance", { month: "2024-03" }, THIRD);
    // The balances on both sides prove what moved on one side; of cash the journal lacks debit and credit both.
    expect(layOut(page)[0]).toBe(
      "entry · เงินสดในมือ · 1101010101.001 · 500.00 · 0.00 · 85.25 [partial 1] · 500.00 [partial 1] · 85.25 · 0.00",
    );
    expect(page.rows.filter((row) => row.marks).map((row) => row.cells.account_code)).toEqual(["1101010101.001"]);
    expect(totalTexts(page)[0]).toBe(`รวม known [partial 1]: ${MARCH_TOTAL}`);
    const atDate = await readReport(database, "trial-balance", { date: "2024-03-31" }, THIRD);
    expect(totalTexts(atDate)[0]).toMatch(/^รวม atLeast \[partial 1\]/);
  });

  it("marks one account alone where the finding names it, and the headings above it", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3600001,
      month: 202404,
      state: "inconsistent",
      findings: [
        { code: "tie/carry-forward", table_name: "balances", account: BANK, expected: "998579.25", found: "998570.25" },
      ],
    });
    const page = await readReport(database, "trial-balance", { month: "2024-04", groups: "1" }, THIRD);
    const marked = page.rows.filter((row) => row.marks).map((row) => row.cells.account_code);
    expect(marked).toEqual(["1000000000.000", "1101000000.000", BANK]);
    expect(totalTexts(page)[0]).toMatch(/^รวม known \[inconsistent 1\]/);
  });

  it("says of a lost month that it is lost, and shows what its neighbours prove of it", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500001,
      month: 202405,
      state: "lost",
      findings: [{ code: "file/missing", table_name: "balances" }],
      takeAway: [{ table: "balances", where: "true" }],
    });
    const page = await readReport(database, "trial-balance", { month: "2024-05" });
    expect(layOut(page).slice(0, 2)).toEqual([
      "missing · พ.ค. 2567 อ่านไม่ได้ทั้งเดือน ไม่ทราบยอด จึงไม่รวมอยู่ในยอดที่อ่านได้ เว้นแต่ส่วนที่แสดงเป็นแถวคำนวณขึ้น [lost 1]",
      "reconstructed · เงินสดในมือ · 1101010101.001 · 85.25 · 0.00 · 0.00 · 0.00 · 85.25 · 0.00",
    ]);
    expect(page.rows.filter((row) => row.kind === "entry")).toEqual([]);
    expect(totalTexts(page)[0]).toMatch(/^รวม atLeast \[lost 1\]/);
  });
});
