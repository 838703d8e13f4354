/** Runs one made-up LAO through its half-year, day by day, and gives the records of all its tables. */
import type { Month } from "@/lib/period/month";
import { type Books, baht, closeDay, closeMonth, post, recordsOf } from "./books";
import { monthName, WORKING_MONTHS, type WorkingDay } from "./calendar";
import { cell } from "./csv-text";
import {
  type AssetPurchase,
  acceptGift,
  acquire,
  assessLandTax,
  correct,
  depreciate,
  earliestDate,
  LOANS,
  lend,
  moveReserve,
  passOnWithheld,
  payForAsset,
  settleLoan,
} from "./general-entries";
import type { SampleOffice } from "./offices";
import { type BankAccount, openWorkplace, purchasesPerMonth, remittancesPerDay, type Workplace } from "./opening";
import { payMonthly, payPurchase, paySalary, purchaseOfToday } from "./outgoings";
import { makeRandom } from "./random";
import { type Collection, collect, depositCash, receiveShare, remit, writeRegister } from "./receipts";
import { SHARED_KINDS } from "./revenue-kinds";
import { moveBudget, writeBudgetLines } from "./votes";

export interface HalfYear {
  readonly office: SampleOffice;
  /** Records per `table/month`. */
  readonly records: ReadonlyMap<string, string[]>;
  readonly banks: readonly BankAccount[];
  readonly lastBefore: Workplace["lastBefore"];
  readonly journalLines: number;
}

/** What is decided for a month before it begins: on which working days things fall due. */
interface MonthPlan {
  readonly quiet: boolean;
  readonly shares: readonly number[];
  readonly monthly: readonly number[];
  readonly salaries: readonly number[];
  readonly passOn: number;
  readonly landTax: number;
}

function planMonth(work: Workplace, days: readonly WorkingDay[], monthIndex: number): MonthPlan {
  const { random, treasury } = work;
  const last = days.length - 1;
  const partial = monthIndex === 6;
  return {
    quiet: monthIndex === work.office.habits.quietMonth,
    shares: SHARED_KINDS.map((kind) =>
      (monthIndex + (kind.every === 3 ? 2 : 1)) % kind.every === 0 ? random.int(1, 18) : -1,
    ),
    monthly: treasury.votes.monthly.map(() => random.int(0, 9)),
    salaries: treasury.votes.salaries.map(() => (partial ? -1 : last - random.int(1, 4))),
    passOn: random.int(2, 5),
    landTax: monthIndex >= 1 && monthIndex <= 3 && work.office.type !== "อบจ." ? random.int(3, 12) : -1,
  };
}

function receive(
  work: Workplace,
  day: WorkingDay,
  plan: MonthPlan,
  carried: Collection | undefined,
): Collection | undefined {
  const { desk, random, office } = work;
  if (carried) remit(desk, carried);
  let kept: Collection | undefined;
  if (!plan.quiet) {
    SHARED_KINDS.forEach((kind, at) => {
      if (plan.shares[at] !== day.place) return;
      const perPayment = (work.yearIncome * kind.share * BigInt(kind.every)) / 120_000n;
      const amount = (perPayment * BigInt(random.int(8200, 11800))) / 10_000n;
      if (amount > 0n) receiveShare(desk, kind, amount);
    });
    const remittances = random.count(remittancesPerDay(office));
    const collections: Collection[] = [];
    for (let i = 0; i < remittances; i++) collections.push(collect(desk, day.monthIndex, random.int(1, 8)));
    // The last receipts of a month are often remitted on the first working day of the next.
    if (day.isLast && day.monthIndex < 6 && random.chance(0.7)) kept = collections.pop();
    for (const collection of collections) remit(desk, collection);
  }
  if (random.chance(0.8) || day.isLast) depositCash(desk);
  return kept;
}

function spend(work: Workplace, day: WorkingDay, plan: MonthPlan): void {
  const { random, office } = work;
  if (plan.quiet) return;
  work.treasury.votes.monthly.forEach((purchase, at) => {
    if (plan.monthly[at] === day.place) payMonthly(work, purchase, day.monthIndex);
  });
  for (let left = random.count(purchasesPerMonth(office) / 20); left > 0; left--)
    payPurchase(work, purchaseOfToday(work), day.monthIndex);
  work.treasury.votes.salaries.forEach((salary, at) => {
    if (plan.salaries[at] === day.place) paySalary(work, salary, day.monthIndex);
  });
}

function workOnAssets(work: Workplace, pending: AssetPurchase[], quiet: boolean): void {
  const { treasury, random, office } = work;
  for (const purchase of [...pending]) {
    purchase.dueInDays -= 1;
    if (purchase.dueInDays < 0 && !quiet && payForAsset(treasury, purchase))
      pending.splice(pending.indexOf(purchase), 1);
  }
  if (treasury.votes.assets.length === 0 || quiet) return;
  for (let left = random.count(office.targetLines / 42_000); left > 0; left--) {
    const bought = acquire(treasury, random.chance(0.15) ? random.pick(office.units).code : undefined);
    if (bought) pending.push(bought);
  }
  if (random.chance(0.004)) acceptGift(treasury);
}

function adjust(work: Workplace, day: WorkingDay, days: readonly WorkingDay[], plan: MonthPlan): void {
  const { treasury, random, office, loans } = work;
  if (day.place === plan.passOn) passOnWithheld(treasury, day.monthIndex);
  if (day.place === plan.landTax) assessLandTax(treasury, work.yearIncome / BigInt(random.int(60, 120)));
  if (day.monthIndex === 3 && day.place === 0 && office.habits.movesReserve) moveReserve(treasury);
  if (random.chance(Math.min(0.3, office.targetLines / 20_000))) {
    const before = days.slice(0, day.place).filter((other) => other.date >= earliestDate(treasury));
    correct(treasury, random.chance(0.4) && before.length > 0 ? random.pick(before).date : undefined);
  }
  if (!plan.quiet && random.chance(Math.min(0.2, office.targetLines / 60_000))) {
    const loan = lend(treasury);
    if (loan) loans.push(loan);
  }
  for (const loan of loans) if (loan.repaid < loan.amount && random.chance(0.03)) settleLoan(treasury, loan);
  if (random.chance(Math.min(0.12, 0.008 + office.targetLines / 150_000)))
    moveBudget(treasury.books, treasury.votes, random);
  if (day.isLast && day.monthIndex < 6) {
    depreciate(treasury, day.monthIndex);
    if (office.habits.accruesPower) accruePower(work, day.monthIndex);
  }
}

function accruePower(work: Workplace, monthIndex: number): void {
  const amount = work.random.baht(33_000, 0.2);
  work.accruedPower += amount;
  post(work.books, {
    book: "JV",
    description: `ตั้งค่าไฟฟ้าค้างจ่าย ประจำเดือน${monthName(monthIndex)}`,
    lines: [
      ["5104020101.001", amount],
      ["2102040101.001", -amount],
    ],
  });
}

/** Two accounts on one ledger account both move every month, so that the ledger can be held against their sum (T9). */
function moveBetweenSavings(work: Workplace): void {
  const [first, second] = work.treasury.savings;
  if (!first || !second) return;
  const amount = BigInt(work.random.int(5, 60)) * 100_000n;
  if (first.balance < amount) return;
  post(work.books, {
    book: "JV",
    description: "โอนเงินระหว่างบัญชีเงินฝากออมทรัพย์",
    lines: [
      [second, amount],
      [first, -amount],
    ],
  });
}

function writeLoans(work: Workplace): void {
  const records = recordsOf(work.books, "loans", work.books.month);
  for (const loan of work.loans) {
    records.push(
      `${work.books.lao},${loan.contractNo},${loan.contractDate},${cell(loan.borrower)},${cell(loan.purpose)},${baht(loan.amount)},${baht(loan.repaid)},${loan.dueDate},${LOANS}`,
    );
  }
}

function startDay(books: Books, day: WorkingDay): void {
  books.date = day.date;
  books.month = day.month as Month;
}

/** The half-year of one office. The same office and seed give the same records. */
export function runHalfYear(office: SampleOffice, seed: number): HalfYear {
  const work = openWorkplace(office, makeRandom(seed, "books", office.code));
  const pending: AssetPurchase[] = [];
  let carried: Collection | undefined;
  for (const days of WORKING_MONTHS) {
    const plan = planMonth(work, days, days[0]?.monthIndex ?? 0);
    for (const day of days) {
      startDay(work.books, day);
      if (day.place === 0) moveBetweenSavings(work);
      carried = receive(work, day, plan, carried);
      workOnAssets(work, pending, plan.quiet);
      spend(work, day, plan);
      adjust(work, day, days, plan);
      closeDay(work.books);
    }
    closeMonth(work.books);
    writeRegister(work.desk);
    writeBudgetLines(work.books, work.treasury.votes);
    writeLoans(work);
  }
  const { books, banks, lastBefore } = work;
  return { office, records: books.records, banks, lastBefore, journalLines: books.journalLines };
}
