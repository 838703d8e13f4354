/**
 * The evidence of every LAO of a bag, read without a database: what `db/ties` fetches by SQL, made once more in memory. Tests try faults
 * on it by the thousand, and hold the fetching against it.
 */
import { openBag } from "@/lib/archive/bag/open-bag";
import { createCopyBuffer } from "@/lib/archive/csv/copy-buffer";
import { copyColumns } from "@/lib/archive/csv/copy-columns";
import { scanFile } from "@/lib/archive/scan-file";
import type { EntryEvidence, LaoEvidence, MovementEvidence, Series } from "@/lib/damage/evidence";
import type { Finding } from "@/lib/finding/finding";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";

interface Row {
  readonly month: Month;
  readonly rowNo: number;
  readonly text: (column: string) => string;
  readonly optional: (column: string) => string | null;
  readonly amount: (column: string) => Amount;
  readonly account: (column: string) => string;
}

/** One line of COPY text by column name. */
function rowOf(line: string, columns: readonly string[], month: Month): Row {
  const cells = line.split("\t");
  const cell = (column: string) => cells[columns.indexOf(column)] ?? "";
  return {
    month,
    rowNo: Number(cell("row_no")),
    text: cell,
    optional: (column) => (cell(column) === "\\N" || cell(column) === "" ? null : cell(column)),
    amount: (column) => satang(BigInt(cell(column))),
    account: (column) => formatAccountCode(BigInt(cell(column))),
  };
}

const place = ({ month, rowNo }: Row) => ({ month, rowNo });
const date = (text: string) => text as IsoDate;

function entriesOf(rows: readonly Row[], cashAccounts: ReadonlySet<string>): EntryEvidence[] {
  const entries = new Map<string, { -readonly [Key in keyof EntryEvidence]: EntryEvidence[Key] }>();
  for (const row of rows) {
    const key = `${row.month} ${row.text("entry_no")}`;
    const [debit, credit, account] = [row.amount("debit"), row.amount("credit"), row.account("account_code")];
    const isCash = /^1101(01|02|03)/.test(account) || cashAccounts.has(account);
    const isExpense = /^[25]/.test(account);
    const entry = entries.get(key) ?? {
      month: row.month,
      rowFrom: row.rowNo,
      rowTo: row.rowNo,
      entryNo: row.text("entry_no"),
      book: row.text("book"),
      date: date(row.text("entry_date")),
      lines: 0,
      lineNoMax: 0,
      debit: satang(0n),
      credit: satang(0n),
      cashDebit: satang(0n),
      cashCredit: satang(0n),
      expenseDebit: satang(0n),
      sourceNo: row.optional("source_no"),
    };
    entries.set(key, entry);
    entry.rowTo = row.rowNo;
    entry.lines += 1;
    entry.lineNoMax = Math.max(entry.lineNoMax, Number(row.text("line_no")));
    entry.debit = satang(entry.debit + debit);
    entry.credit = satang(entry.credit + credit);
    if (isCash) entry.cashDebit = satang(entry.cashDebit + debit);
    if (isCash) entry.cashCredit = satang(entry.cashCredit + credit);
    if (isExpense) entry.expenseDebit = satang(entry.expenseDebit + debit);
  }
  return [...entries.values()];
}

function movementsOf(rows: readonly Row[]): MovementEvidence[] {
  const movements = new Map<string, MovementEvidence>();
  for (const row of rows) {
    const account = row.account("account_code");
    const key = `${row.month} ${account}`;
    const known = movements.get(key) ?? { month: row.month, account, debit: satang(0n), credit: satang(0n) };
    const debit = satang(known.debit + row.amount("debit"));
    movements.set(key, { ...known, debit, credit: satang(known.credit + row.amount("credit")) });
  }
  return [...movements].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, movement]) => movement);
}

/** By LAO, in the bag's order. Unknown codes are left to SQL: none here. */
export async function evidenceOfBag(path: string): Promise<LaoEvidence[]> {
  const bag = await openBag(path);
  const evidences: LaoEvidence[] = [];
  for (const { code } of bag.laos) {
    const rows = new Map<string, Row[]>();
    const rowCounts = new Map<string, number>();
    const known: Finding[] = [];
    for (const file of bag.files({ lao: code })) {
      const pieces: Buffer[] = [];
      const out = createCopyBuffer({ flush: (piece) => void pieces.push(Buffer.from(piece)) });
      const scan = await scanFile({ bag, file, laoId: 1, snapshotNo: 1, out });
      await out.end();
      const lines = Buffer.concat(pieces).toString("utf8").split("\n").slice(0, -1);
      const table = rows.get(file.table.name) ?? [];
      rows.set(file.table.name, table);
      for (const line of lines) table.push(rowOf(line, copyColumns(file.table), file.month));
      rowCounts.set(`${file.table.name} ${file.month}`, scan.rowsLoaded);
      known.push(...scan.findings);
    }
    evidences.push(evidenceOf(code, rows, rowCounts, known, bag));
  }
  await bag.close();
  return evidences;
}

function evidenceOf(
  lao: LaoCode,
  rows: ReadonlyMap<string, readonly Row[]>,
  rowCounts: ReadonlyMap<string, number>,
  known: readonly Finding[],
  { months, reference }: Awaited<ReturnType<typeof openBag>>,
): LaoEvidence {
  const of = (table: string) => rows.get(table) ?? [];
  const mine = (table: string) => (reference[table] ?? []).filter((row) => row.lao_code === lao);
  const bankAccounts = new Map(mine("bank_accounts").map((row) => [row.bank_account_no ?? "", row.account_code ?? ""]));
  return {
    lao,
    months,
    lastBefore: new Map(mine("series").map((row) => [row.series as Series, Number(row.last_before)])),
    bankAccounts,
    entries: entriesOf(of("journal"), new Set(bankAccounts.values())),
    movements: movementsOf(of("journal")),
    balances: of("balances").map((row) => ({
      ...place(row),
      account: row.account("account_code"),
      opening: row.amount("opening"),
      debit: row.amount("debit"),
      credit: row.amount("credit"),
      closing: row.amount("closing"),
    })),
    cash: of("cash").map((row) => ({
      ...place(row),
      day: date(row.text("day")),
      bankAccountNo: row.text("bank_account_no"),
      account: row.account("account_code"),
      opening: row.amount("opening"),
      received: row.amount("received"),
      paid: row.amount("paid"),
      closing: row.amount("closing"),
    })),
    receipts: of("receipts").map((row) => ({
      ...place(row),
      receiptNo: row.text("receipt_no"),
      date: date(row.text("receipt_date")),
      revenueCode: row.text("revenue_code"),
      amount: row.amount("amount"),
      remittanceNo: row.optional("remittance_no"),
      entryNo: row.optional("entry_no"),
      cancelled: row.text("cancelled") === "1",
    })),
    register: of("revenue_register").map((row) => ({
      ...place(row),
      revenueCode: row.text("revenue_code"),
      received: row.amount("received"),
      receivedToDate: row.amount("received_to_date"),
    })),
    requisitions: of("requisitions").map((row) => ({
      ...place(row),
      treasuryNo: row.text("treasury_no"),
      paidDate: date(row.text("paid_date")),
      budgetCode: row.text("budget_code"),
      goodsValue: row.amount("goods_value"),
      vat: row.amount("vat"),
      gross: row.amount("gross"),
      withholdingTax: row.amount("withholding_tax"),
      otherDeductions: row.amount("other_deductions"),
      net: row.amount("net"),
      entryNo: row.optional("entry_no"),
      cancelled: row.text("cancelled") === "1",
    })),
    cheques: of("cheques").map((row) => ({
      ...place(row),
      chequeNo: row.text("cheque_no"),
      date: date(row.text("cheque_date")),
      treasuryNo: row.text("treasury_no"),
      amount: row.amount("amount"),
    })),
    budgetLines: of("budget_lines").map((row) => ({
      ...place(row),
      budgetCode: row.text("budget_code"),
      approved: row.amount("approved"),
      transferredIn: row.amount("transferred_in"),
      transferredOut: row.amount("transferred_out"),
      encumbered: row.amount("encumbered"),
      disbursed: row.amount("disbursed"),
      remaining: row.amount("remaining"),
    })),
    transfers: of("budget_transfers").map((row) => ({
      ...place(row),
      transferNo: row.text("transfer_no"),
      date: date(row.text("transfer_date")),
      fromBudgetCode: row.text("from_budget_code"),
      toBudgetCode: row.text("to_budget_code"),
      amount: row.amount("amount"),
    })),
    unknownCodes: [],
    listedFiles: new Set(rowCounts.keys()),
    rowCounts,
    known,
  };
}
