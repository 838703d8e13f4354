/** How many lines most rows of a report need: a sheet's own row height is made for those, so that few rows have to say theirs. */
import type { ReportColumn, ReportDocument } from "@/lib/reports/document";
import { type CellMaker, cellLines } from "./cell-value";

/** A sample of rows is enough for a guess; a row that needs another height than the usual one has it written. */
const SAMPLE_ROWS = 40;
const LINES_MAX = 4;

/** @param columns with their width on the sheet and what makes their cells */
export async function usualLines(
  document: ReportDocument,
  columns: readonly (ReportColumn & { readonly cellOf: CellMaker })[],
): Promise<number> {
  const texts = columns.filter((column) => column.kind === "text");
  const lines: number[] = [];
  for await (const row of document.rows({ offset: 0, limit: SAMPLE_ROWS })) {
    const needed = texts.map(({ id, width, cellOf }) => {
      const value = row.cells[id];
      return typeof value === "string" ? cellLines(cellOf(value), width) : 1;
    });
    lines.push(Math.max(1, ...needed));
    if (lines.length === SAMPLE_ROWS) break;
  }
  lines.sort((a, b) => a - b);
  return Math.min(LINES_MAX, lines[lines.length >> 1] ?? 1);
}
