/** Totals of both sides per account and month, tied to the satang: what differs is explained by the documents that are not matched alike. */
import { type Amount, satang } from "@/lib/money/amount";
import { type Month, monthOf } from "@/lib/period/month";
import type { BookDocument, RekeyedBook } from "../book-document";

export interface AccountTotal {
  readonly book: RekeyedBook;
  readonly month: Month;
  readonly account: string;
  readonly archive: Amount;
  readonly rekeyed: Amount;
  /** `rekeyed − archive`. */
  readonly difference: Amount;
}

/** Ordered by book, month, account; debits and credits of the journal net. */
export function totalByAccount(archive: readonly BookDocument[], rekeyed: readonly BookDocument[]): AccountTotal[] {
  const sums = new Map<
    string,
    { book: RekeyedBook; month: Month; account: string; archive: bigint; rekeyed: bigint }
  >();
  const add = (documents: readonly BookDocument[], side: "archive" | "rekeyed"): void => {
    for (const { book, date, lines } of documents)
      for (const { account, amount } of lines) {
        const month = monthOf(date);
        const key = `${book} ${month} ${account}`;
        const sum = sums.get(key) ?? { book, month, account, archive: 0n, rekeyed: 0n };
        sum[side] += amount;
        sums.set(key, sum);
      }
  };
  add(archive, "archive");
  add(rekeyed, "rekeyed");
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, sum]) => ({
      ...sum,
      archive: satang(sum.archive),
      rekeyed: satang(sum.rekeyed),
      difference: satang(sum.rekeyed - sum.archive),
    }));
}
