/** Last sheet of an issued workbook: its code, how to check it, and the QR code in cells. exceljs' streaming writer has no pictures. */
import type { Fill, Style, Workbook } from "exceljs";
import { QUIET_SQUARES, qrSquares } from "@/lib/render/qr/qr-squares";
import type { ReportDocument } from "@/lib/reports/document";
import { howToVerify, SEAL_LABELS, SEAL_SHEET } from "@/lib/wording/seal";
import { cellLines, textCell } from "./cell-value";
import { pageSetup } from "./page-setup";
import { type StyledCell, writeRow } from "./sheet-writer";
import { LINE_HEIGHT_POINTS, type StyleOf } from "./styles";

/** A column of this width and a row of this height are squares, in Excel and in LibreOffice. */
const SQUARE_WIDTH = 1.3;
const SQUARE_POINTS = 9;

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const DARK: Partial<Style> = { fill: solid("FF000000") };
const LIGHT: Partial<Style> = { fill: solid("FFFFFFFF") };

/** Writes and closes the sheet; nothing for a document that is not issued. */
export function writeSealSheet(workbook: Workbook, document: ReportDocument, styleOf: StyleOf): void {
  const { seal } = document;
  if (!seal) return;
  const sheet = workbook.addWorksheet(SEAL_SHEET, {
    ...pageSetup(document, { isLandscape: false }),
    views: [{ showGridLines: false }],
  });
  const rows = withQuietZone(qrSquares(seal.address));
  sheet.columns = rows.map(() => ({ width: SQUARE_WIDTH }));
  const width = rows.length * SQUARE_WIDTH;
  const texts = [
    ["title", textCell(`${SEAL_LABELS.code} ${seal.code}`, "code")],
    ["cover", textCell(howToVerify(seal))],
    ["cover", textCell(seal.address)],
  ] as const;
  for (const [look, cell] of texts)
    writeRow(sheet, [{ value: cell.value, style: styleOf(look, cell.look) }], {
      heightPoints: (cellLines(cell, width) + 1) * LINE_HEIGHT_POINTS,
      merge: [1, rows.length],
    });
  for (const row of rows) {
    const cells = row.map((isDark): StyledCell => ({ value: "", style: isDark ? DARK : LIGHT }));
    writeRow(sheet, cells, { heightPoints: SQUARE_POINTS });
  }
  sheet.commit();
}

function withQuietZone(squares: readonly (readonly boolean[])[]): boolean[][] {
  const side = squares.length + 2 * QUIET_SQUARES;
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (__, x) => squares[y - QUIET_SQUARES]?.[x - QUIET_SQUARES] ?? false),
  );
}
