/** The books of one made-up LAO while its half-year runs: journal, account balances, cash boxes and number series. Every entry is checked to balance. */
import { type Amount, toBahtText, ZERO } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { YEAR_MARK } from "./calendar";
import { cell } from "./csv-text";

export type Book = "RV" | "PV" | "JV";
export type Series = Book | "receipt" | "treasury" | "remittance" | "chequeReport" | "transfer" | "loan";

interface AccountBalance {
  opening: bigint;
  debit: bigint;
  credit: bigint;
}

/** Cash in hand (`CASH`) or one bank account. */
export interface CashBox {
  readonly no: string;
  readonly account: string;
  balance: bigint;
  received: bigint;
  paid: bigint;
}

export interface Books {
  readonly lao: string;
  /** Records per `table/month`, without line ends. */
  readonly records: Map<string, string[]>;
  readonly accounts: Map<string, AccountBalance>;
  readonly boxes: CashBox[];
  readonly series: Record<Series, number>;
  date: IsoDate;
  month: Month;
  journalLines: number;
}

/** Signed: above zero is a debit. A line of a cash box names the box instead of its account. */
export type Line = readonly [account: string | CashBox, amount: bigint, unit?: string];

export interface Entry {
  readonly book: Book;
  readonly description: string;
  readonly lines: readonly Line[];
  readonly source?: string;
  readonly unit?: string;
  /** Another day of the same month (back-dated general entries; never with cash). */
  readonly date?: IsoDate;
}

/** The records of a table in a month, made when first asked for. */
export function recordsOf(books: Books, table: string, month: Month): string[] {
  const key = `${table}/${month}`;
  const known = books.records.get(key);
  if (known) return known;
  const made: string[] = [];
  books.records.set(key, made);
  return made;
}

/** The next number of a series, as its documents print it. */
export function nextNumber(books: Books, series: Series): string {
  books.series[series] += 1;
  const digits = String(books.series[series]);
  switch (series) {
    case "receipt":
      return `R-${digits.padStart(6, "0")}/${YEAR_MARK}`;
    case "treasury":
      return `${digits.padStart(5, "0")}/${YEAR_MARK}`;
    case "remittance":
      return `RM-${digits.padStart(5, "0")}/${YEAR_MARK}`;
    case "chequeReport":
      return `CR-${digits.padStart(5, "0")}/${YEAR_MARK}`;
    case "transfer":
      return `T-${digits.padStart(5, "0")}/${YEAR_MARK}`;
    case "loan":
      return `L-${digits.padStart(5, "0")}/${YEAR_MARK}`;
    default:
      return `${series}-${digits.padStart(5, "0")}/${YEAR_MARK}`;
  }
}

export function baht(amount: bigint): string {
  return amount === 0n ? "0.00" : toBahtText(amount as Amount);
}

export function accountOf(books: Books, code: string): AccountBalance {
  const known = books.accounts.get(code);
  if (known) return known;
  const made = { opening: 0n, debit: 0n, credit: 0n };
  books.accounts.set(code, made);
  return made;
}

/** Balance of an account at this moment, debit-positive. */
export function balanceOf(books: Books, code: string): bigint {
  const account = books.accounts.get(code);
  return account ? account.opening + account.debit - account.credit : 0n;
}

/** Writes one entry into the journal; gives its number. Throws if it does not balance: that would be a mistake of this generator. */
export function post(books: Books, entry: Entry): string {
  let sum = 0n;
  for (const line of entry.lines) sum += line[1];
  if (sum !== 0n) throw new Error(`entry does not balance by ${sum}: ${entry.description}`);
  const number = nextNumber(books, entry.book);
  const date = entry.date ?? books.date;
  const head = `${books.lao},${number},`;
  const day = `,${date},${entry.book},`;
  const text = cell(entry.description);
  const source = entry.source ?? "";
  const journal = recordsOf(books, "journal", books.month);
  let place = 0;
  for (const [where, amount, unit] of entry.lines) {
    if (amount === 0n) continue;
    place += 1;
    const code = typeof where === "string" ? where : where.account;
    const account = accountOf(books, code);
    const tail = `,${text},${unit ?? entry.unit ?? ""},${source}`;
    if (amount > 0n) {
      account.debit += amount;
      journal.push(`${head}${place}${day}${code},${baht(amount)},0.00${tail}`);
    } else {
      account.credit -= amount;
      journal.push(`${head}${place}${day}${code},0.00,${baht(-amount)}${tail}`);
    }
    if (typeof where !== "string") {
      if (amount > 0n) where.received += amount;
      else where.paid -= amount;
      where.balance += amount;
    }
  }
  books.journalLines += place;
  return number;
}

/** Ends a day: the cash position of every box that moved. */
export function closeDay(books: Books): void {
  for (const box of books.boxes) {
    if (box.received === 0n && box.paid === 0n) continue;
    const opening = box.balance - box.received + box.paid;
    recordsOf(books, "cash", books.month).push(
      `${books.lao},${books.date},${box.no},${box.account},${baht(opening)},${baht(box.received)},${baht(box.paid)},${baht(box.balance)}`,
    );
    box.received = ZERO;
    box.paid = ZERO;
  }
}

/** Ends a month: the trial balance as the old system closed it; closing becomes the next opening. */
export function closeMonth(books: Books): void {
  const records = recordsOf(books, "balances", books.month);
  for (const code of [...books.accounts.keys()].sort()) {
    const account = accountOf(books, code);
    const closing = account.opening + account.debit - account.credit;
    records.push(
      `${books.lao},${code},${baht(account.opening)},${baht(account.debit)},${baht(account.credit)},${baht(closing)}`,
    );
    account.opening = closing;
    account.debit = 0n;
    account.credit = 0n;
  }
}
