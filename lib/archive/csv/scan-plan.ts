/** A table's columns turned into what the row readers follow: operations, choices and key columns by position. */
import type { ColumnSpec, TableSpec } from "../tables";

/** What the fast reader does with a column. */
export const OP = {
  lao: 0,
  text: 1,
  code: 2,
  codeOrEmpty: 3,
  amount: 4,
  date: 5,
  dateOrEmpty: 6,
  dateInMonth: 7,
  account: 8,
  flag: 9,
  int: 10,
  choice: 11,
  numbered: 12,
  numberedOrEmpty: 13,
} as const;

/** What reading needs to know of a table: a partition's or a reference table. */
export type TableShape = Pick<TableSpec, "name" | "columns" | "key" | "dateColumn">;

export interface ScanPlan {
  readonly spec: TableShape;
  /** The header exactly as the format has it, without line end. */
  readonly header: Buffer;
  readonly columnCount: number;
  readonly ops: Uint8Array;
  /** Per column: the allowed words (choice) or the allowed beginnings (numbered), as bytes. */
  readonly words: readonly (readonly Uint8Array[])[];
  /** Positions of the key's columns, in the key's order. */
  readonly keyColumns: readonly number[];
  /** Position of the date that must lie in the partition's month; -1 if the table has none. */
  readonly dateColumn: number;
  /** Position of the number by which people name the row; -1 if there is none. */
  readonly docColumn: number;
  /** Position of the account or budget code, where that is the row's key; -1 otherwise. */
  readonly accountColumn: number;
}

function operationOf(column: ColumnSpec, isPartitionDate: boolean): number {
  const isOptional = column.optional === true;
  if (column.numbered) return isOptional ? OP.numberedOrEmpty : OP.numbered;
  if (column.choice) return OP.choice;
  if (column.kind === "date") return isPartitionDate ? OP.dateInMonth : isOptional ? OP.dateOrEmpty : OP.date;
  if (column.kind === "code") return isOptional ? OP.codeOrEmpty : OP.code;
  return OP[column.kind];
}

function buildPlan(spec: TableShape): ScanPlan {
  const names = spec.columns.map((column) => column.name);
  const position = (name: string | undefined) => (name === undefined ? -1 : names.indexOf(name));
  const accountKey = spec.key.find((name) => name === "account_code" || name === "budget_code");
  return {
    spec,
    header: Buffer.from(names.join(",")),
    columnCount: names.length,
    ops: Uint8Array.from(spec.columns, (column) => operationOf(column, column.name === spec.dateColumn)),
    words: spec.columns.map((column) => (column.choice ?? column.numbered ?? []).map((word) => Buffer.from(word))),
    keyColumns: spec.key.map(position),
    dateColumn: position(spec.dateColumn),
    docColumn: position(
      spec.key.find((name) => name.endsWith("_no") && name !== "line_no" && name !== "bank_account_no"),
    ),
    accountColumn: position(accountKey),
  };
}

const plans = new Map<TableShape, ScanPlan>();

/** The plan of a table; the first column of every partition table is its `lao_code` (ARCHIVE.md, CSV rules). */
export function scanPlan(spec: TableShape): ScanPlan {
  const plan = plans.get(spec) ?? buildPlan(spec);
  plans.set(spec, plan);
  return plan;
}
