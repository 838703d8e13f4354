/** The files of one LAO while damage is done to them: finds a file to damage, reads and changes cells, notes what happened. */

import type { Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { cell } from "../csv-text";
import type { PartitionFile } from "../partition-files";
import type { Random } from "../random";
import type { DamageTruth } from "./truth";

/** What happens to the bytes of a file after the manifest was made. */
export type Wound =
  | { readonly kind: "missing" | "header-byte" | "truncated" | "corrupt" }
  | { readonly kind: "altered"; readonly records: string[] };

/** A file that lies in the bag and that no manifest knows. */
export interface StrayFile {
  readonly path: string;
  readonly copyOf: PartitionFile;
}

export interface Draft {
  readonly lao: string;
  /** Another LAO's code, for rows that went astray. */
  readonly neighbour: string;
  readonly files: PartitionFile[];
  readonly wounds: Map<PartitionFile, Wound>;
  readonly strays: StrayFile[];
  /** Present, but left out of the manifest. */
  readonly unlisted: Set<PartitionFile>;
  readonly random: Random;
  /** Files that were damaged already: one damage each, so that rows and numbers in the truth stay right. */
  readonly touched: Set<string>;
  /** Where the next damage is to happen, as far as a plan says so. */
  place: Place;
}

export interface Place {
  readonly month?: Month;
  /** A table or a module. */
  readonly of?: string;
}

/** One way of damaging. Undefined when the LAO has nothing that it could be done to. */
export type Damage = (draft: Draft) => DamageTruth | undefined;

const keyOf = (file: PartitionFile) => `${file.table}/${file.month}`;

function isThere(file: PartitionFile, { month, of }: Place): boolean {
  return (month === undefined || file.month === month) && (of === undefined || file.table === of || file.module === of);
}

/** An undamaged file of one of the tables with enough records, chosen by chance; it counts as touched from now on. */
export function take(draft: Draft, tables: readonly string[], recordsLeast: number): PartitionFile | undefined {
  const fit = draft.files.filter(
    (file) =>
      tables.includes(file.table) &&
      file.records.length >= recordsLeast &&
      isThere(file, draft.place) &&
      !draft.touched.has(keyOf(file)),
  );
  if (fit.length === 0) return undefined;
  const file = draft.random.pick(fit);
  draft.touched.add(keyOf(file));
  file.records = [...file.records];
  return file;
}

/** All files of one module and month, none of them damaged so far; they count as touched from now on. */
export function takePartition(draft: Draft, modules: readonly Module[]): PartitionFile[] | undefined {
  const partitions = new Map<string, PartitionFile[]>();
  for (const file of draft.files) {
    if (!modules.includes(file.module) || !isThere(file, draft.place)) continue;
    const key = `${file.module}/${file.month}`;
    partitions.set(key, [...(partitions.get(key) ?? []), file]);
  }
  const whole = [...partitions.values()].filter(
    (files) => files.some((file) => file.records.length > 2) && files.every((file) => !draft.touched.has(keyOf(file))),
  );
  if (whole.length === 0) return undefined;
  const files = draft.random.pick(whole);
  for (const file of files) draft.touched.add(keyOf(file));
  return files;
}

export function fileOf(draft: Draft, table: string, month: Month): PartitionFile | undefined {
  return draft.files.find((file) => file.table === table && file.month === month);
}

/** The cells of one record, quotes taken off. */
export function cellsOf(record: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= record.length) {
    if (record[at] === '"') {
      let text = "";
      for (at += 1; at < record.length; at += 1) {
        if (record[at] !== '"') text += record[at];
        else if (record[at + 1] === '"') {
          text += '"';
          at += 1;
        } else break;
      }
      cells.push(text);
      at += 2;
      continue;
    }
    const end = record.indexOf(",", at);
    cells.push(record.slice(at, end < 0 ? record.length : end));
    at = end < 0 ? record.length + 1 : end + 1;
  }
  return cells;
}

export function columnOf(file: PartitionFile, name: string): number {
  const at = file.header.split(",").indexOf(name);
  if (at < 0) throw new Error(`${file.table} has no column ${name}`);
  return at;
}

export function read(file: PartitionFile, row: number, column: string): string {
  return cellsOf(file.records[row] ?? "")[columnOf(file, column)] ?? "";
}

/** Puts a text into a cell; quoted where it must be. `row` counts from 0. */
export function write(file: PartitionFile, row: number, column: string, text: string): void {
  const cells = cellsOf(file.records[row] ?? "");
  cells[columnOf(file, column)] = text;
  file.records[row] = cells.map(cell).join(",");
}

/** Satang of a cell that holds an amount. */
export function amountAt(file: PartitionFile, row: number, column: string): bigint {
  return BigInt(read(file, row, column).replace(".", ""));
}

/** What is true of a damage to one file; rows count from 0 here and from 1 in the truth. */
export function truthOf(
  draft: Draft,
  file: PartitionFile,
  known: Pick<DamageTruth, "code" | "kind"> & Partial<Pick<DamageTruth, "docs" | "column" | "amounts">>,
  rows?: readonly [from: number, to: number],
): DamageTruth {
  return {
    lao: draft.lao,
    module: file.module,
    month: file.month,
    table: file.table,
    file: file.path,
    rows: rows ? [rows[0] + 1, rows[1] + 1] : null,
    docs: [],
    column: null,
    amounts: [],
    ...known,
  };
}

/** The column that names a record of a table in its documents. */
export const DOCUMENT_COLUMN: Readonly<Record<string, string>> = {
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

export function documentAt(file: PartitionFile, row: number): string {
  return read(file, row, DOCUMENT_COLUMN[file.table] ?? "lao_code");
}
