/** What an office pays out on a day: purchases as they come, monthly bills and allowances, salaries at the month's end. */
import { monthName } from "./calendar";
import type { ExpenseKind } from "./expense-kinds";
import type { Workplace } from "./opening";
import {
  DEPOSIT_COOPERATIVE,
  DEPOSIT_SOCIAL_SECURITY,
  partVat,
  pay,
  payeeName,
  TAX_OF_STAFF,
  withheldTax,
} from "./payments";
import type { Purchase, Vote, Votes } from "./votes";

function wording(text: string, work: Workplace, vote: Vote, monthIndex: number): string {
  const { random } = work;
  return text
    .replace("{m}", monthName(monthIndex))
    .replace("{p}", monthName(monthIndex - 1))
    .replace("{n}", () => String(random.int(2, 24)))
    .replace("{v}", () => String(random.int(1, 14)))
    .replace("{o}", vote.work.office);
}

/** What is bought next, drawn by weight. */
export function purchaseOfToday(work: Workplace): Purchase {
  const { votes } = work.treasury;
  return votes.purchases[work.random.weighted(votes.purchaseWeights)] as Purchase;
}

function unitOf(work: Workplace, kind: ExpenseKind, vote: Vote): string | undefined {
  const { units } = work.office;
  const wanted =
    kind.payee === "school" || vote.work.code === "00212" ? "ศพด." : vote.work.code === "00223" ? "รพ.สต." : "";
  const own = wanted === "" ? [] : units.filter((unit) => unit.kind === wanted);
  return own.length > 0 && work.random.chance(0.7) ? work.random.pick(own).code : undefined;
}

/** One ordinary purchase. */
export function payPurchase(work: Workplace, purchase: Purchase, monthIndex: number): boolean {
  const { random, treasury } = work;
  const { kind } = purchase;
  const vote = random.pick(purchase.votes);
  const drawn = random.baht(Number(vote.usual) / 100, kind.sigma);
  const goods = drawn > vote.usual * 12n ? vote.usual * 12n : drawn;
  const vat = kind.vat && random.chance(0.8) ? (goods * 7n + 50n) / 100n : 0n;
  const unit = unitOf(work, kind, vote);
  return pay(treasury, {
    vote,
    debit: vote.account ?? "",
    payee: payeeName(kind.payee, random),
    description: wording(random.pick(kind.texts), work, vote, monthIndex),
    goods,
    vat,
    ...withheldTax(kind.payee, goods),
    deposit: 0n,
    ...(unit === undefined ? {} : { unit }),
    mayBeCancelled: true,
  });
}

/** A bill or allowance of the month; accrued electricity is paid out of its payable, to the satang. */
export function payMonthly(work: Workplace, purchase: Purchase, monthIndex: number): boolean {
  const { random, treasury } = work;
  const { kind } = purchase;
  const vote = purchase.votes[0] as Vote;
  const accrued = kind.payee === "power" ? work.accruedPower : 0n;
  const drawn = random.baht(Number(vote.usual) / 100, kind.sigma);
  const gross = accrued > 0n ? accrued : kind.payee === "eligible" ? (drawn / 10_000n + 1n) * 10_000n : drawn;
  const parts = kind.vat ? partVat(gross) : { goods: gross, vat: 0n };
  const paid = pay(treasury, {
    vote,
    debit: accrued > 0n ? "2102040101.001" : (vote.account ?? ""),
    payee: payeeName(kind.payee, random),
    description: wording(random.pick(kind.texts), work, vote, monthIndex),
    ...parts,
    tax: 0n,
    deposit: 0n,
  });
  if (paid && accrued > 0n) work.accruedPower = 0n;
  return paid;
}

/** Salaries of one section: tax and deposits withheld. */
export function paySalary(work: Workplace, salary: Votes["salaries"][number], monthIndex: number): boolean {
  const { random, treasury } = work;
  const { kind, vote } = salary;
  const gross = ((vote.usual * BigInt(random.int(980, 1020))) / 100_000n) * 100n;
  const hired = kind.account === "5101010199.002";
  const tax = hired ? 0n : (gross * BigInt(random.int(40, 260))) / 10_000n;
  const deposit = hired
    ? ((gross * 5n) / 100n / 100n) * 100n
    : ((gross * BigInt(random.int(6, 14))) / 100n / 5000n) * 5000n;
  return pay(treasury, {
    vote,
    debit: kind.account,
    payee: payeeName(kind.payee, random),
    description: wording(kind.texts[0] ?? "", work, vote, monthIndex),
    goods: gross,
    vat: 0n,
    ...(tax > 0n ? { taxAccount: TAX_OF_STAFF } : {}),
    tax,
    depositAccount: hired ? DEPOSIT_SOCIAL_SECURITY : DEPOSIT_COOPERATIVE,
    deposit,
  });
}
