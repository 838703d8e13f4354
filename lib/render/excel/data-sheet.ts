/** The figures of a workbook: one sheet, or several when the rows do not fit one; totals at the end of the last, outside its filter. */
import type { PassThrough } from "node:stream";
import type { Workbook } from "exceljs";
import type { ReportDocument } from "@/lib/reports/document";
import { NO_ROWS } from "@/lib/wording/render";
import { writeDocumentRow } from "./document-row";
import { makeWay, writeRow } from "./sheet-writer";
import type { StyleOf } from "./styles";
import { makeTable, type OpenSheet, openSheet } from "./table";
import { entrySums, type RowRange, writeAmountInWords, writeFormulas, writeTotals } from "./totals";

const ROWS_BETWEEN_PAUSES = 200;
/** Excel's 1,048,576 rows a sheet, less room for heads and totals. */
const ROWS_A_SHEET_MAX = 1_048_000;

/**
 * Writes and closes the sheets. Throws `ReaderGoneError` when the output is closed before the end.
 * @param rowsASheetMax rows after which another sheet is begun; told for tests only
 */
export async function writeDataSheets(
  workbook: Workbook,
  document: ReportDocument,
  styleOf: StyleOf,
  output: PassThrough,
  rowsASheetMax = ROWS_A_SHEET_MAX,
): Promise<void> {
  const table = await makeTable(document, styleOf);
  const sums = entrySums(document.columns);
  const ranges: RowRange[] = [];
  let rowsWritten = 0;
  let open = openSheet(workbook, table, 1);
  for await (const row of document.rows()) {
    if (open.rowsWritten === rowsASheetMax) {
      ranges.push(endRows(open, document.columns.length));
      open.sheet.commit();
      open = openSheet(workbook, table, ranges.length + 1);
    }
    writeDocumentRow(open.sheet, table, row);
    open.rowsWritten++;
    sums.add(row);
    if (++rowsWritten % ROWS_BETWEEN_PAUSES === 0) await makeWay(output);
  }
  if (rowsWritten === 0) {
    const before = Array.from({ length: table.labelColumn }, () => undefined);
    writeRow(open.sheet, [...before, { value: NO_ROWS, style: styleOf("entry", "text") }]);
  }
  ranges.push(endRows(open, document.columns.length));
  writeTotals(open.sheet, table);
  writeAmountInWords(open.sheet, table);
  if (rowsWritten > 0) writeFormulas(open.sheet, table, sums, ranges);
  open.sheet.commit();
}

/** Sets the filter over the rows written so far: what follows, the totals, is never hidden by it. */
function endRows({ sheet, headRow, rowsWritten }: OpenSheet, columnCount: number): RowRange {
  const to = headRow + Math.max(1, rowsWritten);
  sheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: to, column: columnCount + 2 } };
  return { sheetName: sheet.name, from: headRow + 1, to };
}
