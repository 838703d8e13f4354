/** Search finds what people mean in the books they may read, nothing of anybody else's, and says where it cannot look. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { operatorActor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import type { LaoCode } from "@/lib/office/office";
import { loadArchive } from "@/lib/operations/load-archive";
import { type SearchDocumentsInput, type SearchPage, searchDocuments } from "@/lib/operations/search-documents";
import { headerOf, LAO, makeBag, OTHER_LAO, type Rows } from "../../support/make-bag";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const now = new Date("2026-11-22T03:00:00Z");
const FAR_LAO = "06360101";

const asActor = (role: Actor["role"], grant: Actor["grant"]): Actor => ({
  userId: null,
  email: "a@b.th",
  name: "a",
  role,
  grant,
});
const accountant = asActor("accountant", { kind: "lao", lao: LAO as LaoCode });
const auditor = asActor("auditor", { kind: "province", provinceCode: "35" });
const department = asActor("department", { kind: "nation" });
const administrator = asActor("administrator", { kind: "none" });

/** A row of the table with these cells; the others hold what the format allows. */
function row(table: string, cells: Readonly<Record<string, string>>): string[] {
  const usual: Record<string, string> = {
    lao_code: LAO,
    line_no: "1",
    book: "PV",
    account_code: "1101010101.001",
    cancelled: "0",
    channel: "cash",
    bank_account_no: table === "cheques" ? "0973900501" : "",
    useful_life_years: "5",
  };
  return headerOf(table).map((column) => {
    const given = cells[column] ?? usual[column];
    if (given !== undefined) return given;
    if (/date$/.test(column)) return cells.date ?? "2024-01-15";
    return /amount|debit|credit|gross|net|vat|tax|deductions|value|price|approved|transferred|encumbered|disbursed|remaining|repaid/.test(
      column,
    )
      ? "0.00"
      : /entry_no|unit_code|source_no|remittance_no|collected/.test(column)
        ? ""
        : "x";
  });
}

/** A document of two lines that balance. */
function entry(no: string, date: string, amount: string, description: string, lao: string = LAO): Rows {
  const line = (number: string, side: string) =>
    row("journal", {
      lao_code: lao,
      entry_no: no,
      line_no: number,
      date,
      [side]: amount,
      description,
      book: no.slice(0, 2),
    });
  return [line("1", "debit"), line("2", "credit")];
}

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  const bag = makeBag({
    reference: {
      laos: [
        [LAO, "อบต.", "ดงเจริญ", "คำเขื่อนแก้ว", "35", "ยโสธร"],
        [OTHER_LAO, "อบต.", "กุดน้ำใส", "ค้อวัง", "35", "ยโสธร"],
        [FAR_LAO, "อบต.", "โนนไกล", "เมือง", "36", "ชัยภูมิ"],
      ],
      classifications: [["revenue", "411007", "ภาษีป้าย", ""]],
    },
    files: {
      [`${LAO}/accounting/2024-01/journal`]: [
        ...entry("PV-00001/67", "2024-01-10", "1500.00", "จ่ายค่าน้ํามันเชื้อเพลิง เลขที่ ๑๒/๒๕๖๗"),
        ...entry("PV-00002/67", "2024-01-11", "2500.00", "จ่ายค่าจ้างเหมา ทำความสะอาด"),
        ...entry("PV-00007/67", "2024-01-20", "99.00", "จ่ายค่าเบี้ยยังชีพ"),
        row("journal", {
          lao_code: OTHER_LAO,
          entry_no: "PV-00666/67",
          date: "2024-01-12",
          debit: "66.00",
          description: "ของคนอื่นปนมา",
        }),
        row("journal", { entry_no: "PV-00008/67", date: "2024-01-21", debit: "ขาด", description: "อ่านไม่ได้" }),
      ],
      [`${LAO}/accounting/2024-02/journal`]: entry("JV-00001/67", "2024-02-05", "1500.00", "ปรับปรุงบัญชีค่าน้ำมัน"),
      [`${LAO}/revenue/2024-01/receipts`]: [
        row("receipts", {
          receipt_no: "R-000123/67",
          date: "2024-01-10",
          payer: "นายสมชาย ใจดี",
          revenue_code: "411007",
          amount: "1200.00",
          remittance_no: "RM-00005/67",
          entry_no: "RV-00005/67",
        }),
      ],
      [`${LAO}/expenditure/2024-01/requisitions`]: [
        row("requisitions", {
          treasury_no: "00042/67",
          requisition_no: "67-01-00111-1",
          payee: "ร้านน้ำดี การค้า",
          description: "ค่าวัสดุสำนักงาน",
          gross: "1000.00",
          withholding_tax: "10.00",
          net: "990.00",
          entry_no: "PV-00002/67",
        }),
      ],
      [`${LAO}/expenditure/2024-01/cheques`]: [
        row("cheques", {
          cheque_report_no: "CR-1",
          cheque_no: "40010041",
          treasury_no: "00042/67",
          payee: "ร้านน้ำดี การค้า",
          amount: "990.00",
        }),
      ],
      [`${LAO}/expenditure/2024-01/loans`]: [
        row("loans", {
          contract_no: "L-00006/67",
          borrower: "นางสาวสมหญิง",
          purpose: "ยืมเงินไปราชการ",
          amount: "8000.00",
        }),
      ],
      [`${LAO}/expenditure/2024-02/loans`]: [
        row("loans", {
          contract_no: "L-00006/67",
          borrower: "นางสาวสมหญิง",
          purpose: "ยืมเงินไปราชการ",
          amount: "8000.00",
          repaid: "8000.00",
        }),
      ],
      [`${LAO}/budget/2024-01/budget_transfers`]: [
        row("budget_transfers", {
          transfer_no: "T-00001/67",
          from_budget_code: "A1",
          to_budget_code: "B2",
          amount: "5000.00",
          reason: "งบประมาณไม่พอ",
        }),
      ],
      [`${LAO}/assets/2024-01/assets`]: [
        row("assets", {
          asset_code: "201-670101-00001",
          category: "ครุภัณฑ์",
          kind: "ครุภัณฑ์สำนักงาน",
          name: "เก้าอี้",
          price: "2200.00",
        }),
      ],
      [`${OTHER_LAO}/accounting/2024-01/journal`]: entry(
        "PV-00001/67",
        "2024-01-09",
        "777.00",
        "จ่ายค่าน้ำมัน ของแห่งที่สอง",
        OTHER_LAO,
      ),
      [`${FAR_LAO}/accounting/2024-01/journal`]: entry(
        "PV-00001/67",
        "2024-01-09",
        "888.00",
        "จ่ายค่าน้ำมัน ของจังหวัดอื่น",
        FAR_LAO,
      ),
    },
  });
  await loadArchive({ bag, ownerUrl: test.ownerUrl, actor: operatorActor("tester"), replace: false, now });
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

const search = (input: Partial<SearchDocumentsInput> & { q: string }, actor: Actor = accountant): Promise<SearchPage> =>
  searchDocuments({ actor, now, database }, input);

async function numbers(
  q: string,
  more: Partial<SearchDocumentsInput> = {},
  actor: Actor = accountant,
): Promise<string[]> {
  const { answer } = await search({ q, ...more }, actor);
  expect(answer?.hits).toHaveLength(answer?.documentCount ?? -1);
  return answer?.hits.map(({ kind, number }) => `${kind} ${number}`) ?? [];
}

describe("what is found", () => {
  it.each([
    ["RV-, PV- and JV- numbers without zeros", "PV-2/67", ["journal-entry PV-00002/67"]],
    ["Thai digits for Arabic ones", "๔๐๐๑๐๐๔๑", ["cheque 40010041"]],
    ["Arabic digits for Thai ones", "12/2567", ["journal-entry PV-00001/67"]],
    ["ํา for ำ and ำ for ํา", "น้ำมัน", ["journal-entry PV-00001/67", "journal-entry JV-00001/67"]],
    ["a mark typed twice", "จ้้าง", ["journal-entry PV-00002/67"]],
    ["words with a space in the middle", "จ้างเหมาทำ", ["journal-entry PV-00002/67"]],
    ["part of a word", "ยังชี", ["journal-entry PV-00007/67"]],
    ["each of several words", "วัสดุ น้ำดี", ["requisition 00042/67"]],
    ["a payer, and what the money was for", "สมชาย ภาษีป้าย", ["receipt R-000123/67"]],
    ["a borrower once, however many months tell of the loan", "สมหญิง", ["loan L-00006/67"]],
    ["a remittance and its receipts", "RM-5/67", ["remittance RM-00005/67", "receipt R-000123/67"]],
    ["a treasury number: the requisition and its cheque", "00042/67", ["requisition 00042/67", "cheque 40010041"]],
    ["a transfer by its reason", "งบประมาณไม่พอ", ["budget-transfer T-00001/67"]],
    ["an asset by its kind", "ครุภัณฑ์สำนักงาน", ["asset 201-670101-00001"]],
    ["nothing that is not there", "ไม่มีคำนี้", []],
  ])("%s", async (_what, q, found) => {
    expect(await numbers(q)).toEqual(found);
  });

  it.each([
    ["990", ["requisition 00042/67", "cheque 40010041"]],
    ["๑,๕๐๐.๐๐", ["journal-entry PV-00001/67", "journal-entry JV-00001/67"]],
    ["90-100", ["journal-entry PV-00007/67"]],
    [">5000", ["loan L-00006/67"]],
    [">=5000", ["budget-transfer T-00001/67", "loan L-00006/67"]],
    ["น้ำมัน 1500", ["journal-entry PV-00001/67", "journal-entry JV-00001/67"]],
    ["น้ำมัน 1501", []],
  ])("amounts: %s", async (q, found) => {
    expect((await numbers(q)).sort()).toEqual([...found].sort());
  });

  it("days and periods, in the field itself or beside it, and kinds and modules", async () => {
    expect(await numbers("5/2/2567")).toEqual(["journal-entry JV-00001/67"]);
    expect(await numbers("น้ำมัน", { period: "ก.พ. 2567" })).toEqual(["journal-entry JV-00001/67"]);
    expect(await numbers("น้ำ", { kind: "cheque" })).toEqual(["cheque 40010041"]);
    expect(await numbers("น้ำ", { module: "expenditure" })).toEqual(["cheque 40010041", "requisition 00042/67"]);
    expect(await numbers("", { period: "10 ม.ค." })).toEqual([
      "journal-entry PV-00001/67",
      "receipt R-000123/67",
      "remittance RM-00005/67",
    ]);
    await expect(search({ q: "x", period: "ปีก่อน" })).rejects.toThrow(/อ่านงวด «ปีก่อน» ไม่ได้ — พิมพ์ได้เช่น/);
  });

  it("more where tone marks shall not count, and says so", async () => {
    expect(await numbers("นามัน")).toEqual([]);
    expect(await numbers("จางเหมา")).toEqual([]);
    expect(await numbers("จางเหมา", { isLoose: true })).toEqual(["journal-entry PV-00002/67"]);
    expect((await search({ q: "จางเหมา", isLoose: true })).answer?.isLoose).toBe(true);
  });

  it("every hit leads to where it is shown", async () => {
    const { answer } = await search({ q: "00042/67" });
    expect(answer?.hits[0]).toMatchObject({
      party: "ร้านน้ำดี การค้า",
      description: "ค่าวัสดุสำนักงาน",
      entryNo: "PV-00002/67",
    });
    const own = await search({ q: "PV-1/67" });
    expect(own.answer?.hits[0]?.link).toEqual({ reportId: "journal-document", params: { entry: "PV-00001/67" } });
  });

  it("nothing at all where nothing is looked for, without a trace in the log", async () => {
    expect((await search({ q: "  ", kind: "cheque" })).answer).toBeNull();
  });
});

describe("whose documents", () => {
  it("an accountant finds those of the own LAO alone, and cannot ask for others", async () => {
    expect(await numbers("น้ำมัน")).toHaveLength(2);
    for (const other of [{ lao: OTHER_LAO }, { lao: FAR_LAO }, { province: "35" }])
      await expect(search({ q: "น้ำมัน", ...other })).rejects.toThrow(AppError);
  });

  it("an auditor finds those of the province, or of one LAO of it", async () => {
    const { answer, province } = await search({ q: "น้ำมัน" }, auditor);
    expect(province?.name).toBe("ยโสธร");
    expect(answer?.hits.map((hit) => hit.lao.code)).toEqual([OTHER_LAO, LAO, LAO]);
    expect(await numbers("น้ำมัน", { lao: OTHER_LAO }, auditor)).toEqual(["journal-entry PV-00001/67"]);
    await expect(search({ q: "น้ำมัน", province: "36" }, auditor)).rejects.toThrow(AppError);
    await expect(search({ q: "น้ำมัน", lao: FAR_LAO }, auditor)).rejects.toThrow(AppError);
  });

  it("the department chooses a province first", async () => {
    const first = await search({ q: "น้ำมัน" }, department);
    expect(first.answer).toBeNull();
    expect(first.provinces.map(({ code }) => code)).toEqual(["36", "35"]);
    expect(await numbers("น้ำมัน", { province: "36" }, department)).toEqual(["journal-entry PV-00001/67"]);
  });

  it("an administrator without books finds none", async () => {
    await expect(search({ q: "น้ำมัน" }, administrator)).rejects.toThrow(AppError);
    await expect(search({ q: "น้ำมัน", lao: LAO }, administrator)).rejects.toThrow(AppError);
  });

  it("another LAO's row in an LAO's file is found by nobody", async () => {
    for (const actor of [accountant, auditor, operatorActor("tester")]) {
      const more = actor === accountant ? {} : { province: "35" };
      expect(await numbers("ของคนอื่นปนมา", more, actor)).toEqual([]);
      expect(await numbers("PV-00666/67", more, actor)).toEqual([]);
    }
  });

  it("without a scope the table shows no row, and with one no row of others", async () => {
    const app = openOwner(test.appUrl);
    try {
      expect(await app`select 1 from portal.documents`).toHaveLength(0);
      const [mine] = await app.begin(async (tx) => {
        await tx`select set_config('app.lao_from', (select min(lao_id)::text from portal.laos), true), set_config('app.lao_to', '0', true)`;
        return tx`select count(*)::integer as rows from portal.documents`;
      });
      expect(mine?.rows).toBe(0);
    } finally {
      await app.end();
    }
  });
});

describe("where search cannot look", () => {
  it("is said with the answer, for the modules and months that were searched", async () => {
    const { answer } = await search({ q: "น้ำมัน" });
    expect(answer?.unreadable.parts).toContainEqual({
      module: "accounting",
      month: "2024-01",
      state: "partial",
      rowsQuarantined: 2,
    });
    const other = await search({ q: "น้ำ", module: "assets" });
    expect(other.answer?.unreadable.parts.some((part) => part.module === "accounting")).toBe(false);
    const later = await search({ q: "น้ำมัน", period: "ก.พ. 2567", kind: "journal-entry" });
    expect(later.answer?.unreadable.parts).toEqual([]);
  });

  it("and a number among those proved missing is told to be", async () => {
    const { answer } = await search({ q: "PV-4/67" });
    expect(answer?.documentCount).toBe(0);
    expect(answer?.gap).toMatchObject({ month: "2024-01", module: "accounting" });
    expect((await search({ q: "PV-2/67" })).answer?.gap).toBeNull();
  });
});

it("the audit log says who looked for what, where and how much was found", async () => {
  await search({ q: "เบี้ยยังชีพ", module: "accounting" });
  await search({ q: "ค่าน้ำมัน" }, auditor);
  const owner = openOwner(test.ownerUrl);
  const events = await owner<{ facts: object }[]>`
    select facts from portal.audit_log where type = 'search-documents' order by audit_no desc limit 2`;
  await owner.end();
  expect(events.map(({ facts }) => facts)).toMatchObject([
    { snapshot: "test-bag", lao: "", province: "35", params: { q: "ค่าน้ำมัน" }, found: 3 },
    { snapshot: "test-bag", lao: LAO, province: "", params: { q: "เบี้ยยังชีพ", module: "accounting" }, found: 1 },
  ]);
});
