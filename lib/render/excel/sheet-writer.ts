/** Writes rows to a sheet of exceljs' streaming writer: values with shared styles, and a pause when the reader of the file is slow. */
import { once } from "node:events";
import type { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { CellFormulaValue, CellRichTextValue, Row, Style, Worksheet } from "exceljs";

export interface StyledCell {
  readonly value: string | number | CellRichTextValue | CellFormulaValue | null;
  readonly style: Partial<Style>;
}

/** exceljs keeps a style per row, though its types do not say so. */
type StyledRow = Row & { style: Partial<Style> };

/** Appends one row; `undefined` leaves a cell out. Gives the row's number. */
export function writeRow(
  sheet: Worksheet,
  cells: readonly (StyledCell | undefined)[],
  rowStyle: Partial<Style>,
  layout: {
    readonly heightPoints?: number;
    readonly outlineLevel?: number;
    /** First and last column of one merged cell, counted from 1. */
    readonly merge?: readonly [from: number, to: number];
  } = {},
): number {
  const row = sheet.addRow([]) as StyledRow;
  row.style = rowStyle;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (!cell) continue;
    const written = row.getCell(index + 1);
    if (cell.value !== null) written.value = cell.value;
    written.style = cell.style;
  }
  if (layout.heightPoints !== undefined) row.height = layout.heightPoints;
  if (layout.outlineLevel) row.outlineLevel = layout.outlineLevel;
  const { number } = row;
  if (layout.merge) sheet.mergeCells(number, layout.merge[0], number, layout.merge[1]);
  row.commit();
  return number;
}

/** Thrown inside the writer when nobody reads the file any more. */
export class ReaderGoneError extends Error {
  override readonly name = "ReaderGoneError";
}

/**
 * To be awaited between batches of rows: lets the event loop turn (zip, sockets, messages), and waits until the reader has taken
 * what was written, so that memory stays bounded however slow the reader is.
 */
export async function makeWay(output: PassThrough): Promise<void> {
  await nextTurn();
  while (output.writableNeedDrain && !output.destroyed) {
    const gone = new AbortController();
    const closed = once(output, "close", { signal: gone.signal });
    await Promise.race([once(output, "drain", { signal: gone.signal }), closed]);
    gone.abort();
  }
  if (output.destroyed) throw new ReaderGoneError("the reader of the workbook is gone");
}
