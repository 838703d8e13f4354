/** What is looked for inside a report: one term that may be an amount, a document number or words, with Arabic or Thai digits. */
import { type Amount, negate, parseBaht } from "@/lib/money/amount";
import { toArabicDigits } from "@/lib/period/thai-digits";

export interface FindTerm {
  /** As typed, digits made Arabic. */
  readonly text: string;
  /** Set where the text can be an amount: then a row with exactly this amount is found too. */
  readonly amount: Amount | null;
}

/** `1,234.5`, `1234.50`, `๑,๒๓๔.๕๐`, `(1,234.50)`; null for what is no amount. */
export function readTypedAmount(text: string): Amount | null {
  const match = /^(\()?(-)?(\d{1,3}(?:,\d{3})+|\d{1,16})(?:\.(\d{1,2}))?(\))?$/.exec(toArabicDigits(text.trim()));
  if (!match || Boolean(match[1]) !== Boolean(match[5])) return null;
  const amount = parseBaht(`${(match[3] ?? "").replaceAll(",", "")}.${(match[4] ?? "").padEnd(2, "0")}`);
  if (amount === undefined) return null;
  return match[1] || match[2] ? negate(amount) : amount;
}

/** Undefined where nothing is looked for. */
export function parseFindTerm(text: string | undefined): FindTerm | undefined {
  const trimmed = toArabicDigits((text ?? "").trim()).slice(0, 200);
  return trimmed === "" ? undefined : { text: trimmed, amount: readTypedAmount(trimmed) };
}

/** Whether one of the texts holds the term or one of the amounts is it, whatever its sign. */
export function matchesTerm(
  term: FindTerm,
  texts: readonly (string | null)[],
  amounts: readonly (Amount | null)[],
): boolean {
  const wanted = term.amount;
  if (wanted !== null && amounts.some((amount) => amount !== null && (amount === wanted || amount === negate(wanted))))
    return true;
  return texts.some((text) => text !== null && toArabicDigits(text).includes(term.text));
}
