/**
 * Cell styles of a workbook. Each is one object for the whole file: exceljs knows a style again by its object,
 * and works each new one out anew, which costs more than writing the cell.
 */
import type { Borders, Fill, Style } from "exceljs";
import type { DamageMark } from "@/lib/reports/document";

/** DOMAIN.md §7: parentheses for negative, a dash for zero. */
export const AMOUNT_FORMAT = '#,##0.00;(#,##0.00);"-"';
/** Buddhist year with Arabic digits; LibreOffice and Excel both know calendar 07 (`[$-D07041E]` would give Thai digits). */
export const DATE_FORMAT = "[$-107041E]dd/mm/yyyy";
/** «Text»: stays text also when somebody edits the cell. */
const TEXT_FORMAT = "@";
const COUNT_FORMAT = "#,##0";

export const FONT_NAME = "TH Sarabun New";
const FONT_SIZE_POINTS = 14;
/** Height of a row of that font; Excel's own default would clip Thai marks. */
export const LINE_HEIGHT_POINTS = 21;

export type CellLook = "text" | "code" | "date" | "amount" | "count" | "plain" | "right";
export type RowLook =
  | "entry"
  | "group"
  | "opening"
  | "heading"
  | "subtotal"
  | "closing"
  | "blank"
  | "missing"
  | "reconstructed"
  | "total"
  | "check"
  | "head"
  | "title"
  | "cover"
  | "warning";

const thin = { style: "thin", color: { argb: "FFB8B8B8" } } as const;
const ink = { style: "thin", color: { argb: "FF202020" } } as const;
const THIN: Partial<Borders> = { bottom: thin };
const TOTAL: Partial<Borders> = { top: ink, bottom: { ...ink, style: "double" } };
const SUBTOTAL: Partial<Borders> = { top: ink, bottom: thin };
const OUTLINE: Partial<Borders> = { top: ink, bottom: ink, left: ink, right: ink };

/** A hatch says the state without colour: light for partly damaged, dark for unreadable; a frame for figures that do not tie. */
const HATCHES: Record<Exclude<DamageMark["state"], "inconsistent">, Fill> = {
  partial: pattern("lightUp", "FFE0B050"),
  lost: pattern("darkUp", "FFD08080"),
};

function pattern(name: "lightUp" | "darkUp" | "lightTrellis" | "gray0625" | "solid", argb: string): Fill {
  return name === "solid"
    ? { type: "pattern", pattern: "solid", fgColor: { argb } }
    : { type: "pattern", pattern: name, fgColor: { argb }, bgColor: { argb: "FFFFFFFF" } };
}

const ROW_FILLS: Partial<Record<RowLook, Fill>> = {
  group: pattern("solid", "FFF2F2F2"),
  heading: pattern("solid", "FFF2F2F2"),
  missing: pattern("lightTrellis", "FFD8B0A0"),
  reconstructed: pattern("gray0625", "FF606060"),
  head: pattern("solid", "FFE8EDF3"),
  warning: pattern("solid", "FFFFF2CC"),
};

const NUMBER_FORMATS: Record<CellLook, string | undefined> = {
  text: undefined,
  plain: undefined,
  right: TEXT_FORMAT,
  code: TEXT_FORMAT,
  date: DATE_FORMAT,
  amount: AMOUNT_FORMAT,
  count: COUNT_FORMAT,
};

const BOLD: readonly RowLook[] = [
  "group",
  "opening",
  "heading",
  "subtotal",
  "closing",
  "total",
  "head",
  "title",
  "warning",
];
const ITALIC: readonly RowLook[] = ["missing", "reconstructed", "check"];

export type StyleOf = (row: RowLook, cell: CellLook, mark?: DamageMark["state"], level?: number) => Partial<Style>;

/** Gives the style of a cell by the look of its row, its own kind, its mark and its indent (0–7); always the same object for the same four. */
export function makeStyles(): StyleOf {
  const made = new Map<number, Partial<Style>>();
  return (row, cell, mark, level = 0) => {
    const key = ((ROWS[row] * 8 + CELLS[cell]) * 4 + (mark === undefined ? 0 : MARKS[mark])) * 8 + Math.min(level, 7);
    const known = made.get(key);
    if (known) return known;
    const style = buildStyle(row, cell, mark, Math.min(level, 7));
    made.set(key, style);
    return style;
  };
}

const ROWS: Record<RowLook, number> = {
  entry: 0,
  group: 1,
  opening: 2,
  missing: 3,
  reconstructed: 4,
  total: 5,
  check: 6,
  head: 7,
  title: 8,
  cover: 9,
  warning: 10,
  heading: 11,
  subtotal: 12,
  closing: 13,
  blank: 14,
};
const CELLS: Record<CellLook, number> = { text: 0, code: 1, date: 2, amount: 3, count: 4, plain: 5, right: 6 };
const MARKS: Record<DamageMark["state"], number> = { inconsistent: 1, partial: 2, lost: 3 };

/** Where not the thin rule of a table; none at all outside one. */
const BORDERS: Partial<Record<RowLook, Partial<Borders> | undefined>> = {
  total: TOTAL,
  closing: TOTAL,
  subtotal: SUBTOTAL,
  title: undefined,
  cover: undefined,
  blank: undefined,
};

function buildStyle(
  row: RowLook,
  cell: CellLook,
  mark: DamageMark["state"] | undefined,
  level: number,
): Partial<Style> {
  const isNumber = cell === "amount" || cell === "count" || cell === "right";
  const format = NUMBER_FORMATS[cell];
  const fill = mark && mark !== "inconsistent" ? HATCHES[mark] : ROW_FILLS[row];
  const border = mark ? OUTLINE : (BORDERS[row] ?? (row in BORDERS ? undefined : THIN));
  return {
    font: {
      name: FONT_NAME,
      size: row === "title" ? FONT_SIZE_POINTS + 2 : FONT_SIZE_POINTS,
      bold: BOLD.includes(row),
      italic: ITALIC.includes(row),
    },
    alignment: {
      vertical: row === "head" ? "middle" : "top",
      horizontal: row === "head" ? "center" : isNumber ? "right" : cell === "date" ? "center" : "left",
      wrapText: row !== "title" && (cell === "text" || cell === "right"),
      ...(level > 0 && !isNumber ? { indent: level } : {}),
    },
    ...(format === undefined || row === "head" ? {} : { numFmt: format }),
    ...(fill ? { fill } : {}),
    ...(border ? { border } : {}),
  };
}
