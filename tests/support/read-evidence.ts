/** Reads the evidence of every LAO of a sound-bytes bag with another CSV reader than the product's, for tests of the ties in memory. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { TABLES } from "@/lib/archive/tables";
import type { EntryEvidence, LaoEvidence, MovementEvidence, Series } from "@/lib/damage/evidence";
import { parseBaht, satang, ZERO } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import { type Month, monthsBetween } from "@/lib/period/month";

type Cells = Record<string, string>;
interface Row {
  readonly month: Month;
  readonly rowNo: number;
  readonly cells: Cells;
}

const CASH_IN_HAND = "1101010101.001";

function readCsv(file: string): Cells[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return parse(text, { columns: true, relax_column_count: true, skip_empty_lines: true });
}

function amount(cells: Cells, column: string) {
  return parseBaht(cells[column] ?? "") ?? ZERO;
}

function readTable(bag: string, lao: string, table: string, months: readonly Month[]): Row[] {
  const module = TABLES.find(({ name }) => name === table)?.module ?? "";
  return months.flatMap((month) => {
    const file = path.join(bag, "data", "laos", lao, module, month, `${table}.csv.gz`);
    return existsSync(file) ? readCsv(file).map((cells, index) => ({ month, rowNo: index + 1, cells })) : [];
  });
}

function sumEntries(lines: readonly Row[], cash: ReadonlySet<string>): EntryEvidence[] {
  const entries = new Map<string, EntryEvidence>();
  for (const { month, rowNo, cells } of lines) {
    const [debit, credit, account] = [amount(cells, "debit"), amount(cells, "credit"), cells.account_code ?? ""];
    const key = `${month} ${cells.entry_no}`;
    const before = entries.get(key);
    const isCash = cash.has(account);
    entries.set(key, {
      month,
      rowFrom: before?.rowFrom ?? rowNo,
      rowTo: rowNo,
      entryNo: cells.entry_no ?? "",
      book: cells.book ?? "",
      date: before?.date ?? (cells.entry_date as IsoDate),
      lines: (before?.lines ?? 0) + 1,
      lineNoMax: Math.max(before?.lineNoMax ?? 0, Number(cells.line_no)),
      debit: satang((before?.debit ?? 0n) + debit),
      credit: satang((before?.credit ?? 0n) + credit),
      cashDebit: satang((before?.cashDebit ?? 0n) + (isCash ? debit : 0n)),
      cashCredit: satang((before?.cashCredit ?? 0n) + (isCash ? credit : 0n)),
      expenseDebit: satang((before?.expenseDebit ?? 0n) + (/^[25]/.test(account) ? debit : 0n)),
      sourceNo: before?.sourceNo ?? (cells.source_no || null),
    });
  }
  return [...entries.values()];
}

function sumMovements(lines: readonly Row[]): MovementEvidence[] {
  const sums = new Map<string, MovementEvidence>();
  for (const { month, cells } of lines) {
    const account = cells.account_code ?? "";
    const before = sums.get(`${account} ${month}`);
    const [debit, credit] = [
      (before?.debit ?? 0n) + amount(cells, "debit"),
      (before?.credit ?? 0n) + amount(cells, "credit"),
    ];
    sums.set(`${account} ${month}`, { month, account, debit: satang(debit), credit: satang(credit) });
  }
  return [...sums.values()];
}

/** Evidence of all LAOs of a bag folder whose bytes and rows are sound (`known` is empty, no unknown codes). */
export function readEvidence(bag: string): LaoEvidence[] {
  const snapshot = JSON.parse(readFileSync(path.join(bag, "data", "snapshot.json"), "utf8"));
  const months = monthsBetween(snapshot.period.from, snapshot.period.to);
  const reference = (name: string) => readCsv(path.join(bag, "data", "reference", `${name}.csv`));
  const [banks, series] = [reference("bank_accounts"), reference("series")];
  return readdirSync(path.join(bag, "data", "laos"))
    .sort()
    .map((lao) => {
      const read = (table: string) => readTable(bag, lao, table, months);
      const lines = read("journal");
      const ownBanks = banks
        .filter((bank) => bank.lao_code === lao)
        .map((bank) => [bank.bank_account_no ?? "", bank.account_code ?? ""] as const);
      const cashRows = read("cash");
      const cashAccounts = cashRows
        .filter(({ cells }) => cells.bank_account_no === "CASH")
        .map(({ cells }) => ["CASH", cells.account_code ?? ""] as const);
      const bankAccounts = new Map([...ownBanks, ...cashAccounts]);
      const rowCounts = new Map<string, number>();
      const counted = Object.fromEntries(TABLES.map(({ name }) => [name, read(name)])) as Record<string, Row[]>;
      for (const [table, rows] of Object.entries(counted))
        for (const { month } of rows) rowCounts.set(`${table} ${month}`, (rowCounts.get(`${table} ${month}`) ?? 0) + 1);
      const place = ({ month, rowNo }: Row) => ({ month, rowNo });
      const amounts = <Name extends string>(row: Row, columns: Record<Name, string>) =>
        Object.fromEntries(
          Object.entries<string>(columns).map(([name, column]) => [name, amount(row.cells, column)]),
        ) as Record<Name, typeof ZERO>;
      return {
        lao: lao as LaoCode,
        months,
        lastBefore: new Map(
          series
            .filter((each) => each.lao_code === lao)
            .map((each) => [each.series as Series, Number(each.last_before)]),
        ),
        bankAccounts,
        entries: sumEntries(lines, new Set([...bankAccounts.values(), CASH_IN_HAND])),
        movements: sumMovements(lines),
        balances: read("balances").map((row) => ({
          ...place(row),
          account: row.cells.account_code ?? "",
          ...amounts(row, { opening: "opening", debit: "debit", credit: "credit", closing: "closing" }),
        })),
        cash: cashRows.map((row) => ({
          ...place(row),
          day: row.cells.day as IsoDate,
          bankAccountNo: row.cells.bank_account_no ?? "",
          account: row.cells.account_code ?? "",
          ...amounts(row, { opening: "opening", received: "received", paid: "paid", closing: "closing" }),
        })),
        receipts: read("receipts").map((row) => ({
          ...place(row),
          receiptNo: row.cells.receipt_no ?? "",
          date: row.cells.receipt_date as IsoDate,
          revenueCode: row.cells.revenue_code ?? "",
          remittanceNo: row.cells.remittance_no || null,
          entryNo: row.cells.entry_no || null,
          cancelled: row.cells.cancelled === "1",
          ...amounts(row, { amount: "amount" }),
        })),
        register: read("revenue_register").map((row) => ({
          ...place(row),
          revenueCode: row.cells.revenue_code ?? "",
          ...amounts(row, { received: "received", receivedToDate: "received_to_date" }),
        })),
        requisitions: read("requisitions").map((row) => ({
          ...place(row),
          treasuryNo: row.cells.treasury_no ?? "",
          paidDate: row.cells.paid_date as IsoDate,
          budgetCode: row.cells.budget_code ?? "",
          entryNo: row.cells.entry_no || null,
          cancelled: row.cells.cancelled === "1",
          ...amounts(row, {
            goodsValue: "goods_value",
            vat: "vat",
            gross: "gross",
            withholdingTax: "withholding_tax",
            otherDeductions: "other_deductions",
            net: "net",
          }),
        })),
        cheques: read("cheques").map((row) => ({
          ...place(row),
          chequeNo: row.cells.cheque_no ?? "",
          date: row.cells.cheque_date as IsoDate,
          treasuryNo: row.cells.treasury_no ?? "",
          ...amounts(row, { amount: "amount" }),
        })),
        budgetLines: read("budget_lines").map((row) => ({
          ...place(row),
          budgetCode: row.cells.budget_code ?? "",
          ...amounts(row, {
            approved: "approved",
            transferredIn: "transferred_in",
            transferredOut: "transferred_out",
            encumbered: "encumbered",
            disbursed: "disbursed",
            remaining: "remaining",
          }),
        })),
        transfers: read("budget_transfers").map((row) => ({
          ...place(row),
          transferNo: row.cells.transfer_no ?? "",
          date: row.cells.transfer_date as IsoDate,
          fromBudgetCode: row.cells.from_budget_code ?? "",
          toBudgetCode: row.cells.to_budget_code ?? "",
          ...amounts(row, { amount: "amount" }),
        })),
        unknownCodes: [],
        listedFiles: new Set(rowCounts.keys()),
        rowCounts,
        known: [],
      };
    });
}
