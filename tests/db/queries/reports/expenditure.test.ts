/** Requisitions, cheques, loans and withheld tax, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { ACTORS, layOut, readReport, totalTexts } from "../../../support/read-report";
import { damagePartition, number, SNAPSHOT_NO, seedBooks, TAX } from "../../../support/seed-books";
import { LOAN_ACCOUNT, seedDocuments, UNIT, VOTE } from "../../../support/seed-documents";
import { createTestDatabase, type TestDatabase, whileChanged } from "../../../support/test-database";

let made: TestDatabase;
let database: Database;

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
const AUDITED = { lao: "05350401", actor: ACTORS.auditor };
const proofOf = async (id: string, params: Record<string, string>) =>
  (await readReport(database, id, params)).document.proof;

describe("ทะเบียนเลขที่ผู้เบิก/เลขที่คลังรับ", () => {
  it("lists every requisition with both numbers, and counts nothing for a cancelled one", async () => {
    const page = await readReport(database, "requisition-register", { month: "2024-04" });
    expect(layOut(page)).toEqual([
      "entry · 2024-04-02 · 00002/67 · 67-03-00111-5340500-00002 · 2024-03-01 · ร้านน้ำค้าง 2 · ค่าจ้างเหมาบริการ · 1000.00 · 0.00 · 0.00 · 1000.00 · -",
      "entry · 2024-04-02 · 00003/67 · 67-03-00111-5340500-00003 · 2024-03-01 · ร้านน้ำค้าง 3 · ค่าจ้างเหมาบริการ · - · - · - · - · ยกเลิก (500.00 บาท ไม่นับรวม)",
    ]);
    expect(totalTexts(page)).toEqual([
      "รวม known: gross 1000.00 · withholding_tax 0.00 · other_deductions 0.00 · net 1000.00",
    ]);
    expect(page.document.fields).toEqual([{ label: "จำนวนฎีกา", value: "2 ฉบับ ในจำนวนนี้ยกเลิก 1 ฉบับ" }]);
    expect(page.rows[0]?.link).toEqual({ reportId: "requisition", params: { requisition: "00002/67" } });
  });

  it("ties with its own sums, the cheques and the payments book", async () => {
    expect(await proofOf("requisition-register", { month: "2024-03" })).toEqual([
      { text: "จำนวนเงินที่ขอเบิก 3,210.00 บาท เท่ากับจ่ายสุทธิรวมภาษีหัก ณ ที่จ่ายและรายการหักอื่น", holds: true },
      { text: "จ่ายสุทธิ 3,180.00 บาท เท่ากับเช็ค/ใบถอนของฎีกาเหล่านี้", holds: true },
      { text: "จำนวนเงินที่ขอเบิก 3,210.00 บาท เท่ากับเดบิตในสมุดเงินสดจ่าย", holds: true },
    ]);
    await changed(
      "update portal.cheques set amount = 318001 where lao_id = 3500001 and treasury_no = '00001/67'",
      "update portal.cheques set amount = 318000 where lao_id = 3500001 and treasury_no = '00001/67'",
      async () => {
        expect((await proofOf("requisition-register", { month: "2024-03" })).map((line) => line.text)[1]).toBe(
          "จ่ายสุทธิ 3,180.00 บาท ไม่เท่ากับเช็ค/ใบถอนของฎีกาเหล่านี้ 3,180.01 บาท ต่างกัน 0.01 บาท",
        );
      },
    );
  });

  it("finds by either number, payee and amount, and filters by unit", async () => {
    const count = async (params: Record<string, string>) =>
      (await readReport(database, "requisition-register", { ...WHOLE, ...params })).rows.length;
    expect([await count({}), await count({ q: "00001/67" }), await count({ q: "5340500-00003" })]).toEqual([3, 1, 1]);
    expect([await count({ q: "น้ำค้าง ๒" }), await count({ q: "3,180" }), await count({ unit: UNIT })]).toEqual([
      1, 1, 0,
    ]);
  });
});

describe("ฎีกาเบิกเงินรายจ่าย", () => {
  it("has the lines of the printed form, the vote before and after, and how it was paid", async () => {
    const page = await readReport(database, "requisition", { requisition: "00001/67" });
    expect(
      page.rows.map((row) => row.text ?? `${row.cells.item} · ${row.cells.amount} · ${row.cells.note ?? "-"}`),
    ).toEqual([
      "มูลค่าสินค้าหรือบริการ · 300000 · -",
      "บวก ภาษีมูลค่าเพิ่ม · 21000 · -",
      "จำนวนเงินที่ขอเบิก · 321000 · -",
      "หัก ภาษีหัก ณ ที่จ่าย · 3000 · -",
      "จำนวนเงินที่จ่ายสุทธิ · 318000 · ใบผ่านรายการ PV-00001/67",
      `แหล่งเงินที่ขอเบิก — รหัสงบประมาณ ${VOTE}`,
      "คงเหลือยกมา · 4000000 · -",
      "คงเหลือยกไป · 3679000 · -",
      "การจ่ายเงิน",
      "ธนาคารออมสิน บัญชีเลขที่ 0973900501 เลขที่เช็ค 10000010 ลงวันที่ 4 มี.ค. 2567 · 318000 · จ่ายให้ ร้านน้ำค้าง 1",
      "การจ่ายเงินเป็นไปตามรายงานการจัดทำเช็ค/ใบถอน เลขที่ C-00001/67 ลงวันที่ 4 มีนาคม 2567",
    ]);
    expect(page.document).toMatchObject({
      title: "ฎีกาเบิกเงินรายจ่าย",
      period: "ประจำปีงบประมาณ 2567",
      amountInWords: 318000n,
      totals: [],
      isApproximateForm: false,
    });
    expect(page.document.signatures).toHaveLength(6);
    expect(page.document.fields.map((field) => `${field.label}: ${field.value}`)).toEqual([
      "แผนงาน: 00110 แผนงานบริหารงานทั่วไป",
      "รายจ่าย: ค่าสาธารณูปโภค",
      "งาน: 00111 งานบริหารทั่วไป",
      "ประเภทรายจ่าย: 5340500 ค่าบริการสื่อสารและโทรคมนาคม",
      "เลขที่ผู้เบิก: 67-03-00111-5340500-00001",
      "เลขที่คลังรับ: 00001/67",
      "วันที่จัดทำ: 1 มีนาคม 2567",
      "วันที่จ่ายเงิน: 4 มีนาคม 2567",
      "จ่ายให้: ร้านน้ำค้าง 1",
      "รายการ: ค่าจ้างเหมาบริการ",
    ]);
    expect(page.document.proof.map((line) => line.holds)).toEqual([true, true, true, true, true]);
  });

  it("leads to its entry and to its cheque", async () => {
    const page = await readReport(database, "requisition", { requisition: "00001/67" });
    const links = page.rows.flatMap((row) => row.link ?? []);
    expect(links).toEqual([
      { reportId: "journal-document", params: { entry: "PV-00001/67" } },
      { reportId: "cheque-report", params: { month: "2024-03", q: "10000010" } },
    ]);
    const cheques = await readReport(database, "cheque-report", { ...links[1]?.params });
    expect(cheques.rows.map((row) => row.cells.treasury_no)).toEqual(["00001/67"]);
  });

  it("takes back from the month's end what was drawn and moved after it", async () => {
    const restOf = async (no: string) => {
      const page = await readReport(database, "requisition", { requisition: no });
      return page.rows.filter((row) => String(row.cells.item).startsWith("คงเหลือ")).map((row) => row.cells.amount);
    };
    expect(await restOf("00002/67")).toEqual([3679000n, 3579000n]);
    const place = `3500001, 202404, ${SNAPSHOT_NO}`;
    await changed(
      `insert into portal.budget_transfers (amount, lao_id, month, snapshot_no, row_no, transfer_date, transfer_no, from_budget_code, to_budget_code, reason)
         values (10000, ${place}, 1, '2024-04-20', '1', 'other', '${VOTE}', ''), (500, ${place}, 2, '2024-04-01', '2', 'other', '${VOTE}', '')`,
      "delete from portal.budget_transfers",
      async () => expect(await restOf("00002/67")).toEqual([3669000n, 3569000n]),
    );
  });

  it("says that the vote is uncertain where money was bound meanwhile, and unknown where the vote cannot be read", async () => {
    await changed(
      "update portal.budget_lines set encumbered = 700 where lao_id = 3500001 and month = 202403",
      "update portal.budget_lines set encumbered = 0 where lao_id = 3500001 and month = 202403",
      async () => {
        const page = await readReport(database, "requisition", { requisition: "00001/67" });
        expect(page.rows.find((row) => row.cells.item === "คงเหลือยกมา")?.cells.note).toContain("ก่อหนี้ผูกพัน");
      },
    );
    await changed(
      "update portal.budget_lines set budget_code = 'gone' where lao_id = 3500001 and month = 202403",
      `update portal.budget_lines set budget_code = '${VOTE}' where lao_id = 3500001 and month = 202403`,
      async () => {
        const page = await readReport(database, "requisition", { requisition: "00001/67" });
        expect(page.rows.find((row) => String(row.cells.item).includes("ไม่ทราบยอดคงเหลือ"))?.cells.amount).toBeNull();
      },
    );
  });

  it("shows a cancelled one as cancelled, without cheque, vote and sum", async () => {
    const page = await readReport(database, "requisition", { requisition: "00003/67" });
    expect(page.document.fields.at(-1)).toEqual({
      label: "สถานะ",
      value: "ยกเลิกแล้ว จำนวนเงินในฎีกานี้ไม่นับรวมในรายงานใด",
    });
    expect(page.rows).toHaveLength(5);
    expect([page.document.proof, page.document.amountInWords]).toEqual([[], undefined]);
  });

  it("tells by how much cheque and entry differ, and what cannot be proved", async () => {
    await changed(
      "update portal.journal set credit = 318100 where lao_id = 3500001 and entry_no = 'PV-00001/67' and credit = 318000",
      "update portal.journal set credit = 318000 where lao_id = 3500001 and entry_no = 'PV-00001/67' and credit = 318100",
      async () => {
        const proof = await proofOf("requisition", { requisition: "00001/67" });
        expect(proof.filter((line) => !line.holds).map((line) => line.text)).toEqual([
          "จำนวนเงินที่จ่ายสุทธิ 3,180.00 บาท ไม่เท่ากับเครดิตเงินฝากธนาคารของใบผ่านรายการ PV-00001/67 3,181.00 บาท ต่างกัน 1.00 บาท",
        ]);
      },
    );
    await changed(
      "update portal.cheques set treasury_no = 'gone' where lao_id = 3500001 and treasury_no = '00001/67'",
      "update portal.cheques set treasury_no = '00001/67' where lao_id = 3500001 and treasury_no = 'gone'",
      async () => {
        const proof = await proofOf("requisition", { requisition: "00001/67" });
        expect(proof.filter((line) => !line.holds).map((line) => line.text)).toEqual([
          "จำนวนเงินที่จ่ายสุทธิ: ไม่พบเช็ค/ใบถอนในข้อมูลที่อ่านได้ จึงพิสูจน์ยอดไม่ได้",
        ]);
      },
    );
  });

  it("says of a number that is nowhere whether it may exist", async () => {
    await expect(readReport(database, "requisition", { requisition: "00099/67" })).rejects.toThrow("โปรดตรวจเลขที่อีกครั้ง");
    await damagePartition(made.ownerUrl, {
      laoId: 3500002,
      module: "expenditure",
      month: 202404,
      state: "partial",
      findings: [
        { code: "tie/number-gap", table_name: "requisitions", doc_from: "00002/67", doc_to: "00002/67", count: 1 },
      ],
      takeAway: [{ table: "requisitions", where: "treasury_no = '00002/67'" }],
    });
    await expect(readReport(database, "requisition", { requisition: "00002/67" }, AUDITED)).rejects.toThrow(
      "เอกสารจึงน่าจะมีอยู่จริง",
    );
  });
});

describe("รายงานการจัดทำเช็ค/ใบถอน", () => {
  it("lists cheques with bank, requisition and the day they were collected, and what waits", async () => {
    const page = await readReport(database, "cheque-report", WHOLE);
    expect(layOut(page)).toEqual([
      "entry · C-00001/67 · 2024-03-04 · ธนาคารออมสิน · 0973900501 · 10000010 · 00001/67 · ร้านน้ำค้าง 1 · 3180.00 · 2024-03-06",
      "entry · C-00002/67 · 2024-04-02 · ธนาคารออมสิน · 0973900501 · 10000011 · 00002/67 · ร้านน้ำค้าง 2 · 1000.00 · -",
    ]);
    expect(totalTexts(page)).toEqual(["รวม known: amount 4180.00"]);
    expect(page.document.fields).toEqual([
      { label: "เช็ค/ใบถอน", value: "2 ฉบับ เป็นเงิน 4,180.00 บาท" },
      { label: "ผู้มีสิทธิยังไม่มารับ", value: "1 ฉบับ เป็นเงิน 1,000.00 บาท" },
    ]);
    expect(page.document.proof).toEqual([
      { text: "เช็ค/ใบถอนของฎีกาในรายงานนี้ 4,180.00 บาท เท่ากับจ่ายสุทธิตามฎีกา", holds: true },
    ]);
    expect(page.rows[0]?.link).toEqual({ reportId: "requisition", params: { requisition: "00001/67" } });
  });

  it("misses the cheque of a requisition that was paid in the period", async () => {
    await changed(
      "update portal.cheques set lao_id = 3500003 where lao_id = 3500001 and treasury_no = '00002/67'",
      "update portal.cheques set lao_id = 3500001 where lao_id = 3500003",
      async () =>
        expect(await proofOf("cheque-report", { month: "2024-04" })).toEqual([
          {
            text: "เช็ค/ใบถอนของฎีกาในรายงานนี้ 0.00 บาท ไม่เท่ากับจ่ายสุทธิตามฎีกา 1,000.00 บาท ต่างกัน 1,000.00 บาท",
            holds: false,
          },
        ]),
    );
  });

  it("takes both cheques of a parted payment to prove one of them", async () => {
    await changed(
      "update portal.requisitions set net = 320000 where lao_id = 3500001 and treasury_no = '00001/67'; insert into portal.cheques (amount, lao_id, month, row_no, cheque_date, snapshot_no, cheque_report_no, cheque_no, bank_account_no, treasury_no, payee) values (2000, 3500001, 202404, 9, '2024-04-01', 1, 'C-9', '9', '1', '00001/67', '')",
      "update portal.requisitions set net = 318000 where lao_id = 3500001 and treasury_no = '00001/67'; delete from portal.cheques where cheque_no = '9'",
      async () => {
        const march = await readReport(database, "cheque-report", { month: "2024-03" });
        expect([march.rows.length, march.document.proof[0]?.holds]).toEqual([1, true]);
      },
    );
  });
});

describe("ทะเบียนสัญญาการยืมเงิน", () => {
  it("stands by account at the month's end, and says what was paid back", async () => {
    const page = await readReport(database, "loan-register", { month: "2024-03" });
    expect(page.document.period).toBe("ณ วันที่ 31 มีนาคม 2567");
    expect(page.rows.map((row) => row.kind)).toEqual(["heading", "entry", "subtotal"]);
    expect(layOut(page)[1]).toBe(
      "entry · 1/2567 · 2024-02-12 · นักจัดการงานทั่วไป · ค่าเดินทางไปราชการ · 2024-03-13 · 5000.00 · 5000.00 · 0.00 · ส่งใช้ครบแล้ว",
    );
    expect(totalTexts(page)).toEqual(["รวม known: amount 5000.00 · repaid 5000.00 · outstanding 0.00"]);
    expect(page.rows[1]?.link).toEqual({ reportId: "ledger", params: { account: LOAN_ACCOUNT, month: "2024-03" } });
  });

  it("ties with the ledger's balance, account by account, and counts the days that are overdue", async () => {
    await changed(
      "update portal.loans set repaid = 100000 where lao_id = 3500001 and month = 202403",
      "update portal.loans set repaid = 500000 where lao_id = 3500001 and month = 202403",
      async () => {
        const page = await readReport(database, "loan-register", { month: "2024-03" });
        expect(page.rows[1]?.cells).toMatchObject({ outstanding: 400000n, note: "เกินกำหนด 18 วัน" });
        expect(page.document.proof).toEqual([
          {
            text: `คงค้างตามสัญญายืมเงิน ${LOAN_ACCOUNT} 4,000.00 บาท ไม่เท่ากับยอดคงเหลือในงบทดลอง 0.00 บาท ต่างกัน 4,000.00 บาท`,
            holds: false,
          },
        ]);
        await changed(
          `insert into portal.balances (opening, debit, credit, closing, account_code, lao_id, month, row_no, snapshot_no) values (0, 400000, 0, 400000, ${number(LOAN_ACCOUNT)}, 3500001, 202403, 99, ${SNAPSHOT_NO})`,
          "delete from portal.balances where row_no = 99",
          async () =>
            expect((await proofOf("loan-register", { month: "2024-03" })).map((line) => line.holds)).toEqual([true]),
        );
      },
    );
  });

  it("is empty where the month has no contract", async () => {
    const page = await readReport(database, "loan-register", { month: "2024-02" });
    expect([page.document.rowCount, totalTexts(page)]).toEqual([
      0,
      ["รวม known: amount 0.00 · repaid 0.00 · outstanding 0.00"],
    ]);
  });
});

describe("ภาษีหัก ณ ที่จ่าย", () => {
  it("stands by the account that it waits in, and ties with the payments book", async () => {
    const page = await readReport(database, "withholding-tax", { month: "2024-03" });
    expect(page.rows.map((row) => row.text ?? row.cells.treasury_no ?? row.cells.description)).toEqual([
      `${TAX} ภาษีหัก ณ ที่จ่ายรอนำส่ง`,
      "00001/67",
      `รวม ${TAX} ภาษีหัก ณ ที่จ่ายรอนำส่ง`,
    ]);
    expect(totalTexts(page)).toEqual(["รวม known: goods_value 3000.00 · withholding_tax 30.00"]);
    expect(page.document.proof).toEqual([
      { text: "ภาษีที่หัก 30.00 บาท เท่ากับเครดิตภาษีหัก ณ ที่จ่ายรอนำส่งในสมุดเงินสดจ่าย", holds: true },
    ]);
    expect(page.rows[1]?.link).toEqual({ reportId: "requisition", params: { requisition: "00001/67" } });
  });

  it("keeps a payment whose entry cannot be read, apart from the accounts", async () => {
    await changed(
      "update portal.requisitions set entry_no = 'PV-00099/67' where lao_id = 3500001 and treasury_no = '00001/67'",
      "update portal.requisitions set entry_no = 'PV-00001/67' where lao_id = 3500001 and treasury_no = '00001/67'",
      async () => {
        const page = await readReport(database, "withholding-tax", { month: "2024-03" });
        expect(page.rows[0]?.text).toBe("ไม่พบบัญชีภาษีหัก ณ ที่จ่ายในใบผ่านรายการของฎีกา");
        expect(page.document.proof.map((line) => line.holds)).toEqual([true, false]);
      },
    );
  });

  it("counts nothing for a cancelled one", async () => {
    await changed(
      "update portal.requisitions set cancelled = true where lao_id = 3500001 and treasury_no = '00001/67'",
      "update portal.requisitions set cancelled = false where lao_id = 3500001 and treasury_no = '00001/67'",
      async () => {
        const page = await readReport(database, "withholding-tax", { month: "2024-03" });
        expect(totalTexts(page)).toEqual(["รวม known: goods_value 0.00 · withholding_tax 0.00"]);
        expect(page.rows[1]?.cells.note).toBe("ยกเลิก (30.00 บาท ไม่นับรวม)");
      },
    );
  });
});

describe("damage", () => {
  it("of requisitions stands where they are missing, and their vouchers complete the total", async () => {
    const page = await readReport(database, "requisition-register", { month: "2024-04" }, AUDITED);
    expect(page.rows.map((row) => row.kind)).toEqual(["missing", "reconstructed", "entry"]);
    expect(page.rows[1]?.cells).toMatchObject({
      treasury_no: "00002/67",
      gross: 100000n,
      withholding_tax: 0n,
      net: 100000n,
    });
    expect(page.rows[1]?.text).toBe(
      "ยอดที่พิสูจน์ได้จาก PV-00002/67: จำนวนเงินที่ขอเบิก = เดบิต 1,000.00 · จ่ายสุทธิ = เครดิตเงินฝากธนาคาร 1,000.00",
    );
    expect(totalTexts(page)[0]).toContain("reconstructed [partial 1]");
    expect(page.document.proof.map((line) => line.holds)).toEqual([true, true, false]);
  });

  it("of requisitions takes nothing from the cheques", async () => {
    const page = await readReport(database, "cheque-report", { month: "2024-04" }, AUDITED);
    expect(totalTexts(page)).toEqual(["รวม known: amount 1000.00"]);
    expect(page.document.proof.map((line) => line.holds)).toEqual([false]);
  });
});
