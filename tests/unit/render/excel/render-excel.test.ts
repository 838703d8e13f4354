/** The workbook as its readers see it: exceljs, LibreOffice, and whoever stops reading. */
import { describe, expect, it } from "vitest";
import { satang, toBahtText } from "@/lib/money/amount";
import { renderExcel } from "@/lib/render/excel/render-excel";
import { AMOUNT_FORMAT, DATE_FORMAT } from "@/lib/render/excel/styles";
import type { ReportColumn, ReportDocument, ReportRow } from "@/lib/reports/document";
import { COVER_SHEET, SYNTHETIC_WARNING, TOO_LONG_FOR_NUMBER } from "@/lib/wording/tabular";
import { collectRows, LEDGER_COLUMNS, ledgerDocument } from "../../../support/report-documents";
import { collectBytes, readWorkbook } from "../../../support/workbook-reading";

/** Four lines of heading, the group row and the labels. */
const FIRST_ROW = 7;

function documentOf(rows: readonly ReportRow[], columns: readonly ReportColumn[] = LEDGER_COLUMNS): ReportDocument {
  return ledgerDocument({
    rows: 0,
    overrides: {
      columns,
      rowCount: rows.length,
      rows: async function* () {
        yield* rows;
      },
    },
  });
}

describe("a ledger of 400 rows in Excel", () => {
  const document = ledgerDocument({ rows: 400, damaged: true });

  it("holds every amount exactly and every date as a day, read back by exceljs", async () => {
    const workbook = await readWorkbook(await collectBytes(renderExcel(document)));
    const sheet = workbook.getWorksheet("บัญชีแยกประเภท");
    const rows = await collectRows(document);
    const amountIds = LEDGER_COLUMNS.flatMap((column, at) =>
      column.kind === "amount" ? [[column.id, at + 1] as const] : [],
    );
    rows.forEach((row, index) => {
      for (const [id, column] of amountIds) {
        const expected = row.cells[id];
        const cell = sheet?.getCell(FIRST_ROW + index, column);
        if (typeof expected !== "bigint") expect(cell?.value ?? null).toBeNull();
        else {
          expect(cell?.value).toBe(Number(toBahtText(expected)));
          expect(cell?.numFmt).toBe(AMOUNT_FORMAT);
        }
      }
      const date = sheet?.getCell(FIRST_ROW + index, 1);
      if (row.cells.date) {
        expect(date?.value).toEqual(new Date(`${row.cells.date}T00:00:00Z`));
        expect(date?.numFmt).toBe(DATE_FORMAT);
      }
    });
    expect(rows.length).toBe(409);
  });

  it("freezes its head, filters the rows without the totals, repeats the head in print and numbers its pages", async () => {
    const workbook = await readWorkbook(await collectBytes(renderExcel(document)));
    const sheet = workbook.getWorksheet("บัญชีแยกประเภท");
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: FIRST_ROW - 1 });
    expect(sheet?.autoFilter).toBe(`A${FIRST_ROW - 1}:J${FIRST_ROW - 1 + document.rowCount}`);
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      printTitlesRow: `1:${FIRST_ROW - 1}`,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet?.headerFooter.oddFooter).toMatch(/yasothon-recovered.*&Rหน้า &P จาก &N$/);
  });

  it("marks damaged figures by pattern and words, and marker rows by their sentence", async () => {
    const workbook = await readWorkbook(await collectBytes(renderExcel(document)));
    const sheet = workbook.getWorksheet("บัญชีแยกประเภท");
    const marked = FIRST_ROW + 4;
    expect(sheet?.getCell(marked, 8).fill).toMatchObject({ pattern: "lightUp" });
    expect(sheet?.getCell(marked, 7).fill).toMatchObject({ pattern: "none" });
    expect(sheet?.getCell(marked, 10).value).toBe("คงเหลือ: เสียหายบางส่วน หมายเหตุ 1, 2");
    const missing = FIRST_ROW + 51;
    expect(sheet?.getCell(missing, 9).value).toBe("ขาดหาย");
    expect(sheet?.getCell(missing, 3).value).toContain("ขาดหายไป 3 ฉบับ");
    expect(sheet?.getCell(missing, 5).fill).toMatchObject({ pattern: "lightTrellis" });
  });

  it("says on its cover where it comes from, how sure the totals are, every damage note and every proof", async () => {
    const workbook = await readWorkbook(await collectBytes(renderExcel(document)));
    const texts: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => texts.push(cell.value)));
    expect(workbook.worksheets[0]?.name).toBe(COVER_SHEET);
    const said = texts.join("\n");
    for (const part of [
      SYNTHETIC_WARNING,
      "เทศบาลตำบลศรีแก้ว",
      "yasothon-recovered",
      "6 ก.ค. 2567",
      "พิมพ์เมื่อ 22/11/2569 09:41 น. โดย สมหญิง ใจดี",
      "รูปแบบโดยประมาณ",
      "มีนาคม 2567",
      "ไม่ครบ อย่างน้อย",
      ...document.notes.flatMap((note) => note.sentences),
      ...document.proof.map((proof) => proof.text),
    ])
      expect(said).toContain(part);
    expect(texts).toContain(Number(toBahtText(document.totals[0]?.cells.credit ?? satang(0n))));
  });
});

describe("hostile and odd cells in Excel", () => {
  const hostile = [
    "=1+1",
    '+HYPERLINK("http://x")',
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "a\u0000b\u0007c\uFFFEd",
    "x\r\ny",
    " เว้นหน้า",
  ];
  const rows = hostile.map(
    (text): ReportRow => ({ kind: "entry", cells: { description: text, code: text, debit: satang(100n) } }),
  );

  it("stay text without control characters", async () => {
    const bytes = await collectBytes(renderExcel(documentOf(rows)));
    const sheet = (await readWorkbook(bytes)).getWorksheet("บัญชีแยกประเภท");
    const clean = hostile.map((text) =>
      text.replace(/\r\n/, "\n").replaceAll("\u0000", "").replaceAll("\u0007", "").replaceAll("\uFFFE", ""),
    );
    expect(clean.map((_, index) => sheet?.getCell(FIRST_ROW + index, 3).text)).toEqual(clean);
    expect(sheet?.getCell(FIRST_ROW, 3).numFmt).toBe("@");
  });

  it("keep an amount of more than 15 digits whole, as text that says so", async () => {
    const long = satang(999_999_999_999_999_999n);
    const rows: ReportRow[] = [{ kind: "entry", cells: { debit: long, credit: satang(999_999_999_999_999n) } }];
    const sheet = (await readWorkbook(await collectBytes(renderExcel(documentOf(rows))))).getWorksheet("บัญชีแยกประเภท");
    expect(sheet?.getCell(FIRST_ROW, 6).value).toBe("9,999,999,999,999,999.99");
    expect(sheet?.getCell(FIRST_ROW, 10).value).toBe(TOO_LONG_FOR_NUMBER);
    expect(sheet?.getCell(FIRST_ROW, 7).value).toBe(9_999_999_999_999.99);
  });

  it("show a date that is no day as the text it is", async () => {
    const rows: ReportRow[] = [{ kind: "entry", cells: { date: "2024-02-30", description: "x" } }];
    const sheet = (await readWorkbook(await collectBytes(renderExcel(documentOf(rows))))).getWorksheet("บัญชีแยกประเภท");
    expect(sheet?.getCell(FIRST_ROW, 1).value).toBe("2024-02-30");
  });
});

describe("streaming", () => {
  it("reads no more rows than the reader has room for, and stops reading when the reader stops", async () => {
    let read = 0;
    let open = 0;
    const endless = ledgerDocument({
      rows: 0,
      overrides: {
        rows: async function* () {
          open++;
          try {
            for (;;) {
              read++;
              yield {
                kind: "entry",
                cells: {
                  description: `รายการที่ ${read} ${Math.sin(read)} ${Math.cos(read)}`,
                  debit: satang(BigInt(read)),
                },
              };
            }
          } finally {
            open--;
          }
        },
      },
    });
    const pieces = renderExcel(endless);
    await pieces.next();
    // An endless ledger never comes to rest by itself: it does because nobody takes what was written.
    for (let before = -1; before !== read; ) {
      before = read;
      expect(read).toBeLessThan(60_000);
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    await pieces.return(undefined);
    expect(open).toBe(0);
  });

  it("hands on the error of the rows as it is", async () => {
    const broken = documentOf([]);
    const failing: ReportDocument = {
      ...broken,
      rows: async function* () {
        yield { kind: "entry", cells: {} };
        throw new RangeError("rows broke");
      },
    };
    await expect(collectBytes(renderExcel(failing))).rejects.toThrow(RangeError);
  });
});
