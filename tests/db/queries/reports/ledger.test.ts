/** The ledger on a real database: running balances, periods inside months, deep pages, finding, and damage where it stands. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { layOut, readReport, totalTexts } from "../../../support/read-report";
import { BANK, CASH, damagePartition, ENTRIES, EXPENSE, REVENUE, seedBooks } from "../../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../../support/test-database";

const LONG = 3600001;
let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  // The LAO of the other province has a long ledger: 3,000 documents over February and March.
  const long = Array.from({ length: 3000 }, (_, index) => ({
    no: `RV-${String(index + 1).padStart(5, "0")}/67`,
    date: `2024-0${index < 1200 ? 2 : 3}-${String((index % 20) + 1).padStart(2, "0")}`,
    text: `รายการที่ ${index + 1}`,
    lines: [
      [BANK, `${index + 1}.00`, "0.00"],
      [REVENUE, "0.00", `${index + 1}.00`],
    ] as const,
  }));
  await seedBooks(made.ownerUrl, (laoId) => (laoId === LONG ? long : ENTRIES));
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

const bank = { account: BANK };

describe("a ledger of sound books", () => {
  it("carries the opening, runs the balance and ends at the trial balance's closing", async () => {
    const page = await readReport(database, "ledger", { ...bank, month: "2567-03" });
    expect(layOut(page)).toEqual([
      "opening · 2024-03-01 · ยอดยกมา · - · - · - · 1001234.50",
      "entry · 2024-03-04 · จ่ายค่าจ้างเหมา น้ำค้างคำ · PV-00001/67 · - · 3180.00 · 998054.50",
      "entry · 2024-03-05 · รับภาษีที่ดิน · RV-00003/67 · 24.75 · - · 998079.25",
      "entry · 2024-03-15 · นำเงินสดฝากธนาคาร · JV-00001/67 · 500.00 · - · 998579.25",
    ]);
    expect(totalTexts(page)).toEqual(["รวม known: debit 524.75 · credit 3180.00"]);
    expect(page.document.proof).toEqual([{ text: "ยอดคงเหลือสิ้นงวดตรงกับงบทดลอง มี.ค. 2567", holds: true }]);
    expect(page.document.notes).toEqual([]);
    expect(page.document.fields).toContainEqual({ label: "ชื่อบัญชี", value: "เงินฝากออมทรัพย์ที่สถาบันการเงิน" });
  });

  it("opens in the middle of a month with what went before", async () => {
    const page = await readReport(database, "ledger", { ...bank, from: "2024-03-05", to: "2024-04-10" });
    expect(layOut(page).at(0)).toBe("opening · 2024-03-05 · ยอดยกมา · - · - · - · 998054.50");
    expect(layOut(page).at(-1)).toBe("entry · 2024-04-02 · จ่ายค่าจ้างเหมา · PV-00002/67 · - · 1000.00 · 997579.25");
    expect(page.document.proof).toEqual([]);
  });

  it("opens an account that was not used before with zero", async () => {
    const page = await readReport(database, "ledger", { account: EXPENSE, month: "2024-02" });
    expect(layOut(page)).toEqual(["opening · 2024-02-01 · ยอดยกมา · - · - · - · 0.00"]);
  });

  it("shows the last full month where no period is given", async () => {
    const page = await readReport(database, "ledger", bank);
    expect(page.document.period).toBe("ประจำเดือน มิถุนายน 2567");
  });

  it("leads each line to its document", async () => {
    const page = await readReport(database, "ledger", { ...bank, month: "2024-03" });
    expect(page.rows[1]?.link).toEqual({ reportId: "journal-document", params: { entry: "PV-00001/67" } });
  });

  it("refuses an account that neither the chart nor the books know", async () => {
    await expect(readReport(database, "ledger", { account: "9999999999.999" })).rejects.toThrow(
      /ไม่พบบัญชี 9999999999.999/,
    );
    await expect(readReport(database, "ledger", { account: "12" })).rejects.toThrow(/รหัสบัญชี «12» ไม่ถูกต้อง/);
    await expect(readReport(database, "ledger", {})).rejects.toThrow("โปรดระบุรหัสบัญชี");
  });
});

describe("a long ledger", () => {
  const other = {
    lao: "06360101",
    actor: {
      userId: 3,
      email: "c@example.go.th",
      name: "สมศรี",
      role: "department",
      grant: { kind: "nation" },
    } as const,
  };

  it("gives on every page the rows and balances that the whole report has there", async () => {
    const whole: string[] = [];
    const params = { ...bank, from: "2024-02-03", to: "2024-03-18" };
    for (let offset = 0; ; offset += 1000) {
      const page = await readReport(database, "ledger", params, { ...other, window: { offset, limit: 1000 } });
      whole.push(...layOut(page));
      if (offset + 1000 >= page.document.rowCount) break;
    }
    const first = await readReport(database, "ledger", params, { ...other, window: { offset: 0, limit: 1 } });
    expect(whole.length).toBe(first.document.rowCount);
    for (const offset of [1, 999, 1080, 1081, 1082, 2500, first.document.rowCount - 7]) {
      const page = await readReport(database, "ledger", params, { ...other, window: { offset, limit: 7 } });
      // A window is served as asked, but for one that begins past the end.
      expect(layOut(page)).toEqual(whole.slice(page.window.offset, page.window.offset + 7));
    }
    const debits = whole.slice(1).reduce((sum, row) => sum + Number(row.split(" · ")[4]), 0);
    expect(first.document.totals[0]?.cells.debit).toBe(BigInt(debits) * 100n);
    expect(whole.at(-1)?.split(" · ").at(-1)).toBe(`${Number(whole[0]?.split(" · ").at(-1)) + debits}.00`);
  });

  it("moves a page past the end to the last one", async () => {
    const page = await readReport(
      database,
      "ledger",
      { ...bank, month: "2024-03" },
      { ...other, window: { offset: 90_000, limit: 100 } },
    );
    expect(page.window).toEqual({ offset: 1800, limit: 100 });
    expect(page.rows).toHaveLength(1);
  });

  it("finds in the whole report and keeps the full report's balances", async () => {
    const params = { ...bank, from: "2024-02-01", to: "2024-03-31" };
    const all = await readReport(database, "ledger", params, { ...other, window: { offset: 2000, limit: 1000 } });
    const page = await readReport(database, "ledger", { ...params, q: "๒,๙๕๐.๐๐" }, other);
    expect(page.document.rowCount).toBe(1);
    const [found] = layOut(page);
    expect(layOut(all)).toContain(found);
    expect(totalTexts(page)).toEqual([
      "รวมรายการที่พบ known: debit 2950.00 · credit 0.00",
      "รวมทั้งรายงาน known: debit 4501500.00 · credit 0.00",
    ]);
    const numbers = await readReport(
      database,
      "ledger",
      { ...params, q: "RV-0299" },
      { ...other, window: { offset: 3, limit: 3 } },
    );
    expect(numbers.document.rowCount).toBe(10);
    expect(layOut(numbers).map((row) => row.split(" · ")[3])).toEqual(["RV-02993/67", "RV-02994/67", "RV-02995/67"]);
  });
});

describe("a ledger of damaged books", () => {
  it("shows where records are missing and marks every balance from that month on", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500002,
      month: 202403,
      state: "partial",
      findings: [
        { code: "row/value", table_name: "journal", row_from: 4, row_to: 4, column_name: "debit", found: "7x.25" },
        { code: "row/shape", table_name: "journal", row_from: 5, row_to: 5 },
        { code: "tie/number-gap", table_name: "journal", doc_from: "PV-00002/67", doc_to: "PV-00003/67", count: 2 },
      ],
      takeAway: [{ table: "journal", where: "row_no in (4, 5)" }],
    });
    const page = await readReport(
      database,
      "ledger",
      { ...bank, from: "2024-02-01", to: "2024-04-30" },
      { lao: "05350401", actor: auditor },
    );
    expect(layOut(page)).toEqual([
      "opening · 2024-02-01 · ยอดยกมา · - · - · - · 1000000.00",
      "entry · 2024-02-20 · รับโอนภาษีที่ดิน เลขที่ ๑๒/๒๕๖๗ · RV-00002/67 · 1234.50 · - · 1001234.50",
      "entry · 2024-03-04 · จ่ายค่าจ้างเหมา น้ำค้างคำ · PV-00001/67 · - · 3180.00 · 998054.50 [partial 1]",
      "missing · สมุดรายวัน มี.ค. 2567 แถวที่ 4–5 อ่านไม่ได้ (2 แถว) จำนวนเงินที่ขาดรวมอยู่ในยอดแล้วด้วยแถวที่คำนวณขึ้น [partial 1]",
      "entry · 2024-03-15 · นำเงินสดฝากธนาคาร · JV-00001/67 · 500.00 · - · 998554.50 [partial 1]",
      "missing · เอกสารเลขที่ PV-00002/67 ถึง PV-00003/67 ขาดหาย 2 ฉบับ จำนวนเงินที่ขาดรวมอยู่ในยอดแล้วด้วยแถวที่คำนวณขึ้น [partial 1]",
      "reconstructed · - · - · - · 24.75 · - · 998579.25",
      "entry · 2024-04-02 · จ่ายค่าจ้างเหมา · PV-00002/67 · - · 1000.00 · 997579.25 [partial 1]",
    ]);
    expect(totalTexts(page)).toEqual(["รวม reconstructed [partial 1]: debit 1759.25 · credit 4180.00"]);
    expect(page.document.proof[0]).toEqual({
      text: "ยอดคงเหลือสิ้นงวดตรงกับงบทดลอง เม.ย. 2567 เมื่อรวมแถวที่คำนวณขึ้น",
      holds: true,
    });
    expect(page.document.notes).toHaveLength(1);
    expect(page.document.rowCount).toBe(8);
    const second = await readReport(
      database,
      "ledger",
      { ...bank, from: "2024-02-01", to: "2024-04-30" },
      { lao: "05350401", actor: auditor, window: { offset: 3, limit: 2 } },
    );
    expect(layOut(second)).toEqual(layOut(page).slice(3, 5));
  });

  it("does not take an opening that could not be read for zero", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500002,
      month: 202405,
      state: "partial",
      findings: [{ code: "file/missing", table_name: "balances" }],
      takeAway: [{ table: "balances", where: "true" }],
    });
    const may = () =>
      readReport(database, "ledger", { ...bank, month: "2024-05" }, { lao: "05350401", actor: auditor });
    const proved = await may();
    expect(layOut(proved)[0]).toBe("reconstructed · 2024-05-01 · ยอดยกมา · - · - · - · 997579.25");
    expect(proved.rows[0]?.text).toBe("ยอดยกมา 997,579.25 บาท = ยอดคงเหลือในงบทดลอง เม.ย. 2567");
    const lose = async (table: "balances" | "journal") => {
      for (const month of [202404, 202406])
        await damagePartition(made.ownerUrl, {
          laoId: 3500002,
          month,
          state: "partial",
          findings: [{ code: "file/missing", table_name: table }],
          takeAway: [{ table, where: "true" }],
        });
    };
    // Without its neighbours the opening is carried through their journals; without these nothing is proved.
    await lose("balances");
    const carried = await may();
    expect(layOut(carried)[0]).toBe("reconstructed · 2024-05-01 · ยอดยกมา · - · - · - · 997579.25");
    expect(carried.rows[0]?.text).toBe(
      "ยอดยกมา 997,579.25 บาท = ยอดคงเหลือในงบทดลอง มี.ค. 2567 บวกผลรวมของสมุดรายวัน เม.ย. 2567",
    );
    await lose("journal");
    const page = await may();
    expect(layOut(page)[0]).toMatch(/^missing · ไม่ทราบยอดยกมาของบัญชีนี้ เพราะงบทดลอง พ.ค. 2567 อ่านได้ไม่ครบ/);
    expect(totalTexts(page)[0]).toMatch(/^รวม atLeast/);
  });

  it("says of a lost month that it is lost, and of the others nothing", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500001,
      month: 202403,
      state: "lost",
      findings: [{ code: "file/missing", table_name: "journal" }],
      takeAway: [
        { table: "journal", where: "true" },
        { table: "balances", where: "true" },
      ],
    });
    const page = await readReport(database, "ledger", { ...bank, from: "2024-02-01", to: "2024-04-30" });
    expect(layOut(page).slice(1)).toEqual([
      "entry · 2024-02-20 · รับโอนภาษีที่ดิน เลขที่ ๑๒/๒๕๖๗ · RV-00002/67 · 1234.50 · - · 1001234.50",
      "missing · มี.ค. 2567 อ่านไม่ได้ทั้งเดือน ไม่ทราบยอด จึงไม่รวมอยู่ในยอดที่อ่านได้ เว้นแต่ส่วนที่แสดงเป็นแถวคำนวณขึ้น [lost 1]",
      "reconstructed · - · - · - · - · 2655.25 · 998579.25",
      "entry · 2024-04-02 · จ่ายค่าจ้างเหมา · PV-00002/67 · - · 1000.00 · 997579.25 [lost 1]",
    ]);
    expect(page.rows[3]?.text).toBe(
      "ผลต่างสุทธิของรายการที่ขาดใน มี.ค. 2567: ยอดยกมาเดือนถัดไป 998,579.25 − ยอดคงเหลือเดือนก่อน 1,001,234.50 = (2,655.25) ไม่ทราบยอดแต่ละด้าน วันที่ และเลขที่",
    );
    expect(totalTexts(page)[0]).toMatch(/^รวม atLeast/);
    const february = await readReport(database, "ledger", { ...bank, month: "2024-02" });
    expect(february.document.notes).toEqual([]);
    expect(totalTexts(february)[0]).toMatch(/^รวม known:/);
  });

  it("leaves the ledger alone where the finding names another account", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: LONG,
      month: 202403,
      state: "inconsistent",
      findings: [{ code: "tie/balance", table_name: "balances", account: CASH }],
    });
    const page = await readReport(
      database,
      "ledger",
      { ...bank, month: "2024-03" },
      { lao: "06360101", actor: { ...auditor, grant: { kind: "nation" }, role: "department" } },
    );
    expect(layOut(page).filter((row) => row.includes("["))).toEqual([]);
    expect(totalTexts(page)[0]).toMatch(/^รวม known \[inconsistent 1\]/);
  });
});

const auditor = {
  userId: 2,
  email: "b@example.go.th",
  name: "สมชาย",
  role: "auditor",
  grant: { kind: "province", provinceCode: "35" },
} as const;
