/**
 * Reads a filled work pack: its three sheets together are one journal. Stricter than a table of somebody else's, because the form says what each
 * line needs: nothing is taken over from the line above, and a voucher that does not balance is kept apart whole.
 */
import { parseAccountCode } from "@/lib/ledger/account-code";
import { addAmounts, ZERO } from "@/lib/money/amount";
import { PACK_COLUMNS, PACK_LABELS, PACK_PROBLEMS, PACK_SHEETS } from "@/lib/wording/work-pack";
import { ENTRY_SHEETS, type EntrySheet, entryColumns, HEAD_ROW, type PackColumn } from "@/lib/workpack/layout";
import { laoOfPack } from "@/lib/workpack/work-pack";
import type { BookDocument } from "../book-document";
import { readAmount, readCode } from "./cell-values";
import { headKey } from "./columns";
import { type CellProblem, type ReadDocuments, readDocuments } from "./read-documents";
import { refuseUpload } from "./refuse-upload";
import { addressOf, type Sheet, type SheetRow } from "./sheet";

export interface FilledPack {
  readonly id: string;
  readonly sheets: ReadonlyMap<EntrySheet, Sheet>;
}

/** Of the three sheets, this many by name make the workbook a pack, whatever became of the rest. */
const SHEETS_OF_A_PACK = 2;

/**
 * The pack that the workbook is; undefined for any other workbook. Throws AppError("input/invalid") for a pack of another LAO, and for one whose
 * cover or sheets are no longer what they were: half a pack read as a whole would be wrong books.
 */
export function findWorkPack(sheets: readonly Sheet[], lao: string): FilledPack | undefined {
  const named = (name: keyof typeof PACK_SHEETS) => sheets.find((sheet) => sheet.name === PACK_SHEETS[name]);
  const id = coverId(named("cover"));
  const owner = id === undefined ? undefined : laoOfPack(id);
  const isPack = ENTRY_SHEETS.filter((name) => named(name)).length >= SHEETS_OF_A_PACK;
  if (owner === undefined && !isPack) return undefined;
  if (id === undefined || owner === undefined) refuseUpload(PACK_PROBLEMS.changedSheet(PACK_SHEETS.cover));
  if (owner !== lao) refuseUpload(PACK_PROBLEMS.notOwn(owner));
  const entries = ENTRY_SHEETS.map((name) => {
    const sheet = named(name);
    if (!sheet || !hasHeads(sheet, entryColumns(name))) refuseUpload(PACK_PROBLEMS.changedSheet(PACK_SHEETS[name]));
    return [name, sheet] as const;
  });
  return { id, sheets: new Map(entries) };
}

function coverId(cover: Sheet | undefined): string | undefined {
  const row = cover?.rows.find(({ cells }) => cells.get(0)?.text === PACK_LABELS.id);
  return row?.cells.get(1)?.text;
}

function hasHeads({ rows }: Sheet, columns: readonly PackColumn[]): boolean {
  const heads = rows.find(({ rowNo }) => rowNo === HEAD_ROW)?.cells;
  return columns.every(({ id }, at) => headKey(heads?.get(at)?.text ?? "") === headKey(PACK_COLUMNS[id]));
}

/** Documents of all three sheets, in their order. Prepared lines that nothing was filled into are no lines. */
export function readWorkPack({ sheets }: FilledPack): ReadDocuments {
  const read = [...sheets].map(([name, sheet]) => readEntries(sheet, entryColumns(name)));
  return {
    documents: read.flatMap(({ documents }) => documents),
    problems: read.flatMap(({ problems }) => problems),
    assumptions: read.flatMap(({ assumptions }) => assumptions),
    leftOutRows: [],
    rowsRead: read.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
  };
}

function readEntries(sheet: Sheet, columns: readonly PackColumn[]): ReadDocuments {
  const place = Object.fromEntries(columns.map(({ id }, at) => [id, at])) as Record<PackColumn["id"], number>;
  const inputs = new Set(columns.flatMap(({ isInput }, at) => (isInput ? [at] : [])));
  const filled = sheet.rows.filter(
    ({ rowNo, cells }) => rowNo > HEAD_ROW && [...cells.keys()].some((at) => inputs.has(at)),
  );
  const problems: CellProblem[] = [];
  const spoilt = new Set<string>();
  const whole: SheetRow[] = [];
  for (const row of filled) {
    const found = lineProblems(row, place).map(({ id, problem }) => ({
      address: addressOf(place[id], row.rowNo),
      sheet: sheet.name,
      problem,
    }));
    problems.push(...found);
    if (found.length === 0) whole.push(row);
    else spoilt.add(numberOf(row, place) ?? "");
  }
  const mapping = {
    date: place.date,
    number: place.number,
    account: place.account,
    debit: place.debit,
    credit: place.credit,
    text: place.text,
  };
  const read = readDocuments({ sheet: { ...sheet, rows: whole }, book: "journal", headRow: HEAD_ROW, mapping });
  const documents: BookDocument[] = [];
  for (const number of new Set(read.documents.map((document) => document.number ?? ""))) {
    const vouchers = read.documents.filter((document) => document.number === number);
    const rows = whole.filter((row) => numberOf(row, place) === number);
    const [document] = vouchers;
    if (spoilt.has(number) || !document) continue;
    const sum = addAmounts(...document.lines.map(({ amount }) => amount));
    const address = addressOf(place.number, rows[0]?.rowNo ?? HEAD_ROW);
    const refuse = (problem: string) => problems.push({ address, sheet: sheet.name, problem });
    if (vouchers.length > 1) refuse(PACK_PROBLEMS.severalDays(number));
    else if (sum !== ZERO) refuse(PACK_PROBLEMS.unbalanced(number, sum));
    else documents.push({ ...document, id: `${sheet.name} ${document.id}`, cells: budgetCells(rows, place) });
  }
  return { ...read, documents, problems: [...problems, ...read.problems], rowsRead: filled.length };
}

type Places = Readonly<Record<PackColumn["id"], number>>;

/** What the form asks of a line and it does not have; what a cell itself says wrongly, `readDocuments` tells. */
function lineProblems(
  { cells }: SheetRow,
  place: Places,
): { readonly id: PackColumn["id"]; readonly problem: string }[] {
  const problems: { id: PackColumn["id"]; problem: string }[] = [];
  for (const id of ["date", "number", "account"] as const)
    if (!cells.has(place[id])) problems.push({ id, problem: PACK_PROBLEMS.lacks(PACK_COLUMNS[id]) });
  const account = cells.get(place.account);
  const code = account && readCode(account);
  if (code && "value" in code && parseAccountCode(code.value) === undefined)
    problems.push({ id: "account", problem: PACK_PROBLEMS.noAccount(code.value) });
  const sides = (["debit", "credit"] as const).flatMap((id) => {
    const cell = cells.get(place[id]);
    const amount = cell && readAmount(cell);
    return amount && "value" in amount ? [{ id, amount: amount.value }] : [];
  });
  for (const { id, amount } of sides) if (amount < ZERO) problems.push({ id, problem: PACK_PROBLEMS.negative });
  if (sides.filter(({ amount }) => amount !== ZERO).length === 2)
    problems.push({ id: "credit", problem: PACK_PROBLEMS.bothSides });
  if (!cells.has(place.debit) && !cells.has(place.credit))
    problems.push({ id: "debit", problem: PACK_PROBLEMS.lacks(`${PACK_COLUMNS.debit}หรือ${PACK_COLUMNS.credit}`) });
  return problems;
}

/** As `readDocuments` reads it; null where it cannot be read. */
function numberOf({ cells }: SheetRow, place: Places): string | null {
  const cell = cells.get(place.number);
  const reading = cell && readCode(cell);
  return reading && "value" in reading ? reading.value : null;
}

/** The budget code of a voucher, for keying in; with the accounts where it has several. The archive's journal has none to compare with. */
function budgetCells(rows: readonly SheetRow[], place: Places): BookDocument["cells"] {
  if (place.budget === undefined) return {};
  const codes = rows.flatMap(({ cells }) => {
    const code = cells.get(place.budget)?.text.trim();
    return code ? [{ code, account: cells.get(place.account)?.text.trim() ?? "" }] : [];
  });
  const different = new Set(codes.map(({ code }) => code));
  if (different.size === 0) return {};
  return {
    budget:
      different.size === 1 ? [...different].join() : codes.map(({ code, account }) => `${account}: ${code}`).join(", "),
  };
}
