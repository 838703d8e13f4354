/** Faults inside files that a manifest vouches for: bytes, shape, values, texts, rows twice and rows that went astray. */
import { gzipSync } from "node:zlib";
import { ANY, bahtOf, cellOf, columnOf, type Draft, type Fault, type FaultTruth, satangOf, truthOf } from "./draft";
import { type BookFile, csvLine, encodeText, packRows } from "./sound-books";

const TEXT: Readonly<Record<string, string>> = {
  journal: "description",
  receipts: "payer",
  requisitions: "description",
  cheques: "payee",
  loans: "borrower",
  budget_lines: "category",
  budget_transfers: "reason",
  assets: "name",
};

const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  journal: ["debit", "credit"],
  balances: ["opening", "debit", "credit", "closing"],
  cash: ["opening", "received", "paid", "closing"],
  receipts: ["amount"],
  revenue_register: ["estimate", "received", "received_to_date"],
  requisitions: ["goods_value", "vat", "gross", "withholding_tax", "other_deductions", "net"],
  cheques: ["amount"],
  loans: ["amount", "repaid"],
  budget_lines: ["approved", "transferred_in", "transferred_out", "encumbered", "disbursed", "remaining"],
  budget_transfers: ["amount"],
  assets: ["price"],
};

const DATES: Readonly<Record<string, string>> = {
  journal: "entry_date",
  cash: "day",
  receipts: "receipt_date",
  requisitions: "paid_date",
  cheques: "cheque_date",
  loans: "contract_date",
  budget_transfers: "transfer_date",
  assets: "acquired_date",
};

/** What names a row. */
export const NAMES: Readonly<Record<string, string>> = {
  journal: "entry_no",
  balances: "account_code",
  cash: "bank_account_no",
  receipts: "receipt_no",
  revenue_register: "revenue_code",
  requisitions: "treasury_no",
  cheques: "cheque_no",
  loans: "contract_no",
  budget_lines: "budget_code",
  budget_transfers: "transfer_no",
  assets: "asset_code",
};

/** Writes the rows with one record as raw bytes in place. */
function storeWithRecord(draft: Draft, file: BookFile, row: number, record: Buffer): void {
  const { encoding } = draft.books;
  const text = (rows: readonly (readonly string[])[]) =>
    encodeText(rows.map((one) => `${csvLine(one)}\n`).join(""), encoding);
  const bytes = [
    encodeText(`${file.header.join(",")}\n`, encoding),
    text(file.rows.slice(0, row)),
    record,
    text(file.rows.slice(row + 1)),
  ];
  draft.store(file, gzipSync(Buffer.concat(bytes)));
}

function named(file: BookFile, row: number): FaultTruth["docs"] {
  const name = cellOf(file, file.rows[row], NAMES[file.table] ?? "lao_code");
  return [[name, name]];
}

const badBytes: Fault = (draft) => {
  const file = draft.take(Object.keys(TEXT), 2);
  if (!file) return undefined;
  const row = draft.chance.below(file.rows.length);
  const at = columnOf(file, TEXT[file.table] ?? "");
  const cells = (file.rows[row] ?? []).map((cell, column) =>
    column === at ? Buffer.from([0xff, 0xff, 0xff]) : encodeText(csvLine([cell]), draft.books.encoding),
  );
  const record = Buffer.concat(cells.flatMap((cell, column) => (column === 0 ? [cell] : [Buffer.from(","), cell])));
  storeWithRecord(draft, file, row, Buffer.concat([record, Buffer.from("\n")]));
  return truthOf(file, { kind: "r-enc-cell", codes: ["row/encoding"], docs: named(file, row) }, [row, row]);
};

const otherEncoding: Fault = (draft) => {
  const file = draft.take(["journal", "receipts", "requisitions"], 4);
  if (!file) return undefined;
  const other = draft.books.encoding === "utf-8" ? "windows-874" : "utf-8";
  draft.store(file, gzipSync(encodeText(packRows(file.header, file.rows), other)));
  return truthOf(
    file,
    { kind: "r-enc-file", codes: ["row/encoding", "row/text"], states: ["partial", "inconsistent"] },
    [0, file.rows.length - 1],
  );
};

function reshape(kind: string, change: (cells: string[]) => string[]): Fault {
  return (draft) => {
    const file = draft.take(ANY, 2);
    if (!file) return undefined;
    const rows = draft.rowsOf(file);
    const row = draft.chance.below(rows.length);
    rows[row] = change(rows[row] ?? []);
    draft.rewrite(file, rows);
    return truthOf(file, { kind, codes: ["row/shape", "row/value"], docs: named(file, row), states: ["partial"] }, [
      row,
      row,
    ]);
  };
}

/** A quote that opens and never closes in its cell. */
const openQuote: Fault = (draft) => {
  const file = draft.take(Object.keys(TEXT), 4);
  if (!file) return undefined;
  const row = draft.chance.below(file.rows.length);
  const at = columnOf(file, TEXT[file.table] ?? "");
  const cells = (file.rows[row] ?? []).map((cell) => cell.replace(/["\n,]/g, " "));
  const record = cells.map((cell, column) => (column === at ? `"${cell}` : cell)).join(",");
  storeWithRecord(draft, file, row, encodeText(`${record}\n`, draft.books.encoding));
  return truthOf(file, { kind: "r-shape-quote", codes: ["row/shape"], docs: named(file, row), states: ["partial"] }, [
    row,
    row,
  ]);
};

const headerSwapped: Fault = (draft) => {
  const file = draft.take(ANY, 2);
  if (!file) return undefined;
  const order = file.header.map((_, at) => at);
  [order[1], order[2]] = [2, 1];
  const turned = (cells: readonly string[]) => order.map((at) => cells[at] ?? "");
  draft.store(file, gzipSync(encodeText(packRows(turned(file.header), file.rows.map(turned)), draft.books.encoding)));
  return truthOf(file, { kind: "r-shape-header-order", codes: ["row/shape"], states: ["partial", "inconsistent"] }, [
    -1,
    file.rows.length - 1,
  ]);
};

const headerExtra: Fault = (draft) => {
  const file = draft.take(ANY, 2);
  if (!file) return undefined;
  const rows = file.rows.map((row) => [...row, ""]);
  draft.store(file, gzipSync(encodeText(packRows([...file.header, "remark"], rows), draft.books.encoding)));
  return truthOf(file, { kind: "r-shape-header-extra", codes: ["row/shape"], states: ["partial", "inconsistent"] }, [
    -1,
    file.rows.length - 1,
  ]);
};

function spoil(
  kind: string,
  columns: Readonly<Record<string, string | readonly string[]>>,
  to: (old: string) => string,
): Fault {
  return (draft) => {
    const file = draft.take(Object.keys(columns), 2);
    if (!file) return undefined;
    const names = columns[file.table] ?? [];
    const column = typeof names === "string" ? names : draft.chance.pick(names);
    const rows = draft.rowsOf(file);
    const row = draft.chance.below(rows.length);
    const cells = rows[row] ?? [];
    const at = columnOf(file, column);
    cells[at] = to(cells[at] ?? "");
    draft.rewrite(file, rows);
    return truthOf(file, { kind, codes: ["row/value"], docs: named(file, row), states: ["partial"] }, [row, row]);
  };
}

function misspell(kind: string, sign: string): Fault {
  return (draft) => {
    if (draft.books.encoding !== "utf-8") return undefined;
    const file = draft.take(Object.keys(TEXT), 2, (one) =>
      one.rows.some((cells) => /[ก-ฮ]{3}/.test(cellOf(one, cells, TEXT[one.table] ?? ""))),
    );
    if (!file) return undefined;
    const column = TEXT[file.table] ?? "";
    const fit = file.rows.flatMap((cells, at) => (/[ก-ฮ]{3}/.test(cellOf(file, cells, column)) ? [at] : []));
    const row = draft.chance.pick(fit);
    const rows = draft.rowsOf(file);
    const cells = rows[row] ?? [];
    cells[columnOf(file, column)] = cellOf(file, cells, column).replace(/([ก-ฮ]{2})([ก-ฮ])/, `$1${sign}$2`);
    draft.rewrite(file, rows);
    return truthOf(file, { kind, codes: ["row/text"], docs: named(file, row), states: ["inconsistent"] }, [row, row]);
  };
}

/** The same row again, anywhere behind it. */
const sameAgain: Fault = (draft) => {
  const file = draft.take(ANY, 2);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const to = row + 1 + draft.chance.below(rows.length - row);
  rows.splice(to, 0, [...(rows[row] ?? [])]);
  draft.rewrite(file, rows);
  return truthOf(file, { kind: "r-dup-same", codes: ["row/duplicate"], docs: named(file, row) }, [to, to]);
};

const differentAgain: Fault = (draft) => {
  const file = draft.take(ANY, 2);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const copy = [...(rows[row] ?? [])];
  const at = columnOf(file, AMOUNTS[file.table]?.[0] ?? "");
  copy[at] = bahtOf(satangOf(copy[at] ?? "0.00") + 77_725n);
  rows.splice(row + 1, 0, copy);
  draft.rewrite(file, rows);
  return truthOf(file, { kind: "r-dup-other", codes: ["row/duplicate"], docs: named(file, row) }, [row + 1, row + 1]);
};

const otherLao: Fault = (draft) => {
  const other = draft.books.laos.find((lao) => lao !== draft.lao);
  const file = other === undefined ? undefined : draft.take(ANY, 2);
  if (!file || other === undefined) return undefined;
  const source = draft.books.files.get(other)?.find((one) => one.table === file.table && one.month === file.month);
  const foreign = source?.rows[0] ?? [other, ...(file.rows[0] ?? []).slice(1)];
  const rows = draft.rowsOf(file);
  const to = draft.chance.below(rows.length + 1);
  rows.splice(to, 0, [...foreign]);
  draft.rewrite(file, rows);
  return truthOf(file, { kind: "r-foreign-lao", codes: ["row/foreign"] }, [to, to]);
};

/** Another month's row as a copy; its own month keeps it. */
const otherMonth: Fault = (draft) => {
  const file = draft.take(
    Object.keys(DATES).filter((table) => table !== "loans"),
    2,
    (one) =>
      draft.files.some((other) => other.table === one.table && other.month !== one.month && other.rows.length > 0),
  );
  if (!file) return undefined;
  const sources = draft.files.filter(
    (one) => one.table === file.table && one.month !== file.month && one.rows.length > 0,
  );
  const source = draft.chance.pick(sources);
  const rows = draft.rowsOf(file);
  const to = draft.chance.below(rows.length + 1);
  rows.splice(to, 0, [...draft.chance.pick(source.rows)]);
  draft.rewrite(file, rows);
  return truthOf(file, { kind: "r-foreign-month", codes: ["row/foreign"] }, [to, to]);
};

export const ROW_FAULTS: Readonly<Record<string, Fault>> = {
  badBytes,
  otherEncoding,
  cellLost: reshape("r-shape-missing", (cells) => cells.slice(0, -1)),
  cellsLost: reshape("r-shape-short", (cells) => cells.slice(0, 3)),
  cellAdded: reshape("r-shape-extra", (cells) => [...cells, "0.00"]),
  openQuote,
  headerSwapped,
  headerExtra,
  amountWord: spoil("r-val-amount-word", AMOUNTS, () => "#REF!"),
  amountEmpty: spoil("r-val-amount-empty", AMOUNTS, () => ""),
  amountThousands: spoil("r-val-amount-thousands", AMOUNTS, () => "1,250.00"),
  amountExponent: spoil("r-val-amount-exponent", AMOUNTS, () => "1.25E+05"),
  dateImpossible: spoil("r-val-date-impossible", DATES, (old) => `${old.slice(0, 8)}32`),
  dateThai: spoil("r-val-date-thai", DATES, (old) => `${old.slice(8)}/${old.slice(5, 7)}/2567`),
  dateBuddhist: spoil("r-val-date-be", DATES, (old) => `2567${old.slice(4)}`),
  flag: spoil("r-val-flag", { receipts: "cancelled", requisitions: "cancelled" }, () => "Y"),
  account: spoil("r-val-account", { journal: "account_code", balances: "account_code", cash: "account_code" }, (old) =>
    old.replace("0", "O"),
  ),
  replacementSign: misspell("r-text-fffd", "\ufffd"),
  laoSign: misspell("r-text-lao", "\u0ec8"),
  unassigned: misspell("r-text-unassigned", "\u0e3c"),
  latin: misspell("r-text-latin", "\u00e0"),
  sameAgain,
  differentAgain,
  otherLao,
  otherMonth,
};
