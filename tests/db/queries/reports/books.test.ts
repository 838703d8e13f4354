/** The three books of first entry and the single document, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { AppError } from "@/lib/errors/app-error";
import type { Amount } from "@/lib/money/amount";
import { ACTORS, layOut, readReport, totalTexts } from "../../../support/read-report";
import {
  BANK,
  baht,
  CASH,
  damagePartition,
  number,
  REVENUE,
  SNAPSHOT_NO,
  seedBooks,
} from "../../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../../support/test-database";

let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  const owner = openOwner(made.ownerUrl);
  const place = { lao_id: 3500001, month: 202403, snapshot_no: SNAPSHOT_NO };
  const receipt = {
    ...place,
    account_code: number(REVENUE),
    receipt_date: "2024-03-05",
    payer: "ผู้ชำระ",
    revenue_code: "411002",
    channel: "cash",
    remittance_no: "N-00003/67",
    entry_no: "RV-00003/67",
  };
  await owner`insert into portal.receipts ${owner([
    { ...receipt, row_no: 1, receipt_no: "R-000007/67", amount: baht("60.00"), cancelled: false },
    { ...receipt, row_no: 2, receipt_no: "R-000008/67", amount: baht("99.00"), cancelled: true },
    { ...receipt, row_no: 3, receipt_no: "R-000009/67", amount: baht("40.00"), cancelled: false },
  ])}`;
  await owner`insert into portal.cheques ${owner({ ...place, amount: baht("3180.00"), row_no: 1, cheque_date: "2024-03-04", cheque_report_no: "C-1", cheque_no: "10000012", bank_account_no: "1", treasury_no: "00001/67", payee: "ร้านน้ำค้าง" })}`;
  await owner`insert into portal.requisitions ${owner({
    ...place,
    goods_value: baht("3000.00"),
    vat: baht("210.00"),
    gross: baht("3210.00"),
    withholding_tax: baht("30.00"),
    other_deductions: 0n,
    net: baht("3180.00"),
    row_no: 1,
    requisition_date: "2024-03-01",
    paid_date: "2024-03-04",
    cancelled: false,
    treasury_no: "00001/67",
    requisition_no: "67-03-00111-5340500-00010",
    plan_code: "00110",
    work_code: "00111",
    expense_code: "5340500",
    budget_code: "1",
    payee: "ร้านน้ำค้าง",
    description: "ค่าจ้าง",
  })}`;
  await owner.end();
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

describe("the books", () => {
  it("show receipts by cash, deposits and the rest, document by document", async () => {
    const page = await readReport(database, "cash-receipts-book", { month: "2024-03" });
    expect(layOut(page)).toEqual([
      `entry · 2024-03-05 · RV-00003/67 · รับภาษีที่ดิน · เงินสดในมือ · ${CASH} · 75.25 · - · - · -`,
      `entry · 2024-03-05 · RV-00003/67 · รับภาษีที่ดิน · เงินฝากออมทรัพย์ที่สถาบันการเงิน · ${BANK} · - · 24.75 · - · -`,
      `entry · 2024-03-05 · RV-00003/67 · รับภาษีที่ดิน · รายได้ภาษีที่ดินและสิ่งปลูกสร้าง · ${REVENUE} · - · - · - · 100.00`,
      `entry · 2024-03-15 · RV-00004/67 · รับภาษีที่ดิน · เงินสดในมือ · ${CASH} · 10.00 · - · - · -`,
      `entry · 2024-03-15 · RV-00004/67 · รับภาษีที่ดิน · รายได้ภาษีที่ดินและสิ่งปลูกสร้าง · ${REVENUE} · - · - · - · 10.00`,
    ]);
    expect(page.rows.map((row) => row.continues ?? false)).toEqual([false, true, true, false, true]);
    expect(totalTexts(page)).toEqual([
      "รวม known: debit_cash 85.25 · debit_bank 24.75 · debit_other 0.00 · credit 110.00",
    ]);
    expect(page.document.proof).toEqual([{ text: "รวม: เดบิตเท่ากับเครดิต", holds: true }]);
  });

  it("show payments with requisition and cheque", async () => {
    const page = await readReport(database, "cash-payments-book", { month: "2024-03" });
    expect(layOut(page)[1]).toBe(
      `entry · 2024-03-04 · PV-00001/67 · 00001/67 · 10000012 · จ่ายค่าจ้างเหมา น้ำค้างคำ · เงินฝากออมทรัพย์ที่สถาบันการเงิน · ${BANK} · - · 3180.00 · -`,
    );
    expect(totalTexts(page)).toEqual(["รวม known: debit 3210.00 · credit_bank 3180.00 · credit_other 30.00"]);
  });

  it("add up to their totals over any stretch of days", async () => {
    for (const id of ["cash-receipts-book", "cash-payments-book", "general-journal"]) {
      const page = await readReport(database, id, { from: "2024-02-06", to: "2024-04-02" });
      const total = page.document.totals[0]?.cells ?? {};
      for (const [column, amount] of Object.entries(total)) {
        const sum = page.rows.reduce((all, row) => all + ((row.cells[column] as Amount | null) ?? 0n), 0n);
        expect(`${id} ${column} ${sum}`).toBe(`${id} ${column} ${amount}`);
      }
      expect(page.rows.length).toBeGreaterThan(0);
    }
  });

  it("give any window of rows as the whole report has them", async () => {
    const params = { from: "2024-01-06", to: "2024-07-06" };
    const whole = layOut(await readReport(database, "cash-receipts-book", params));
    for (let offset = 0; offset < whole.length; offset++) {
      const page = await readReport(database, "cash-receipts-book", params, { window: { offset, limit: 1 } });
      expect(layOut(page)).toEqual(whole.slice(offset, offset + 1));
    }
  });

  it("show one unit's lines, the LAO's own, or all, and together they are the whole", async () => {
    const owner = openOwner(made.ownerUrl);
    const period = { from: "2024-01-06", to: "2024-07-06" };
    const read = async (unit?: string) =>
      readReport(database, "cash-receipts-book", unit === undefined ? period : { ...period, unit });
    const creditOf = ({ document }: Awaited<ReturnType<typeof read>>) => document.totals[0]?.cells.credit ?? -1n;
    try {
      await owner`update portal.journal set unit_code = 'S001' where lao_id = 3500001 and entry_no = 'RV-00003/67'`;
      const [whole, all, own, school] = [await read(), await read("all"), await read("own"), await read("S001")];
      expect(layOut(all)).toEqual(layOut(whole));
      expect(new Set(school.rows.map((row) => row.cells.entry_no))).toEqual(new Set(["RV-00003/67"]));
      expect(own.rows.map((row) => row.cells.entry_no)).not.toContain("RV-00003/67");
      expect(own.rows.length + school.rows.length).toBe(whole.rows.length);
      expect(creditOf(school)).toBe(10_000n);
      expect(creditOf(own) + creditOf(school)).toBe(creditOf(whole));
      expect(school.document.parameters.find(({ id }) => id === "unit")?.value).toBe("S001");
      expect((await read("S999")).document.rowCount).toBe(0);
    } finally {
      await owner`update portal.journal set unit_code = null where lao_id = 3500001`;
      await owner.end();
    }
  });

  it("lead on to one unit's ledger and trial balance, which move by its lines alone and show no balance", async () => {
    const owner = openOwner(made.ownerUrl);
    const month = { month: "2024-03" };
    const totalOf = ({ document }: Awaited<ReturnType<typeof readReport>>, id: string) =>
      document.totals.at(-1)?.cells[id];
    try {
      await owner`update portal.journal set unit_code = 'S001' where lao_id = 3500001 and entry_no = 'RV-00003/67'`;
      const [lines] = await owner<{ debit: string; month: number }[]>`
        select sum(debit)::text as debit, min(month) as month from portal.journal where lao_id = 3500001 and unit_code = 'S001'`;
      const of = { month: `${String(lines?.month).slice(0, 4)}-${String(lines?.month).slice(4)}` };
      const school = await readReport(database, "trial-balance", { ...of, unit: "S001" });
      expect(totalOf(school, "debit")).toBe(BigInt(lines?.debit ?? -1));
      expect(totalOf(school, "credit")).toBe(BigInt(lines?.debit ?? -1));
      for (const { cells, link } of school.rows) {
        expect(cells.opening_debit ?? cells.closing_debit ?? null).toBeNull();
        expect(link?.params).toMatchObject({ unit: "S001" });
        const ledger = await readReport(database, "ledger", { ...link?.params });
        expect([totalOf(ledger, "debit"), totalOf(ledger, "credit")]).toEqual([cells.debit, cells.credit]);
        expect(ledger.rows.every((row) => row.kind === "entry" && row.cells.balance === null)).toBe(true);
      }
      expect(school.rows.length).toBeGreaterThan(1);
      expect(JSON.stringify(school.document.fields)).toContain("ไม่แยกยอดยกมาและยอดคงเหลือตามหน่วยงาน");
      const found = await readReport(database, "trial-balance", { ...of, unit: "S001", q: "เงินสด" });
      expect(found.document.totals).toHaveLength(2);
      // The LAO's own part and the unit's come to what the month closed with.
      const [whole, own] = [
        await readReport(database, "trial-balance", of),
        await readReport(database, "trial-balance", { ...of, unit: "own", groups: "1" }),
      ];
      expect((totalOf(own, "debit") ?? 0n) + (totalOf(school, "debit") ?? 0n)).toBe(totalOf(whole, "debit"));
      expect(own.rows.some(({ kind }) => kind === "group")).toBe(true);
      expect((await readReport(database, "trial-balance", { ...month, unit: "S999" })).document.rowCount).toBe(0);
    } finally {
      await owner`update portal.journal set unit_code = null where lao_id = 3500001`;
      await owner.end();
    }
  });

  it("find a term and add up what was found beside the whole", async () => {
    const page = await readReport(database, "cash-receipts-book", {
      from: "2024-01-06",
      to: "2024-07-06",
      q: "12/2567",
    });
    expect(layOut(page).map((row) => row.split(" · ")[2])).toEqual(["RV-00002/67", "RV-00002/67"]);
    expect(totalTexts(page)).toEqual([
      "รวมรายการที่พบ known: debit_cash 0.00 · debit_bank 1234.50 · debit_other 0.00 · credit 1234.50",
      "รวมทั้งรายงาน known: debit_cash 585.25 · debit_bank 1259.25 · debit_other 0.00 · credit 1844.50",
    ]);
    const account = await readReport(database, "cash-receipts-book", { month: "2024-03", q: "4401010104.001" });
    expect(layOut(account).map((row) => row.split(" · ")[2])).toEqual(["RV-00003/67", "RV-00004/67"]);
    const percent = await readReport(database, "cash-receipts-book", { from: "2024-01-06", to: "2024-07-06", q: "%" });
    expect(percent.rows).toEqual([]);
  });

  it("show a gap of numbers in their own book only, and mark the document whose sides differ", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500002,
      month: 202403,
      state: "partial",
      findings: [
        { code: "tie/number-gap", table_name: "journal", doc_from: "RV-00003/67", doc_to: "RV-00003/67", count: 1 },
        {
          code: "tie/entry-unbalanced",
          table_name: "journal",
          doc_from: "JV-00001/67",
          doc_to: "JV-00001/67",
          expected: "500.00",
          found: "0.00",
        },
      ],
      takeAway: [{ table: "journal", where: "entry_no = 'RV-00003/67' or (entry_no = 'JV-00001/67' and line_no = 2)" }],
    });
    const second = { lao: "05350401", actor: ACTORS.auditor };
    const receipts = await readReport(database, "cash-receipts-book", { month: "2024-03" }, second);
    expect(layOut(receipts)).toEqual([
      "missing · เอกสารเลขที่ RV-00003/67 ขาดหาย 1 ฉบับ ไม่ทราบยอด จึงไม่รวมอยู่ในยอดที่อ่านได้ [partial 1]",
      `entry · 2024-03-15 · RV-00004/67 · รับภาษีที่ดิน · เงินสดในมือ · ${CASH} · 10.00 · - · - · -`,
      `entry · 2024-03-15 · RV-00004/67 · รับภาษีที่ดิน · รายได้ภาษีที่ดินและสิ่งปลูกสร้าง · ${REVENUE} · - · - · - · 10.00`,
    ]);
    expect(totalTexts(receipts)[0]).toMatch(/^รวม atLeast \[partial 1\]/);
    const journal = await readReport(database, "general-journal", { month: "2024-03" }, second);
    expect(layOut(journal)).toEqual([
      `entry · 2024-03-15 · JV-00001/67 · นำเงินสดฝากธนาคาร · เงินฝากออมทรัพย์ที่สถาบันการเงิน · ${BANK} · 500.00 [partial 1] · -`,
    ]);
    expect(journal.document.proof[0]).toEqual({ text: "รวม: เดบิตมากกว่าเครดิต 500.00 บาท", holds: false });
    const payments = await readReport(database, "cash-payments-book", { month: "2024-03" }, second);
    expect(layOut(payments).join("")).not.toContain("[");
    expect(totalTexts(payments)[0]).toMatch(/^รวม known \[partial 1\]/);
  });
});

describe("the single document", () => {
  it("shows its lines, its sum and the receipts behind it", async () => {
    const page = await readReport(database, "journal-document", { entry: "RV-๐๐๐๐๓/๖๗" });
    expect(layOut(page)).toEqual([
      `entry · 1 · เงินสดในมือ · ${CASH} · รับภาษีที่ดิน · 75.25 · -`,
      `entry · 2 · เงินฝากออมทรัพย์ที่สถาบันการเงิน · ${BANK} · รับภาษีที่ดิน · 24.75 · -`,
      `entry · 3 · รายได้ภาษีที่ดินและสิ่งปลูกสร้าง · ${REVENUE} · รับภาษีที่ดิน · - · 100.00`,
    ]);
    expect(page.document.period).toBe("วันที่ 5 มีนาคม 2567");
    expect(page.document.fields).toContainEqual({
      label: "ใบเสร็จรับเงินในใบนำส่ง",
      value: "2 ฉบับ รวม 100.00 บาท (R-000007/67 – R-000009/67)",
    });
    expect(page.rows[0]?.link).toEqual({ reportId: "ledger", params: { account: CASH, month: "2024-03" } });
  });

  it("names the requisition and the cheque of a payment", async () => {
    const page = await readReport(database, "journal-document", { entry: "PV-00001/67" });
    expect(page.document.fields.map((field) => field.value)).toEqual([
      "PV-00001/67",
      "สมุดเงินสดจ่าย",
      "จ่ายค่าจ้างเหมา น้ำค้างคำ",
      "00001/67",
      "67-03-00111-5340500-00010",
      "ร้านน้ำค้าง",
      "ขอเบิก 3,210.00 บาท จ่ายสุทธิ 3,180.00 บาท วันที่ 4 มี.ค. 2567",
      "10000012 ลงวันที่ 4 มี.ค. 2567 จำนวน 3,180.00 บาท",
    ]);
  });

  it("says of a number that is not there whether it may exist in truth", async () => {
    const why = async (entry: string, who = {}) => {
      const error = await readReport(database, "journal-document", { entry }, who).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toBe("not-found");
      return (error as AppError).message;
    };
    const second = { lao: "05350401", actor: ACTORS.auditor };
    expect(await why("RV-99999/67")).toMatch(/โปรดตรวจเลขที่อีกครั้ง$/);
    expect(await why("RV-00003/67", second)).toMatch(/น่าจะมีอยู่จริง/);
    expect(await why("RV-00077/67", second)).toMatch(/ข้อมูลบัญชี มี.ค. 2567 อ่านได้ไม่ครบ เอกสารนี้จึงอาจมีอยู่จริง$/);
  });

  it("marks a document that damage touches, and not its neighbour", async () => {
    const second = { lao: "05350401", actor: ACTORS.auditor };
    const touched = await readReport(database, "journal-document", { entry: "JV-00001/67" }, second);
    expect(layOut(touched)[0]).toContain("500.00 [partial 1]");
    const sound = await readReport(database, "journal-document", { entry: "PV-00001/67" }, second);
    expect(layOut(sound).join("")).not.toContain("[");
    expect(totalTexts(sound)).toEqual(["รวม known [partial 1]: debit 3210.00 · credit 3210.00"]);
  });
});
