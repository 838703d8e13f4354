/** Holds what the matching says of re-keyed books against the errors that were put into them. */

import type { BookDocument } from "@/lib/rekeyed/book-document";
import type { MatchResult, Pairing } from "@/lib/rekeyed/match/match-result";
import { KEYING_ERRORS, type KeyingError, type KnownError, type RekeyedBooks } from "@/lib/sample/rekeyed-books";

export interface MatchingScore {
  /** Documents put together that do not belong together: must be none. */
  readonly wrongMatches: readonly string[];
  readonly matched: number;
  readonly byError: Readonly<Record<KeyingError, { readonly put: number; readonly found: number }>>;
  /** Of all errors put in. */
  readonly recall: number;
  /** Of all pairings made. */
  readonly precision: number;
  readonly missedIds: readonly string[];
}

export function scoreMatching(books: RekeyedBooks, result: MatchResult): MatchingScore {
  const originOf = new Map([...books.origins].flatMap(([archive, keyed]) => keyed.map((id) => [id, archive] as const)));
  for (const { kind, archive, rekeyed } of books.errors)
    if (kind === "merged") for (const { id } of rekeyed) originOf.set(id, meant(archive));
  const wrongMatches = result.pairings.filter((pairing) => !belongs(pairing, originOf)).map(told);
  const byError = Object.fromEntries(KEYING_ERRORS.map((kind) => [kind, { put: 0, found: 0 }])) as Record<
    KeyingError,
    { put: number; found: number }
  >;
  const missedIds: string[] = [];
  for (const error of books.errors) {
    const count = byError[error.kind];
    count.put += 1;
    if (isFound(error, result)) count.found += 1;
    else missedIds.push(`${error.kind} ${error.archive.map(({ id }) => id).join(" + ")}`);
  }
  const put = books.errors.length;
  return {
    wrongMatches,
    matched: result.pairings.length,
    byError,
    recall: put === 0 ? 1 : (put - missedIds.length) / put,
    precision: result.pairings.length === 0 ? 1 : 1 - wrongMatches.length / result.pairings.length,
    missedIds,
  };
}

function belongs({ archive, rekeyed }: Pairing, originOf: ReadonlyMap<string, string>): boolean {
  return rekeyed.every(({ id }) => originOf.get(id) === meant(archive));
}

function meant(archive: readonly BookDocument[]): string {
  return archive
    .map(({ id }) => id)
    .sort()
    .join(" + ");
}

function told({ rung, archive, rekeyed }: Pairing): string {
  const ids = (documents: readonly BookDocument[]) => documents.map(({ id }) => id).join(" + ");
  return `${rung}: ${ids(archive)} = ${ids(rekeyed)}`;
}

function isFound(error: KnownError, result: MatchResult): boolean {
  const { kind, archive, rekeyed } = error;
  const pairing = result.pairings.find((one) => one.archive.some((document) => archive.includes(document)));
  const differs = (column: string) => pairing?.differences.some((difference) => difference.column === column) ?? false;
  const isShown = (documents: readonly BookDocument[]) =>
    documents.every((document) => result.candidates.some((group) => group.rekeyed.includes(document)));
  switch (kind) {
    case "wrong-amount":
    case "digits-swapped":
      return differs("amount") || isShown(rekeyed);
    case "wrong-date":
      return differs("date") || isShown(rekeyed);
    case "wrong-account":
      return differs("account") || differs("amount") || isShown(rekeyed);
    case "missing":
      return result.missing.includes(archive[0] as BookDocument) || isCandidate(archive, result);
    case "doubled":
      return (
        result.doublings.some((doubling) => rekeyed.every((document) => doubling.rekeyed.includes(document))) ||
        rekeyed.some((document) => result.surplus.includes(document)) ||
        rekeyed.some((document) => isShown([document]))
      );
    case "split":
    case "merged":
      return pairing?.rung === "sum" || isShown(rekeyed);
    case "renumbered":
      return differs("number") || isShown(rekeyed);
    case "five-equal":
      return (
        isShown(rekeyed) || archive.every((document) => result.pairings.some((one) => one.archive.includes(document)))
      );
  }
}

function isCandidate(documents: readonly BookDocument[], result: MatchResult): boolean {
  return documents.every((document) => result.candidates.some((group) => group.archive.includes(document)));
}
