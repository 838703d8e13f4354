/**
 * Rows of a table into documents. A cell that cannot be read is a problem with its address, and its document is kept apart whole, so that no
 * half of it is compared. Total rows are recognised and left out, and said.
 */
import { formatAccountCode, parseAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang, toBahtText, ZERO } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { ROW_KIND_COLUMN, ROW_KINDS } from "@/lib/wording/tabular";
import type { BookDocument, TableBook } from "../book-document";
import { type Reading, readAmount, readCode, readDay, readText } from "./cell-values";
import { headKey, REKEYED_COLUMNS } from "./columns";
import type { ColumnMapping } from "./find-table";
import { addressOf, type Sheet, type SheetRow } from "./sheet";

export interface CellProblem {
  /** `C12` */
  readonly address: string;
  readonly sheet: string;
  /** Thai sentence. */
  readonly problem: string;
}

export interface ReadDocuments {
  readonly documents: readonly BookDocument[];
  readonly problems: readonly CellProblem[];
  /** What was taken for granted, by cell: a year of two digits, a number read as a day. */
  readonly assumptions: readonly CellProblem[];
  /** Rows of totals and brought-forward balances, left out. */
  readonly leftOutRows: readonly number[];
  readonly rowsRead: number;
}

export interface TableToRead {
  readonly sheet: Sheet;
  readonly book: TableBook;
  readonly headRow: number;
  readonly mapping: ColumnMapping;
}

interface Line {
  readonly rowNo: number;
  readonly number: string | null;
  readonly date: IsoDate;
  readonly account: string;
  readonly amount: Amount;
  readonly cells: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Words that begin a row of totals. */
const TOTAL_ROW = /^(รวม|ยอดยกมา|ยอดยกไป|ยอดรวม|total)/i;

export function readDocuments({ sheet, book, headRow, mapping }: TableToRead): ReadDocuments {
  const problems: CellProblem[] = [];
  const assumptions: CellProblem[] = [];
  const leftOutRows: number[] = [];
  const spoilt = new Set<string>();
  const lines: Line[] = [];
  let rowsRead = 0;
  let before: { number: string | null; date: IsoDate | undefined } = { number: null, date: undefined };
  const rowKind = rowKindColumn(sheet, headRow);
  for (const row of sheet.rows) {
    if (row.rowNo <= headRow) continue;
    if (isTotalRow(row) || !isEntryRow(row, rowKind)) {
      leftOutRows.push(row.rowNo);
      continue;
    }
    rowsRead += 1;
    const problemsBefore = problems.length;
    const cellOf = <Value>(id: string, read: (cell: never) => Reading<Value>): Value | undefined => {
      const column = mapping[id];
      const cell = column === undefined ? undefined : row.cells.get(column);
      if (column === undefined || !cell) return undefined;
      const reading = read(cell as never);
      const place = { address: addressOf(column, row.rowNo), sheet: sheet.name };
      if ("problem" in reading) problems.push({ ...place, problem: reading.problem });
      else if (reading.assumed) assumptions.push({ ...place, problem: reading.assumed });
      return "problem" in reading ? undefined : reading.value;
    };
    const lack = (id: string): void => {
      const column = mapping[id] ?? 0;
      const label = REKEYED_COLUMNS[book].find((one) => one.id === id)?.names[0] ?? id;
      problems.push({ address: addressOf(column, row.rowNo), sheet: sheet.name, problem: `ไม่มี${label}` });
    };
    const hasRead = () => problems.length === problemsBefore;
    const number = cellOf("number", readCode) ?? (book === "journal" && hasRead() ? before.number : null);
    const date =
      cellOf("date", (cell) => readDay(cell, sheet.isFrom1904)) ??
      (book === "journal" && hasRead() ? before.date : undefined);
    const account = cellOf("account", readCode);
    const amount =
      book === "journal"
        ? sided(cellOf("debit", readAmount), cellOf("credit", readAmount))
        : cellOf("amount", readAmount);
    const cells: Record<string, string> = {};
    const net = cellOf("net", readAmount);
    if (net !== undefined) cells.net = toBahtText(net);
    const remittance = cellOf("remittance", readCode);
    if (remittance !== undefined) cells.remittance = remittance;
    const text = [cellOf("payee", readText), cellOf("text", readText)].filter((part) => part !== undefined).join(" ");
    if (hasRead()) {
      if (date === undefined) lack("date");
      if (account === undefined) lack("account");
      if (amount === undefined) lack(book === "journal" ? "debit" : "amount");
    }
    if (number !== null) before = { number, date };
    if (!hasRead() || date === undefined || account === undefined || amount === undefined) {
      if (number !== null) spoilt.add(`${number} ${date ?? ""}`);
      if (number !== null) spoilt.add(number);
      continue;
    }
    lines.push({ rowNo: row.rowNo, number, date, account: accountText(book, account), amount, cells, text });
  }
  return { documents: group(book, lines, spoilt), problems, assumptions, leftOutRows, rowsRead };
}

/** Debit above, credit below zero; undefined where neither stands. */
function sided(debit: Amount | undefined, credit: Amount | undefined): Amount | undefined {
  if (debit === undefined && credit === undefined) return undefined;
  return satang((debit ?? ZERO) - (credit ?? ZERO));
}

/** Thirteen digits are an account however they are written; everything else stays as it is. */
function accountText(book: TableBook, text: string): string {
  const code = book === "journal" ? parseAccountCode(text.replace(/\s/g, "")) : undefined;
  return code === undefined ? text : formatAccountCode(code);
}

/** Column in which a file of our own says what a row is: only rows read from the archive are a document's. */
function rowKindColumn(sheet: Sheet, headRow: number): number | undefined {
  const heads = sheet.rows.find(({ rowNo }) => rowNo === headRow)?.cells;
  return [...(heads ?? [])].find(([, cell]) => headKey(cell.text) === headKey(ROW_KIND_COLUMN))?.[0];
}

function isEntryRow(row: SheetRow, rowKind: number | undefined): boolean {
  return rowKind === undefined || row.cells.get(rowKind)?.text.trim() === ROW_KINDS.entry;
}

function isTotalRow(row: SheetRow): boolean {
  const [first] = [...row.cells.values()].filter(({ kind }) => kind === "text");
  return first !== undefined && TOTAL_ROW.test(first.text.trim());
}

/** Lines of one number and day are one document of the journal; receipts and requisitions are one row each. */
function group(book: TableBook, lines: readonly Line[], spoilt: ReadonlySet<string>): BookDocument[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.number !== null && spoilt.has(line.number)) continue;
    const key = book === "journal" && line.number !== null ? `${line.number} ${line.date}` : `row ${line.rowNo}`;
    const known = groups.get(key);
    if (known) known.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const texts = [...new Set(group.map(({ text }) => text).filter((text) => text !== ""))];
    return [
      {
        id: `${book} ${first.rowNo}`,
        book,
        number: first.number,
        date: first.date,
        lines: group.map(({ account, amount }) => ({ account, amount })),
        cells: first.cells,
        text: texts.join(" "),
      },
    ];
  });
}
