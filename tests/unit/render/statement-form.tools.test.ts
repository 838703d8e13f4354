/** A form made like a statement, with sections, subtotals, words among figures, an amount written out: the same in every format. */
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { satang } from "@/lib/money/amount";
import { renderCsv } from "@/lib/render/csv/render-csv";
import { renderExcel } from "@/lib/render/excel/render-excel";
import { renderJson } from "@/lib/render/json/render-json";
import type { ReportColumn, ReportRow } from "@/lib/reports/document";
import { COVER_SHEET } from "@/lib/wording/tabular";
import { checkStructure, pageTexts, renderBytes } from "../../support/pdf-files";
import { ledgerDocument } from "../../support/report-documents";
import { collectBytes, readWithLibreOffice } from "../../support/workbook-reading";

const COLUMNS: readonly ReportColumn[] = [
  { id: "item", label: "รายการ", kind: "text", width: 40 },
  { id: "budget", label: "ประมาณการ", kind: "amount", width: 15 },
  { id: "actual", label: "เกิดขึ้นจริง", kind: "amount", width: 15, summed: true },
];

const ROWS: readonly ReportRow[] = [
  { kind: "heading", cells: {}, text: "รายรับ" },
  { kind: "entry", level: 1, cells: { item: "ภาษีป้าย", budget: "ไม่ได้ตั้ง", actual: satang(318_000n) } },
  { kind: "subtotal", cells: { item: "รวมรายรับ", actual: satang(318_000n) }, right: ["item"] },
  { kind: "blank", cells: {} },
  { kind: "entry", cells: { item: "คงเหลือ", actual: satang(100n) }, right: ["item"], rule: "double" },
];
const ABSENCE = "ชุดข้อมูลไม่มีเงินอุดหนุนระบุวัตถุประสงค์แยกรายโครงการ";

const document = ledgerDocument({
  rows: 0,
  overrides: {
    columns: COLUMNS,
    rowCount: ROWS.length,
    rows: async function* () {
      yield* ROWS;
    },
    totals: [{ label: "รวม", kind: "known", cells: { actual: satang(318_100n) } }],
    absences: [ABSENCE],
    amountInWords: satang(318_100n),
  },
});
const IN_WORDS = "สามพันหนึ่งร้อยแปดสิบเอ็ดบาทถ้วน";

it("is drawn in a sound PDF: what is absent above the table, sections, subtotals, the amount in words below", async () => {
  const bytes = await renderBytes(document);
  checkStructure(bytes);
  const text = pageTexts(bytes, "raw").join("\n");
  expect(text.indexOf(ABSENCE)).toBeGreaterThan(0);
  expect(text.indexOf(ABSENCE)).toBeLessThan(text.indexOf("ภาษีป้าย"));
  expect(text).toContain("รายรับ\nภาษีป้าย ไม่ได้ตั้ง 3,180.00\nรวมรายรับ 3,180.00");
  expect(text).toContain(`(ตัวอักษร) ${IN_WORDS}`);
});

it("stands in Excel with a word for every kind of row, and adds up the entries alone", async () => {
  const shown = readWithLibreOffice(await collectBytes(renderExcel(document)));
  const cover = (shown.get(COVER_SHEET) ?? []).map((cells) => cells.slice(0, 2));
  expect(cover).toContainEqual(["ข้อมูลของแบบนี้ไม่มีในชุดข้อมูล", ABSENCE]);
  expect(cover).toContainEqual(["ตัวอักษร", IN_WORDS]);
  const rows = [...shown.entries()].find(([name]) => name !== COVER_SHEET)?.[1] ?? [];
  const from = rows.findIndex((cells) => cells[0] === "รายรับ");
  expect(rows.slice(from, from + 8).map((cells) => cells.slice(0, 4))).toEqual([
    ["รายรับ", "", "", "หัวข้อ"],
    ["ภาษีป้าย", "ไม่ได้ตั้ง", "3,180.00", "รายการ"],
    ["รวมรายรับ", "", "3,180.00", "ยอดรวมย่อย"],
    ["", "", "", "บรรทัดว่าง"],
    ["คงเหลือ", "", "1.00", "รายการ"],
    ["รวม", "", "3,181.00", "รวม"],
    [IN_WORDS, "", "", "ตัวอักษร"],
    ["ผลบวกเฉพาะแถว «รายการ» (สูตร)", "", "3,181.00", ""],
  ]);
});

it("is a row each in CSV, and one object in JSON", async () => {
  const table = parse(await collectBytes(renderCsv(document)), { bom: true }) as string[][];
  expect(table.slice(1, 9)).toEqual([
    ["หัวข้อ", "รายรับ", "", "", ""],
    ["รายการ", "ภาษีป้าย", "ไม่ได้ตั้ง", "3180.00", ""],
    ["ยอดรวมย่อย", "รวมรายรับ", "", "3180.00", ""],
    ["บรรทัดว่าง", "", "", "", ""],
    ["รายการ", "คงเหลือ", "", "1.00", ""],
    ["รวม", "รวม", "", "3181.00", ""],
    ["ตัวอักษร", IN_WORDS, "", "", ""],
    ["ไม่มีในชุดข้อมูล", ABSENCE, "", "", "ข้อมูลของแบบนี้ไม่มีในชุดข้อมูล"],
  ]);
  const value = JSON.parse((await collectBytes(renderJson(document))).toString("utf8"));
  expect(value).toMatchObject({ amountInWords: IN_WORDS, absences: [ABSENCE] });
  expect(value.rows[4]).toMatchObject({ kind: "entry", rule: "double", actual: "1.00" });
});
