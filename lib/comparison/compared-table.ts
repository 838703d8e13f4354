/** What of a table is compared between two snapshots: which columns make a row the same, which name it, and which amount it counts with. */
import { TABLES, type TableSpec } from "@/lib/archive/tables";

/** The amount that stands for a row; of a state (balances, registers) what it stands at. Rows that were cancelled count for nothing. */
const AMOUNTS: Readonly<Record<string, { readonly column: string; readonly skipsCancelled: boolean }>> = {
  journal: { column: "debit", skipsCancelled: false },
  balances: { column: "closing", skipsCancelled: false },
  cash: { column: "closing", skipsCancelled: false },
  receipts: { column: "amount", skipsCancelled: true },
  revenue_register: { column: "received", skipsCancelled: false },
  requisitions: { column: "gross", skipsCancelled: true },
  cheques: { column: "amount", skipsCancelled: false },
  loans: { column: "amount", skipsCancelled: false },
  budget_lines: { column: "remaining", skipsCancelled: false },
  budget_transfers: { column: "amount", skipsCancelled: false },
  assets: { column: "price", skipsCancelled: false },
};

/** Every column but the LAO's, in the order of the format: two rows are the same when all of these are. */
export function comparedColumns(table: TableSpec): readonly string[] {
  return table.columns.filter(({ kind }) => kind !== "lao").map(({ name }) => name);
}

/** Column of the amount, and whether rows marked as cancelled are left out of its sum. */
export function comparedAmount(table: TableSpec): { readonly column: string; readonly skipsCancelled: boolean } {
  const amount = AMOUNTS[table.name];
  if (!amount) throw new Error(`${table.name}: no amount is compared`);
  return amount;
}

/** The columns that name a document: lines of one journal document belong together, elsewhere a row is a document. */
export function documentKey(table: TableSpec): readonly string[] {
  return table.name === "journal" ? ["entry_no"] : table.key;
}

/** The table of that name. Throws for one that the format does not have. */
export function comparedTable(name: string): TableSpec {
  const table = TABLES.find((one) => one.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}
