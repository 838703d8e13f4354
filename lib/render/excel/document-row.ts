/** Writes one row of a report document. Runs for every row of the largest reports: cells are set one by one, without lists in between. */
import type { CellRichTextValue, Row, Style, Worksheet } from "exceljs";
import { exactNumber } from "@/lib/render/tabular/exact-number";
import { isMarkerRow, rowCondition } from "@/lib/render/tabular/row-condition";
import type { ReportRow } from "@/lib/reports/document";
import { ROW_KINDS, TOO_LONG_FOR_NUMBER } from "@/lib/wording/tabular";
import { amountCell, cellLines, textCell } from "./cell-value";
import { beginRow } from "./sheet-writer";
import { LINE_HEIGHT_POINTS, type RowLook } from "./styles";
import { CONDITION_WIDTH, type Table } from "./table";

/**
 * The report's cells, then «ประเภทแถว», by which filters and sums leave out what must not be added again, then «สภาพข้อมูล».
 * The sentence of a marker row also stands in the label column, where that is free.
 */
export function writeDocumentRow(sheet: Worksheet, table: Table, row: ReportRow): void {
  const { columns, labelColumn, styleOf, usualLines } = table;
  const written = beginRow(sheet);
  const isMarker = isMarkerRow(row);
  const look = rowLook(row);
  let lines = 1;
  let condition = rowCondition(row, table.document.columns);
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (column === undefined) continue;
    const mark = row.marks?.[column.id]?.state;
    let value = row.cells[column.id] ?? null;
    if (value === null && at === labelColumn && row.text !== undefined) value = row.text;
    if (value === null) {
      if (isMarker || mark !== undefined) written.getCell(at + 1).style = styleOf(look, "plain", mark);
    } else if (typeof value === "bigint") {
      const number = exactNumber(value);
      if (number === undefined) condition = joined(condition, TOO_LONG_FOR_NUMBER);
      setCell(written, at + 1, number ?? amountCell(value).value, styleOf(look, "amount", mark));
    } else {
      const cell = column.cellOf(value);
      const level = at === labelColumn ? (row.level ?? 0) : 0;
      // Words among figures, or set at the right by the form, stand where the figures end.
      const isRight = column.kind === "amount" || row.right?.includes(column.id);
      setCell(
        written,
        at + 1,
        cell.value,
        styleOf(look, isRight && cell.look === "text" ? "right" : cell.look, mark, level),
      );
      if (cell.look === "text") lines = Math.max(lines, cellLines(cell, column.width - level));
    }
  }
  setCell(written, columns.length + 1, ROW_KINDS[row.kind], styleOf(look, "plain"));
  if (condition !== "") {
    const cell = textCell(condition);
    setCell(written, columns.length + 2, cell.value, styleOf(look, cell.look));
    lines = Math.max(lines, cellLines(cell, CONDITION_WIDTH));
  }
  if (lines !== usualLines) written.height = lines * LINE_HEIGHT_POINTS;
  written.commit();
}

/** A double rule closes a statement as the totals do. */
function rowLook(row: ReportRow): RowLook {
  return row.rule === "double" ? "closing" : row.kind;
}

function setCell(row: Row, column: number, value: string | number | CellRichTextValue, style: Partial<Style>): void {
  const cell = row.getCell(column);
  cell.value = value;
  cell.style = style;
}

function joined(condition: string, further: string): string {
  if (condition.includes(further)) return condition;
  return condition === "" ? further : `${condition} · ${further}`;
}
