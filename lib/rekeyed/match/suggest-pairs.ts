/** What might belong together among documents that no rung matched: told to people as a hint, decided by nothing. */
import { amountOf, type BookDocument } from "../book-document";
import { dayNumber, daysApart, numberKey, textKey } from "./document-key";
import type { Suggestion, SuggestionReason } from "./match-result";

const SUGGESTIONS_A_DOCUMENT = 3;
const DAYS_APART_MOST = 31;
const WORDS_DAYS_APART = 3;
/** Share of letter triples in common from which words are alike. */
const ALIKE_FROM = 0.5;

/** At most three for each re-keyed document, the best first. Words are compared of few days only, so that time grows with the books and not with their square. */
export function suggestPairs(missing: readonly BookDocument[], surplus: readonly BookDocument[]): Suggestion[] {
  const words = new Map([...missing, ...surplus].map((document) => [document, triples(textKey(document))]));
  const byNumber = group(missing, numberKey);
  const byAmount = group(missing, (document) => digitsOf(amountOf(document)));
  const byDay = group(missing, ({ date }) => String(dayNumber(date)));
  const near = ({ date }: BookDocument) =>
    Array.from({ length: 2 * WORDS_DAYS_APART + 1 }, (_, at) => dayNumber(date) + at - WORDS_DAYS_APART).flatMap(
      (day) => byDay.get(String(day)) ?? [],
    );
  return surplus.flatMap((rekeyed) => {
    const number = numberKey(rekeyed);
    const choices = new Set([
      ...(number === null ? [] : (byNumber.get(number) ?? [])),
      ...(byAmount.get(digitsOf(amountOf(rekeyed))) ?? []),
      ...near(rekeyed),
    ]);
    return [...choices]
      .map((archive) => ({ archive, rekeyed, reasons: reasonsFor(archive, rekeyed, words) }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort(
        (left, right) =>
          right.reasons.length - left.reasons.length ||
          daysApart(left.archive, rekeyed) - daysApart(right.archive, rekeyed),
      )
      .slice(0, SUGGESTIONS_A_DOCUMENT);
  });
}

/** Swapped digits are the same digits. */
function digitsOf(amount: bigint): string {
  return [...String(amount)].sort().join("");
}

function group(documents: readonly BookDocument[], keyOf: (document: BookDocument) => string | null) {
  const groups = new Map<string, BookDocument[]>();
  for (const document of documents) {
    const key = keyOf(document);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return groups;
}

function reasonsFor(
  archive: BookDocument,
  rekeyed: BookDocument,
  words: ReadonlyMap<BookDocument, ReadonlySet<string>>,
): SuggestionReason[] {
  const reasons: SuggestionReason[] = [];
  const number = numberKey(rekeyed);
  if (number !== null && number === numberKey(archive)) reasons.push("same-number");
  const apart = daysApart(archive, rekeyed);
  if (apart > DAYS_APART_MOST) return reasons;
  if (amountOf(archive) === amountOf(rekeyed)) reasons.push("same-amount");
  else if (isSwapped(amountOf(archive), amountOf(rekeyed))) reasons.push("digits-swapped");
  if (apart <= WORDS_DAYS_APART && share(words.get(archive), words.get(rekeyed)) >= ALIKE_FROM)
    reasons.push("similar-words");
  return reasons;
}

/** Two neighbouring digits changed places: 1,250.00 and 1,520.00. */
export function isSwapped(left: bigint, right: bigint): boolean {
  const [a, b] = [String(left), String(right)];
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return (
    at !== -1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && at + 1 < a.length
  );
}

function triples(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) found.add(text.slice(at, at + 3));
  return found;
}

function share(left: ReadonlySet<string> | undefined, right: ReadonlySet<string> | undefined): number {
  if (!left || !right || left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const triple of left) if (right.has(triple)) common += 1;
  return common / (left.size + right.size - common);
}
