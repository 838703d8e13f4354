/** The tables of the archive format `laas-archive/1`: the one list of columns that reading, checking, loading and sampling follow. */
import type { Module } from "@/lib/office/office";

/**
 * What a cell may hold (ARCHIVE.md, CSV rules):
 * `lao` 8 digits · `text` free Thai text, may be empty · `code` short text without control characters · `account` NNNNNNNNNN.NNN ·
 * `date` ISO day · `amount` baht with two decimals · `flag` 0/1 · `int` whole number ≥ 0 · with `choice` one of the given words.
 */
export type ColumnKind = "lao" | "text" | "code" | "account" | "date" | "amount" | "flag" | "int";

export interface ColumnSpec {
  readonly name: string;
  readonly kind: ColumnKind;
  /** May be empty (stored as NULL). */
  readonly optional?: true;
  readonly choice?: readonly string[];
  /** A document number: one of these beginnings, a running number, `/`, two digits of the year (`RV-00012/67`). */
  readonly numbered?: readonly string[];
}

export interface TableSpec {
  readonly name: string;
  readonly module: Module;
  readonly columns: readonly ColumnSpec[];
  /** Columns that name a row within its LAO and month; the same key again is a duplicate. */
  readonly key: readonly string[];
  /** The date that must lie in the partition's month (T12); none for tables of states. */
  readonly dateColumn?: string;
}

const lao: ColumnSpec = { name: "lao_code", kind: "lao" };
const code = (name: string): ColumnSpec => ({ name, kind: "code" });
const text = (name: string): ColumnSpec => ({ name, kind: "text" });
const amount = (name: string): ColumnSpec => ({ name, kind: "amount" });
const date = (name: string): ColumnSpec => ({ name, kind: "date" });
const account = (name: string): ColumnSpec => ({ name, kind: "account" });
const flag = (name: string): ColumnSpec => ({ name, kind: "flag" });
const int = (name: string): ColumnSpec => ({ name, kind: "int" });
const optional = (column: ColumnSpec): ColumnSpec => ({ ...column, optional: true });
const numbered = (name: string, ...beginnings: string[]): ColumnSpec => ({ name, kind: "code", numbered: beginnings });
const entryNo = numbered("entry_no", "RV-", "PV-", "JV-");
const oneOf = (name: string, ...choice: string[]): ColumnSpec => ({ name, kind: "code", choice });

export const TABLES: readonly TableSpec[] = [
  {
    name: "journal",
    module: "accounting",
    key: ["entry_no", "line_no"],
    dateColumn: "entry_date",
    columns: [
      lao,
      entryNo,
      int("line_no"),
      date("entry_date"),
      oneOf("book", "RV", "PV", "JV"),
      account("account_code"),
      amount("debit"),
      amount("credit"),
      text("description"),
      optional(code("unit_code")),
      optional(code("source_no")),
    ],
  },
  {
    name: "balances",
    module: "accounting",
    key: ["account_code"],
    columns: [lao, account("account_code"), amount("opening"), amount("debit"), amount("credit"), amount("closing")],
  },
  {
    name: "cash",
    module: "accounting",
    key: ["day", "bank_account_no"],
    dateColumn: "day",
    columns: [
      lao,
      date("day"),
      code("bank_account_no"),
      account("account_code"),
      amount("opening"),
      amount("received"),
      amount("paid"),
      amount("closing"),
    ],
  },
  {
    name: "receipts",
    module: "revenue",
    key: ["receipt_no"],
    dateColumn: "receipt_date",
    columns: [
      lao,
      numbered("receipt_no", "R-"),
      date("receipt_date"),
      text("payer"),
      code("revenue_code"),
      account("account_code"),
      amount("amount"),
      oneOf("channel", "cash", "transfer", "cheque"),
      optional(code("bank_account_no")),
      optional(code("remittance_no")),
      optional(entryNo),
      flag("cancelled"),
      optional(code("unit_code")),
    ],
  },
  {
    name: "revenue_register",
    module: "revenue",
    key: ["revenue_code"],
    columns: [lao, code("revenue_code"), amount("estimate"), amount("received"), amount("received_to_date")],
  },
  {
    name: "requisitions",
    module: "expenditure",
    key: ["treasury_no"],
    dateColumn: "paid_date",
    columns: [
      lao,
      numbered("treasury_no", ""),
      code("requisition_no"),
      date("requisition_date"),
      date("paid_date"),
      code("plan_code"),
      code("work_code"),
      code("expense_code"),
      code("budget_code"),
      text("payee"),
      text("description"),
      amount("goods_value"),
      amount("vat"),
      amount("gross"),
      amount("withholding_tax"),
      amount("other_deductions"),
      amount("net"),
      optional(entryNo),
      flag("cancelled"),
      optional(code("unit_code")),
    ],
  },
  {
    name: "cheques",
    module: "expenditure",
    key: ["bank_account_no", "cheque_no"],
    dateColumn: "cheque_date",
    columns: [
      lao,
      code("cheque_report_no"),
      code("cheque_no"),
      date("cheque_date"),
      code("bank_account_no"),
      numbered("treasury_no", ""),
      text("payee"),
      amount("amount"),
      optional(date("collected_date")),
    ],
  },
  {
    name: "loans",
    module: "expenditure",
    key: ["contract_no"],
    columns: [
      lao,
      code("contract_no"),
      date("contract_date"),
      text("borrower"),
      text("purpose"),
      amount("amount"),
      amount("repaid"),
      date("due_date"),
      account("account_code"),
    ],
  },
  {
    name: "budget_lines",
    module: "budget",
    key: ["budget_code"],
    columns: [
      lao,
      code("budget_code"),
      code("plan_code"),
      code("work_code"),
      text("category"),
      code("expense_code"),
      text("project"),
      amount("approved"),
      amount("transferred_in"),
      amount("transferred_out"),
      amount("encumbered"),
      amount("disbursed"),
      amount("remaining"),
    ],
  },
  {
    name: "budget_transfers",
    module: "budget",
    key: ["transfer_no"],
    dateColumn: "transfer_date",
    columns: [
      lao,
      code("transfer_no"),
      date("transfer_date"),
      code("from_budget_code"),
      code("to_budget_code"),
      amount("amount"),
      text("reason"),
    ],
  },
  {
    name: "assets",
    module: "assets",
    key: ["asset_code"],
    dateColumn: "acquired_date",
    columns: [
      lao,
      code("asset_code"),
      text("category"),
      text("kind"),
      text("name"),
      date("acquired_date"),
      amount("price"),
      text("fund_source"),
      int("useful_life_years"),
      text("status"),
      optional(code("unit_code")),
    ],
  },
];

/** The reference tables at `data/reference/`; `lao` here is the LAO that a row belongs to, not a partition. */
export interface ReferenceSpec {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  readonly key: readonly string[];
  readonly required: boolean;
}

export const REFERENCE_TABLES: readonly ReferenceSpec[] = [
  {
    name: "laos",
    required: true,
    key: ["lao_code"],
    columns: [
      lao,
      oneOf("type", "อบจ.", "ทน.", "ทม.", "ทต.", "อบต.", "พัทยา"),
      text("name"),
      text("district"),
      code("province_code"),
      text("province"),
    ],
  },
  { name: "units", required: true, key: ["unit_code"], columns: [code("unit_code"), lao, text("kind"), text("name")] },
  {
    name: "accounts",
    required: true,
    key: ["account_code"],
    columns: [account("account_code"), text("name"), int("level"), flag("postable"), oneOf("normal_side", "D", "C")],
  },
  {
    name: "bank_accounts",
    required: true,
    key: ["lao_code", "bank_account_no"],
    columns: [lao, code("bank_account_no"), text("bank"), text("branch"), text("kind"), account("account_code")],
  },
  {
    name: "classifications",
    required: true,
    key: ["kind", "code"],
    columns: [
      oneOf("kind", "plan", "work", "expense", "revenue"),
      code("code"),
      text("name"),
      optional(code("parent_code")),
    ],
  },
  {
    name: "series",
    required: false,
    key: ["lao_code", "series"],
    columns: [lao, oneOf("series", "RV", "PV", "JV", "receipt", "treasury"), int("last_before")],
  },
];

/** The table of that name; undefined if the format has none. */
export function findTable(name: string): TableSpec | undefined {
  return TABLES.find((table) => table.name === name);
}

export function tablesOf(module: Module): readonly TableSpec[] {
  return TABLES.filter((table) => table.module === module);
}
