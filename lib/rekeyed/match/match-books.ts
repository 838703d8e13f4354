/** The one entry of the matching: both sides in, every document of either in exactly one place of the result. Nothing is chosen where two fit. */
import type { Finding } from "@/lib/finding/finding";
import { type BookDocument, REKEYED_BOOKS } from "../book-document";
import { setAsideDamaged } from "./damage-in-the-way";
import { matchContent } from "./match-by-content";
import { matchNumber, matchNumberAndContent } from "./match-by-number";
import { matchSums } from "./match-by-sum";
import type { MatchResult } from "./match-result";
import { openSide } from "./open-pool";
import { suggestPairs } from "./suggest-pairs";

export interface BooksToMatch {
  /** Documents of one LAO as the archive has them; cancelled ones are left out. */
  readonly archive: readonly BookDocument[];
  readonly rekeyed: readonly BookDocument[];
  /** What is known to be damaged in the archive of that LAO. */
  readonly findings: readonly Finding[];
}

/** Each book is matched by itself. The order of the documents given does not change who is matched with whom. */
export function matchBooks({ archive, rekeyed, findings }: BooksToMatch): MatchResult {
  const results = REKEYED_BOOKS.map((book) =>
    matchBook(
      archive.filter((document) => document.book === book),
      rekeyed.filter((document) => document.book === book),
      findings,
    ),
  );
  return {
    pairings: results.flatMap((result) => result.pairings),
    doublings: results.flatMap((result) => result.doublings),
    candidates: results.flatMap((result) => result.candidates),
    undecidable: results.flatMap((result) => result.undecidable),
    missing: results.flatMap((result) => result.missing),
    surplus: results.flatMap((result) => result.surplus),
    suggestions: results.flatMap((result) => result.suggestions),
  };
}

const NOTHING = { pairings: [], candidates: [] } as const;

function matchBook(
  archive: readonly BookDocument[],
  rekeyed: readonly BookDocument[],
  findings: readonly Finding[],
): MatchResult {
  const pool = { archive: openSide(archive), rekeyed: openSide(rekeyed) };
  const exact = matchNumberAndContent(pool);
  // A code of the budget is what its line is about: another code with the same figures is another line.
  const isByNumberAlone = archive[0]?.book === "budget";
  const content = isByNumberAlone ? NOTHING : matchContent(pool);
  const sums = isByNumberAlone ? NOTHING : matchSums(pool);
  const number = matchNumber(pool);
  const missing = pool.archive.open();
  const aside = setAsideDamaged(
    pool.rekeyed.open(),
    [...exact.pairings, ...content.pairings, ...sums.pairings, ...number.pairings],
    findings,
  );
  return {
    pairings: aside.pairings,
    doublings: exact.doublings,
    candidates: [...content.candidates, ...sums.candidates, ...number.candidates],
    undecidable: aside.undecidable,
    missing,
    surplus: aside.surplus,
    suggestions: suggestPairs(missing, aside.surplus),
  };
}
