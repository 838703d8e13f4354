/** The state of one made-up LAO's books on the evening of 5 January 2567: number series, bank accounts, balances that sum to zero. */
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { BUILDING } from "./asset-kinds";
import { accountOf, type Books, type CashBox } from "./books";
import { MONTHS, PERIOD_FROM, shiftDate } from "./calendar";
import { ACCUMULATED, drawLoan, LOANS, type Loan, RESERVE } from "./general-entries";
import type { SampleOffice } from "./offices";
import {
  DEPOSIT_COOPERATIVE,
  DEPOSIT_SOCIAL_SECURITY,
  TAX_OF_FIRMS,
  TAX_OF_PERSONS,
  TAX_OF_STAFF,
  type Treasury,
} from "./payments";
import type { Random } from "./random";
import { type CashDesk, counterKindsOf, type RevenueState } from "./receipts";
import { SHARED_KINDS } from "./revenue-kinds";
import { planVotes } from "./votes";

export interface BankAccount {
  readonly no: string;
  readonly bank: string;
  readonly branch: string;
  readonly kind: string;
  readonly account: string;
}

/** Everything that goes on in one LAO. */
export interface Workplace {
  readonly office: SampleOffice;
  readonly books: Books;
  readonly random: Random;
  readonly treasury: Treasury;
  readonly desk: CashDesk;
  readonly banks: readonly BankAccount[];
  readonly lastBefore: Readonly<Record<"RV" | "PV" | "JV" | "receipt" | "treasury", number>>;
  readonly loans: Loan[];
  /** What a year's income is planned at. */
  readonly yearIncome: bigint;
  /** Electricity accrued and not paid yet. */
  accruedPower: bigint;
}

const BANKS = ["ธนาคารกรุงไทย", "ธนาคารออมสิน", "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร"];
const CURRENT = "1101030101.001";
const SAVINGS = "1101030102.001";
const FIXED = "1104010101.001";
const CASH = "1101010101.001";

function openBanks(office: SampleOffice, random: Random): BankAccount[] {
  const stem = `9${office.code.slice(2)}`;
  const kinds: [string, string][] = [
    ["ออมทรัพย์", SAVINGS],
    ["กระแสรายวัน", CURRENT],
    ["ประจำ", FIXED],
  ];
  if (office.habits.sharesLedgerAccount) kinds.push(["ออมทรัพย์", SAVINGS]);
  return kinds.map(([kind, account], at) => ({
    no: `${stem}${random.int(10, 99)}${at + 1}`,
    bank: kind === "กระแสรายวัน" ? "ธนาคารกรุงไทย" : random.pick(BANKS),
    branch: `สาขา${office.district}`,
    kind,
    account,
  }));
}

/** Lines of what recurs in every office (salaries, bills, shared taxes, depreciation), as measured over many of them. */
function recurringLines(office: SampleOffice): number {
  return 190 + Math.min(380, office.targetLines * 0.27);
}

/** Purchases by requisition per month that bring an office near its journal lines (2.6 lines each). */
export function purchasesPerMonth(office: SampleOffice): number {
  return Math.max(0.6, (office.targetLines * 0.62 - recurringLines(office)) / 2.6 / 5.9);
}

/** Remittances at the counter per working day. */
export function remittancesPerDay(office: SampleOffice): number {
  return Math.max(0.15, (office.targetLines * 0.2) / 4.3 / 112);
}

/** Whole thousands of baht, about `share` hundredths of a sum. */
function part(sum: bigint, share: number): bigint {
  return ((sum * BigInt(share)) / 100n / 100_000n) * 100_000n;
}

function openRevenues(office: SampleOffice, desk: Pick<CashDesk, "kinds">, yearIncome: bigint, random: Random) {
  const revenues = new Map<string, RevenueState>();
  const perYear = remittancesPerDay(office) * 240 * 4;
  const weight = desk.kinds.reduce((sum, kind) => sum + (kind.weights[0] ?? 0) + 1, 0);
  for (const kind of desk.kinds) {
    const yearly = random.baht((kind.medianBaht * 1.6 * perYear * ((kind.weights[0] ?? 0) + 1)) / weight + 1000, 0.1);
    const estimate = (yearly / 100_000n + 1n) * 100_000n;
    const early = (yearly * BigInt(random.int(8, 22))) / 100n;
    revenues.set(kind.code, { code: kind.code, estimate, received: 0n, receivedToDate: early });
  }
  for (const kind of SHARED_KINDS) {
    const yearly = (yearIncome * kind.share) / 10_000n;
    const early = (yearly * BigInt(random.int(2100, 2700))) / 10_000n;
    const estimate = (yearly / 100_000n + 1n) * 100_000n;
    revenues.set(kind.code, { code: kind.code, estimate, received: 0n, receivedToDate: early });
  }
  return new Map([...revenues].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function openBalances(work: Workplace): void {
  const { books, desk, treasury, random, office } = work;
  const open = (account: string, amount: bigint) => {
    accountOf(books, account).opening += amount;
  };
  for (const box of books.boxes) if (box.balance > 0n) open(box.account, box.balance);
  const ledgerOf = new Map([...desk.kinds, ...SHARED_KINDS].map((kind) => [kind.code, kind.account]));
  for (const state of desk.revenues.values()) {
    const account = ledgerOf.get(state.code) ?? "";
    if (account.startsWith("4") && state.receivedToDate > 0n) open(account, -state.receivedToDate);
  }
  for (const vote of treasury.votes.all) if (vote.account && vote.disbursed > 0n) open(vote.account, vote.disbursed);
  const asset = (account: string, worn: string, usual: bigint) => {
    const price = usual * BigInt(random.int(8, 30));
    open(account, price);
    open(worn, -(price * BigInt(random.int(25, 70))) / 100n);
  };
  asset(BUILDING.account, BUILDING.wornAccount, part(work.yearIncome, 2));
  for (const { kind, vote } of treasury.votes.assets) asset(kind.account, kind.wornAccount, vote.usual);
  open("1204010101.001", part(work.yearIncome, 9));
  open("1105010105.001", random.baht(160_000, 0.5));
  if (office.type !== "อบจ.") open("1102050194.004", part(work.yearIncome, 3) + random.baht(9000, 0.5));
  open("2112010101.001", -random.baht(210_000, 0.5));
  open("2101010102.001", -random.baht(64_000, 0.5));
  for (const [account, median] of [
    [TAX_OF_PERSONS, 900],
    [TAX_OF_STAFF, 5200],
    [TAX_OF_FIRMS, 3400],
    [DEPOSIT_SOCIAL_SECURITY, 7800],
    [DEPOSIT_COOPERATIVE, 41_000],
  ] as const)
    open(account, -random.baht(median, 0.4));
  if (work.accruedPower > 0n) open("2102040101.001", -work.accruedPower);
  for (const loan of work.loans) open(LOANS, loan.amount - loan.repaid);
  if (office.habits.movesReserve) open(RESERVE, -part(work.yearIncome, 12));
  let sum = 0n;
  for (const account of books.accounts.values()) sum += account.opening;
  open(ACCUMULATED, -sum);
}

/** Opens the books of an office. */
export function openWorkplace(office: SampleOffice, random: Random): Workplace {
  const banks = openBanks(office, random);
  const votes = planVotes(office, purchasesPerMonth(office), random);
  const approved = votes.all.reduce((sum, vote) => sum + vote.approved, 0n);
  const yearIncome = part(approved, 95);
  const start = office.habits.startsAtOne ? 0 : 1;
  const drawn = (from: number, rate: number) => start * (random.int(from, from + 40) + Math.round(rate * 60));
  const lastBefore = {
    RV: drawn(20, remittancesPerDay(office)),
    PV: drawn(20, purchasesPerMonth(office) / 20),
    JV: drawn(15, 1),
    receipt: drawn(40, remittancesPerDay(office) * 4),
    treasury: 0,
  };
  lastBefore.treasury = lastBefore.PV + start * random.int(1, 12);
  const box = (bank: BankAccount, share: number): CashBox => ({
    no: bank.no,
    account: bank.account,
    balance: part(yearIncome, share) + random.baht(5000, 0.6),
    received: 0n,
    paid: 0n,
  });
  const cash: CashBox = { no: "CASH", account: CASH, balance: 0n, received: 0n, paid: 0n };
  const [savings, current, fixed, ...others] = banks.map((bank, at) => box(bank, [38, 6, 30, 12][at] ?? 0)) as [
    CashBox,
    CashBox,
    CashBox,
    ...CashBox[],
  ];
  const books: Books = {
    lao: office.code,
    records: new Map(),
    accounts: new Map(),
    boxes: [cash, savings, current, fixed, ...others],
    series: {
      ...lastBefore,
      remittance: lastBefore.RV + start * random.int(0, 9),
      chequeReport: Math.round(lastBefore.PV / 2),
      transfer: start * random.int(0, 9),
      loan: start * random.int(0, 6),
    },
    date: PERIOD_FROM,
    month: MONTHS[0] as Month,
    journalLines: 0,
  };
  const waterworks = office.units.find((unit) => unit.kind === "ประปา")?.code;
  const kinds = counterKindsOf(office.type === "อบจ.", waterworks !== undefined);
  const weights = MONTHS.map((_, month) => {
    let sum = 0;
    return kinds.map((kind) => {
      sum += kind.weights[month] ?? 0;
      return sum;
    });
  });
  const revenues = openRevenues(office, { kinds }, yearIncome, random);
  const treasury: Treasury = {
    books,
    votes,
    random,
    savings: [savings, ...others],
    current,
    fixed,
    chequeNumbers: new Map([savings, current].map((one, at) => [one.no, at * 40_000_000 + random.int(1000, 9000)])),
  };
  const work: Workplace = {
    office,
    books,
    random,
    treasury,
    desk: { books, random, cash, savings: treasury.savings, revenues, kinds, weights, waterworks },
    banks,
    lastBefore,
    loans: [],
    yearIncome,
    accruedPower: office.habits.accruesPower ? random.baht(31_000, 0.2) : 0n,
  };
  if (office.targetLines > 900 || random.chance(0.3))
    work.loans.push(drawLoan(treasury, shiftDate(PERIOD_FROM, -random.int(5, 40)) as IsoDate));
  openBalances(work);
  return work;
}
