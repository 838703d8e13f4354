/** Writes one row of a report document. Runs for every row of the largest reports: cells are set one by one, without lists in between. */
import type { Row, Style, Worksheet } from "exceljs";
import { isMarkerRow, rowCondition } from "@/lib/render/tabular/row-condition";
import type { ReportRow } from "@/lib/reports/document";
import { ROW_KINDS, TOO_LONG_FOR_NUMBER } from "@/lib/wording/tabular";
import { textCell, type WrittenCell, writtenCell } from "./cell-value";
import { beginRow } from "./sheet-writer";
import { LINE_HEIGHT_POINTS } from "./styles";
import { CONDITION_WIDTH, type Table } from "./table";
import { linesOf } from "./text-width";

/**
 * The report's cells, then «ประเภทแถว», by which filters and sums leave out what must not be added again, then «สภาพข้อมูล».
 * The sentence of a marker row also stands in the label column, where that is free.
 */
export function writeDocumentRow(sheet: Worksheet, table: Table, row: ReportRow): void {
  const { columns, widths, labelColumn, styleOf } = table;
  const written = beginRow(sheet);
  const isMarker = isMarkerRow(row);
  let lines = 1;
  let condition = rowCondition(row, columns);
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (column === undefined) continue;
    const level = at === labelColumn ? (row.level ?? 0) : 0;
    const mark = row.marks?.[column.id]?.state;
    let cell = writtenCell(row.cells[column.id], column.kind);
    if (cell === null && at === labelColumn && row.text !== undefined) cell = textCell(row.text);
    if (cell !== null) {
      setCell(written, at + 1, cell, styleOf(row.kind, cell.look, mark, level));
      if (cell.look === "text") lines = Math.max(lines, linesOf(cell.text, (widths[at] ?? 1) - level));
      else if (cell.look === "amount" && cell.text !== "") condition = joined(condition, TOO_LONG_FOR_NUMBER);
    } else if (isMarker || mark !== undefined) written.getCell(at + 1).style = styleOf(row.kind, "plain", mark);
  }
  const kind = written.getCell(columns.length + 1);
  kind.value = ROW_KINDS[row.kind];
  kind.style = styleOf(row.kind, "plain");
  if (condition !== "") {
    lines = Math.max(lines, linesOf(condition, CONDITION_WIDTH));
    const cell = textCell(condition);
    setCell(written, columns.length + 2, cell, styleOf(row.kind, cell.look));
  }
  if (lines > 1) written.height = lines * LINE_HEIGHT_POINTS;
  written.commit();
}

function setCell(row: Row, column: number, cell: WrittenCell, style: Partial<Style>): void {
  const place = row.getCell(column);
  place.value = cell.value;
  place.style = style;
}

function joined(condition: string, further: string): string {
  if (condition.includes(further)) return condition;
  return condition === "" ? further : `${condition} · ${further}`;
}
