/** Whether a page of a report fits a desktop: then the page itself scrolls and the head stays at the window's top; else the table scrolls in its frame. */
import type { ReportColumn, ReportRow } from "@/lib/reports/document";
import { cellText } from "./report-cell";

const DESKTOP_PX = 1150;
const CELL_PADDING_PX = 20;
const MARK_PX = 40;
const DIGIT_PX = 8.8;
const OTHER_PX = 7;
/** Heads of figures are no narrower (ledger.css), however small the figures. */
const FIGURE_PX_MIN = 72;
/** Texts break into lines; below this they would break too often. */
const TEXT_PX_MIN = 180;

export function fitsDesktop(
  columns: readonly ReportColumn[],
  rows: readonly Pick<ReportRow, "cells" | "marks">[],
): boolean {
  const widths = columns.map((column) => {
    if (column.kind === "text") return TEXT_PX_MIN;
    const cells = rows.map((row) => {
      const text = cellText(column, row.cells[column.id] ?? null);
      return textWidth(text) + (row.marks?.[column.id] ? MARK_PX : 0);
    });
    const least = column.kind === "amount" || column.kind === "count" ? FIGURE_PX_MIN : 0;
    return CELL_PADDING_PX + Math.max(least, ...cells);
  });
  return widths.reduce((sum, width) => sum + width, 0) <= DESKTOP_PX;
}

function textWidth(text: string): number {
  const digits = text.replace(/\D/g, "").length;
  return digits * DIGIT_PX + (text.length - digits) * OTHER_PX;
}
