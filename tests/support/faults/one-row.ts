/** Faults of a single row that most tables know alike: a figure raised, the row gone, a number that leads elsewhere, the mark of cancellation turned. */
import {
  bahtOf,
  cellOf,
  columnOf,
  type Draft,
  type Fault,
  type FaultTruth,
  type Rows,
  satangOf,
  truthOf,
} from "./draft";
import type { BookFile } from "./sound-books";

/** Which rows of which table, and the columns whose values a finding may name. */
export interface OneRow {
  readonly kind: string;
  readonly codes: readonly string[];
  readonly table: string;
  readonly names: readonly string[];
  /** Of these columns those that are accounts or budget codes. */
  readonly accounts?: readonly string[];
  /** Rows that the fault may hit; all unless given. */
  readonly rows?: (file: BookFile) => readonly number[];
  readonly isFit?: (file: BookFile, draft: Draft) => boolean;
}

/** Rows of receipts or requisitions that count: those not cancelled. */
export function countedRows(file: BookFile): number[] {
  return file.rows.flatMap((row, at) => (cellOf(file, row, "cancelled") === "0" ? [at] : []));
}

/** Some satang, less than a thousand baht. */
export function someAmount(draft: Draft): bigint {
  return BigInt(1 + draft.chance.below(90_000));
}

/** Adds satang to a cell of a row. */
export function raise(file: BookFile, row: string[] | undefined, column: string, by: bigint): void {
  if (!row) return;
  const at = columnOf(file, column);
  row[at] = bahtOf(satangOf(row[at] ?? "0.00") + by);
}

export function amountTruth(file: BookFile, accept: readonly bigint[], account: string | null = null) {
  return { where: [[file.module, file.month]] as const, accept, account };
}

interface Taken {
  readonly file: BookFile;
  readonly rows: Rows;
  readonly row: number;
  readonly cells: string[];
}

function take(draft: Draft, one: OneRow, rowsLeast: number): Taken | undefined {
  const file = draft.take([one.table], rowsLeast, (each) => one.isFit?.(each, draft) ?? true);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = one.rows ? draft.chance.pick(one.rows(file)) : draft.chance.below(rows.length);
  return { file, rows, row, cells: rows[row] ?? [] };
}

/** The truth of a fault in that row, whose names are those of `cells`. */
function truth({ file, row, cells }: Taken, one: OneRow, known: Partial<FaultTruth> = {}): FaultTruth {
  const named = (columns: readonly string[]) =>
    columns.map((name) => cellOf(file, cells, name)).filter((name) => name !== "");
  return truthOf(
    file,
    {
      kind: one.kind,
      codes: one.codes,
      docs: named(one.names).map((name) => [name, name] as const),
      accounts: named(one.accounts ?? []),
      ...known,
    },
    [row, row],
  );
}

/** A figure raised by some satang, which its ties tell exactly. */
export function raised(one: OneRow, column: string, rowsLeast = 2): Fault {
  return (draft) => {
    const taken = take(draft, one, rowsLeast);
    if (!taken) return undefined;
    const { file, rows, cells } = taken;
    const by = someAmount(draft);
    raise(file, cells, column, by);
    draft.rewrite(file, rows);
    return truth(taken, one, { amounts: [amountTruth(file, [by])], states: ["inconsistent"] });
  };
}

/** A row that is gone, with the figure that is missing then; none where no tie tells it. */
export function gone(one: OneRow, column: string | null, rowsLeast = 3): Fault {
  return (draft) => {
    const taken = take(draft, one, rowsLeast);
    if (!taken) return undefined;
    const { file, rows, row, cells } = taken;
    rows.splice(row, 1);
    draft.rewrite(file, rows);
    const amount = column === null ? 0n : satangOf(cellOf(file, cells, column));
    return truth(taken, one, { amounts: amount === 0n ? [] : [amountTruth(file, [amount])] });
  };
}

/** A number that leads to another document of the file, or to none. `one.names` is the document's own number. */
export function ledElsewhere(one: OneRow, column: string, isKnown: boolean): Fault {
  return (draft) => {
    const taken = take(draft, one, 3);
    if (!taken) return undefined;
    const { file, rows, cells } = taken;
    const old = cellOf(file, cells, column);
    const known = [...new Set(file.rows.map((row) => cellOf(file, row, column)))].filter(
      (no) => no !== "" && no !== old,
    );
    if (isKnown && known.length === 0) return undefined;
    const fresh = isKnown ? draft.chance.pick(known) : old.replace(/\d+/, (digits) => String(99_000 + Number(digits)));
    cells[columnOf(file, column)] = fresh;
    draft.rewrite(file, rows);
    const own = one.names.map((name) => cellOf(file, cells, name));
    return truth(taken, one, { docs: [...own, old, fresh].map((no) => [no, no] as const) });
  };
}

/** A cancelled document that counts again, or one that counts no more. `kind` goes before «-cancelled» and «-uncancelled». */
export function cancellationTurned(one: OneRow, amountColumn: string): Fault {
  return (draft) => {
    const taken = take(draft, one, 3);
    if (!taken) return undefined;
    const { file, rows, cells } = taken;
    const at = columnOf(file, "cancelled");
    cells[at] = cells[at] === "0" ? "1" : "0";
    draft.rewrite(file, rows);
    return truth(taken, one, {
      kind: `${one.kind}-${cells[at] === "1" ? "cancelled" : "uncancelled"}`,
      amounts: [amountTruth(file, [satangOf(cellOf(file, cells, amountColumn))])],
      states: ["inconsistent"],
    });
  };
}
