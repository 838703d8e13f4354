/** Filled work packs as they come back: what is read of the three sheets together, and what is reported by sheet and cell. */
import type ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { toBahtText } from "@/lib/money/amount";
import { readUpload } from "@/lib/rekeyed/read/read-upload";
import { findWorkPack, readWorkPack } from "@/lib/rekeyed/read/read-work-pack";
import {
  BANK,
  bytesOf,
  EXPENSE,
  FUEL,
  filledPack,
  KEYED,
  type KeyedLine,
  madeUpPack,
  SUPPLIES,
} from "../../support/made-up-pack";

const LAO = "06350302";
const PACK = madeUpPack();

async function read(workbook: ExcelJS.Workbook, lao = LAO) {
  const pack = findWorkPack(await readUpload(await bytesOf(workbook), "pack.xlsx"), lao);
  return pack && readWorkPack(pack);
}

/** `รับเงิน B6: sentence` */
async function problemsOf(...lines: KeyedLine[]): Promise<string[]> {
  const found = await read(await filledPack(PACK, lines));
  if (found?.documents.length !== 0) throw new Error("a document was read of lines that are wrong");
  return found.problems.map(({ sheet, address, problem }) => `${sheet} ${address}: ${problem}`);
}

const line = (more: Partial<KeyedLine> = {}): KeyedLine => ({
  sheet: "receipts",
  date: "2024-10-03",
  number: "RV-1",
  account: BANK,
  debit: 100,
  ...more,
});
const other = (more: Partial<KeyedLine> = {}): KeyedLine => {
  const { debit: _, ...rest } = line();
  return { ...rest, account: EXPENSE, credit: 100, ...more };
};

describe("a filled work pack", () => {
  it("is one journal of its three sheets, and its prepared lines are none", async () => {
    const found = await read(await filledPack(PACK, KEYED));
    expect(found).toMatchObject({ problems: [], assumptions: [], rowsRead: 7 });
    expect(
      found?.documents.map(({ number, date, lines, cells, text }) => [
        `${number} ${date} ${text}`,
        ...lines.map(({ account, amount }) => `${account} ${toBahtText(amount)}`),
        cells.budget ?? "",
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "RV-00001/68 2024-10-03 รับภาษี",
          "1101030102.001 0.10",
          "4401010104.001 -0.10",
          "",
        ],
        [
          "PV-00001/68 2024-10-02 จ้างเหมา",
          "5104010112.001 1000.25",
          "1101030102.001 -990.25",
          "2102040103.001 -10.00",
          "9967021153300002",
        ],
        [
          "JV-00001/68 2024-10-05 =ปรับปรุง",
          "1101010101.001 20.00",
          "1101030102.001 -20.00",
          "",
        ],
      ]
    `);
    expect(new Set(found?.documents.map(({ id }) => id)).size).toBe(3);
  });

  it("without a line is an empty journal", async () => {
    expect(await read(await filledPack(PACK, []))).toMatchObject({ documents: [], problems: [], rowsRead: 0 });
  });

  it("gives the values of formulas that people typed, and names the accounts of several budget codes", async () => {
    const found = await read(
      await filledPack(PACK, [
        line({ sheet: "payments", account: EXPENSE, debit: { formula: "60+0.5", result: 60.5 }, budget: FUEL }),
        line({ sheet: "payments", account: EXPENSE, debit: 39.5, budget: SUPPLIES }),
        line({ sheet: "payments", debit: null, credit: 100 }),
      ]),
    );
    expect(found?.documents[0]?.lines.map(({ amount }) => toBahtText(amount))).toEqual(["60.50", "39.50", "-100.00"]);
    expect(found?.documents[0]?.cells.budget).toBe(`${EXPENSE}: ${FUEL}, ${EXPENSE}: ${SUPPLIES}`);
  });

  it.each([
    ["no day", [line({ date: undefined }), other()]],
    ["a day that is none", [line({ date: "31/2/2567" }), other()]],
    ["no account", [line(), { ...other(), account: "เงินสด" }]],
    ["both sides", [line({ credit: 100 }), other()]],
    ["a negative amount", [line({ debit: -100 }), other({ credit: -100 })]],
    ["a third decimal", [line({ debit: 100.005 }), other({ credit: 100.005 })]],
    ["a formula without a value", [line({ debit: { formula: "1/0", result: { error: "#DIV/0!" } } }), other()]],
    ["a voucher that does not balance", [line(), other({ credit: 99.99 })]],
    ["a voucher of two days", [line(), other({ date: "2024-10-04" })]],
    ["nothing but words", [{ sheet: "general", text: "รวมทั้งสิ้น" } as KeyedLine]],
  ])("reports %s at its cell, and keeps the voucher apart whole", async (_, lines) => {
    expect(await problemsOf(...lines)).toMatchSnapshot();
  });

  it("of another LAO, or with a sheet or head that is not the form's any more, is refused with a sentence", async () => {
    const workbook = await filledPack(PACK, KEYED);
    await expect(read(workbook, "05350401")).rejects.toThrow(/อปท\. รหัส 06350302 ไม่ใช่/);
    const head = workbook.getWorksheet("จ่ายเงิน")?.getCell("F5");
    if (head) head.value = "จำนวน";
    await expect(read(workbook)).rejects.toThrow(/แผ่นงาน «จ่ายเงิน»/);
    if (head) head.value = "เดบิต";
    workbook.removeWorksheet("ปกแฟ้มงาน");
    await expect(read(workbook)).rejects.toThrow(/แผ่นงาน «ปกแฟ้มงาน»/);
  });

  it("is told from any other workbook", async () => {
    const workbook = await filledPack(PACK, []);
    for (const name of ["ปกแฟ้มงาน", "รับเงิน", "จ่ายเงิน"]) workbook.removeWorksheet(name);
    expect(await read(workbook)).toBeUndefined();
  });
});
