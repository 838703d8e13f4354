/** A sheet as it was uploaded, from a workbook or a CSV: cells with their addresses, nothing interpreted yet. */

/**
 * `number` holds the decimal text of the file, never a float. `date` an Excel day that its format shows as one: its serial number as text.
 * `none` is a formula whose result the file does not hold, or an error value such as #REF!: it has no value and is never taken as zero.
 */
export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "none"; readonly text: string };

export interface SheetRow {
  /** As Excel numbers it, from 1; the record's number in a CSV, its head included. */
  readonly rowNo: number;
  /** By column, 0 for A; empty cells are left out. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Days are counted from 1904 instead of 1900. */
  readonly isFrom1904: boolean;
}

/** `C12` */
export function addressOf(column: number, rowNo: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${rowNo}`;
}

/** Column of an address, 0 for A; undefined where it is none. */
export function columnOf(address: string): number | undefined {
  const match = /^([A-Z]{1,3})\d+$/.exec(address);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
