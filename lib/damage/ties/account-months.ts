/** The trial balance and the journal side by side, account by account and month by month: what T2 and T3 compare. */
import type { Month } from "@/lib/period/month";
import type { BalanceEvidence, LaoEvidence } from "../evidence";

/** A row of `balances`, whose figures may be set right once it is known which of them is wrong. */
export interface BalanceRow {
  readonly source: BalanceEvidence;
  opening: bigint;
  debit: bigint;
  credit: bigint;
  closing: bigint;
  /** One of its figures was wrong: it accuses nobody any more. */
  isAtFault: boolean;
}

export interface Movement {
  readonly debit: bigint;
  readonly credit: bigint;
}

export interface AccountMonths {
  readonly months: readonly Month[];
  readonly accounts: readonly string[];
  /** Any row of `balances` was loaded in that month. */
  readonly hasBalances: (index: number) => boolean;
  readonly hasJournal: (index: number) => boolean;
  readonly row: (account: string, index: number) => BalanceRow | undefined;
  /** Puts the row under an account in place of its own, where it turned out to belong; undefined takes it away. */
  readonly place: (account: string, index: number, row: BalanceRow | undefined) => void;
  /** Zero where the journal of the month was read and does not name the account; undefined where there is no journal. */
  readonly movement: (account: string, index: number) => Movement | undefined;
}

export function netOf(movement: Movement): bigint {
  return movement.debit - movement.credit;
}

export function openAccountMonths(evidence: LaoEvidence): AccountMonths {
  const { months } = evidence;
  const rows = new Map<string, BalanceRow>();
  for (const source of evidence.balances) {
    const { opening, debit, credit, closing } = source;
    rows.set(`${source.account} ${source.month}`, { source, opening, debit, credit, closing, isAtFault: false });
  }
  const movements = new Map(evidence.movements.map((sum) => [`${sum.account} ${sum.month}`, sum]));
  const accounts = new Set([...evidence.balances, ...evidence.movements].map(({ account }) => account));
  const has = (table: string) => months.map((month) => (evidence.rowCounts.get(`${table} ${month}`) ?? 0) > 0);
  const [withBalances, withJournal] = [has("balances"), has("journal")];
  return {
    months,
    accounts: [...accounts].sort(),
    hasBalances: (index) => withBalances[index] === true,
    hasJournal: (index) => withJournal[index] === true,
    row: (account, index) => rows.get(`${account} ${months[index]}`),
    place: (account, index, row) => {
      if (row) rows.set(`${account} ${months[index]}`, row);
      else rows.delete(`${account} ${months[index]}`);
    },
    movement: (account, index) =>
      withJournal[index] ? (movements.get(`${account} ${months[index]}`) ?? { debit: 0n, credit: 0n }) : undefined,
  };
}

/** Sum over all accounts of one month; a sound trial balance gives zero (T2). */
export function sumOf(books: AccountMonths, index: number, figure: (row: BalanceRow) => bigint): bigint {
  let sum = 0n;
  for (const account of books.accounts) {
    const row = books.row(account, index);
    if (row) sum += figure(row);
  }
  return sum;
}
