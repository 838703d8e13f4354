/**
 * What the ties ask of the tables of one province: a query per table, each row beginning with its LAO, read as arrays. Sums come as text,
 * since a hostile amount may sum up to more than a bigint of the database holds.
 */
import { findTable } from "@/lib/archive/tables";
import type {
  BalanceEvidence,
  BudgetLineEvidence,
  CashEvidence,
  ChequeEvidence,
  EntryEvidence,
  MovementEvidence,
  ReceiptEvidence,
  RegisterEvidence,
  RequisitionEvidence,
  TransferEvidence,
} from "@/lib/damage/evidence";
import { BANK_DEPOSITS, CASH_IN_HAND, formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { type Month, monthFromNumber } from "@/lib/period/month";

export type Cell = string | number | bigint | boolean | null;

export interface EvidenceQuery<Row> {
  readonly table: string;
  /** $1 and $2 are the first and the last LAO; the first column is the LAO. */
  readonly statement: (leaf: string) => string;
  readonly read: (cells: readonly Cell[]) => Row;
}

const months = new Map<Cell, Month>();
const accounts = new Map<Cell, string>();

/** Few months and accounts stand in many rows: each is written once. */
function month(cell: Cell | undefined): Month {
  const known = months.get(cell ?? null);
  if (known) return known;
  const fresh = monthFromNumber(Number(cell));
  months.set(cell ?? null, fresh);
  return fresh;
}

const ACCOUNTS_MAX = 10_000;

export function account(cell: Cell | undefined): string {
  const known = accounts.get(cell ?? null);
  if (known) return known;
  const fresh = formatAccountCode(BigInt(String(cell)));
  if (accounts.size >= ACCOUNTS_MAX) accounts.clear();
  accounts.set(cell ?? null, fresh);
  return fresh;
}

function amount(cell: Cell | undefined): Amount {
  return satang(typeof cell === "bigint" ? cell : BigInt(String(cell ?? 0)));
}

const text = (cell: Cell | undefined) => String(cell);
const optionalText = (cell: Cell | undefined) => (typeof cell === "string" && cell !== "" ? cell : null);
const date = (cell: Cell | undefined) => String(cell) as IsoDate;

/** Rows of a table as they stand, in the order of their files. */
function rowsOf<Row>(
  table: string,
  columns: string,
  read: (cells: readonly Cell[], monthOfRow: Month) => Row,
): EvidenceQuery<Row> {
  const dateColumn = findTable(table)?.dateColumn;
  const selected = columns.split(", ").map((column) => (column === dateColumn ? `${column}::text` : column));
  return {
    table,
    statement: (leaf) =>
      `select lao_id, month, row_no, ${selected.join(", ")} from ${leaf} where lao_id between $1 and $2 order by lao_id, month, row_no`,
    read: (cells) => read(cells, month(cells[1])),
  };
}

const isCash = `account_code between ${CASH_IN_HAND.from} and ${BANK_DEPOSITS.to} or account_code = any($3)`;

/** $3: accounts of the LAOs' bank accounts. */
export const ENTRIES: EvidenceQuery<EntryEvidence> = {
  table: "journal",
  statement: (
    leaf,
  ) => `select lao_id, month, entry_no, min(row_no), max(row_no), min(book), min(entry_date)::text, count(*)::integer,
      max(line_no), sum(debit)::text, sum(credit)::text, (sum(debit) filter (where ${isCash}))::text,
      (sum(credit) filter (where ${isCash}))::text,
      (sum(debit) filter (where account_code between 2000000000000 and 2999999999999 or account_code between 5000000000000 and 5999999999999))::text,
      min(source_no)
    from ${leaf} where lao_id between $1 and $2 group by lao_id, month, entry_no order by lao_id, month, min(row_no)`,
  read: (cells) => ({
    month: month(cells[1]),
    entryNo: text(cells[2]),
    rowFrom: Number(cells[3]),
    rowTo: Number(cells[4]),
    book: text(cells[5]),
    date: date(cells[6]),
    lines: Number(cells[7]),
    lineNoMax: Number(cells[8]),
    debit: amount(cells[9]),
    credit: amount(cells[10]),
    cashDebit: amount(cells[11]),
    cashCredit: amount(cells[12]),
    expenseDebit: amount(cells[13]),
    sourceNo: optionalText(cells[14]),
  }),
};

export const MOVEMENTS: EvidenceQuery<MovementEvidence> = {
  table: "journal_months",
  statement: (leaf) =>
    `select lao_id, month, account_code, debit, credit from ${leaf} where lao_id between $1 and $2 order by lao_id, month, account_code`,
  read: (cells) => ({
    month: month(cells[1]),
    account: account(cells[2]),
    debit: amount(cells[3]),
    credit: amount(cells[4]),
  }),
};

export const BALANCES = rowsOf<BalanceEvidence>(
  "balances",
  "account_code, opening, debit, credit, closing",
  (cells, monthOfRow) => ({
    month: monthOfRow,
    rowNo: Number(cells[2]),
    account: account(cells[3]),
    opening: amount(cells[4]),
    debit: amount(cells[5]),
    credit: amount(cells[6]),
    closing: amount(cells[7]),
  }),
);

export const CASH = rowsOf<CashEvidence>(
  "cash",
  "day, bank_account_no, account_code, opening, received, paid, closing",
  (cells, monthOfRow) => ({
    month: monthOfRow,
    rowNo: Number(cells[2]),
    day: date(cells[3]),
    bankAccountNo: text(cells[4]),
    account: account(cells[5]),
    opening: amount(cells[6]),
    received: amount(cells[7]),
    paid: amount(cells[8]),
    closing: amount(cells[9]),
  }),
);

export const RECEIPTS = rowsOf<ReceiptEvidence>(
  "receipts",
  "receipt_no, receipt_date, revenue_code, amount, remittance_no, entry_no, cancelled",
  (cells, monthOfRow) => ({
    month: monthOfRow,
    rowNo: Number(cells[2]),
    receiptNo: text(cells[3]),
    date: date(cells[4]),
    revenueCode: text(cells[5]),
    amount: amount(cells[6]),
    remittanceNo: optionalText(cells[7]),
    entryNo: optionalText(cells[8]),
    cancelled: cells[9] === true,
  }),
);

export const REGISTER = rowsOf<RegisterEvidence>(
  "revenue_register",
  "revenue_code, received, received_to_date",
  (cells, monthOfRow) => ({
    month: monthOfRow,
    rowNo: Number(cells[2]),
    revenueCode: text(cells[3]),
    received: amount(cells[4]),
    receivedToDate: amount(cells[5]),
  }),
);

export const REQUISITIONS = rowsOf<RequisitionEvidence>(
  "requisitions",
  "treasury_no, paid_date, plan_code, work_code, expense_code, budget_code, goods_value, vat, gross, withholding_tax, other_deductions, net, entry_no, cancelled",
  (cells, monthOfRow) => ({
    month: monthOfRow,
    rowNo: Number(cells[2]),
    treasuryNo: text(cells[3]),
    paidDate: date(cells[4]),
    planCode: text(cells[5]),
    workCode: text(cells[6]),
    expenseCode: text(cells[7]),
    budgetCode: text(cells[8]),
    goodsValue: amount(cells[9]),
    vat: amount(cells[10]),
    gross: amount(cells[11]),
    withholdingTax: amount(cells[12]),
    otherDeductions: amount(cells[13]),
    net: amount(cells[14]),
    entryNo: optionalText(cells[15]),
    cancelled: cells[16] === true,
  }),
);

export const CHEQUES = rowsOf<ChequeEvidence>(
  "cheques",
  "cheque_no, cheque_date, treasury_no, amount",
  (cells, monthOfRow) => ({
    month: monthOfRow,
    rowNo: Number(cells[2]),
    chequeNo: text(cells[3]),
    date: date(cells[4]),
    treasuryNo: text(cells[5]),
    amount: amount(cells[6]),
  }),
);

export const BUDGET_LINES = rowsOf<BudgetLineEvidence>(
  "budget_lines",
  "budget_code, plan_code, work_code, expense_code, approved, transferred_in, transferred_out, encumbered, disbursed, remaining",
  (cells, monthOfRow) => ({
    month: monthOfRow,
    rowNo: Number(cells[2]),
    budgetCode: text(cells[3]),
    planCode: text(cells[4]),
    workCode: text(cells[5]),
    expenseCode: text(cells[6]),
    approved: amount(cells[7]),
    transferredIn: amount(cells[8]),
    transferredOut: amount(cells[9]),
    encumbered: amount(cells[10]),
    disbursed: amount(cells[11]),
    remaining: amount(cells[12]),
  }),
);

export const TRANSFERS = rowsOf<TransferEvidence>(
  "budget_transfers",
  "transfer_no, transfer_date, from_budget_code, to_budget_code, amount",
  (cells, monthOfRow) => ({
    month: monthOfRow,
    rowNo: Number(cells[2]),
    transferNo: text(cells[3]),
    date: date(cells[4]),
    fromBudgetCode: text(cells[5]),
    toBudgetCode: text(cells[6]),
    amount: amount(cells[7]),
  }),
);
