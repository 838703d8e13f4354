/** Damage inside files that was there before the extraction, so that the manifest vouches for it: bytes, shape, values, texts, strayed rows. */
import { cell, rawByte } from "../csv-text";
import type { PartitionFile } from "../partition-files";
import { cellsOf, columnOf, type Damage, type Draft, documentAt, read, take, truthOf, write } from "./draft";

/** Tables with a Thai text, and where it stands. */
const TEXT_COLUMN: Readonly<Record<string, string>> = {
  journal: "description",
  receipts: "payer",
  requisitions: "description",
  cheques: "payee",
};
const TEXTS = Object.keys(TEXT_COLUMN);

/** First record of a run of `count`, so that an entry's first line is not the only one to be hit. */
function pickRun(draft: Draft, file: PartitionFile, count: number): number {
  return draft.random.int(0, file.records.length - count);
}

function docsOf(file: PartitionFile, from: number, count: number): string[] {
  return [...new Set(Array.from({ length: count }, (_, at) => documentAt(file, from + at)))];
}

const badBytes: Damage = (draft) => {
  const count = draft.random.int(1, 3);
  const file = take(draft, TEXTS, 6);
  if (!file) return undefined;
  const from = pickRun(draft, file, count);
  const column = TEXT_COLUMN[file.table] ?? "";
  file.holdsRawBytes = true;
  for (let row = from; row < from + count; row++) {
    const text = read(file, row, column);
    const at = Math.floor(text.length / 2);
    write(file, row, column, text.slice(0, at) + rawByte(0xff).repeat(3) + text.slice(at + 3));
  }
  const known = { code: "row/encoding", kind: "bad-bytes", docs: docsOf(file, from, count), column } as const;
  return truthOf(draft, file, known, [from, from + count - 1]);
};

/** Rows in the other encoding: UTF-8 rows among windows-874, or the other way round. */
const otherEncodingRows: Damage = (draft) => {
  const count = draft.random.int(2, 5);
  const file = take(draft, TEXTS, 10);
  if (!file) return undefined;
  const from = pickRun(draft, file, count);
  file.holdsRawBytes = true;
  const isUtf8 = file.encoding === "utf-8";
  for (let row = from; row < from + count; row++) {
    const record = file.records[row] ?? "";
    file.records[row] = isUtf8
      ? record.replace(/[\u0e01-\u0e5b]/g, (char) => rawByte(char.charCodeAt(0) - 0xe01 + 0xa1))
      : record.replace(/[\u0e01-\u0e5b]+/g, (text) => Array.from(Buffer.from(text, "utf8"), rawByte).join(""));
  }
  const known = { code: "row/encoding", kind: "rows-in-other-encoding", docs: docsOf(file, from, count) } as const;
  return truthOf(draft, file, known, [from, from + count - 1]);
};

const otherEncodingFile: Damage = (draft) => {
  const file = take(draft, ["journal", "requisitions", "receipts"], 4);
  if (!file) return undefined;
  file.encoding = file.encoding === "utf-8" ? "windows-874" : "utf-8";
  return truthOf(draft, file, { code: "row/encoding", kind: "file-in-other-encoding" }, [0, file.records.length - 1]);
};

function reshape(kind: string, change: (record: string) => string): Damage {
  return (draft) => {
    const file = take(draft, ["journal", "receipts", "requisitions", "cheques", "budget_lines", "balances"], 4);
    if (!file) return undefined;
    const row = pickRun(draft, file, 1);
    const docs = [documentAt(file, row)];
    file.records[row] = change(file.records[row] ?? "");
    return truthOf(draft, file, { code: "row/shape", kind, docs }, [row, row]);
  };
}

const cellsLost = reshape("cells-lost", (record) => cellsOf(record).slice(0, 3).join(","));
const cellAdded = reshape("cell-added", (record) => `${record},0.00`);

/** A quote that opens in the last record and never closes. */
const quoteOpen: Damage = (draft) => {
  const file = take(draft, TEXTS, 4);
  if (!file) return undefined;
  const row = file.records.length - 1;
  const docs = [documentAt(file, row)];
  const at = columnOf(file, TEXT_COLUMN[file.table] ?? "");
  const cells = cellsOf(file.records[row] ?? "").map((text) => text.replace(/["\n]/g, " "));
  file.records[row] = cells.map((text, place) => (place === at ? `"${text}` : cell(text))).join(",");
  return truthOf(draft, file, { code: "row/shape", kind: "quote-never-closed", docs }, [row, row]);
};

function spoil(
  kind: string,
  tables: readonly string[],
  column: (table: string) => string,
  value: (old: string) => string,
): Damage {
  return (draft) => {
    const file = take(draft, tables, 4);
    if (!file) return undefined;
    const row = pickRun(draft, file, 1);
    const docs = [documentAt(file, row)];
    const name = column(file.table);
    write(file, row, name, value(read(file, row, name)));
    return truthOf(draft, file, { code: "row/value", kind, docs, column: name }, [row, row]);
  };
}

const amountColumn = (table: string) =>
  ({ journal: "debit", requisitions: "gross", balances: "closing", budget_lines: "disbursed" })[table] ?? "amount";
const dateColumn = (table: string) =>
  ({ journal: "entry_date", receipts: "receipt_date", requisitions: "paid_date" })[table] ?? "cheque_date";

const AMOUNTS = ["journal", "receipts", "requisitions", "cheques", "balances", "budget_lines"];
const DATED = ["journal", "receipts", "requisitions", "cheques"];

const unsoundText: Damage = (draft) => {
  const file = draft.files[0]?.encoding === "utf-8" ? take(draft, TEXTS, 4) : undefined;
  if (!file) return undefined;
  const row = pickRun(draft, file, 1);
  const column = TEXT_COLUMN[file.table] ?? "";
  const text = read(file, row, column);
  // Signs of texts that went through a wrong table: an unassigned code point, a Lao tone mark, the replacement character.
  const sign = draft.random.pick(["\u0e3c", "\u0ec8", "\ufffd"]);
  const at = Math.max(1, Math.floor(text.length / 3));
  write(file, row, column, text.slice(0, at) + sign + text.slice(at + 1));
  const known = { code: "row/text", kind: "unsound-text", docs: [documentAt(file, row)], column } as const;
  return truthOf(draft, file, known, [row, row]);
};

const sameAgain: Damage = (draft) => {
  const file = take(draft, ["receipts", "requisitions", "cheques", "journal"], 4);
  if (!file) return undefined;
  const row = pickRun(draft, file, 1);
  file.records.splice(row + 1, 0, file.records[row] ?? "");
  const known = { code: "row/duplicate", kind: "row-twice", docs: [documentAt(file, row)] } as const;
  return truthOf(draft, file, known, [row + 1, row + 1]);
};

const otherUnderSameKey: Damage = (draft) => {
  const file = take(draft, ["receipts", "cheques"], 4);
  if (!file) return undefined;
  const row = pickRun(draft, file, 1);
  file.records.splice(row + 1, 0, file.records[row] ?? "");
  write(file, row + 1, "amount", "777.25");
  const known = { code: "row/duplicate", kind: "key-twice", docs: [documentAt(file, row)], column: "amount" } as const;
  return truthOf(draft, file, known, [row + 1, row + 1]);
};

const otherLao: Damage = (draft) => {
  const file = take(draft, ["receipts", "requisitions", "cheques", "assets"], 2);
  if (!file) return undefined;
  const row = pickRun(draft, file, 1);
  const docs = [documentAt(file, row)];
  file.records.splice(row + 1, 0, (file.records[row] ?? "").replace(draft.lao, draft.neighbour));
  return truthOf(draft, file, { code: "row/foreign", kind: "row-of-other-lao", docs, column: "lao_code" }, [
    row + 1,
    row + 1,
  ]);
};

const otherMonth: Damage = (draft) => {
  const file = take(draft, ["receipts", "requisitions", "cheques"], 2);
  const source = draft.files.find(
    (other) =>
      other.table === file?.table &&
      other.month !== file.month &&
      other.records.length > 3 &&
      !draft.touched.has(`${other.table}/${other.month}`),
  );
  if (!file || !source) return undefined;
  const from = draft.random.int(0, source.records.length - 1);
  const row = pickRun(draft, file, 1);
  file.records.splice(row, 0, source.records[from] ?? "");
  const known = {
    code: "row/foreign",
    kind: "row-of-other-month",
    docs: [documentAt(file, row)],
    column: dateColumn(file.table),
  } as const;
  return truthOf(draft, file, known, [row, row]);
};

export const ROW_DAMAGES = {
  "bad-bytes": badBytes,
  "rows-in-other-encoding": otherEncodingRows,
  "file-in-other-encoding": otherEncodingFile,
  "cells-lost": cellsLost,
  "cell-added": cellAdded,
  "quote-never-closed": quoteOpen,
  "amount-unreadable": spoil("amount-unreadable", AMOUNTS, amountColumn, () => "#REF!"),
  "amount-empty": spoil("amount-empty", AMOUNTS, amountColumn, () => ""),
  "amount-with-thousands": spoil("amount-with-thousands", AMOUNTS, amountColumn, () => "1,250.00"),
  "date-impossible": spoil("date-impossible", DATED, dateColumn, (old) => `${old.slice(0, 8)}32`),
  "date-in-thai-form": spoil(
    "date-in-thai-form",
    DATED,
    dateColumn,
    (old) => `${old.slice(8)}/${old.slice(5, 7)}/2567`,
  ),
  "flag-unreadable": spoil(
    "flag-unreadable",
    ["receipts", "requisitions"],
    () => "cancelled",
    () => "Y",
  ),
  "account-unreadable": spoil(
    "account-unreadable",
    ["journal", "balances", "receipts"],
    () => "account_code",
    (old) => old.replace("0", "O"),
  ),
  "unsound-text": unsoundText,
  "row-twice": sameAgain,
  "key-twice": otherUnderSameKey,
  "row-of-other-lao": otherLao,
  "row-of-other-month": otherMonth,
} as const satisfies Record<string, Damage>;
