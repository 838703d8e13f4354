/** Receipts, remittances and the revenue register, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import type { Amount } from "@/lib/money/amount";
import { ACTORS, layOut, readReport, totalTexts } from "../../../support/read-report";
import { damagePartition, REVENUE, seedBooks } from "../../../support/seed-books";
import { LAND_TAX, seedDocuments, UNIT } from "../../../support/seed-documents";
import { createTestDatabase, type TestDatabase, whileChanged } from "../../../support/test-database";

let made: TestDatabase;
let database: Database;
const AUDITOR = ACTORS.auditor;
const DEPARTMENT = ACTORS.department;
const OTHER = { lao: "05350401" };

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  await seedDocuments(made.ownerUrl);
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

const changed = (change: string, back: string, test: () => Promise<void>) =>
  whileChanged(made.ownerUrl, change, back, test);

const WHOLE = { from: "2024-01-06", to: "2024-07-06" };

describe("รายงานรายละเอียดใบเสร็จรับเงิน", () => {
  it("lists every receipt, and counts nothing for a cancelled one", async () => {
    const page = await readReport(database, "receipt-details", { month: "2024-03" });
    expect(layOut(page)).toEqual([
      `entry · 2024-03-05 · R-000004/67 · ผู้ชำระรายที่ 4 · ภาษีที่ดินและสิ่งปลูกสร้าง · ${LAND_TAX} · เงินสด · N-00003/67 · 75.25 · ศูนย์พัฒนาเด็กเล็กสมมุติ`,
      `entry · 2024-03-05 · R-000005/67 · ผู้ชำระรายที่ 5 · ภาษีที่ดินและสิ่งปลูกสร้าง · ${LAND_TAX} · เงินโอน · N-00003/67 · 24.75 · -`,
      `entry · 2024-03-15 · R-000006/67 · ผู้ชำระรายที่ 6 · ภาษีที่ดินและสิ่งปลูกสร้าง · ${LAND_TAX} · เงินสด · - · - · ยกเลิก (99.00 บาท ไม่นับรวม)`,
      `entry · 2024-03-15 · R-000007/67 · ผู้ชำระรายที่ 7 · ภาษีที่ดินและสิ่งปลูกสร้าง · ${LAND_TAX} · เงินสด · N-00004/67 · 10.00 · -`,
    ]);
    expect(totalTexts(page)).toEqual(["รวม known: amount 110.00"]);
    expect(page.document.fields).toEqual([{ label: "จำนวนใบเสร็จรับเงิน", value: "4 ฉบับ ในจำนวนนี้ยกเลิก 1 ฉบับ" }]);
    expect(page.document.proof).toEqual([
      { text: "ใบเสร็จรับเงินที่ไม่ยกเลิก 110.00 บาท เท่ากับรับจริงในทะเบียนเงินรายรับ", holds: true },
    ]);
    expect(page.rows[0]?.link).toEqual({ reportId: "remittance", params: { remittance: "N-00003/67" } });
    expect(page.rows[2]?.link).toBeUndefined();
  });

  it("holds the register against whole months of the archive only", async () => {
    const proofs = async (params: Record<string, string>) =>
      (await readReport(database, "receipt-details", params)).document.proof.length;
    expect(await proofs(WHOLE)).toBe(1);
    expect(await proofs({ month: "2024-01" })).toBe(1);
    expect(await proofs({ from: "2024-03-02", to: "2024-03-31" })).toBe(0);
    expect(await proofs({ from: "2024-02-01", to: "2024-03-30" })).toBe(0);
    expect(await proofs({ month: "2024-03", unit: UNIT })).toBe(0);
  });

  it("tells both figures and the difference, and the kind of revenue, where they do not tie", async () => {
    await changed(
      "update portal.revenue_register set received = 11500 where lao_id = 3500001 and month = 202403",
      "update portal.revenue_register set received = 11000 where lao_id = 3500001 and month = 202403",
      async () => {
        const { document } = await readReport(database, "receipt-details", { month: "2024-03" });
        expect(document.proof).toEqual([
          {
            text: "ใบเสร็จรับเงินที่ไม่ยกเลิก 110.00 บาท ไม่เท่ากับรับจริงในทะเบียนเงินรายรับ 115.00 บาท ต่างกัน 5.00 บาท",
            holds: false,
          },
          {
            text: `${LAND_TAX} ภาษีที่ดินและสิ่งปลูกสร้าง: ใบเสร็จรับเงิน 110.00 บาท ไม่เท่ากับรับจริงในทะเบียนเงินรายรับ 115.00 บาท ต่างกัน 5.00 บาท`,
            holds: false,
          },
        ]);
      },
    );
  });

  it("shows a unit's receipts alone, and those that are no unit's", async () => {
    const numbers = async (unit: string) =>
      (await readReport(database, "receipt-details", { month: "2024-03", unit })).rows.map(
        (row) => row.cells.receipt_no,
      );
    expect(await numbers(UNIT)).toEqual(["R-000004/67"]);
    expect(await numbers("own")).toEqual(["R-000005/67", "R-000006/67", "R-000007/67"]);
    expect(await numbers("all")).toHaveLength(4);
  });

  it("finds by number, payer, remittance, amount and kind, and adds up what was found beside the whole", async () => {
    const found = async (q: string) => (await readReport(database, "receipt-details", { ...WHOLE, q })).rows.length;
    expect([await found("R-000004"), await found("รายที่ ๔"), await found("N-00003/67")]).toEqual([1, 1, 2]);
    expect([await found("1,234.50"), await found(LAND_TAX), await found("4110")]).toEqual([1, 7, 0]);
    const page = await readReport(database, "receipt-details", { ...WHOLE, q: "N-00001/67" });
    expect(totalTexts(page)).toEqual(["รวมรายการที่พบ known: amount 500.00", "รวมทั้งรายงาน known: amount 1844.50"]);
  });

  it("gives any window of rows as the whole report has them", async () => {
    const whole = layOut(await readReport(database, "receipt-details", WHOLE));
    expect(whole).toHaveLength(7);
    for (let offset = 0; offset < whole.length; offset++) {
      const page = await readReport(database, "receipt-details", WHOLE, { window: { offset, limit: 2 } });
      expect(layOut(page)).toEqual(whole.slice(offset, offset + 2));
    }
  });
});

describe("ใบนำส่งเงิน", () => {
  it("has the columns of the form, its receipts, and the sum in words", async () => {
    const page = await readReport(database, "remittance", { remittance: "N-00003/67" });
    expect(page.document.columns.map((column) => column.label)).toEqual([
      "ลำดับ",
      "เล่มที่-เลขที่ใบเสร็จ",
      "ประเภทเงิน",
      "รหัสงาน",
      "รหัสบัญชี",
      "จำนวนเงิน (บาท)",
      "หมายเหตุ",
    ]);
    expect(layOut(page)).toEqual([
      `entry · 1 · R-000004/67 · ภาษีที่ดินและสิ่งปลูกสร้าง · - · ${REVENUE} · 75.25 · เงินสด`,
      `entry · 2 · R-000005/67 · ภาษีที่ดินและสิ่งปลูกสร้าง · - · ${REVENUE} · 24.75 · เงินโอน`,
    ]);
    expect(totalTexts(page)).toEqual(["รวมจำนวนเงินที่นำส่ง known: amount 100.00"]);
    expect(page.document).toMatchObject({
      period: "วันที่ 5 มีนาคม 2567",
      amountInWords: 10000n,
      signatures: ["ผู้นำส่งเงิน", "ผู้รับเงิน"],
      proof: [{ text: "ใบเสร็จรับเงิน 2 ฉบับ 100.00 บาท เท่ากับเดบิตเงินสดและเงินฝากธนาคารของ RV-00003/67", holds: true }],
    });
    expect(page.document.absences.join(" ")).toContain("กองและฝ่าย");
    expect(page.rows[0]?.link).toEqual({ reportId: "journal-document", params: { entry: "RV-00003/67" } });
  });

  it("tells what was booked where no receipt can be read, and takes it for no sum", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500002,
      module: "revenue",
      month: 202403,
      state: "partial",
      findings: [
        { code: "tie/number-gap", table_name: "receipts", doc_from: "R-000007/67", doc_to: "R-000007/67", count: 1 },
      ],
      takeAway: [{ table: "receipts", where: "receipt_no = 'R-000007/67'" }],
    });
    const page = await readReport(database, "remittance", { remittance: "N-00004/67" }, { ...OTHER, actor: AUDITOR });
    expect(page.rows.map((row) => [row.kind, row.cells.amount ?? null])).toEqual([
      ["reconstructed", 1000n],
      ["missing", null],
    ]);
    expect(page.document.totals).toEqual([]);
    expect(page.document.proof.map((line) => line.holds)).toEqual([false]);
  });

  it("that ties lacks nothing, whatever else is missing in its month", async () => {
    const page = await readReport(database, "remittance", { remittance: "N-00003/67" }, { ...OTHER, actor: AUDITOR });
    expect([page.rows.map((row) => row.kind), totalTexts(page)]).toEqual([
      ["entry", "entry"],
      ["รวมจำนวนเงินที่นำส่ง known [partial 1]: amount 100.00"],
    ]);
  });

  it("that ties with an entry which lost a line itself is not taken for whole", async () => {
    const cut = "lao_id = 3500002 and month = 202403 and";
    await changed(
      `update portal.receipts set remittance_no = null where ${cut} receipt_no = 'R-000005/67'; update portal.journal set debit = 0 where ${cut} entry_no = 'RV-00003/67' and debit = 2475`,
      `update portal.receipts set remittance_no = 'N-00003/67' where ${cut} receipt_no = 'R-000005/67'; update portal.journal set debit = 2475 where ${cut} entry_no = 'RV-00003/67' and line_no = 2`,
      async () => {
        const page = await readReport(
          database,
          "remittance",
          { remittance: "N-00003/67" },
          { ...OTHER, actor: AUDITOR },
        );
        expect([page.document.proof[0]?.holds, totalTexts(page)]).toEqual([
          true,
          ["รวมจำนวนเงินที่นำส่ง atLeast [partial 1]: amount 75.25"],
        ]);
      },
    );
  });

  it("says of a number that is nowhere whether it may exist", async () => {
    await expect(readReport(database, "remittance", { remittance: "N-00099/67" })).rejects.toThrow(
      "ไม่พบเอกสารเลขที่ N-00099/67 ในข้อมูลที่อ่านได้ — โปรดตรวจเลขที่อีกครั้ง",
    );
    await expect(
      readReport(database, "remittance", { remittance: "N-00099/67" }, { ...OTHER, actor: AUDITOR }),
    ).rejects.toThrow("เอกสารนี้จึงอาจมีอยู่จริง");
    await expect(readReport(database, "remittance", {})).rejects.toThrow("โปรดระบุเลขที่ใบนำส่งเงิน");
  });
});

describe("ใบสำคัญสรุปใบนำส่งเงิน", () => {
  it("sums what was remitted by kind and account, and ties with the receipts book", async () => {
    const page = await readReport(database, "remittance-summary", { month: "2024-03" });
    expect(layOut(page)).toEqual([`entry · 1 · ${LAND_TAX} ภาษีที่ดินและสิ่งปลูกสร้าง · - · ${REVENUE} · 110.00 · 3 ฉบับ`]);
    expect(totalTexts(page)).toEqual(["รวมจำนวนเงินตามใบนำส่ง 2 ฉบับ known: amount 110.00"]);
    expect(page.document.fields).toEqual([{ label: "ใบนำส่งเงิน", value: "2 ฉบับ (N-00003/67 – N-00004/67)" }]);
    expect(page.document.proof).toEqual([
      { text: "ใบเสร็จรับเงินที่นำส่ง 110.00 บาท เท่ากับเดบิตเงินสดและเงินฝากธนาคารในสมุดเงินสดรับ", holds: true },
    ]);
  });

  it("takes a remittance on the day that the receipts book took it", async () => {
    await changed(
      "update portal.receipts set receipt_date = '2024-02-29', month = 202402 where lao_id = 3500001 and receipt_no = 'R-000004/67'",
      "update portal.receipts set receipt_date = '2024-03-05', month = 202403 where lao_id = 3500001 and receipt_no = 'R-000004/67'",
      async () => {
        const march = await readReport(database, "remittance-summary", { month: "2024-03" });
        expect([totalTexts(march), march.document.proof[0]?.holds]).toEqual([
          ["รวมจำนวนเงินตามใบนำส่ง 2 ฉบับ known: amount 110.00"],
          true,
        ]);
        const february = await readReport(database, "remittance-summary", { month: "2024-02" });
        expect(totalTexts(february)).toEqual(["รวมจำนวนเงินตามใบนำส่ง 2 ฉบับ known: amount 1734.50"]);
      },
    );
  });

  it("takes one whose entry cannot be read on the day of its last receipt, and says that it does not tie", async () => {
    await changed(
      "update portal.journal set lao_id = 3500003 where lao_id = 3500001 and entry_no = 'RV-00004/67'",
      "update portal.journal set lao_id = 3500001 where lao_id = 3500003 and entry_no = 'RV-00004/67'",
      async () => {
        const page = await readReport(database, "remittance-summary", { month: "2024-03" });
        expect(totalTexts(page)).toEqual(["รวมจำนวนเงินตามใบนำส่ง 2 ฉบับ known: amount 110.00"]);
        expect(page.document.proof).toEqual([
          {
            text: "ใบเสร็จรับเงินที่นำส่ง 110.00 บาท ไม่เท่ากับเดบิตเงินสดและเงินฝากธนาคารในสมุดเงินสดรับ 100.00 บาท ต่างกัน 10.00 บาท",
            holds: false,
          },
        ]);
      },
    );
  });
});

describe("ทะเบียนเงินรายรับ", () => {
  it("runs on from what came in before the period, remittance by remittance, to what is over or under", async () => {
    const page = await readReport(database, "revenue-register", { month: "2024-03" });
    const name = "ภาษีที่ดินและสิ่งปลูกสร้าง";
    expect(layOut(page)).toEqual([
      `opening · ${name} — ยอดยกมา · ${LAND_TAX} · 20000.00 · - · - · - · 6734.50 · -`,
      `entry · ${name} · ${LAND_TAX} · - · 2024-03-05 · N-00003/67 · 100.00 · 6834.50 · -`,
      `entry · ${name} · ${LAND_TAX} · - · 2024-03-15 · N-00004/67 · 10.00 · 6844.50 · -`,
      `subtotal · รวม ${name} · - · 20000.00 · - · - · 110.00 · 6844.50 · -13155.50`,
      `subtotal · รวมทุกประเภท · - · 20000.00 · - · - · 110.00 · 6844.50 · -13155.50`,
    ]);
    expect(totalTexts(page)).toEqual(["รวม known: amount 110.00"]);
    expect(page.document.proof).toEqual([
      { text: "ใบเสร็จรับเงินที่ไม่ยกเลิก 110.00 บาท เท่ากับรับจริงในทะเบียนเงินรายรับ", holds: true },
      { text: "รวมแต่ต้นปี 6,844.50 บาท เท่ากับรับจริงแต่ต้นปีในทะเบียนเงินรายรับ", holds: true },
    ]);
    expect(page.rows[1]?.link).toEqual({ reportId: "remittance", params: { remittance: "N-00003/67" } });
  });

  it("begins in the middle of a month with what the month had before", async () => {
    const page = await readReport(database, "revenue-register", { from: "2024-03-10", to: "2024-03-20" });
    expect(page.rows[0]?.cells.to_date).toBe(683450n);
    expect(page.rows.filter((row) => row.kind === "entry")).toHaveLength(1);
    expect(page.document.proof).toEqual([]);
  });

  it("says that it does not know what came in before, where the register of the first month was not read whole", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3600001,
      module: "revenue",
      month: 202403,
      state: "partial",
      findings: [{ code: "row/value", table_name: "revenue_register", row_from: 1, column_name: "received" }],
      takeAway: [{ table: "revenue_register", where: "row_no = 1" }],
    });
    const page = await readReport(
      database,
      "revenue-register",
      { month: "2024-03" },
      { lao: "06360101", actor: DEPARTMENT },
    );
    const sums = page.rows.at(-1)?.cells;
    expect([sums?.estimate, sums?.amount, sums?.to_date, sums?.over]).toEqual([null, 11000n, null, null]);
    expect(page.document.absences.join(" ")).toContain(`ไม่ทราบยอดรับแต่ต้นปีก่อนงวดของรหัสรายรับ ${LAND_TAX}`);
    expect(page.rows.filter((row) => row.kind === "missing")).toHaveLength(0);
    expect(page.document.proof.map((line) => line.holds)).toEqual([false]);
  });

  it("adds up to the receipts of any stretch of days", async () => {
    for (const params of [WHOLE, { from: "2024-02-06", to: "2024-03-10" }, { month: "2024-05" }] as const) {
      const [register, details] = [
        await readReport(database, "revenue-register", params),
        await readReport(database, "receipt-details", params),
      ];
      const entries = register.rows.filter((row) => row.kind === "entry");
      const sum = entries.reduce((all, row) => all + (row.cells.amount as Amount), 0n);
      expect([sum, register.document.totals[0]?.cells.amount]).toEqual([
        details.document.totals[0]?.cells.amount,
        details.document.totals[0]?.cells.amount,
      ]);
    }
  });
});

describe("damage", () => {
  it("stands where the receipts are missing, and the register completes the total", async () => {
    const page = await readReport(database, "receipt-details", { month: "2024-03" }, { ...OTHER, actor: AUDITOR });
    expect(page.rows.map((row) => row.kind)).toEqual(["entry", "entry", "entry", "missing", "reconstructed"]);
    expect(page.rows[4]?.cells).toMatchObject({ revenue_code: "411009", amount: 1000n });
    expect(page.rows[4]?.text).toBe(
      "ยอดที่พิสูจน์ได้จากทะเบียนเงินรายรับ มี.ค. 2567: รับจริง 110.00 − ใบเสร็จที่อ่านได้ 100.00 = 10.00 ไม่ทราบจำนวนใบเสร็จ วันที่ และเลขที่",
    );
    expect(totalTexts(page)).toEqual(["รวม reconstructed [partial 1]: amount 110.00"]);
    const register = await readReport(database, "revenue-register", { month: "2024-03" }, { ...OTHER, actor: AUDITOR });
    expect(register.rows[0]?.kind).toBe("missing");
    expect(register.rows.filter((row) => row.marks?.to_date).length).toBeGreaterThan(0);
  });
});
