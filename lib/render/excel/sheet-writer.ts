/** Writes rows to a sheet of exceljs' streaming writer: values with shared styles, and a pause when the reader of the file is slow. */
import { once } from "node:events";
import type { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { CellFormulaValue, CellRichTextValue, Row, Style, Worksheet } from "exceljs";

export interface StyledCell {
  /** Null for a cell that has a look and nothing in it yet. */
  readonly value: string | number | CellRichTextValue | CellFormulaValue | null;
  readonly style: Partial<Style>;
}

/** exceljs keeps a style per row, though its types do not say so, and works out each new object anew: one for all rows, without effect. */
type StyledRow = Row & { style: Partial<Style> };
const NO_ROW_STYLE: Partial<Style> = {};

/** An empty row at the sheet's end; the caller fills it and commits it. */
export function beginRow(sheet: Worksheet): Row {
  const row = sheet.addRow([]) as StyledRow;
  row.style = NO_ROW_STYLE;
  return row;
}

/** Appends one row; `undefined` leaves a cell out. */
export function writeRow(
  sheet: Worksheet,
  cells: readonly (StyledCell | undefined)[],
  layout: {
    readonly heightPoints?: number;
    /** First and last column of one merged cell, counted from 1. */
    readonly merge?: readonly [from: number, to: number];
  } = {},
): void {
  const row = beginRow(sheet);
  cells.forEach((cell, index) => {
    if (!cell) return;
    const place = row.getCell(index + 1);
    place.value = cell.value;
    place.style = cell.style;
  });
  if (layout.heightPoints !== undefined) row.height = layout.heightPoints;
  if (layout.merge) sheet.mergeCells(row.number, layout.merge[0], row.number, layout.merge[1]);
  row.commit();
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
    const either = [once(output, "drain", gone), once(output, "close", gone)];
    // The one that is called off rejects, and nobody needs to hear of it.
    for (const event of either) event.catch(() => undefined);
    await Promise.race(either);
    gone.abort();
  }
  if (output.destroyed) throw new ReaderGoneError("the reader of the workbook is gone");
}
