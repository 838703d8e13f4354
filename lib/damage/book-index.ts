/** The evidence of one LAO by the numbers and codes under which its tables name each other. Built once, shared by the ties. */
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import type {
  BudgetLineEvidence,
  ChequeEvidence,
  EntryEvidence,
  LaoEvidence,
  ReceiptEvidence,
  RegisterEvidence,
  RequisitionEvidence,
} from "./evidence";

export interface BookIndex {
  readonly entriesByNo: ReadonlyMap<string, readonly EntryEvidence[]>;
  /** Entries of the receipts book by the remittance that they take up. */
  readonly receiptEntries: ReadonlyMap<string, readonly EntryEvidence[]>;
  /** Entries of the payments book by the treasury number that they pay. */
  readonly paymentEntries: ReadonlyMap<string, readonly EntryEvidence[]>;
  readonly requisitions: ReadonlyMap<string, readonly RequisitionEvidence[]>;
  readonly requisitionsByEntry: ReadonlyMap<string, readonly RequisitionEvidence[]>;
  readonly cheques: ReadonlyMap<string, readonly ChequeEvidence[]>;
  /** Uncancelled receipts only. */
  readonly receiptsByEntry: ReadonlyMap<string, readonly ReceiptEvidence[]>;
  /** The last day of each month on which a receipt was written. */
  readonly lastReceiptDays: ReadonlyMap<Month, IsoDate>;
  /** By `month code`. */
  readonly register: ReadonlyMap<string, RegisterEvidence>;
  readonly budgetLines: ReadonlyMap<string, BudgetLineEvidence>;
}

export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

export function sumOf<Row>(rows: readonly Row[], amountOf: (row: Row) => Amount): Amount {
  let sum = 0n;
  for (const row of rows) sum += amountOf(row);
  return satang(sum);
}

/** Key of a row that stands once a month. */
export function monthKey(month: Month, code: string): string {
  return `${month} ${code}`;
}

/** Gross of the uncancelled requisitions by month and line of the budget. */
export function spentByLine(requisitions: readonly RequisitionEvidence[]): ReadonlyMap<string, bigint> {
  const spent = new Map<string, bigint>();
  for (const { month, budgetCode, gross, cancelled } of requisitions) {
    const key = monthKey(month, budgetCode);
    if (!cancelled) spent.set(key, (spent.get(key) ?? 0n) + gross);
  }
  return spent;
}

export function indexBooks(evidence: LaoEvidence): BookIndex {
  const { entries, receipts, requisitions } = evidence;
  const lastReceiptDays = new Map<Month, IsoDate>();
  for (const { month, date } of receipts)
    if (date > (lastReceiptDays.get(month) ?? "")) lastReceiptDays.set(month, date);
  return {
    entriesByNo: groupBy(entries, ({ entryNo }) => entryNo),
    receiptEntries: groupBy(entries, ({ book, sourceNo }) => (book === "RV" ? sourceNo : null)),
    paymentEntries: groupBy(entries, ({ book, sourceNo }) => (book === "PV" ? sourceNo : null)),
    requisitions: groupBy(requisitions, ({ treasuryNo }) => treasuryNo),
    requisitionsByEntry: groupBy(requisitions, ({ entryNo }) => entryNo),
    cheques: groupBy(evidence.cheques, ({ treasuryNo }) => treasuryNo),
    receiptsByEntry: groupBy(receipts, ({ entryNo, cancelled }) => (cancelled ? null : entryNo)),
    lastReceiptDays,
    register: new Map(evidence.register.map((row) => [monthKey(row.month, row.revenueCode), row])),
    budgetLines: new Map(evidence.budgetLines.map((row) => [monthKey(row.month, row.budgetCode), row])),
  };
}
