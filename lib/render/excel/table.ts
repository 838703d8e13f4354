/** A sheet of figures before its first row: columns, official head rows, frozen head, page. */
import type { Workbook, Worksheet } from "exceljs";
import type { ReportColumn, ReportColumnKind, ReportDocument } from "@/lib/reports/document";
import { APPROXIMATE_FORM_MARK, placeName, SYNTHETIC_MARK, UNIT_IS_BAHT, whereabouts } from "@/lib/wording/render";
import { CONDITION_COLUMN, ROW_KIND_COLUMN } from "@/lib/wording/tabular";
import { type CellMaker, cellLines, cellMaker, textCell } from "./cell-value";
import { pageSetup } from "./page-setup";
import { type StyledCell, writeRow } from "./sheet-writer";
import { LINE_HEIGHT_POINTS, type StyleOf } from "./styles";
import { usualLines } from "./usual-lines";

const PORTRAIT_COLUMNS_MAX = 7;
const KIND_WIDTH = 14;
export const CONDITION_WIDTH = 34;

const CHARACTERS_A_SHARE = 1.25;
const NARROWEST: Record<ReportColumnKind, number> = { text: 18, code: 16, date: 12, amount: 18, count: 10 };
const WIDEST = 60;
const ONE_LINE = { heightPoints: LINE_HEIGHT_POINTS } as const;

/** A column of the sheet: the report's own, with its width in characters, as Excel counts them, and what makes its cells. */
export interface SheetColumn extends Omit<ReportColumn, "width"> {
  readonly width: number;
  readonly cellOf: CellMaker;
}

/** What all sheets of figures of one workbook share. */
export interface Table {
  readonly document: ReportDocument;
  readonly columns: readonly SheetColumn[];
  /** Place of the column that takes labels and sentences: the first of texts, else the first. */
  readonly labelColumn: number;
  readonly styleOf: StyleOf;
  /** Lines of a row whose height is not written. */
  readonly usualLines: number;
}

/** One sheet while its rows are written. */
export interface OpenSheet {
  readonly sheet: Worksheet;
  /** Number of the row of column labels, counted from 1. */
  readonly headRow: number;
  rowsWritten: number;
}

export async function makeTable(document: ReportDocument, styleOf: StyleOf): Promise<Table> {
  const columns = document.columns.map((column) => ({
    ...column,
    width: Math.min(WIDEST, Math.max(NARROWEST[column.kind], Math.round(column.width * CHARACTERS_A_SHARE))),
    cellOf: cellMaker(column.kind),
  }));
  const firstText = columns.findIndex((column) => column.kind === "text");
  return {
    document,
    columns,
    labelColumn: Math.max(0, firstText),
    styleOf,
    usualLines: await usualLines(document, columns),
  };
}

/** @param part 1 for the first sheet; further ones carry their number in the name */
export function openSheet(workbook: Workbook, table: Table, part: number): OpenSheet {
  const { document, columns, styleOf } = table;
  const hasGroups = columns.some((column) => column.group !== undefined);
  const titles = titleLines(document);
  const headRow = titles.length + (hasGroups ? 2 : 1);
  const sheet = workbook.addWorksheet(sheetName(document.title, part), {
    ...pageSetup(document, { isLandscape: columns.length > PORTRAIT_COLUMNS_MAX, titleRows: `1:${headRow}` }),
    properties: { defaultRowHeight: LINE_HEIGHT_POINTS * table.usualLines },
    views: [{ state: "frozen", xSplit: 0, ySplit: headRow, topLeftCell: `A${headRow + 1}` }],
  });
  sheet.columns = [...columns.map(({ width }) => width), KIND_WIDTH, CONDITION_WIDTH].map((width) => ({ width }));
  for (const text of titles)
    writeRow(sheet, [{ value: textCell(text).value, style: styleOf("title", "text") }], ONE_LINE);
  const heading = (text: string): StyledCell => ({ value: textCell(text).value, style: styleOf("head", "text") });
  if (hasGroups) writeRow(sheet, [...columns.map((column) => column.group ?? ""), "", ""].map(heading), ONE_LINE);
  const lines = columns.map((column) => cellLines(textCell(column.label), column.width));
  writeRow(sheet, [...columns.map((column) => column.label), ROW_KIND_COLUMN, CONDITION_COLUMN].map(heading), {
    heightPoints: LINE_HEIGHT_POINTS * Math.max(1, ...lines),
  });
  return { sheet, headRow, rowsWritten: 0 };
}

/** LAO, report, period as printed forms have them; then what the figures are about, and in what unit. */
function titleLines(document: ReportDocument): string[] {
  const { place, fields, snapshot } = document;
  const title = [
    document.title,
    ...(document.isApproximateForm ? [APPROXIMATE_FORM_MARK] : []),
    ...(snapshot.synthetic ? [SYNTHETIC_MARK] : []),
  ];
  return [
    `${placeName(place)} ${whereabouts(place)}`,
    title.join(" · "),
    document.period,
    [...fields.map((field) => `${field.label}: ${field.value}`), UNIT_IS_BAHT].join("  "),
  ];
}

const SHEET_NAME_MAX = 31;
const words = new Intl.Segmenter("th", { granularity: "word" });

/**
 * Excel's rule: at most 31 characters, none of `[]:*?/\`; no quote either, which would break the references to the sheet. A long title ends with a
 * whole word: cut anywhere, it would end in half of one, or in a letter that has lost its vowel.
 */
export function sheetName(title: string, part: number): string {
  const ending = part === 1 ? "" : ` (${part})`;
  let name = "";
  for (const { segment } of words.segment(title.replace(/[[\]:*?/\\']/g, " ").trim())) {
    if (name.length + segment.length > SHEET_NAME_MAX - ending.length) break;
    name += segment;
  }
  return `${name.trim()}${ending}`;
}
