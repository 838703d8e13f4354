/** The workbook as LibreOffice shows it, formulas worked out anew. */
import { describe, expect, it } from "vitest";
import { formatBaht, satang } from "@/lib/money/amount";
import { formatDateNumeric, type IsoDate } from "@/lib/period/date";
import { renderExcel } from "@/lib/render/excel/render-excel";
import type { ReportColumn, ReportDocument, ReportRow } from "@/lib/reports/document";
import { COVER_SHEET } from "@/lib/wording/tabular";
import { collectRows, LEDGER_COLUMNS, ledgerDocument } from "../../../support/report-documents";
import { collectBytes, readWithLibreOffice } from "../../../support/workbook-reading";

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

function shownAs(value: unknown, kind: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "bigint") return formatBaht(satang(value));
  return kind === "date" ? formatDateNumeric(value as IsoDate) : String(value);
}

describe("a ledger of 400 rows in LibreOffice", () => {
  const document = ledgerDocument({ rows: 400, damaged: true });

  it("shows every cell as the document has it in LibreOffice, dates in the Buddhist era", async () => {
    const shown = readWithLibreOffice(await collectBytes(renderExcel(document))).get("บัญชีแยกประเภท") ?? [];
    const rows = await collectRows(document);
    const wrong: unknown[] = [];
    rows.forEach((row, index) => {
      document.columns.forEach((column, at) => {
        const isSentence = row.text !== undefined && column.id === "description";
        const expected = isSentence ? row.text : shownAs(row.cells[column.id], column.kind);
        const found = shown[FIRST_ROW - 1 + index]?.[at];
        if (found !== expected) wrong.push({ index, column: column.id, expected, found });
      });
    });
    expect(wrong).toEqual([]);
    expect(shown[FIRST_ROW]?.[0]).toBe("01/03/2567");
    const [total, check] = [shown[FIRST_ROW - 1 + rows.length], shown[FIRST_ROW + rows.length]];
    expect(total?.[2]).toBe("รวม (ไม่ครบ อย่างน้อย)");
    expect(total?.[5]).toBe(formatBaht(document.totals[0]?.cells.debit ?? satang(0n)));
    // The formula counts «รายการ» rows only, and comes to the same.
    expect(check?.slice(5, 7)).toEqual(total?.slice(5, 7));
  });
});

describe("hostile cells in LibreOffice", () => {
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
    const clean = hostile.map((text) =>
      text.replace(/\r\n/, "\n").replaceAll("\u0000", "").replaceAll("\u0007", "").replaceAll("\uFFFE", ""),
    );
    const shown = readWithLibreOffice(await collectBytes(renderExcel(documentOf(rows)))).get("บัญชีแยกประเภท") ?? [];
    expect(clean.map((_, index) => shown[FIRST_ROW - 1 + index]?.[2])).toEqual(clean);
  });
});

describe("sums in LibreOffice", () => {
  it("count no row twice: the formula takes «รายการ» rows alone, over all sheets", async () => {
    const rows: ReportRow[] = [
      { kind: "opening", cells: { description: "ยอดยกมา", debit: satang(50_00n) } },
      { kind: "group", level: 0, cells: { description: "หมวด", debit: satang(30_00n) } },
      { kind: "entry", level: 1, cells: { description: "ก", debit: satang(10_00n) } },
      { kind: "entry", level: 1, cells: { description: "ข", debit: satang(20_00n) } },
      { kind: "reconstructed", cells: { debit: satang(5_00n) }, text: "คำนวณจากเช็ค" },
      { kind: "entry", cells: { description: "ค", debit: satang(7_00n) } },
    ];
    const shown = readWithLibreOffice(await collectBytes(renderExcel(documentOf(rows), 4)));
    expect([...shown.keys()].sort()).toEqual(["บัญชีแยกประเภท", "บัญชีแยกประเภท (2)", COVER_SHEET].sort());
    const last = shown.get("บัญชีแยกประเภท (2)") ?? [];
    expect(last.find((cells) => cells[2]?.startsWith("ผลบวก"))?.[5]).toBe("37.00");
  });
});
