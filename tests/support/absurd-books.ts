/** Books of one LAO in which nothing agrees with anything: every second number is missing, references lead nowhere, no figure is confirmed. */
import type { EntryEvidence, LaoEvidence } from "@/lib/damage/evidence";
import { makeFinding } from "@/lib/finding/finding";
import { satang } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { createChance } from "./seeded-random";

const LAO = "06350302" as LaoCode;
const MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04"] as Month[];
/** Row findings that the reader gives of one damaged file at most. */
const KNOWN_A_FILE = 200;

/** `documents` of each kind, a quarter of them in each month. */
export function absurdBooks(documents: number, seed: number): LaoEvidence {
  const { next: random, below } = createChance(seed);
  const amount = () => satang(BigInt(1 + below(500)) * 100n);
  const codes = Math.ceil(documents / 20);
  const month = (at: number) => MONTHS[Math.floor((at * MONTHS.length) / documents)] ?? ("2024-04" as Month);
  const date = (at: number) => `${month(at)}-15` as IsoDate;
  const no = (beginning: string, running: number) => `${beginning}${String(running).padStart(6, "0")}/67`;
  // every second number was never written, and half of the references lead to those
  const own = (beginning: string, at: number) => no(beginning, at * 2 + 1);
  const any = (beginning: string) => no(beginning, 1 + below(documents * 2));
  const maybe = (text: string) => (random() < 0.1 ? null : text);
  const each = <T>(make: (at: number) => T): T[] => Array.from({ length: documents }, (_, at) => make(at));
  const place = (at: number) => ({ month: month(at), rowNo: at + 1, date: date(at) });
  const eachCode = <T>(make: (code: number, month: Month, rowNo: number) => T): T[] =>
    MONTHS.flatMap((of) => Array.from({ length: codes }, (_, code) => make(code, of, code + 1)));

  const entry =
    (book: "RV" | "PV", source: string) =>
    (at: number): EntryEvidence => ({
      month: month(at),
      rowFrom: at * 2 + 1,
      rowTo: at * 2 + 2,
      entryNo: own(`${book}-`, at),
      book,
      date: date(at),
      lines: 2,
      lineNoMax: random() < 0.1 ? 3 : 2,
      debit: amount(),
      credit: amount(),
      cashDebit: amount(),
      cashCredit: amount(),
      expenseDebit: amount(),
      sourceNo: maybe(any(source)),
    });
  const tables = ["journal", "receipts", "requisitions", "cheques"] as const;
  return {
    lao: LAO,
    months: MONTHS,
    lastBefore: new Map([["treasury", 0]]),
    bankAccounts: new Map([["CASH", "1101010101.001"]]),
    entries: [...each(entry("RV", "นส.")), ...each(entry("PV", ""))],
    movements: eachCode((code, of) => ({ month: of, account: account(code), debit: amount(), credit: amount() })),
    balances: eachCode((code, of, rowNo) => ({
      month: of,
      rowNo,
      account: account(code),
      opening: amount(),
      debit: amount(),
      credit: amount(),
      closing: amount(),
    })),
    cash: [],
    receipts: each((at) => ({
      ...place(at),
      receiptNo: own("R-", at),
      revenueCode: String(41000000 + below(codes)),
      amount: amount(),
      remittanceNo: maybe(any("นส.")),
      entryNo: maybe(any("RV-")),
      cancelled: random() < 0.2,
    })),
    register: eachCode((code, of, rowNo) => ({
      month: of,
      rowNo,
      revenueCode: String(41000000 + code),
      received: amount(),
      receivedToDate: amount(),
    })),
    requisitions: each((at) => ({
      month: month(at),
      rowNo: at + 1,
      treasuryNo: own("", at),
      paidDate: date(at),
      planCode: "00111",
      workCode: "00110",
      expenseCode: "521000",
      budgetCode: `B${below(codes)}`,
      goodsValue: amount(),
      vat: satang(0n),
      gross: amount(),
      withholdingTax: satang(0n),
      otherDeductions: satang(0n),
      net: amount(),
      entryNo: maybe(any("PV-")),
      cancelled: random() < 0.1,
    })),
    cheques: each((at) => ({ ...place(at), chequeNo: own("", at), treasuryNo: any(""), amount: amount() })),
    budgetLines: eachCode((code, of, rowNo) => ({
      month: of,
      rowNo,
      budgetCode: `B${code}`,
      planCode: "00111",
      workCode: "00110",
      expenseCode: "521000",
      approved: amount(),
      transferredIn: amount(),
      transferredOut: amount(),
      encumbered: amount(),
      disbursed: amount(),
      remaining: amount(),
    })),
    transfers: each((at) => ({
      ...place(at),
      transferNo: own("อ.", at),
      fromBudgetCode: `B${below(codes)}`,
      toBudgetCode: `B${below(codes)}`,
      amount: amount(),
    })),
    unknownCodes: [],
    rowCounts: new Map(
      MONTHS.flatMap((of) =>
        [...tables, "balances", "revenue_register", "budget_lines", "budget_transfers"].map((table) => [
          `${table} ${of}`,
          documents,
        ]),
      ),
    ),
    listedFiles: new Set(MONTHS.flatMap((of) => tables.map((table) => `${table} ${of}`))),
    known: MONTHS.flatMap((of) =>
      tables.flatMap((table) =>
        Array.from({ length: KNOWN_A_FILE }, (_, at) =>
          makeFinding({
            code: "row/value",
            confidence: "bytes",
            lao: LAO,
            module: table === "journal" ? "accounting" : table === "receipts" ? "revenue" : "expenditure",
            month: of,
            table,
            rowFrom: at,
            rowTo: at,
            docFrom: any(table === "journal" ? "PV-" : table === "receipts" ? "R-" : ""),
          }),
        ),
      ),
    ),
  };
}

function account(code: number): string {
  return `${1101000000 + code}.001`;
}
