/**
 * งบประมาณคงเหลือ in the cells of New e-LAAS' own export (`reportRemainBudgetXlsx`, DOMAIN.md §3.2 REMAIN), for sheets and programs that are made for it:
 * B2 print stamp, B4 fiscal year, B5 LAO, headings in row 8, figures from row 9 in 15 columns, sums in rows that begin with «รวม». The wording of
 * the headings was not seen and is ours. What the export has not, whether a figure is damaged, stands right of its columns; the cover sheet follows.
 */
import type { Worksheet } from "exceljs";
import { formatMoment } from "@/lib/period/date";
import { fiscalYearOf, parseMonth } from "@/lib/period/month";
import { rowCondition, totalCondition, totalLabel } from "@/lib/render/tabular/row-condition";
import type { CellValue, DamageMark, ReportColumn, ReportDocument } from "@/lib/reports/document";
import { placeName } from "@/lib/wording/render";
import { ELAAS_REMAINING } from "@/lib/wording/tabular";
import { amountCell, textCell, type WrittenCell } from "./cell-value";
import { writeCoverSheet } from "./cover-sheet";
import { pageSetup } from "./page-setup";
import { writeSealSheet } from "./seal-sheet";
import { makeWay, type StyledCell, writeRow } from "./sheet-writer";
import { streamWorkbook } from "./stream-workbook";
import { makeStyles, type RowLook, type StyleOf } from "./styles";

/** Columns of the sheet, counted from 1, by the report's own; G, H and N are empty, as found. */
const PLACES: Readonly<Record<string, number>> = {
  work: 2,
  category: 3,
  expense: 4,
  project: 5,
  budget_code: 6,
  approved: 9,
  transferred_in: 10,
  transferred_out: 11,
  encumbered: 12,
  disbursed: 13,
  remaining: 15,
};
const CONDITION = 16;
const WIDTHS = [3, 26, 18, 28, 28, 20, 3, 3, 17, 15, 15, 15, 17, 3, 17, 40];

const ROWS_BETWEEN_PAUSES = 200;

export function renderElaasRemaining(document: ReportDocument): AsyncGenerator<Uint8Array> {
  return streamWorkbook(document, async (workbook, output) => {
    const styleOf = makeStyles();
    const sheet = workbook.addWorksheet(document.title, pageSetup(document, { isLandscape: true, titleRows: "8:8" }));
    sheet.columns = WIDTHS.map((width) => ({ width }));
    const line = lineWriter(sheet, styleOf);
    writeHead(line, document);
    let written = 0;
    for await (const row of document.rows()) {
      const look = row.kind === "missing" || row.kind === "subtotal" ? row.kind : "entry";
      line(look, cellsOf(document.columns, row.cells), rowCondition(row, document.columns), row.marks);
      if (++written % ROWS_BETWEEN_PAUSES === 0) await makeWay(output);
    }
    for (const total of document.totals) {
      const cells = { work: totalLabel(total), ...total.cells };
      line("total", cellsOf(document.columns, cells), totalCondition(total));
    }
    sheet.commit();
    writeCoverSheet(
      workbook,
      { ...document, absences: [...document.absences, ELAAS_REMAINING.headingsAreOurs] },
      styleOf,
    );
    writeSealSheet(workbook, document, styleOf);
  });
}

type Cells = ReadonlyMap<number, WrittenCell>;
type Marks = Readonly<Record<string, DamageMark>>;

function writeHead(line: LineWriter, document: ReportDocument): void {
  const text = (words: string): Cells => new Map([[2, textCell(words)]]);
  const none: Cells = new Map();
  const month = parseMonth(document.parameters.find(({ id }) => id === "month")?.value ?? "");
  if (!month) throw new Error("the report has no month");
  const stamp = formatMoment(document.printedAt).replace(/ น\.$/, "");
  line("plain", none, document.snapshot.synthetic ? ELAAS_REMAINING.synthetic : "");
  line("plain", text(ELAAS_REMAINING.printed(stamp)), "");
  line("plain", none, "");
  line("plain", text(ELAAS_REMAINING.fiscalYear(fiscalYearOf(month))), "");
  line("plain", text(placeName(document.place)), "");
  line("plain", none, "");
  line("plain", none, "");
  const headings = document.columns.map((column) => [PLACES[column.id] ?? 0, textCell(column.label)] as const);
  line("head", new Map(headings), ELAAS_REMAINING.condition);
}

function cellsOf(columns: readonly ReportColumn[], cells: Readonly<Record<string, CellValue>>): Cells {
  const made = new Map<number, WrittenCell>();
  for (const { id, kind } of columns) {
    const [place, value] = [PLACES[id], cells[id] ?? null];
    if (place === undefined || value === null) continue;
    made.set(
      place,
      typeof value === "bigint" ? amountCell(value) : textCell(String(value), kind === "code" ? "code" : "text"),
    );
  }
  return made;
}

type LineWriter = (look: RowLook | "plain", cells: Cells, condition: string, marks?: Marks) => void;

/** Writes one row: its cells at their places, and the condition right of them. */
function lineWriter(sheet: Worksheet, styleOf: StyleOf): LineWriter {
  const idOf = new Map(Object.entries(PLACES).map(([id, place]) => [place, id]));
  return (look, cells, condition, marks = {}) => {
    const row: RowLook = look === "plain" ? "entry" : look;
    const all = condition === "" ? cells : new Map([...cells, [CONDITION, textCell(condition)]]);
    const styled = WIDTHS.map((_, index): StyledCell | undefined => {
      const cell = all.get(index + 1);
      return cell && { value: cell.value, style: styleOf(row, cell.look, marks[idOf.get(index + 1) ?? ""]?.state) };
    });
    writeRow(sheet, styled);
  };
}
