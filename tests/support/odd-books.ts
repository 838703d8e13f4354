/**
 * Sound books of one LAO that look odd in every way that ARCHIVE.md allows: made from a handful of transactions, every table derived from them,
 * so that a test may change one cell and know what follows.
 */
import { headerOf, LAO, makeBag } from "./make-bag";

type Cells = Record<string, string>;
/** Rows of each file by `module/month/table`, cells by column. */
export type OddBooks = Record<string, Cells[]>;

export const MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04"] as const;

const CASH = "1101010101.001";
const SAVINGS = "1101030101.001";
/** Two bank accounts share it. */
const CURRENT = "1101030102.001";
const TAX_DUE = "2102040103.001";
const WAGES = "5101010101.001";
const SUPPLIES = "5104010104.001";
const LAND_TAX = "4401010104.001";
const FINES = "4401030106.001";
const ACCUMULATED = "3102010101.001";
const RESERVE = "3103010101.001";
const SAVINGS_NO = "1110000001";
const CURRENT_NOS = ["2220000001", "2220000002"] as const;
const CARRIERS: Readonly<Record<string, string>> = {
  CASH,
  [SAVINGS_NO]: SAVINGS,
  [CURRENT_NOS[0]]: CURRENT,
  [CURRENT_NOS[1]]: CURRENT,
};

interface Movement {
  readonly date: string;
  readonly entry: string;
  readonly account: string;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly sourceNo: string;
  readonly bank?: string;
}

const receipts = [
  // the series begins above 1
  {
    no: "R-000301/67",
    date: "2024-01-31",
    code: "411002",
    account: LAND_TAX,
    amount: 125_050n,
    remittance: "RM-00044/67",
  },
  { no: "R-000302/67", date: "2024-01-31", code: "412051", account: FINES, amount: 9_100n, remittance: "" },
  {
    no: "R-000303/67",
    date: "2024-02-01",
    code: "411002",
    account: LAND_TAX,
    amount: 40_000n,
    remittance: "RM-00044/67",
  },
  { no: "R-000304/67", date: "2024-04-03", code: "412051", account: FINES, amount: 75n, remittance: "RM-00045/67" },
  {
    no: "R-000305/67",
    date: "2024-04-03",
    code: "411002",
    account: LAND_TAX,
    amount: 1_000_000n,
    remittance: "RM-00045/67",
  },
] as const;
/** Receipts of a month's last day are remitted in the next. */
const remittances = [
  { no: "RM-00044/67", entry: "RV-00071/67", date: "2024-02-01", bank: "CASH" },
  { no: "RM-00045/67", entry: "RV-00072/67", date: "2024-04-04", bank: SAVINGS_NO },
] as const;
const SALARY = { budget: "9967011111010001", plan: "00110", work: "00111", expense: "5110100" } as const;
const PAPER = { budget: "9967011131010001", plan: "00110", work: "00111", expense: "5310100" } as const;
const payments = [
  {
    no: "00087/67",
    entry: "PV-00061/67",
    date: "2024-01-10",
    line: SALARY,
    account: WAGES,
    gross: 2_500_000n,
    tax: 50_000n,
    bank: CURRENT_NOS[0],
    cheques: 2,
  },
  {
    no: "00088/67",
    entry: "",
    date: "2024-01-12",
    line: PAPER,
    account: SUPPLIES,
    gross: 321_000n,
    tax: 0n,
    bank: CURRENT_NOS[0],
    cheques: 0,
  },
  {
    no: "00089/67",
    entry: "PV-00062/67",
    date: "2024-02-15",
    line: PAPER,
    account: SUPPLIES,
    gross: 107_000n,
    tax: 1_000n,
    bank: CURRENT_NOS[1],
    cheques: 1,
  },
  {
    no: "00090/67",
    entry: "PV-00063/67",
    date: "2024-04-05",
    line: SALARY,
    account: WAGES,
    gross: 2_500_000n,
    tax: 50_000n,
    bank: CURRENT_NOS[0],
    cheques: 1,
  },
] as const;
const general = [
  {
    entry: "JV-00031/67",
    date: "2024-01-15",
    lines: [
      [CURRENT, 900_000n, CURRENT_NOS[1]],
      [SAVINGS, -900_000n, SAVINGS_NO],
    ],
  },
  // reserve fund moved into the accumulated fund
  {
    entry: "JV-00032/67",
    date: "2024-02-28",
    lines: [
      [RESERVE, 600_000n, undefined],
      [ACCUMULATED, -600_000n, undefined],
    ],
  },
  // dated before the voucher that bears the smaller number
  {
    entry: "JV-00033/67",
    date: "2024-02-05",
    lines: [
      [TAX_DUE, 50_000n, undefined],
      [CURRENT, -50_000n, CURRENT_NOS[0]],
    ],
  },
  {
    entry: "JV-00034/67",
    date: "2024-04-02",
    lines: [
      [SAVINGS, 165_050n, SAVINGS_NO],
      [CASH, -165_050n, "CASH"],
    ],
  },
] as const;
const OPENINGS: Readonly<Record<string, bigint>> = {
  [SAVINGS_NO]: 5_000_000n,
  [CURRENT_NOS[0]]: 9_000_000n,
  [CURRENT_NOS[1]]: 250_000n,
  CASH: 0n,
};
const FUNDS: Readonly<Record<string, bigint>> = { [ACCUMULATED]: -13_650_000n, [RESERVE]: -600_000n };

const baht = (satang: bigint): string => {
  const digits = (satang < 0n ? -satang : satang).toString().padStart(3, "0");
  return `${satang < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const monthOf = (date: string) => date.slice(0, 7);
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

function movements(): Movement[] {
  const all: Movement[] = [];
  for (const { no, entry, date, bank } of remittances) {
    const rows = receipts.filter(({ remittance }) => remittance === no);
    const line = { date, entry, sourceNo: no };
    all.push({
      ...line,
      account: CARRIERS[bank] ?? "",
      debit: sum(rows.map(({ amount }) => amount)),
      credit: 0n,
      bank,
    });
    for (const { account, amount } of rows) all.push({ ...line, account, debit: 0n, credit: amount });
  }
  for (const { no, entry, date, account, gross, tax, bank } of payments) {
    if (entry === "") continue;
    const line = { date, entry, sourceNo: no };
    all.push({ ...line, account, debit: gross, credit: 0n });
    if (tax > 0n) all.push({ ...line, account: TAX_DUE, debit: 0n, credit: tax });
    all.push({ ...line, account: CURRENT, debit: 0n, credit: gross - tax, bank });
  }
  for (const { entry, date, lines } of general)
    for (const [account, amount, bank] of lines) {
      const line = { date, entry, sourceNo: "", account, ...(bank ? { bank } : {}) };
      all.push({ ...line, debit: amount > 0n ? amount : 0n, credit: amount < 0n ? -amount : 0n });
    }
  return all;
}

export function makeOddBooks(): OddBooks {
  const books: OddBooks = {};
  const all = movements();
  for (const month of MONTHS) {
    const own = all.filter(({ date }) => monthOf(date) === month);
    const lineNos = new Map<string, number>();
    const journal = own.map(({ date, entry, account, debit, credit, sourceNo }) => {
      lineNos.set(entry, (lineNos.get(entry) ?? 0) + 1);
      return {
        entry_no: entry,
        line_no: String(lineNos.get(entry)),
        entry_date: date,
        book: entry.slice(0, 2),
        account_code: account,
        debit: baht(debit),
        credit: baht(credit),
        description: "รายการบัญชี\nบรรทัดที่สอง, มีจุลภาค",
        unit_code: entry === "PV-00062/67" ? `${LAO}-01` : "",
        source_no: sourceNo,
      };
    });
    // a month without entries has no file at all in one table, and a header alone in another
    if (journal.length > 0) books[`accounting/${month}/journal`] = journal;
    books[`accounting/${month}/balances`] = balancesOf(all, month);
    books[`accounting/${month}/cash`] = cashOf(all, month);
    const received = receipts.filter(({ date }) => monthOf(date) === month);
    books[`revenue/${month}/receipts`] = received.map((row) => ({
      receipt_no: row.no,
      receipt_date: row.date,
      payer: "ผู้ชำระภาษี",
      revenue_code: row.code,
      account_code: row.account,
      amount: baht(row.amount),
      channel: "cash",
      bank_account_no: "",
      remittance_no: row.remittance,
      entry_no: remittances.find(({ no }) => no === row.remittance)?.entry ?? "",
      cancelled: row.remittance === "" ? "1" : "0",
      unit_code: row.no === "R-000303/67" ? `${LAO}-01` : "",
    }));
    books[`revenue/${month}/revenue_register`] = ["411002", "412051"].map((code) => {
      const of = receipts.filter((row) => row.code === code && row.remittance !== "");
      const toDate = of.filter(({ date }) => monthOf(date) <= month);
      return {
        revenue_code: code,
        estimate: "100000.00",
        received: baht(sum(of.filter(({ date }) => monthOf(date) === month).map(({ amount }) => amount))),
        received_to_date: baht(1_234_500n + sum(toDate.map(({ amount }) => amount))),
      };
    });
    const paid = payments.filter(({ date }) => monthOf(date) === month);
    if (paid.length > 0) books[`expenditure/${month}/requisitions`] = paid.map(requisitionOf);
    if (paid.length > 0) books[`expenditure/${month}/cheques`] = paid.flatMap(chequesOf);
    books[`budget/${month}/budget_lines`] = [SALARY, PAPER].map((line) => lineOf(line, month));
  }
  return books;
}

function balancesOf(all: readonly Movement[], month: string): Cells[] {
  const accounts = [
    ...new Set([...Object.values(CARRIERS), ...Object.keys(FUNDS), ...all.map(({ account }) => account)]),
  ].sort();
  return accounts.flatMap((account) => {
    const of = all.filter((one) => one.account === account);
    const first = Object.entries(CARRIERS).filter(([, carrier]) => carrier === account);
    const start = sum(first.map(([no]) => OPENINGS[no] ?? 0n)) + (FUNDS[account] ?? 0n);
    const net = (rows: readonly Movement[]) => sum(rows.map(({ debit, credit }) => debit - credit));
    const opening = start + net(of.filter(({ date }) => monthOf(date) < month));
    const now = of.filter(({ date }) => monthOf(date) === month);
    // an account appears from the month of its first use
    if (start === 0n && !of.some(({ date }) => monthOf(date) <= month)) return [];
    const [debit, credit] = [sum(now.map((one) => one.debit)), sum(now.map((one) => one.credit))];
    return [
      {
        account_code: account,
        opening: baht(opening),
        debit: baht(debit),
        credit: baht(credit),
        closing: baht(opening + debit - credit),
      },
    ];
  });
}

function cashOf(all: readonly Movement[], month: string): Cells[] {
  return Object.entries(CARRIERS).flatMap(([no, account]) => {
    let balance = OPENINGS[no] ?? 0n;
    const rows: Cells[] = [];
    const of = all.filter(({ bank }) => bank === no);
    for (const day of [...new Set(of.map(({ date }) => date))].sort()) {
      const today = of.filter(({ date }) => date === day);
      const [received, paid] = [sum(today.map(({ debit }) => debit)), sum(today.map(({ credit }) => credit))];
      const closing = balance + received - paid;
      if (monthOf(day) === month)
        rows.push({
          day,
          bank_account_no: no,
          account_code: account,
          opening: baht(balance),
          received: baht(received),
          paid: baht(paid),
          closing: baht(closing),
        });
      balance = closing;
    }
    return rows;
  });
}

function requisitionOf({ no, entry, date, line, gross, tax }: (typeof payments)[number]): Cells {
  return {
    treasury_no: no,
    requisition_no: `67-03-${line.work}-${line.expense}-${no.slice(0, 5)}`,
    requisition_date: "2023-12-28",
    paid_date: date,
    plan_code: line.plan,
    work_code: line.work,
    expense_code: line.expense,
    budget_code: line.budget,
    payee: "ผู้รับเงิน",
    description: "ค่าใช้จ่าย",
    goods_value: baht(gross),
    vat: "0.00",
    gross: baht(gross),
    withholding_tax: baht(tax),
    other_deductions: "0.00",
    net: baht(gross - tax),
    entry_no: entry,
    cancelled: entry === "" ? "1" : "0",
    unit_code: "",
  };
}

function chequesOf({ no, date, gross, tax, bank, cheques }: (typeof payments)[number]): Cells[] {
  return Array.from({ length: cheques }, (_, at) => ({
    cheque_report_no: `CR-${no}`,
    cheque_no: `9${no.slice(0, 5)}${at}`,
    cheque_date: date,
    bank_account_no: bank,
    treasury_no: no,
    payee: "ผู้รับเงิน",
    amount: baht(at === 0 ? gross - tax - 1_000n * BigInt(cheques - 1) : 1_000n),
    collected_date: "2024-06-01",
  }));
}

function lineOf(line: typeof SALARY | typeof PAPER, month: string): Cells {
  const spent = payments.filter((one) => one.line === line && one.entry !== "" && monthOf(one.date) <= month);
  const disbursed = 7_777_700n + sum(spent.map(({ gross }) => gross));
  return {
    budget_code: line.budget,
    plan_code: line.plan,
    work_code: line.work,
    category: "งบบุคลากร",
    expense_code: line.expense,
    project: "",
    approved: "300000.00",
    transferred_in: "500.00",
    transferred_out: "0.00",
    encumbered: "0.00",
    disbursed: baht(disbursed),
    remaining: baht(30_050_000n - disbursed),
  };
}

export interface OddBagOptions {
  /** CR LF, and each file as several gzip members. */
  readonly toFile?: (text: string) => string | Buffer;
  readonly encode?: (text: string) => Buffer;
  readonly snapshot?: Readonly<Record<string, unknown>>;
}

/** Writes the books as a bag; gives its folder. */
export function makeOddBag(books: OddBooks, { toFile, ...parts }: OddBagOptions = {}): string {
  const files = Object.fromEntries(
    Object.entries(books).map(([place, rows]) => {
      const header = headerOf(place.slice(place.lastIndexOf("/") + 1));
      const cells = rows.map((row) => header.map((name) => (name === "lao_code" ? LAO : (row[name] ?? ""))));
      if (!toFile) return [`${LAO}/${place}`, cells];
      const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      return [`${LAO}/${place}`, toFile([header, ...cells].map((row) => `${row.map(cell).join(",")}\n`).join(""))];
    }),
  );
  const accounts = [CASH, SAVINGS, CURRENT, TAX_DUE, WAGES, SUPPLIES, LAND_TAX, FINES, ACCUMULATED, RESERVE];
  return makeBag({
    ...parts,
    snapshot: { period: { from: "2024-01-06", to: "2024-04-06" }, ...parts.snapshot },
    files,
    reference: {
      accounts: accounts.map((code) => [code, "บัญชี", "5", "1", "D"]),
      bank_accounts: [SAVINGS_NO, ...CURRENT_NOS].map((no) => [
        LAO,
        no,
        "ธนาคาร",
        "สาขา",
        "ออมทรัพย์",
        CARRIERS[no] ?? "",
      ]),
      classifications: [
        ["plan", "00110", "แผนงาน", ""],
        ["work", "00111", "งาน", "00110"],
        ["expense", "5110100", "เงินเดือน", ""],
        ["expense", "5310100", "ค่าวัสดุ", ""],
        ["revenue", "411002", "ภาษีที่ดิน", ""],
        ["revenue", "412051", "ค่าปรับ", ""],
      ],
    },
  });
}
