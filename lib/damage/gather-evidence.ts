/**
 * The evidence of one LAO from the rows that its files gave, without a database: what `db/ties` fetches by SQL. The journal is summed
 * line by line; of the other tables the columns that ties ask for are kept, so that memory depends on one LAO's books and not on its texts.
 */
import type { TableSpec } from "@/lib/archive/tables";
import type { Finding } from "@/lib/finding/finding";
import { BANK_DEPOSITS, CASH_IN_HAND, parseAccountCode } from "@/lib/ledger/account-code";
import { satang } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { CODE_COLUMNS, UNKNOWN_CODES_MOST } from "./code-columns";
import { CopiedCells } from "./copied-cells";
import type {
  BalanceEvidence,
  BudgetLineEvidence,
  CashEvidence,
  ChequeEvidence,
  EntryEvidence,
  LaoEvidence,
  MovementEvidence,
  ReceiptEvidence,
  RegisterEvidence,
  RequisitionEvidence,
  Series,
  TransferEvidence,
  UnknownCode,
} from "./evidence";
import type { KnownCodes, ReferenceTables } from "./known-codes";

export interface EvidenceGatherer {
  /** Takes whole rows of a file as COPY text (`copyColumns`), in the order of the file. */
  readonly takeRows: (table: TableSpec, month: Month, text: string) => void;
  /** Takes what was listed, loaded and found of a file; to be told of every file that the manifest lists. */
  readonly takeFile: (table: TableSpec, month: Month, rowsLoaded: number, findings: readonly Finding[]) => void;
  /** Takes what was found of the LAO without reading a file that is listed (`file/unlisted`). */
  readonly takeFinding: (finding: Finding) => void;
  readonly evidence: () => LaoEvidence;
}

type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

const least = <Text extends string>(left: Text, right: Text): Text => (right < left ? right : left);

function isCashAccount(account: string, cashAccounts: ReadonlySet<string>): boolean {
  const code = parseAccountCode(account) ?? 0n;
  return (code >= CASH_IN_HAND.from && code <= BANK_DEPOSITS.to) || cashAccounts.has(account);
}

export function gatherEvidence(
  lao: LaoCode,
  months: readonly Month[],
  reference: ReferenceTables,
  codes: KnownCodes,
): EvidenceGatherer {
  const mine = (table: string) => (reference[table] ?? []).filter((row) => row.lao_code === lao);
  const bankAccounts = new Map(
    mine("bank_accounts").map((row) => [row.bank_account_no ?? "", row.account_code ?? ""] as const),
  );
  const cashAccounts = new Set(bankAccounts.values());
  const knownCodes = codes.of(lao);
  const entries = new Map<string, Writable<EntryEvidence>>();
  const movements = new Map<string, Writable<MovementEvidence>>();
  const balances: BalanceEvidence[] = [];
  const cash: CashEvidence[] = [];
  const receipts: ReceiptEvidence[] = [];
  const register: RegisterEvidence[] = [];
  const requisitions: RequisitionEvidence[] = [];
  const cheques: ChequeEvidence[] = [];
  const budgetLines: BudgetLineEvidence[] = [];
  const transfers: TransferEvidence[] = [];
  const rowCounts = new Map<string, number>();
  const known: Finding[] = [];
  const unknown = new Map<(typeof CODE_COLUMNS)[number], UnknownCode[]>();
  /** Budget codes are asked once all lines of the month are there. */
  const budgetCodes = new Map<(typeof CODE_COLUMNS)[number], UnknownCode[]>();

  const takeLine = (cells: CopiedCells): void => {
    const { month, rowNo } = cells;
    const [entryNo, account] = [cells.text("entry_no"), cells.account("account_code")];
    const [debit, credit] = [cells.amount("debit"), cells.amount("credit")];
    const key = `${month} ${entryNo}`;
    const sourceNo = cells.optional("source_no");
    let entry = entries.get(key);
    if (!entry) {
      entry = {
        month,
        rowFrom: rowNo,
        rowTo: rowNo,
        entryNo,
        book: cells.text("book"),
        date: cells.date("entry_date"),
        lines: 0,
        lineNoMax: 0,
        debit: satang(0n),
        credit: satang(0n),
        cashDebit: satang(0n),
        cashCredit: satang(0n),
        expenseDebit: satang(0n),
        sourceNo,
      };
      entries.set(key, entry);
    }
    entry.rowTo = rowNo;
    entry.lines += 1;
    entry.lineNoMax = Math.max(entry.lineNoMax, Number(cells.text("line_no")));
    entry.book = least(entry.book, cells.text("book"));
    entry.date = least(entry.date, cells.date("entry_date"));
    if (sourceNo !== null) entry.sourceNo = entry.sourceNo === null ? sourceNo : least(entry.sourceNo, sourceNo);
    entry.debit = satang(entry.debit + debit);
    entry.credit = satang(entry.credit + credit);
    if (isCashAccount(account, cashAccounts)) {
      entry.cashDebit = satang(entry.cashDebit + debit);
      entry.cashCredit = satang(entry.cashCredit + credit);
    }
    if (account.startsWith("2") || account.startsWith("5")) entry.expenseDebit = satang(entry.expenseDebit + debit);
    const place = `${month} ${account}`;
    const movement = movements.get(place);
    if (movement) {
      movement.debit = satang(movement.debit + debit);
      movement.credit = satang(movement.credit + credit);
    } else movements.set(place, { month, account, debit, credit });
  };

  const READERS: Readonly<Record<string, (cells: CopiedCells) => void>> = {
    journal: takeLine,
    balances: (cells) =>
      balances.push({
        month: cells.month,
        rowNo: cells.rowNo,
        account: cells.account("account_code"),
        opening: cells.amount("opening"),
        debit: cells.amount("debit"),
        credit: cells.amount("credit"),
        closing: cells.amount("closing"),
      }),
    cash: (cells) =>
      cash.push({
        month: cells.month,
        rowNo: cells.rowNo,
        day: cells.date("day"),
        bankAccountNo: cells.text("bank_account_no"),
        account: cells.account("account_code"),
        opening: cells.amount("opening"),
        received: cells.amount("received"),
        paid: cells.amount("paid"),
        closing: cells.amount("closing"),
      }),
    receipts: (cells) =>
      receipts.push({
        month: cells.month,
        rowNo: cells.rowNo,
        receiptNo: cells.text("receipt_no"),
        date: cells.date("receipt_date"),
        revenueCode: cells.text("revenue_code"),
        amount: cells.amount("amount"),
        remittanceNo: cells.optional("remittance_no"),
        entryNo: cells.optional("entry_no"),
        cancelled: cells.flag("cancelled"),
      }),
    revenue_register: (cells) =>
      register.push({
        month: cells.month,
        rowNo: cells.rowNo,
        revenueCode: cells.text("revenue_code"),
        received: cells.amount("received"),
        receivedToDate: cells.amount("received_to_date"),
      }),
    requisitions: (cells) =>
      requisitions.push({
        month: cells.month,
        rowNo: cells.rowNo,
        treasuryNo: cells.text("treasury_no"),
        paidDate: cells.date("paid_date"),
        planCode: cells.text("plan_code"),
        workCode: cells.text("work_code"),
        expenseCode: cells.text("expense_code"),
        budgetCode: cells.text("budget_code"),
        goodsValue: cells.amount("goods_value"),
        vat: cells.amount("vat"),
        gross: cells.amount("gross"),
        withholdingTax: cells.amount("withholding_tax"),
        otherDeductions: cells.amount("other_deductions"),
        net: cells.amount("net"),
        entryNo: cells.optional("entry_no"),
        cancelled: cells.flag("cancelled"),
      }),
    cheques: (cells) =>
      cheques.push({
        month: cells.month,
        rowNo: cells.rowNo,
        chequeNo: cells.text("cheque_no"),
        date: cells.date("cheque_date"),
        treasuryNo: cells.text("treasury_no"),
        amount: cells.amount("amount"),
      }),
    budget_lines: (cells) =>
      budgetLines.push({
        month: cells.month,
        rowNo: cells.rowNo,
        budgetCode: cells.text("budget_code"),
        planCode: cells.text("plan_code"),
        workCode: cells.text("work_code"),
        expenseCode: cells.text("expense_code"),
        approved: cells.amount("approved"),
        transferredIn: cells.amount("transferred_in"),
        transferredOut: cells.amount("transferred_out"),
        encumbered: cells.amount("encumbered"),
        disbursed: cells.amount("disbursed"),
        remaining: cells.amount("remaining"),
      }),
    budget_transfers: (cells) =>
      transfers.push({
        month: cells.month,
        rowNo: cells.rowNo,
        transferNo: cells.text("transfer_no"),
        date: cells.date("transfer_date"),
        fromBudgetCode: cells.text("from_budget_code"),
        toBudgetCode: cells.text("to_budget_code"),
        amount: cells.amount("amount"),
      }),
  };

  const takeCodes = (spec: TableSpec, cells: CopiedCells, columns: readonly (typeof CODE_COLUMNS)[number][]): void => {
    for (const column of columns) {
      const { in: reference, doc } = column;
      const isAccount = column.column === "account_code";
      const value = isAccount ? cells.account("account_code") : cells.optional(column.column);
      if (value === null || (column.table === "cash" && value === "CASH")) continue;
      const isKnown = reference !== "budget" && (knownCodes[reference]?.has(value) ?? true);
      if (isKnown) continue;
      const kept = reference === "budget" ? budgetCodes : unknown;
      const rows = kept.get(column) ?? [];
      kept.set(column, rows);
      if (reference !== "budget" && rows.length >= UNKNOWN_CODES_MOST) continue;
      const place = { month: cells.month, rowNo: cells.rowNo };
      const name = doc === "account_code" ? cells.account(doc) : cells.text(doc);
      rows.push({ table: spec.name, column: column.column, ...place, value, doc: name });
    }
  };

  return {
    takeRows: (spec, month, text) => {
      const read = READERS[spec.name];
      const columns = CODE_COLUMNS.filter(({ table }) => table === spec.name);
      const cells = new CopiedCells(spec, month);
      for (let at = 0; at < text.length; ) {
        const end = text.indexOf("\n", at);
        cells.read(text.slice(at, end));
        at = end + 1;
        read?.(cells);
        takeCodes(spec, cells, columns);
      }
    },
    takeFile: (spec, month, rowsLoaded, findings) => {
      rowCounts.set(`${spec.name} ${month}`, rowsLoaded);
      for (const finding of findings) known.push(finding);
    },
    takeFinding: (finding) => known.push(finding),
    evidence: () => {
      const linesOf = new Set(budgetLines.map((line) => `${line.month} ${line.budgetCode}`));
      const monthsOfLines = new Set(budgetLines.map(({ month }) => month));
      const isUnknown = ({ month, value }: UnknownCode) =>
        monthsOfLines.has(month) && !linesOf.has(`${month} ${value}`);
      return {
        lao,
        months,
        lastBefore: new Map(mine("series").map((row) => [row.series as Series, Number(row.last_before)])),
        bankAccounts,
        entries: [...entries.values()],
        movements: [...movements.values()].sort(byMonthAndAccount),
        balances,
        cash,
        receipts,
        register,
        requisitions,
        cheques,
        budgetLines,
        transfers,
        unknownCodes: CODE_COLUMNS.flatMap((column) =>
          (unknown.get(column) ?? budgetCodes.get(column)?.filter(isUnknown) ?? []).slice(0, UNKNOWN_CODES_MOST),
        ),
        listedFiles: new Set(rowCounts.keys()),
        rowCounts,
        known,
      };
    },
  };
}

function byMonthAndAccount(left: MovementEvidence, right: MovementEvidence): number {
  if (left.month !== right.month) return left.month < right.month ? -1 : 1;
  return left.account < right.account ? -1 : 1;
}
