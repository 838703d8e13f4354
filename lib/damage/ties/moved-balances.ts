/**
 * Rows of the trial balance that stand under another account's code: they do not run on from their own account's months, but do from another's,
 * which lacks them. Two rows may have changed places. Told once, at the row, and put back in memory before anything else is compared.
 */
import type { Finding } from "@/lib/finding/finding";
import type { AccountMonths, BalanceRow } from "./account-months";
import { type BooksPlace, balanceFinding } from "./balance-rows";

interface Fit {
  agrees: number;
  differs: number;
}

/** More rows of a month that run on from nowhere are a shifted table, which other checks tell. */
const HOMELESS_MOST = 40;

/** How a row goes with an account's months before and after and with its journal. That two figures are both zero says nothing. */
function compareWith(books: AccountMonths, account: string, index: number, row: BalanceRow): Fit {
  const result: Fit = { agrees: 0, differs: 0 };
  const compare = (isSame: boolean, isTelling: boolean): void => {
    if (!isSame) result.differs += 1;
    else if (isTelling) result.agrees += 1;
  };
  // an account of which the month before knows nothing begins at zero
  if (index > 0 && books.hasBalances(index - 1))
    compare((books.row(account, index - 1)?.closing ?? 0n) === row.opening, row.opening !== 0n);
  if (index + 1 < books.months.length && books.hasBalances(index + 1))
    compare(books.row(account, index + 1)?.opening === row.closing, row.closing !== 0n);
  const moved = books.movement(account, index);
  if (moved) compare(moved.debit === row.debit && moved.credit === row.credit, row.debit !== 0n || row.credit !== 0n);
  return result;
}

export function findMovedRows(place: BooksPlace): Finding[] {
  const { books } = place;
  // rows that run on from neither side first: beside them sound rows of an edge month would seem to be exchanged
  return [false, true].flatMap((withDoubtful) =>
    books.months.flatMap((_, index) => (books.hasBalances(index) ? movedIn(place, index, withDoubtful) : [])),
  );
}

interface Homeless {
  readonly account: string;
  readonly row: BalanceRow;
  /** Other months know the account, and only one figure speaks against the row: then it moved only if two rows changed places. */
  readonly isDoubtful: boolean;
}

function movedIn(place: BooksPlace, index: number, withDoubtful: boolean): Finding[] {
  const { books } = place;
  const homeless: Homeless[] = [];
  const vacant: string[] = [];
  for (const account of books.accounts) {
    const row = books.row(account, index);
    if (row) {
      const { agrees, differs } = compareWith(books, account, index, row);
      if (differs < 2 && (differs === 0 || agrees > 0)) continue;
      const isAlone = !books.months.some((_, other) => other !== index && books.row(account, other) !== undefined);
      const isDoubtful = differs < 2 && !isAlone;
      if (isDoubtful && !withDoubtful) continue;
      homeless.push({ account, row, isDoubtful });
      vacant.push(account);
    } else if (isWanted(books, account, index)) vacant.push(account);
  }
  if (homeless.length === 0 || homeless.length > HOMELESS_MOST) return [];
  const homes = new Map<string, string>();
  for (const { account, row } of homeless) {
    const places = vacant.filter((other) => {
      if (other === account) return false;
      const { agrees, differs } = compareWith(books, other, index, row);
      return differs === 0 && agrees >= 1;
    });
    const [only] = places;
    if (places.length === 1 && only !== undefined) homes.set(account, only);
  }
  // of two rows that changed places one may be all zeros, and fit anywhere
  for (const { account, row } of homeless) {
    const taker = homeless.find((other) => homes.get(other.account) === account)?.account;
    if (homes.has(account) || taker === undefined) continue;
    if (compareWith(books, taker, index, row).differs === 0) homes.set(account, taker);
  }
  const moved = homeless.flatMap(({ account, row, isDoubtful }) => {
    const home = homes.get(account);
    return home === undefined || (isDoubtful && homes.get(home) !== account) ? [] : [{ account, row, home }];
  });
  for (const { account } of moved) books.place(account, index, undefined);
  return moved.map(({ account, row, home }) => {
    const finding = balanceFinding(place, index, account, { row, expected: null, found: null, amount: null });
    books.place(home, index, row);
    return { ...finding, column: "account_code", expected: home, found: account };
  });
}

/** The months beside have the account, or the journal moved it. */
function isWanted(books: AccountMonths, account: string, index: number): boolean {
  const moved = books.movement(account, index);
  const isMoved = moved !== undefined && (moved.debit !== 0n || moved.credit !== 0n);
  return books.row(account, index - 1) !== undefined || books.row(account, index + 1) !== undefined || isMoved;
}
