/** Compares a file's header row with the format's, exactly; says how far rows can be read under one that differs. */
import { isUtf8 } from "node:buffer";
import type { ScanPlan } from "./scan-plan";
import { INCOMPLETE, looksLikeRow, type SplitOptions, splitRow } from "./split-row";

export interface HeaderReading {
  /** Where the first data row begins. */
  readonly next: number;
  /** For each of the table's columns the cell that holds it; null if rows are as the format has them. */
  readonly order: Int32Array | null;
  /** Cells of a row under this header. */
  readonly columnCount: number;
  /** No column can be told from the header: rows are set aside. */
  readonly isUnknown: boolean;
  /** The header as it stood, where it differs. */
  readonly found: string | null;
  /** The text ends within what could have become the right header. */
  readonly isCutOff: boolean;
  /** Columns of the table that it names. */
  readonly namesKnown: number;
}

const BOM = "\ufeff";

/** A header of the right names in another order, or with further columns among them, is read by name. */
function orderByName(plan: ScanPlan, names: readonly string[]): Int32Array | undefined {
  const order = Int32Array.from(plan.spec.columns, (column) => names.indexOf(column.name));
  const isClear = plan.spec.columns.every((column) => names.filter((name) => name === column.name).length === 1);
  return isClear ? order : undefined;
}

/** Reads the header at the beginning of `options.src`; INCOMPLETE if its end is not yet there. */
export function readHeader(plan: ScanPlan, options: SplitOptions): HeaderReading | typeof INCOMPLETE {
  const { src, end, isFinal } = options;
  const exact = {
    order: null,
    columnCount: plan.columnCount,
    isUnknown: false,
    found: null,
    isCutOff: false,
    namesKnown: plan.columnCount,
  };
  const length = plan.header.length;
  if (end >= length && plan.header.compare(src, 0, length) === 0) {
    const lineEnd = src[length] === 0x0d ? length + 1 : length;
    if (lineEnd < end && src[lineEnd] === 0x0a) return { ...exact, next: lineEnd + 1 };
    if (lineEnd >= end) return isFinal ? { ...exact, next: end } : INCOMPLETE;
  }
  const split = splitRow(options, 0);
  if (split === INCOMPLETE) return INCOMPLETE;
  const line = Buffer.from(src.buffer, src.byteOffset, split.to);
  const text = line.toString("utf8");
  // no header at all: the first record is a row already
  if (looksLikeRow(options, 0) === true) return { ...exact, next: 0, isUnknown: true, found: "", namesKnown: 0 };
  const hasBom = text.startsWith(BOM);
  const names =
    isUtf8(line) && !split.problem
      ? text
          .slice(hasBom ? 1 : 0)
          .split(",")
          .map(unquote)
      : [];
  if (names.join(",") === plan.header.toString())
    return { ...exact, next: split.next, found: hasBom ? "U+FEFF" : null };
  const order = orderByName(plan, names);
  const isCutOff = isFinal && split.next === end && plan.header.toString().startsWith(text);
  const namesKnown = plan.spec.columns.filter((column) => names.includes(column.name)).length;
  return {
    next: split.next,
    order: order ?? null,
    columnCount: names.length,
    isUnknown: !order,
    found: text,
    isCutOff,
    namesKnown,
  };
}

function unquote(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1) : cell;
}
