/** The votes (budget lines) of one made-up LAO: what it may spend, what it has spent since 1 October, and how that shows each month. */
import { satang } from "@/lib/money/amount";
import { ASSET_KINDS, type AssetKind } from "./asset-kinds";
import { type Books, baht, recordsOf } from "./books";
import { YEAR_MARK } from "./calendar";
import { EXPENSE_GROUPS, expenseGroup, findWork, type Work } from "./classifications";
import { cell } from "./csv-text";
import { type ExpenseKind, MONTHLY_PAYMENTS, PURCHASES, SALARIES } from "./expense-kinds";
import type { SampleOffice } from "./offices";
import type { Random } from "./random";

export interface Vote {
  readonly budgetCode: string;
  readonly work: Work;
  readonly expenseCode: string;
  /** Account that its spending is debited to; null where it becomes an asset. */
  readonly account: string | null;
  readonly project: string;
  /** Usual amount of one payment, satang. */
  readonly usual: bigint;
  approved: bigint;
  transferredIn: bigint;
  transferredOut: bigint;
  encumbered: bigint;
  disbursed: bigint;
  /** Running part of เลขที่ผู้เบิก for this work and expense. */
  requisitions: number;
}

export interface Purchase {
  readonly kind: ExpenseKind;
  readonly votes: readonly Vote[];
}

export interface Votes {
  readonly all: Vote[];
  readonly purchases: readonly Purchase[];
  /** Running totals of the weights of `purchases`. */
  readonly purchaseWeights: readonly number[];
  readonly monthly: readonly Purchase[];
  readonly salaries: readonly { readonly kind: ExpenseKind; readonly vote: Vote }[];
  readonly assets: readonly { readonly kind: AssetKind; readonly vote: Vote }[];
}

const GROUP_NAMES = new Map(EXPENSE_GROUPS);

/** `9967` + work without its first digit + four digits of the expense type + four of the vote. */
function budgetCode(work: string, expense: string, vote: string): string {
  return `99${YEAR_MARK}${work.slice(1)}${expense.slice(1, 5)}${vote}`;
}

const THOUSAND_BAHT = 100_000n;

function upToThousands(amount: bigint): bigint {
  return ((amount + THOUSAND_BAHT - 1n) / THOUSAND_BAHT) * THOUSAND_BAHT;
}

/** How large the usual sums of an office are beside those of an ordinary one, in hundredths. */
export function sizeInHundredths(office: SampleOffice): bigint {
  return BigInt(Math.round(100 * (office.targetLines / 1400) ** 0.3));
}

/** Usual payments of a kind at this office. */
function usualPayment(kind: { readonly medianBaht: number }, office: SampleOffice): bigint {
  return BigInt(Math.round(kind.medianBaht)) * sizeInHundredths(office);
}

/** Approves a vote for `payments` usual payments in the half-year, with what October to early January took of it. */
function makeVote(
  kind: { readonly code: string; readonly vote: string; readonly account: string | null; readonly project: string },
  workCode: string,
  usual: bigint,
  payments: number,
  random: Random,
): Vote {
  const half = (usual * BigInt(Math.round(payments * 100))) / 100n;
  const disbursed = (half * BigInt(random.int(35, 60))) / 100n;
  const early = payments > 3 ? satang((disbursed / 25n) * 25n) : 0n;
  const moved = random.chance(0.06) ? upToThousands(usual) : 0n;
  return {
    budgetCode: budgetCode(workCode, kind.code, kind.vote),
    work: findWork(workCode),
    expenseCode: kind.code,
    account: kind.account,
    project: kind.project,
    usual,
    approved: upToThousands(early + (half * BigInt(random.int(170, 260))) / 100n + usual * 2n),
    transferredIn: moved,
    transferredOut: 0n,
    encumbered: random.chance(0.08) ? upToThousands(usual) : 0n,
    disbursed: early,
    requisitions: random.int(1, 30),
  };
}

/** What came in by transfer before the period went out of other votes: both sides stay equal. */
function settleEarlierTransfers(votes: readonly Vote[]): void {
  for (const vote of votes) {
    if (vote.transferredIn === 0n) continue;
    const giver = votes.find(
      (other) => other !== vote && other.transferredIn === 0n && remaining(other) > vote.transferredIn * 3n,
    );
    if (giver) giver.transferredOut += vote.transferredIn;
    else vote.transferredIn = 0n;
  }
}

/** The votes of an office; the larger it is the more works have votes of their own. */
export function planVotes(office: SampleOffice, purchasesPerMonth: number, random: Random): Votes {
  const target = office.targetLines;
  const worksMost = target < 900 ? 1 : target < 2500 ? 2 : target < 8000 ? 3 : 7;
  const kindsMost = Math.min(PURCHASES.length, 6 + Math.floor(target / 120));
  const chosen = PURCHASES.slice(0, kindsMost);
  const wholeWeight = chosen.reduce((sum, kind) => sum + kind.weight, 0);
  const all: Vote[] = [];
  const add = (vote: Vote) => {
    all.push(vote);
    return vote;
  };
  const purchases = chosen.map((kind): Purchase => {
    const works = kind.works.slice(0, worksMost);
    const payments = (purchasesPerMonth * 6 * kind.weight) / wholeWeight / works.length;
    const usual = usualPayment(kind, office);
    const project = kind.vote === "0001" ? "" : (kind.texts[0] ?? "").split(" ")[0];
    return {
      kind,
      votes: works.map((work) =>
        add(makeVote({ ...kind, project: project ?? "" }, work, usual, payments * 1.35 + 2, random)),
      ),
    };
  });
  const monthlyMost = target < 500 ? 2 : target < 1000 ? 4 : MONTHLY_PAYMENTS.length;
  const monthly = MONTHLY_PAYMENTS.slice(0, monthlyMost).map((kind): Purchase => {
    const vote = makeVote({ ...kind, project: "" }, kind.works[0] ?? "", usualPayment(kind, office), 7, random);
    return { kind, votes: [add(vote)] };
  });
  const salaryVotes = SALARIES.flatMap((kind) => kind.works.map((work, at) => ({ kind, work, at })))
    .sort((one, other) => one.at - other.at)
    .slice(0, target < 500 ? 2 : target < 1500 ? 4 : 10);
  const salaries = salaryVotes.map(({ kind, work }) => {
    const usual = (usualPayment(kind, office) * BigInt(random.int(80, 125))) / 100n;
    return { kind, vote: add(makeVote({ ...kind, project: "" }, work, usual, 7, random)) };
  });
  const assets = (office.habits.hasNoAssets ? [] : ASSET_KINDS).map((kind) => {
    const usual = usualPayment(kind, office);
    const row = { code: kind.expenseCode, vote: "0001", account: null, project: `จัดหา${kind.kind}ตามข้อบัญญัติ` };
    return { kind, vote: add(makeVote(row, kind.work, usual, 2 + target / 700, random)) };
  });
  settleEarlierTransfers(all);
  let weight = 0;
  const purchaseWeights = chosen.map((kind) => {
    weight += kind.weight;
    return weight;
  });
  return { all, purchases, purchaseWeights, monthly, salaries, assets };
}

/** T8: what may still be spent. */
export function remaining(vote: Vote): bigint {
  return vote.approved + vote.transferredIn - vote.transferredOut - vote.encumbered - vote.disbursed;
}

const TRANSFER_REASONS = [
  "งบประมาณไม่เพียงพอสำหรับเบิกจ่าย",
  "โอนไปตั้งจ่ายเพิ่มตามความจำเป็น",
  "ผู้บริหารอนุมัติ, ตามบันทึกข้อความ",
  'เหลือจ่ายจากโครงการ "ประหยัดพลังงาน"',
];

/**
 * Makes room for a payment by a budget transfer from the vote that can best spare it.
 * False if none can: the payment then does not happen.
 */
export function makeRoom(books: Books, votes: Votes, vote: Vote, amount: bigint, random: Random): boolean {
  if (remaining(vote) >= amount) return true;
  const wanted = upToThousands((amount - remaining(vote)) * 2n);
  let giver: Vote | undefined;
  for (const other of votes.all) {
    if (other !== vote && (!giver || remaining(other) > remaining(giver))) giver = other;
  }
  if (!giver || remaining(giver) < wanted * 2n) return false;
  transfer(books, giver, vote, wanted, random.pick(TRANSFER_REASONS));
  return true;
}

/** A transfer that the council or the executive decided on without a payment at hand. */
export function moveBudget(books: Books, votes: Votes, random: Random): void {
  const from = random.pick(votes.all);
  const to = random.pick(votes.all);
  const amount = (remaining(from) / BigInt(random.int(8, 30)) / THOUSAND_BAHT) * THOUSAND_BAHT;
  if (from !== to && amount > 0n) transfer(books, from, to, amount, random.pick(TRANSFER_REASONS));
}

function transfer(books: Books, from: Vote, to: Vote, amount: bigint, reason: string): void {
  books.series.transfer += 1;
  const number = `T-${String(books.series.transfer).padStart(5, "0")}/${YEAR_MARK}`;
  from.transferredOut += amount;
  to.transferredIn += amount;
  recordsOf(books, "budget_transfers", books.month).push(
    `${books.lao},${number},${books.date},${from.budgetCode},${to.budgetCode},${baht(amount)},${cell(reason)}`,
  );
}

/** The state of all votes at the month's end. */
export function writeBudgetLines(books: Books, votes: Votes): void {
  const records = recordsOf(books, "budget_lines", books.month);
  for (const vote of votes.all) {
    const codes = `${books.lao},${vote.budgetCode},${vote.work.plan},${vote.work.code}`;
    const texts = `${cell(GROUP_NAMES.get(expenseGroup(vote.expenseCode)) ?? "")},${vote.expenseCode},${cell(vote.project)}`;
    const sums = [vote.approved, vote.transferredIn, vote.transferredOut, vote.encumbered, vote.disbursed];
    records.push(`${codes},${texts},${sums.map(baht).join(",")},${baht(remaining(vote))}`);
  }
}
