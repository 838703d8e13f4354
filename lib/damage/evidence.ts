/**
 * What is known of one LAO when its books are checked against each other: rows as they were loaded, sums of the journal, and what
 * bytes and rows already showed. Plain values, so that thousands of faults can be tried in memory; `db/ties` fetches them.
 */
import type { Finding } from "@/lib/finding/finding";
import type { Amount } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";

/** Where a row stood: its partition's month and its number in the file (records after the header, from 1). */
export interface Placed {
  readonly month: Month;
  readonly rowNo: number;
}

/** One document of the journal: its lines summed. An entry_no whose lines stand in two months gives two of these. */
export interface EntryEvidence {
  readonly month: Month;
  readonly rowFrom: number;
  readonly rowTo: number;
  readonly entryNo: string;
  readonly book: string;
  /** Of its first line. */
  readonly date: IsoDate;
  readonly lines: number;
  readonly lineNoMax: number;
  readonly debit: Amount;
  readonly credit: Amount;
  /** Debits and credits on cash and bank accounts (those of `bankAccounts` and of `CASH` rows, and 1101010101.001). */
  readonly cashDebit: Amount;
  readonly cashCredit: Amount;
  /** Debits on classes 2 and 5 (T6). */
  readonly expenseDebit: Amount;
  readonly sourceNo: string | null;
}

/** Journal sums of one account and month. Accounts are `NNNNNNNNNN.NNN`. */
export interface MovementEvidence {
  readonly month: Month;
  readonly account: string;
  readonly debit: Amount;
  readonly credit: Amount;
}

export interface BalanceEvidence extends Placed {
  readonly account: string;
  readonly opening: Amount;
  readonly debit: Amount;
  readonly credit: Amount;
  readonly closing: Amount;
}

export interface CashEvidence extends Placed {
  readonly day: IsoDate;
  readonly bankAccountNo: string;
  readonly account: string;
  readonly opening: Amount;
  readonly received: Amount;
  readonly paid: Amount;
  readonly closing: Amount;
}

export interface ReceiptEvidence extends Placed {
  readonly receiptNo: string;
  readonly date: IsoDate;
  readonly revenueCode: string;
  readonly amount: Amount;
  readonly remittanceNo: string | null;
  readonly entryNo: string | null;
  readonly cancelled: boolean;
}

export interface RegisterEvidence extends Placed {
  readonly revenueCode: string;
  readonly received: Amount;
  readonly receivedToDate: Amount;
}

export interface RequisitionEvidence extends Placed {
  readonly treasuryNo: string;
  readonly paidDate: IsoDate;
  readonly planCode: string;
  readonly workCode: string;
  readonly expenseCode: string;
  readonly budgetCode: string;
  readonly goodsValue: Amount;
  readonly vat: Amount;
  readonly gross: Amount;
  readonly withholdingTax: Amount;
  readonly otherDeductions: Amount;
  readonly net: Amount;
  readonly entryNo: string | null;
  readonly cancelled: boolean;
}

export interface ChequeEvidence extends Placed {
  readonly chequeNo: string;
  readonly date: IsoDate;
  readonly treasuryNo: string;
  readonly amount: Amount;
}

export interface BudgetLineEvidence extends Placed {
  readonly budgetCode: string;
  readonly planCode: string;
  readonly workCode: string;
  readonly expenseCode: string;
  readonly approved: Amount;
  readonly transferredIn: Amount;
  readonly transferredOut: Amount;
  readonly encumbered: Amount;
  readonly disbursed: Amount;
  readonly remaining: Amount;
}

export interface TransferEvidence extends Placed {
  readonly transferNo: string;
  readonly date: IsoDate;
  readonly fromBudgetCode: string;
  readonly toBudgetCode: string;
  readonly amount: Amount;
}

/** A row that names a code which the reference tables do not have (T11); found by SQL. */
export interface UnknownCode extends Placed {
  readonly table: string;
  readonly column: string;
  readonly value: string;
  /** Number of the document, as far as the row has one. */
  readonly doc: string | null;
}

export type Series = "RV" | "PV" | "JV" | "receipt" | "treasury";

export interface LaoEvidence {
  readonly lao: LaoCode;
  /** All months of the snapshot, in order. */
  readonly months: readonly Month[];
  readonly lastBefore: ReadonlyMap<Series, number>;
  /** Ledger account by bank account number; `CASH` for cash in hand. */
  readonly bankAccounts: ReadonlyMap<string, string>;
  readonly entries: readonly EntryEvidence[];
  readonly movements: readonly MovementEvidence[];
  readonly balances: readonly BalanceEvidence[];
  readonly cash: readonly CashEvidence[];
  readonly receipts: readonly ReceiptEvidence[];
  readonly register: readonly RegisterEvidence[];
  readonly requisitions: readonly RequisitionEvidence[];
  readonly cheques: readonly ChequeEvidence[];
  readonly budgetLines: readonly BudgetLineEvidence[];
  readonly transfers: readonly TransferEvidence[];
  readonly unknownCodes: readonly UnknownCode[];
  /** `table month` of every file that the manifest lists. */
  readonly listedFiles: ReadonlySet<string>;
  /** Loaded rows by `table month`, for tables without rows here too (loans, assets). */
  readonly rowCounts: ReadonlyMap<string, number>;
  /** What bytes and rows already showed of this LAO (file/*, row/*). */
  readonly known: readonly Finding[];
}
