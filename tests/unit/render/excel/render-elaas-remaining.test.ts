/** The remaining budget in the cells of New e-LAAS' own export, read back as a program that is made for it would. */
import type { Worksheet } from "exceljs";
import { describe, expect, it } from "vitest";
import { satang } from "@/lib/money/amount";
import { renderElaasRemaining } from "@/lib/render/excel/render-elaas-remaining";
import { findFormat } from "@/lib/render/formats";
import { budgetRemaining } from "@/lib/reports/definitions/budget-remaining";
import type { ReportDocument, ReportRow } from "@/lib/reports/document";
import { ledgerDocument } from "../../../support/report-documents";
import { collectBytes, readWorkbook } from "../../../support/workbook-reading";

const FIGURES = ["approved", "transferred_in", "transferred_out", "encumbered", "disbursed", "remaining"];
const figures = (...amounts: readonly bigint[]) =>
  Object.fromEntries(FIGURES.map((id, index) => [id, satang(amounts[index] ?? 0n)]));

const LINE = figures(10_000_050n, 0n, 1_000n, 0n, 500_025n, 9_499_025n);
const NAMES = { work: "งานบริหารทั่วไป", category: "งบดำเนินงาน", expense: "ค่าใช้สอย", project: null };
const ROWS: readonly ReportRow[] = [
  {
    kind: "entry",
    cells: { ...NAMES, budget_code: "9967011134050001", ...LINE },
    marks: { disbursed: { state: "partial", notes: [1] } },
  },
  { kind: "missing", cells: {}, text: "แถวที่ 2 อ่านไม่ได้" },
  { kind: "subtotal", cells: { work: "รวมงานบริหารทั่วไป", ...LINE } },
];

function documentOf(month: string): ReportDocument {
  return ledgerDocument({
    rows: 0,
    overrides: {
      reportId: "budget-remaining",
      title: budgetRemaining.title,
      columns: budgetRemaining.columns,
      parameters: [{ id: "month", label: "เดือน", value: month, text: month }],
      printedAt: new Date("2026-05-22T10:54:00Z"),
      totals: [{ label: "รวม", kind: "atLeast", cells: LINE }],
      rowCount: ROWS.length,
      rows: async function* () {
        yield* ROWS;
      },
    },
  });
}

async function sheetsOf(document: ReportDocument): Promise<readonly [Worksheet, Worksheet]> {
  const [first, second] = (await readWorkbook(await collectBytes(renderElaasRemaining(document)))).worksheets;
  if (!first || !second) throw new Error("two sheets are written");
  return [first, second];
}

describe("the remaining budget, laid out as e-LAAS exported it", () => {
  it("has stamp, year and LAO where they were found, headings in row 8 and figures from row 9", async () => {
    const [sheet] = await sheetsOf(documentOf("2024-03"));
    expect(sheet.getCell("B2").value).toBe("วันที่พิมพ์ : 22/05/2569 17:54");
    expect(sheet.getCell("B4").value).toMatch(/^ปีงบประมาณ .*2567$/);
    expect(String(sheet.getCell("B5").value)).toContain("เทศบาลตำบล");
    expect(
      ["B", "C", "D", "E", "F", "I", "J", "K", "L", "M", "O"].map((column) => sheet.getCell(`${column}8`).value),
    ).toEqual(budgetRemaining.columns.map(({ label }) => label));
    expect(["B", "C", "D", "E", "F"].map((column) => sheet.getCell(`${column}9`).value)).toEqual([
      NAMES.work,
      NAMES.category,
      NAMES.expense,
      null,
      "9967011134050001",
    ]);
    expect(["I", "J", "K", "L", "M", "O"].map((column) => sheet.getCell(`${column}9`).value)).toEqual([
      100_000.5, 0, 10, 0, 5_000.25, 94_990.25,
    ]);
    for (const column of ["A", "G", "H", "N"])
      expect([8, 9, 10, 11, 12].map((row) => sheet.getCell(`${column}${row}`).value)).toEqual([
        null,
        null,
        null,
        null,
        null,
      ]);
  });

  it("begins its sums with «รวม», and says right of the columns what is damaged or missing", async () => {
    const [sheet, cover] = await sheetsOf(documentOf("2024-03"));
    expect(String(sheet.getCell("B11").value)).toMatch(/^รวมงาน/);
    expect(String(sheet.getCell("B12").value)).toMatch(/^รวม /);
    expect(sheet.getCell("O12").value).toBe(94_990.25);
    expect(sheet.getCell("P9").value).toBe("เบิกจ่าย: เสียหายบางส่วน หมายเหตุ 1");
    expect(sheet.getCell("B10").value).toBeNull();
    expect(sheet.getCell("P10").value).toContain("แถวที่ 2 อ่านไม่ได้");
    const told = cover.getSheetValues().flat().map(String).join(" ");
    expect(told).toContain("ถ้อยคำหัวตารางเป็นของคลังข้อมูลนี้");
  });

  it("names the fiscal year by the year in which it ends", async () => {
    const [sheet] = await sheetsOf(documentOf("2024-10"));
    expect(sheet.getCell("B4").value).toMatch(/2568$/);
  });

  it("is a format of this report alone", () => {
    expect(findFormat("xlsx-elaas", "budget-remaining")?.extension).toBe("xlsx");
    expect(findFormat("xlsx-elaas", "ledger")).toBeUndefined();
    expect(findFormat("xlsx", "ledger")?.extension).toBe("xlsx");
  });
});
