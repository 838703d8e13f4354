/** Faults of the books that only T1–T3, T9, T10 and T11 betray: journal, trial balance, daily cash position. */
import { cellOf, columnOf, type Draft, type Fault, type FaultTruth, satangOf, truthOf, without } from "./draft";
import { raise, raised, someAmount } from "./one-row";
import type { BookFile } from "./sound-books";

type Rows = string[][];

const sideOf = (file: BookFile, row: readonly string[] | undefined) =>
  satangOf(cellOf(file, row, "debit")) > 0n ? "debit" : "credit";

const linesOf = (file: BookFile, entry: string) =>
  file.rows.flatMap((row, at) => (cellOf(file, row, "entry_no") === entry ? [at] : []));

const entriesOf = (file: BookFile, book?: string) => [
  ...new Set(
    file.rows
      .map((row) => cellOf(file, row, "entry_no"))
      .filter((no) => book === undefined || no.startsWith(`${book}-`)),
  ),
];

const lineAmount: Fault = (draft) => {
  const file = draft.take(["journal"], 4);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const by = someAmount(draft);
  const entry = cellOf(file, rows[row], "entry_no");
  raise(file, rows[row], sideOf(file, rows[row]), by);
  draft.rewrite(file, rows);
  const where = [[file.module, file.month]] as const;
  return truthOf(
    file,
    {
      kind: "t-unbal-amount",
      codes: ["tie/entry-unbalanced"],
      docs: [[entry, entry]],
      amounts: [{ where, accept: [by], account: null }],
      states: ["inconsistent"],
    },
    [row, row],
  );
};

const lineDeleted: Fault = (draft) => {
  const file = draft.take(["journal"], 4);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const [gone] = rows.splice(row, 1);
  draft.rewrite(file, rows);
  const entry = cellOf(file, gone, "entry_no");
  const account = cellOf(file, gone, "account_code");
  const amount = satangOf(cellOf(file, gone, sideOf(file, gone)));
  return truthOf(
    file,
    {
      kind: "t-unbal-line-deleted",
      codes: ["tie/entry-unbalanced"],
      docs: [[entry, entry]],
      accounts: [account],
      amounts: [{ where: [[file.module, file.month]], accept: [amount], account: null }],
    },
    [row, row],
  );
};

/** Both sides of an entry raised alike: it still balances, the trial balance does not know it. */
const entryRaised: Fault = (draft) => {
  const file = draft.take(["journal"], 4);
  if (!file) return undefined;
  const entry = draft.chance.pick(entriesOf(file));
  const at = linesOf(file, entry);
  const rows = draft.rowsOf(file);
  const debit = at.find((row) => sideOf(file, rows[row]) === "debit");
  const credit = at.find((row) => sideOf(file, rows[row]) === "credit");
  if (debit === undefined || credit === undefined) return undefined;
  const accounts = [debit, credit].map((row) => cellOf(file, rows[row], "account_code"));
  if (accounts[0] === accounts[1]) return undefined;
  const by = someAmount(draft);
  raise(file, rows[debit], "debit", by);
  raise(file, rows[credit], "credit", by);
  draft.rewrite(file, rows);
  return truthOf(
    file,
    {
      kind: "t-bal-entry-raised",
      codes: ["tie/balance", "tie/cross-module"],
      docs: [[entry, entry]],
      accounts,
      amounts: [{ where: [[file.module, file.month]], accept: [by], account: null }],
      states: ["inconsistent"],
    },
    [Math.min(debit, credit), Math.max(debit, credit)],
  );
};

const lineAccount: Fault = (draft) => {
  const file = draft.take(["journal"], 4);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const old = cellOf(file, rows[row], "account_code");
  const others = [...new Set(file.rows.map((one) => cellOf(file, one, "account_code")))].filter((one) => one !== old);
  if (others.length === 0) return undefined;
  const account = draft.chance.pick(others);
  (rows[row] as string[])[columnOf(file, "account_code")] = account;
  draft.rewrite(file, rows);
  const entry = cellOf(file, rows[row], "entry_no");
  const amount = satangOf(cellOf(file, rows[row], sideOf(file, rows[row])));
  const where = [[file.module, file.month]] as const;
  return truthOf(
    file,
    {
      kind: "t-bal-line-account",
      codes: ["tie/balance", "tie/cross-module"],
      docs: [[entry, entry]],
      accounts: [old, account],
      amounts: [
        { where, accept: [amount], account: old },
        { where, accept: [amount], account },
      ],
      states: ["inconsistent"],
    },
    [row, row],
  );
};

const lineSides: Fault = (draft) => {
  const file = draft.take(["journal"], 4);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const cells = rows[row] ?? [];
  const [debit, credit] = [columnOf(file, "debit"), columnOf(file, "credit")];
  const amount = satangOf(cellOf(file, cells, sideOf(file, cells)));
  [cells[debit], cells[credit]] = [cells[credit] ?? "", cells[debit] ?? ""];
  draft.rewrite(file, rows);
  const entry = cellOf(file, cells, "entry_no");
  return truthOf(
    file,
    {
      kind: "t-unbal-sides",
      codes: ["tie/entry-unbalanced"],
      docs: [[entry, entry]],
      amounts: [{ where: [[file.module, file.month]], accept: [amount * 2n], account: null }],
      states: ["inconsistent"],
    },
    [row, row],
  );
};

export type Where = "first" | "middle" | "last";

/** Which of the documents of a file go: at its beginning, in its midst, at its end. */
export function chooseDocuments(draft: Draft, numbers: readonly string[], where: Where, most: number): string[] {
  const count = Math.min(1 + draft.chance.below(most), numbers.length - 1);
  if (where === "first") return numbers.slice(0, count);
  if (where === "last") return numbers.slice(numbers.length - count);
  const from = draft.chance.below(numbers.length - count + 1);
  return numbers.slice(from, from + count);
}

function entriesDeleted(book: string, where: Where): Fault {
  return (draft) => {
    const file = draft.take(["journal"], 6, (one) => entriesOf(one, book).length > 2);
    if (!file) return undefined;
    const gone = new Set(chooseDocuments(draft, entriesOf(file, book).sort(), where, 4));
    const rows = draft.rowsOf(file).filter((row) => !gone.has(cellOf(file, row, "entry_no")));
    const removed = file.rows.filter((row) => gone.has(cellOf(file, row, "entry_no")));
    draft.rewrite(file, rows);
    const net = new Map<string, bigint>();
    for (const row of removed) {
      const account = cellOf(file, row, "account_code");
      const by = satangOf(cellOf(file, row, "debit")) - satangOf(cellOf(file, row, "credit"));
      net.set(account, (net.get(account) ?? 0n) + by);
    }
    const numbers = [...gone];
    return truthOf(file, {
      kind: `t-gap-${book.toLowerCase()}-${where}`,
      codes: ["tie/number-gap", "tie/balance", "tie/cross-module"],
      docs: [[numbers[0] ?? "", numbers.at(-1) ?? ""]],
      accounts: [...net.keys()],
      amounts: [...net]
        .filter(([, amount]) => amount !== 0n)
        .map(([account, amount]) => ({ where: [[file.module, file.month]], accept: [without(amount)], account })),
    });
  };
}

const entryRenumbered: Fault = (draft) => {
  const file = draft.take(["journal"], 6);
  if (!file) return undefined;
  const entry = draft.chance.pick(entriesOf(file));
  const fresh = entry.replace(/\d+/, (digits) => String(Number(digits) + 50_000).padStart(5, "0"));
  const rows = draft.rowsOf(file);
  const at = linesOf(file, entry);
  for (const row of at) (rows[row] as string[])[columnOf(file, "entry_no")] = fresh;
  draft.rewrite(file, rows);
  return truthOf(
    file,
    {
      kind: "t-gap-entry-renumbered",
      codes: ["tie/number-gap", "tie/dangling"],
      docs: [
        [entry, entry],
        [fresh, fresh],
      ],
    },
    [at[0] ?? 0, at.at(-1) ?? 0],
  );
};

function balance(kind: string, columns: readonly string[]): Fault {
  return (draft) => {
    const file = draft.take(["balances"], 4);
    if (!file) return undefined;
    const rows = draft.rowsOf(file);
    const row = draft.chance.below(rows.length);
    const by = someAmount(draft);
    const account = cellOf(file, rows[row], "account_code");
    for (const column of columns) raise(file, rows[row], column, by);
    draft.rewrite(file, rows);
    return truthOf(
      file,
      {
        kind,
        codes: ["tie/balance", "tie/carry-forward"],
        accounts: [account],
        amounts: [{ where: [[file.module, file.month]], accept: [by], account }],
        states: ["inconsistent"],
      },
      [row, row],
    );
  };
}

const isZero = (text: string) => satangOf(text) === 0n;

const balanceDeleted: Fault = (draft) => {
  const file = draft.take(["balances"], 4);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const figures = ["opening", "debit", "credit", "closing"];
  const telling = rows.flatMap((cells, at) => (figures.some((name) => !isZero(cellOf(file, cells, name))) ? [at] : []));
  if (telling.length === 0) return undefined;
  const row = draft.chance.pick(telling);
  const [gone] = rows.splice(row, 1);
  draft.rewrite(file, rows);
  const account = cellOf(file, gone, "account_code");
  const accept = ["opening", "closing"].map((column) => without(satangOf(cellOf(file, gone, column))));
  const net = satangOf(cellOf(file, gone, "debit")) - satangOf(cellOf(file, gone, "credit"));
  return truthOf(
    file,
    {
      kind: "t-bal-row-deleted",
      codes: ["tie/balance", "tie/carry-forward"],
      accounts: [account],
      amounts: [{ where: [[file.module, file.month]], accept: [...accept, without(net)], account }],
    },
    [row, row],
  );
};

/** A row of the trial balance under another account: one of the chart that this month does not have. */
const balanceMoved: Fault = (draft) => {
  const file = draft.take(["balances"], 4);
  if (!file) return undefined;
  const there = new Set(file.rows.map((row) => cellOf(file, row, "account_code")));
  const free = (draft.books.reference.accounts ?? []).flatMap(([code = ""]) => (there.has(code) ? [] : [code]));
  if (free.length === 0) return undefined;
  const rows = draft.rowsOf(file);
  const fit = rows.flatMap((cells, at) => (isZero(cellOf(file, cells, "closing")) ? [] : [at]));
  if (fit.length === 0) return undefined;
  const row = draft.chance.pick(fit);
  const old = cellOf(file, rows[row], "account_code");
  const account = draft.chance.pick(free);
  (rows[row] as string[])[columnOf(file, "account_code")] = account;
  draft.rewrite(file, rows);
  return truthOf(
    file,
    {
      kind: "t-bal-row-moved",
      codes: ["tie/balance", "tie/carry-forward", "tie/dangling"],
      accounts: [old, account],
      states: ["inconsistent", "partial"],
    },
    [row, row],
  );
};

/** The accounts of two rows exchanged. */
const balancesSwapped: Fault = (draft) => {
  const file = draft.take(["balances"], 6);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length - 1);
  const [one, other] = [rows[row] ?? [], rows[row + 1] ?? []];
  const at = columnOf(file, "account_code");
  const figures = (cells: readonly string[]) => cells.slice(at + 1).join();
  if (figures(one) === figures(other)) return undefined;
  const accounts = [one[at] ?? "", other[at] ?? ""];
  [one[at], other[at]] = [other[at] ?? "", one[at] ?? ""];
  draft.rewrite(file, rows);
  return truthOf(
    file,
    { kind: "t-bal-swapped", codes: ["tie/balance", "tie/carry-forward"], accounts, states: ["inconsistent"] },
    [row, row + 1],
  );
};

const cash = (kind: string, column: string) =>
  raised({ table: "cash", kind, codes: ["tie/cross-module"], names: [], accounts: ["account_code"] }, column);

const cashDeleted: Fault = (draft) => {
  const file = draft.take(["cash"], 2);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const [gone] = rows.splice(row, 1);
  draft.rewrite(file, rows);
  const account = cellOf(file, gone, "account_code");
  const [received, paid] = [cellOf(file, gone, "received"), cellOf(file, gone, "paid")].map(satangOf);
  const net = without((received ?? 0n) - (paid ?? 0n));
  return truthOf(
    file,
    {
      kind: net === 0n ? "t-cash-row-deleted-net-zero" : "t-cash-row-deleted",
      codes: ["tie/cross-module"],
      accounts: [account],
      amounts:
        net === 0n ? [] : [{ where: [[file.module, file.month]], accept: [net, received ?? 0n, paid ?? 0n], account }],
    },
    [row, row],
  );
};

/** An unknown account or unit. */
export function unknownCode(
  kind: string,
  table: string,
  column: string,
  code: string,
  isFit = (text: string) => text !== "",
): Fault {
  return (draft) => {
    const file = draft.take([table], 2, (one) => one.rows.some((row) => isFit(cellOf(one, row, column))));
    if (!file) return undefined;
    const row = draft.chance.pick(file.rows.flatMap((cells, at) => (isFit(cellOf(file, cells, column)) ? [at] : [])));
    const rows: Rows = draft.rowsOf(file);
    (rows[row] as string[])[columnOf(file, column)] = code;
    draft.rewrite(file, rows);
    const names = [column, ...["entry_no", "receipt_no", "treasury_no", "cheque_no", "transfer_no", "budget_code"]];
    const docs = names.filter((name) => file.header.includes(name)).map((name) => cellOf(file, rows[row], name));
    return truthOf(
      file,
      {
        kind,
        codes: ["tie/dangling"],
        docs: docs.map((doc): FaultTruth["docs"][number] => [doc, doc]),
        accounts: column === "account_code" ? [code] : [],
      },
      [row, row],
    );
  };
}

export const ACCOUNTING_FAULTS: Readonly<Record<string, Fault>> = {
  lineAmount,
  lineDeleted,
  entryRaised,
  lineAccount,
  lineSides,
  rvFirst: entriesDeleted("RV", "first"),
  rvMiddle: entriesDeleted("RV", "middle"),
  rvLast: entriesDeleted("RV", "last"),
  pvFirst: entriesDeleted("PV", "first"),
  pvMiddle: entriesDeleted("PV", "middle"),
  pvLast: entriesDeleted("PV", "last"),
  jvFirst: entriesDeleted("JV", "first"),
  jvMiddle: entriesDeleted("JV", "middle"),
  jvLast: entriesDeleted("JV", "last"),
  entryRenumbered,
  balanceOpening: balance("t-bal-opening", ["opening"]),
  balanceDebit: balance("t-bal-debit", ["debit"]),
  balanceCredit: balance("t-bal-credit", ["credit"]),
  balanceClosing: balance("t-bal-closing", ["closing"]),
  balanceBoth: balance("t-bal-both-sides", ["debit", "credit"]),
  balanceMovement: balance("t-bal-movement", ["debit", "closing"]),
  balanceShifted: balance("t-bal-shifted", ["opening", "closing"]),
  balanceDeleted,
  balanceMoved,
  balancesSwapped,
  cashOpening: cash("t-cash-opening", "opening"),
  cashReceived: cash("t-cash-received", "received"),
  cashPaid: cash("t-cash-paid", "paid"),
  cashClosing: cash("t-cash-closing", "closing"),
  cashDeleted,
  journalAccount: unknownCode("t-dangle-account", "journal", "account_code", "5999999999.999"),
  journalUnit: unknownCode("t-dangle-unit", "journal", "unit_code", "9999999999"),
  cashBank: unknownCode("t-dangle-cash-bank", "cash", "bank_account_no", "9999999999", (text) => text !== "CASH"),
};
