/** Finds the table on a sheet: the row of heads, over one or two rows, and which column says what. Guesses are offered, and said to be guesses. */
import { TABLE_BOOKS, type TableBook } from "../book-document";
import { headKey, REKEYED_COLUMNS } from "./columns";
import type { Sheet } from "./sheet";

/** Which column of the sheet (0 for A) holds which of ours. */
export type ColumnMapping = Readonly<Record<string, number>>;

export interface FoundTable {
  readonly book: TableBook;
  /** Row of the heads; data begin below it. */
  readonly headRow: number;
  readonly mapping: ColumnMapping;
  /** All heads in one spelling, by column: what a mapping is remembered by. */
  readonly heads: string;
  /** Ids of required columns that no head names. */
  readonly lacking: readonly string[];
}

/** Rows at the top in which heads are looked for. */
const HEAD_ROWS = 25;

/** The book and the row that name most columns; undefined where not even two heads are known. */
export function findTable(sheet: Sheet): FoundTable | undefined {
  let best: FoundTable | undefined;
  let most = 1;
  const rows = sheet.rows.slice(0, HEAD_ROWS);
  for (const [at, row] of rows.entries())
    for (const book of TABLE_BOOKS) {
      const heads = new Map<number, string>();
      const above = rows[at - 1];
      // a head over two rows: the lower one speaks, the upper one where the lower is empty (merged)
      if (above && above.rowNo === row.rowNo - 1)
        for (const [column, cell] of above.cells) heads.set(column, headKey(cell.text));
      for (const [column, cell] of row.cells) heads.set(column, headKey(cell.text));
      const mapping = mapHeads(book, heads);
      const lacking = lackingColumns(book, mapping);
      const score = Object.keys(mapping).length * 2 - lacking.length;
      if (score <= most || Object.keys(mapping).length < 2) continue;
      most = score;
      best = { book, headRow: row.rowNo, mapping, heads: headsText(heads), lacking };
    }
  return best;
}

/** Each column is named once; the first name of the list that stands on the sheet wins. */
function mapHeads(book: TableBook, heads: ReadonlyMap<number, string>): ColumnMapping {
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  for (const { id, names } of REKEYED_COLUMNS[book])
    for (const name of names) {
      const found = [...heads].find(([column, head]) => head === headKey(name) && !taken.has(column));
      if (!found) continue;
      mapping[id] = found[0];
      taken.add(found[0]);
      break;
    }
  return mapping;
}

function headsText(heads: ReadonlyMap<number, string>): string {
  return [...heads]
    .sort(([left], [right]) => left - right)
    .map(([column, head]) => `${column}:${head}`)
    .join("|");
}

/** Required columns of the book that the mapping lacks. */
export function lackingColumns(book: TableBook, mapping: ColumnMapping): string[] {
  return REKEYED_COLUMNS[book]
    .filter(({ id, isRequired }) => isRequired && mapping[id] === undefined)
    .map(({ id }) => id);
}

/** Heads of a row that people chose, in the same spelling as those of a table that was found. */
export function headsOf(sheet: Sheet, headRow: number): string {
  const row = sheet.rows.find(({ rowNo }) => rowNo === headRow);
  return headsText(new Map([...(row?.cells ?? [])].map(([column, cell]) => [column, headKey(cell.text)])));
}
