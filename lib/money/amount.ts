/** Amounts of money: whole satang in a branded bigint. No float ever holds an amount, and an unreadable text is never zero. */

/** Satang (1 baht = 100 satang), debit-positive where a sign has an accounting meaning. */
export type Amount = bigint & { readonly __amount: "satang" };

export const ZERO = 0n as Amount;

/** Marks a bigint of satang as an Amount. */
export function satang(value: bigint): Amount {
  return value as Amount;
}

/**
 * Reads baht with exactly two decimals and no thousands marks, at most 16 digits before the point (ARCHIVE.md, CSV rules).
 * Gives undefined for anything else: the caller makes a finding of it.
 */
export function parseBaht(text: string): Amount | undefined {
  const match = /^(-?)(\d{1,16})\.(\d{2})$/.exec(text);
  if (!match) return undefined;
  const value = BigInt(`${match[2]}${match[3]}`);
  return satang(match[1] === "-" ? -value : value);
}

/** Baht as plain text for CSV and JSON: `-1234.50`. */
export function toBahtText(amount: Amount): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Baht for people, as the printed forms have it: `1,234.50`, `(1,234.50)` for negative, `-` for zero (DOMAIN.md §7). */
export function formatBaht(amount: Amount): string {
  if (amount === 0n) return "-";
  const text = toBahtText(satang(amount < 0n ? -amount : amount));
  const grouped = text.replace(/\B(?=(\d{3})+(?=\.))/g, ",");
  return amount < 0n ? `(${grouped})` : grouped;
}

/** Baht inside a sentence, zero written out: `0.00 บาท`. */
export function sayBaht(amount: Amount): string {
  return `${amount === 0n ? "0.00" : formatBaht(amount)} บาท`;
}

export function addAmounts(...amounts: readonly Amount[]): Amount {
  return sumAmounts(amounts);
}

/** Of any length: a list of a hundred thousand as arguments would overflow the stack. */
export function sumAmounts(amounts: Iterable<Amount>): Amount {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return satang(sum);
}

export function subtractAmount(from: Amount, amount: Amount): Amount {
  return satang(from - amount);
}

export function negate(amount: Amount): Amount {
  return satang(-amount);
}
