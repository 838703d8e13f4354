/** Damage that leaves every file readable and vouched for, and that only the ties across tables, modules and months betray. */

import { baht } from "../books";
import type { PartitionFile } from "../partition-files";
import {
  amountAt,
  type Damage,
  type Draft,
  documentAt,
  fileOf,
  read,
  take,
  takePartition,
  truthOf,
  write,
} from "./draft";

/** Takes out a run of consecutive documents; gives their numbers and rows. */
function removeDocuments(
  draft: Draft,
  file: PartitionFile,
  documentsMost: number,
): { docs: string[]; removed: string[] } {
  const numbers = [...new Set(file.records.map((_, row) => documentAt(file, row)))];
  const count = Math.min(draft.random.int(1, documentsMost), Math.max(1, numbers.length - 4));
  const from = draft.random.int(1, Math.max(1, numbers.length - count - 1));
  const docs = numbers.slice(from, from + count);
  const gone = new Set(docs);
  const removed = file.records.filter((_, row) => gone.has(documentAt(file, row)));
  file.records = file.records.filter((_, row) => !gone.has(documentAt(file, row)));
  return { docs, removed };
}

/** Sum of a column over removed records that count for something, satang as text. */
function sumOf(file: PartitionFile, removed: readonly string[], column: string): string {
  const gone: PartitionFile = { ...file, records: [...removed] };
  const counting = removed.map((_, row) => row).filter((row) => !isCancelled(gone, row));
  return counting.reduce((sum, row) => sum + amountAt(gone, row, column), 0n).toString();
}

function documentsRemoved(table: string, kind: string, column: string): Damage {
  return (draft) => {
    const file = take(draft, [table], 8);
    if (!file) return undefined;
    const { docs, removed } = removeDocuments(draft, file, table === "journal" ? 3 : 5);
    return truthOf(draft, file, { code: "tie/number-gap", kind, docs, amounts: [sumOf(file, removed, column)] });
  };
}

const lineRemoved: Damage = (draft) => {
  const file = take(draft, ["journal"], 8);
  if (!file) return undefined;
  const row = draft.random.int(1, file.records.length - 2);
  const docs = [documentAt(file, row)];
  const amount = amountAt(file, row, "debit") - amountAt(file, row, "credit");
  file.records.splice(row, 1);
  return truthOf(draft, file, {
    code: "tie/entry-unbalanced",
    kind: "line-removed",
    docs,
    amounts: [amount.toString()],
  });
};

const lineAmountChanged: Damage = (draft) => {
  const file = take(draft, ["journal"], 8);
  if (!file) return undefined;
  const row = draft.random.int(1, file.records.length - 2);
  const column = amountAt(file, row, "debit") > 0n ? "debit" : "credit";
  write(file, row, column, baht(amountAt(file, row, column) + 90_000n));
  const known = {
    code: "tie/entry-unbalanced",
    kind: "line-amount-changed",
    docs: [documentAt(file, row)],
    column,
    amounts: ["90000"],
  } as const;
  return truthOf(draft, file, known, [row, row]);
};

const movementChanged: Damage = (draft) => {
  const file = take(draft, ["balances"], 8);
  if (!file) return undefined;
  const row = draft.random.int(0, file.records.length - 1);
  // Both sides, so that the closing balance stays what it was: only the journal says otherwise.
  for (const column of ["debit", "credit"]) write(file, row, column, baht(amountAt(file, row, column) + 450_000n));
  const known = {
    code: "tie/balance",
    kind: "movement-changed",
    docs: [documentAt(file, row)],
    amounts: ["450000"],
  } as const;
  return truthOf(draft, file, known, [row, row]);
};

const openingShifted: Damage = (draft) => {
  const file = take(draft, ["balances"], 8);
  if (!file || file.month === "2024-01") return undefined;
  const row = draft.random.int(0, file.records.length - 2);
  // Two accounts, one up and one down: the month itself still sums to zero.
  for (const [at, by] of [
    [row, 1_250_000n],
    [row + 1, -1_250_000n],
  ] as const)
    for (const column of ["opening", "closing"]) write(file, at, column, baht(amountAt(file, at, column) + by));
  const docs = [documentAt(file, row), documentAt(file, row + 1)];
  const known = {
    code: "tie/carry-forward",
    kind: "balances-shifted",
    docs,
    amounts: ["1250000", "-1250000"],
  } as const;
  return truthOf(draft, file, known, [row, row + 1]);
};

/** Adds to one amount, and to another where the row must still add up in itself. */
function amountChanged(
  kind: string,
  table: string,
  by: bigint,
  columns: readonly (readonly [column: string, sign: bigint])[],
): Damage {
  return (draft) => {
    const file = take(draft, [table], 4);
    if (!file) return undefined;
    const live = file.records.map((_, row) => row).filter((row) => !isCancelled(file, row));
    if (live.length === 0) return undefined;
    const row = draft.random.pick(live);
    for (const [column, sign] of columns) write(file, row, column, baht(amountAt(file, row, column) + sign * by));
    const known = {
      code: "tie/cross-module",
      kind,
      docs: [documentAt(file, row)],
      column: columns[0]?.[0] ?? null,
      amounts: [by.toString()],
    } as const;
    return truthOf(draft, file, known, [row, row]);
  };
}

function isCancelled(file: PartitionFile, row: number): boolean {
  return file.header.includes("cancelled") && read(file, row, "cancelled") === "1";
}

function codeChanged(kind: string, table: string, column: string, code: string): Damage {
  return (draft) => {
    const file = take(draft, [table], 4);
    if (!file) return undefined;
    const row = draft.random.int(0, file.records.length - 1);
    write(file, row, column, code);
    const known = { code: "tie/dangling", kind, docs: [documentAt(file, row), code], column } as const;
    return truthOf(draft, file, known, [row, row]);
  };
}

const partitionRemoved: Damage = (draft) => {
  const files = takePartition(draft, ["revenue", "expenditure", "accounting"]);
  const [first] = files ?? [];
  if (!files || !first) return undefined;
  for (const file of files) draft.files.splice(draft.files.indexOf(file), 1);
  return {
    ...truthOf(draft, first, { code: "tie/silent-partition", kind: "partition-removed" }),
    table: null,
    file: null,
  };
};

/** The journal of a month is gone; its trial balance still proves that there was one. */
const journalRemoved: Damage = (draft) => {
  const file = take(draft, ["journal"], 8);
  if (!file || !fileOf(draft, "balances", file.month)) return undefined;
  draft.files.splice(draft.files.indexOf(file), 1);
  return truthOf(draft, file, { code: "tie/silent-partition", kind: "journal-removed" });
};

export const TIE_DAMAGES = {
  "receipts-removed": documentsRemoved("receipts", "receipts-removed", "amount"),
  "requisitions-removed": documentsRemoved("requisitions", "requisitions-removed", "gross"),
  "entries-removed": documentsRemoved("journal", "entries-removed", "debit"),
  "line-removed": lineRemoved,
  "line-amount-changed": lineAmountChanged,
  "movement-changed": movementChanged,
  "balances-shifted": openingShifted,
  "receipt-amount-changed": amountChanged("receipt-amount-changed", "receipts", 35_000n, [["amount", 1n]]),
  "cheque-amount-changed": amountChanged("cheque-amount-changed", "cheques", 60_000n, [["amount", 1n]]),
  "requisition-amount-changed": amountChanged("requisition-amount-changed", "requisitions", 80_000n, [
    ["gross", 1n],
    ["goods_value", 1n],
    ["net", 1n],
  ]),
  "disbursed-changed": amountChanged("disbursed-changed", "budget_lines", 150_000n, [
    ["disbursed", 1n],
    ["remaining", -1n],
  ]),
  "cash-changed": amountChanged("cash-changed", "cash", 25_000n, [
    ["received", 1n],
    ["closing", 1n],
  ]),
  "register-changed": amountChanged("register-changed", "revenue_register", 120_000n, [["received", 1n]]),
  "work-unknown": codeChanged("work-unknown", "requisitions", "work_code", "00999"),
  "treasury-unknown": codeChanged("treasury-unknown", "cheques", "treasury_no", "99998/67"),
  "revenue-unknown": codeChanged("revenue-unknown", "receipts", "revenue_code", "412999"),
  "partition-removed": partitionRemoved,
  "journal-removed": journalRemoved,
} as const satisfies Record<string, Damage>;
