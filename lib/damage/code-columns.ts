/** The columns whose codes the reference tables, or the budget of the row's own month, must have (T11); `db/ties` asks the same by SQL. */

export type CodeReference =
  | "account"
  | "unit"
  /** `CASH` in the cash position is no bank account. */
  | "bank"
  | "plan"
  | "work"
  | "expense"
  | "revenue"
  /** A line of the budget of the same month, if that was loaded at all. */
  | "budget";

export interface CodeColumn {
  readonly table: string;
  readonly column: string;
  /** What names the row in its documents. */
  readonly doc: string;
  readonly in: CodeReference;
}

const of = (table: string, doc: string, column: string, reference: CodeReference): CodeColumn => ({
  table,
  column,
  doc,
  in: reference,
});

export const CODE_COLUMNS: readonly CodeColumn[] = [
  of("journal", "entry_no", "account_code", "account"),
  of("balances", "account_code", "account_code", "account"),
  of("cash", "bank_account_no", "account_code", "account"),
  of("receipts", "receipt_no", "account_code", "account"),
  of("loans", "contract_no", "account_code", "account"),
  of("journal", "entry_no", "unit_code", "unit"),
  of("receipts", "receipt_no", "unit_code", "unit"),
  of("requisitions", "treasury_no", "unit_code", "unit"),
  of("assets", "asset_code", "unit_code", "unit"),
  of("cash", "bank_account_no", "bank_account_no", "bank"),
  of("receipts", "receipt_no", "bank_account_no", "bank"),
  of("cheques", "cheque_no", "bank_account_no", "bank"),
  of("receipts", "receipt_no", "revenue_code", "revenue"),
  of("revenue_register", "revenue_code", "revenue_code", "revenue"),
  of("requisitions", "treasury_no", "plan_code", "plan"),
  of("requisitions", "treasury_no", "work_code", "work"),
  of("requisitions", "treasury_no", "expense_code", "expense"),
  of("budget_lines", "budget_code", "plan_code", "plan"),
  of("budget_lines", "budget_code", "work_code", "work"),
  of("budget_lines", "budget_code", "expense_code", "expense"),
  of("requisitions", "treasury_no", "budget_code", "budget"),
  of("budget_transfers", "transfer_no", "from_budget_code", "budget"),
  of("budget_transfers", "transfer_no", "to_budget_code", "budget"),
];

/** Rows of one LAO and column that are told one by one; a column of nothing but unknown codes is one finding anyway. */
export const UNKNOWN_CODES_MOST = 2_000;
