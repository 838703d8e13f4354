/** Uploaded files: what is read of them, to the cell, and what is refused before it is read. */
import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { satang } from "@/lib/money/amount";
import { readAmount, readCode, readDay } from "@/lib/rekeyed/read/cell-values";
import { findTable } from "@/lib/rekeyed/read/find-table";
import { readDocuments } from "@/lib/rekeyed/read/read-documents";
import { readUpload } from "@/lib/rekeyed/read/read-upload";
import type { Sheet, SheetCell } from "@/lib/rekeyed/read/sheet";
import { UPLOAD_LIMITS } from "@/lib/rekeyed/read/upload-limits";
import { isDayFormat } from "@/lib/rekeyed/read/workbook-parts";
import { makeZip, type ZipEntry } from "../../support/make-zip";

const text = (value: string): SheetCell => ({ kind: "text", text: value });
const number = (value: string): SheetCell => ({ kind: "number", text: value });

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("สมุดรายวัน"));
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function firstSheet(bytes: Buffer): Promise<Sheet> {
  const [sheet] = await readUpload(bytes, "books.xlsx");
  if (!sheet) throw new Error("no sheet was read");
  return sheet;
}

const refusal = (bytes: Buffer) =>
  readUpload(bytes, "x.xlsx").then(
    () => "was read",
    (error: Error) => error.message,
  );

describe("readDay", () => {
  it.each([
    [text("6 มี.ค. 2567"), "2024-03-06"],
    [text("๖ มีนาคม ๒๕๖๗"), "2024-03-06"],
    [text("วันที่ 6 มี.ค. พ.ศ. 2567"), "2024-03-06"],
    [text("06/03/2567"), "2024-03-06"],
    [text("6/3/2024"), "2024-03-06"],
    [text("2024-03-06"), "2024-03-06"],
    [text("29/02/2567"), "2024-02-29"],
    [{ kind: "date", text: "45357" } as SheetCell, "2024-03-06"],
    // 6/3/2567 typed into an Excel that counts in the Common Era
    [{ kind: "date", text: "243683" } as SheetCell, "2024-03-06"],
  ])("reads %o", (cell, expected) => {
    expect(readDay(cell)).toMatchObject({ value: expected });
  });

  it("says what it takes for granted", () => {
    expect(readDay(text("6/3/67"))).toEqual({ value: "2024-03-06", assumed: "ปี 67 อ่านเป็น พ.ศ. 2567" });
    expect(readDay(number("45357"))).toEqual({ value: "2024-03-06", assumed: "ตัวเลข 45357 อ่านเป็นวันที่" });
  });

  it.each(["31/02/2567", "2567", "13/13/2567", "3/25/2567", "ไม่ทราบ", "6 มี 2567 ก"])("does not guess at %s", (said) => {
    expect(readDay(text(said))).toHaveProperty("problem");
  });
});

describe("readAmount", () => {
  it.each([
    [text("1,234.50"), 123_450n],
    [text("๑,๒๓๔.๕๐ บาท"), 123_450n],
    [text("(1,234.5)"), -123_450n],
    [text("-"), 0n],
    [text("-12.00"), -1_200n],
    [number("1234.5"), 123_450n],
    [number("1234.5599999999999"), 123_456n],
    [number("1234.5600000000001"), 123_456n],
    [number("1.2345E3"), 123_450n],
    [number("0.1"), 10n],
    [number("5E-2"), 5n],
    [number("9999999999999.99"), 999_999_999_999_999n],
    [number("-0.29999999999999999"), -30n],
  ])("reads %o", (cell, satangs) => {
    expect(readAmount(cell)).toEqual({ value: satang(satangs) });
  });

  it.each([
    text("1.234,50"),
    text("12,34.50"),
    text("1234.567"),
    text("(12.00"),
    text("สิบบาท"),
    number("1.005"),
    number("1E99"),
  ])("does not guess at %o", (cell) => {
    expect(readAmount(cell)).toHaveProperty("problem");
  });

  it("takes a cell without a value for no zero", () => {
    expect(readAmount({ kind: "none", text: "#REF!" })).toEqual({ problem: "ไม่มีค่า (#REF!)" });
  });
});

describe("readCode", () => {
  it("does not take a number that Excel has rounded for a code", () => {
    expect(readCode(number("9.96701113405E15"))).toHaveProperty("problem");
    expect(readCode(number("421001"))).toEqual({ value: "421001" });
    expect(readCode(text("RV-๐๐๐๑๒/๖๗ "))).toEqual({ value: "RV-00012/67" });
  });
});

describe("a workbook", () => {
  it("gives values, not formulas, days as days, and every number as it stands in the file", async () => {
    const sheet = await firstSheet(
      await workbook((page) => {
        page.addRow(["วันที่", "จำนวน", "สูตร", "ผิด"]);
        page.addRow([new Date(Date.UTC(2024, 2, 6)), 0.1, { formula: "B2*3", result: 0.3 }, { error: "#REF!" }]);
        page.getCell("A2").numFmt = "[$-107041E]dd/mm/yyyy";
        page.getCell("C3").value = { formula: "B2*4" } as ExcelJS.CellFormulaValue;
      }),
    );
    expect([...(sheet.rows[1]?.cells.values() ?? [])]).toEqual([
      { kind: "date", text: "45357" },
      { kind: "number", text: "0.1" },
      { kind: "number", text: "0.3" },
      { kind: "none", text: "#REF!" },
    ]);
    expect(sheet.rows[2]?.cells.get(2)).toEqual({ kind: "none", text: "สูตรที่ไม่มีผลลัพธ์" });
  });

  it.each([
    ["dd/mm/yyyy", true],
    ["[$-107041E]d mmm bbbb", true],
    ["#,##0.00", false],
    ['0.00" baht"', false],
    ["[Red]#,##0.00", false],
    ["General", false],
  ])("the format %s shows a day: %s", (code, shows) => {
    expect(isDayFormat(code)).toBe(shows);
  });

  it("becomes documents: heads over two rows, totals left out, an unreadable cell told by its address and its document kept apart", async () => {
    const sheet = await firstSheet(
      await workbook((page) => {
        page.addRow(["เทศบาลตำบลตัวอย่าง"]);
        page.addRow(["วันที่", "เลขที่เอกสาร", "รายการ", "รหัสบัญชี", "จำนวนเงิน", null]);
        page.addRow([null, null, null, null, "เดบิต", "เครดิต"]);
        page.addRow(["6 มี.ค. 2567", "JV-00001/67", "ค่าไฟฟ้า", "5104020101001", 500, null]);
        page.addRow([null, null, null, "1101030102.001", null, "500.00"]);
        page.addRow(["7 มี.ค. 2567", "JV-00002/67", "ค่าน้ำ", "5104020103.001", "5OO.00", null]);
        page.addRow([null, null, null, "1101030102.001", null, 500]);
        page.addRow(["รวมทั้งสิ้น", null, null, null, 1000, 1000]);
      }),
    );
    const table = findTable(sheet);
    expect(table).toMatchObject({ book: "journal", headRow: 3, lacking: [] });
    if (!table) return;
    const read = readDocuments({ sheet, ...table });
    expect(read.problems).toEqual([{ address: "E6", sheet: "สมุดรายวัน", problem: "อ่านจำนวนเงินไม่ได้ «5OO.00»" }]);
    expect(read.leftOutRows).toEqual([8]);
    expect(read.documents).toEqual([
      {
        id: "journal 4",
        book: "journal",
        number: "JV-00001/67",
        date: "2024-03-06",
        lines: [
          { account: "5104020101.001", amount: 50_000n },
          { account: "1101030102.001", amount: -50_000n },
        ],
        cells: {},
        text: "ค่าไฟฟ้า",
      },
    ]);
  });
});

describe("a CSV", () => {
  it.each(["utf-8", "windows-874"])("is read in %s, with Thai digits and quoted line breaks", async (encoding) => {
    const body =
      'เลขที่ใบเสร็จ;วันที่;รหัสรายรับ;จำนวนเงิน;ผู้ชำระเงิน\r\nR-000001/67;๖/๓/๒๕๖๗;411002;"1,000.25";"นาย ก\nจำกัด"\r\n';
    const thai = (letter: string) =>
      letter.charCodeAt(0) >= 0xe00 ? letter.charCodeAt(0) - 0xe00 + 0xa0 : letter.charCodeAt(0);
    const bytes = encoding === "utf-8" ? Buffer.from(body) : Buffer.from([...body].map(thai));
    const [sheet] = await readUpload(bytes, "receipts.csv");
    const table = sheet && findTable(sheet);
    if (!sheet || !table) throw new Error("no table was found");
    expect(readDocuments({ sheet, ...table }).documents).toMatchObject([
      {
        number: "R-000001/67",
        date: "2024-03-06",
        lines: [{ account: "411002", amount: 100_025n }],
        text: "นาย ก\nจำกัด",
      },
    ]);
  });
});

describe("refused with what to do", () => {
  const frame: ZipEntry[] = [
    {
      name: "xl/workbook.xml",
      bytes: Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: Buffer.from('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    },
  ];
  const zipped = (...entries: ZipEntry[]) => readFileSync(makeZip([...frame, ...entries]));
  const sheetPart = (xml: string | Buffer, more: Partial<ZipEntry> = {}): ZipEntry => ({
    name: "xl/worksheets/sheet1.xml",
    bytes: Buffer.from(xml),
    isDeflated: true,
    ...more,
  });

  it("an old .xls, a file with macros, a PDF, nothing at all, and what is no workbook", async () => {
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toMatch(/\.xls.*บันทึกเป็น/);
    expect(await refusal(zipped({ name: "xl/vbaProject.bin" }))).toMatch(/มาโคร/);
    expect(await refusal(Buffer.from("%PDF-1.7"))).toMatch(/PDF/);
    expect(await refusal(Buffer.alloc(0))).toMatch(/ว่างเปล่า/);
    expect(await refusal(readFileSync(makeZip([{ name: "a.txt", bytes: Buffer.from("x") }])))).toMatch(/ไม่ใช่แฟ้ม Excel/);
    expect(await refusal(Buffer.from("PK\u0003\u0004broken"))).toMatch(/เสียหาย/);
    expect(await refusal(Buffer.alloc(UPLOAD_LIMITS.fileBytes + 1))).toMatch(/ใหญ่เกิน/);
  });

  it("bombs, by declared and by running size, without unfolding them", async () => {
    const from = process.memoryUsage().rss;
    const zeros = Buffer.alloc(60 * 2 ** 20, "<row/>");
    expect(await refusal(zipped(sheetPart(zeros)))).toMatch(/ใหญ่ผิดปกติ/);
    expect(await refusal(zipped(sheetPart(zeros.subarray(0, 50 * 2 ** 20), { claimedBytes: 1000 })))).toMatch(
      /ใหญ่ผิดปกติ|เสียหาย/,
    );
    expect(process.memoryUsage().rss - from).toBeLessThan(200 * 2 ** 20);
  });

  it("one giant cell, entities that unfold, and XML that is none", async () => {
    const giant = `<worksheet><sheetData><row><c t="str"><v>${"กขค".repeat(600_000)}</v></c></row></sheetData></worksheet>`;
    expect(await refusal(zipped(sheetPart(giant, { isDeflated: false })))).toMatch(/ยาวผิดปกติ|มากเกิน/);
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
    expect(await refusal(zipped(sheetPart(laughs)))).toMatch(/เสียหาย/);
    expect(await refusal(zipped(sheetPart("<worksheet><row>")))).toMatch(/เสียหาย/);
  });

  it("does not mind a cell at the far corner", async () => {
    const corner =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const [sheet] = await readUpload(zipped(sheetPart(corner)), "x.xlsx");
    expect(sheet?.rows).toEqual([]);
  });
});
