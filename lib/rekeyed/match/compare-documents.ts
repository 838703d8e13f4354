/** Tells two documents apart cell by cell. Figures, days, numbers and codes count; other wording is noted apart. */
import { type Amount, satang, toBahtText } from "@/lib/money/amount";
import { toArabicDigits } from "@/lib/period/thai-digits";
import type { BookDocument } from "../book-document";
import { numberKey, sumByAccount, textKey } from "./document-key";
import type { CellDifference } from "./match-result";

const cellKey = (value: string | undefined) => toArabicDigits(value ?? "").replace(/\s/g, "");

/** In the order number, date, accounts and amounts, further cells. Empty where the figures agree. */
export function compareDocuments(archive: BookDocument, rekeyed: BookDocument): CellDifference[] {
  const differences: CellDifference[] = [];
  if (numberKey(archive) !== numberKey(rekeyed))
    differences.push({ column: "number", archive: archive.number, rekeyed: rekeyed.number });
  if (archive.date !== rekeyed.date) differences.push({ column: "date", archive: archive.date, rekeyed: rekeyed.date });
  differences.push(...compareLines([archive], [rekeyed]));
  for (const column of Object.keys(archive.cells)) {
    const [left, right] = [archive.cells[column], rekeyed.cells[column]];
    // a column that was not keyed again cannot differ
    if (right === undefined || cellKey(left) === cellKey(right)) continue;
    differences.push({ column, archive: left || null, rekeyed: right || null });
  }
  return differences;
}

export function isWordedOtherwise(archive: BookDocument, rekeyed: BookDocument): boolean {
  return rekeyed.text !== "" && textKey(archive) !== textKey(rekeyed);
}

interface LineSum {
  readonly account: string;
  readonly amount: Amount;
}

/** Sums by account and side: equal amounts under other accounts are an account that differs, all else an amount. */
export function compareLines(archive: readonly BookDocument[], rekeyed: readonly BookDocument[]): CellDifference[] {
  const [left, right] = [sumsOf(archive), sumsOf(rekeyed)];
  const onlyLeft: LineSum[] = [];
  const differences: CellDifference[] = [];
  for (const [key, amount] of left) {
    const other = right.get(key);
    if (other === amount) right.delete(key);
    else if (other === undefined) onlyLeft.push({ account: key.slice(0, -1), amount });
    else {
      right.delete(key);
      differences.push({ column: "amount", archive: toBahtText(amount), rekeyed: toBahtText(other) });
    }
  }
  const onlyRight = [...right].map(([key, amount]) => ({ account: key.slice(0, -1), amount }));
  for (const line of onlyLeft) {
    const at = onlyRight.findIndex(({ amount }) => amount === line.amount);
    const [moved] = at === -1 ? [] : onlyRight.splice(at, 1);
    differences.push(
      moved
        ? { column: "account", archive: line.account, rekeyed: moved.account }
        : { column: "amount", archive: `${line.account} ${toBahtText(line.amount)}`, rekeyed: null },
    );
  }
  for (const { account, amount } of onlyRight)
    differences.push({ column: "amount", archive: null, rekeyed: `${account} ${toBahtText(amount)}` });
  return differences;
}

function sumsOf(documents: readonly BookDocument[]): Map<string, Amount> {
  return new Map([...sumByAccount(documents)].map(([key, sum]) => [key, satang(sum)]));
}
