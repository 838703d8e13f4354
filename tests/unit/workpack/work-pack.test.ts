/** The workbook of a work pack as exceljs reads it back: what may be filled in, with what, and what stays as it is. */
import type ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { renderWorkPack } from "@/lib/render/excel/render-work-pack";
import { ENTRY_ROWS, FIRST_ROW, HEAD_ROW } from "@/lib/workpack/layout";
import { laoOfPack, packId } from "@/lib/workpack/work-pack";
import { madeUpPack } from "../../support/made-up-pack";
import { collectBytes, readWorkbook } from "../../support/workbook-reading";

let workbook: ExcelJS.Workbook;
const sheet = (name: string): ExcelJS.Worksheet => {
  const found = workbook.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const LAST_ROW = FIRST_ROW + ENTRY_ROWS - 1;

beforeAll(async () => {
  workbook = await readWorkbook(await collectBytes(renderWorkPack(madeUpPack())));
});

describe("a work pack", () => {
  it("has cover, how-to, lists and three sheets, with heads that stay and print on each page", () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "ปกแฟ้มงาน",
      "วิธีใช้",
      "บัญชี",
      "งบประมาณ",
      "รับเงิน",
      "จ่ายเงิน",
      "ใบผ่านรายการทั่วไป",
    ]);
    for (const { views, pageSetup } of workbook.worksheets.slice(2)) {
      expect(views[0]).toMatchObject({ state: "frozen", ySplit: HEAD_ROW });
      expect(pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1, printTitlesRow: `1:${HEAD_ROW}` });
    }
  });

  it.each([FIRST_ROW, LAST_ROW])("takes days, codes of its own lists and amounts of two decimals in row %i", (row) => {
    const payments = sheet("จ่ายเงิน");
    const validation = (column: string) => payments.getCell(`${column}${row}`).dataValidation;
    expect(validation("A")).toMatchObject({ type: "date", operator: "between", errorStyle: "stop" });
    expect(validation("C")).toMatchObject({ type: "list", formulae: ["'บัญชี'!$A$6:$A$40"] });
    expect(validation("J")).toMatchObject({ type: "list", formulae: ["'งบประมาณ'!$A$6:$A$37"] });
    for (const column of ["F", "G"])
      expect(validation(column)).toMatchObject({
        type: "custom",
        formulae: [expect.stringMatching(/ISNUMBER.*>=0,ROUND/)],
      });
  });

  it("lets only what is filled in by hand be changed, and asks for no password", () => {
    const payments = sheet("จ่ายเงิน");
    const unlocked = [...Array(12).keys()]
      .map((at) => payments.getRow(FIRST_ROW).getCell(at + 1))
      .filter(({ protection }) => protection?.locked === false)
      .map(({ address }) => address);
    expect(unlocked).toEqual(["A6", "B6", "C6", "E6", "F6", "G6", "J6"]);
    for (const { model } of workbook.worksheets.slice(2)) {
      const { sheetProtection } = model as unknown as { sheetProtection: Record<string, unknown> };
      expect(sheetProtection).toMatchObject({ sheet: true });
      expect(sheetProtection.hashValue).toBeUndefined();
    }
  });

  it("keeps a name that looks like a formula as text, and an unknown balance without a figure", () => {
    const accounts = sheet("บัญชี");
    expect(accounts.getCell("B7").value).toBe("=เงินฝากธนาคาร");
    const unknown = accounts.getRow(9);
    expect([3, 4].map((column) => unknown.getCell(column).value)).toEqual([null, null]);
    expect(unknown.getCell(11).result).toBe("ไม่ทราบยอดตั้งต้น");
    expect(accounts.getCell("K7").result).toBe(1_000_000.5);
  });

  it("is known by an id that names its LAO", () => {
    const made = new Date("2026-11-22T03:00:00.123Z");
    const id = packId({ code: "06350302" as never }, { code: "U-01", name: "โรงเรียน" }, made);
    expect(id).toBe("WP-06350302-U-01-20261122T030000Z");
    expect(laoOfPack(id)).toBe("06350302");
    expect(laoOfPack("0:วันที่|1:เลขที่เอกสาร")).toBeUndefined();
  });
});
