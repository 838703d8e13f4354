/** What the matching says of every document of both sides: each stands in exactly one of these lists. */
import type { Finding } from "@/lib/finding/finding";
import type { BookDocument } from "../book-document";

/** Why documents were put together; recorded and shown. */
export type Rung = "number-and-content" | "content" | "sum" | "number";

export interface CellDifference {
  /** `number`, `date`, `account`, `amount`, or the name of a further cell. */
  readonly column: string;
  /** As they stand; amounts as text in baht, dates ISO, null where there is nothing. */
  readonly archive: string | null;
  readonly rekeyed: string | null;
}

/** One against one, or one against several where the sums say so. Without differences the books agree here. */
export interface Pairing {
  readonly rung: Rung;
  readonly archive: readonly BookDocument[];
  readonly rekeyed: readonly BookDocument[];
  readonly differences: readonly CellDifference[];
  /** Words differ, figures do not: no error, but shown. */
  readonly isWordedOtherwise: boolean;
}

/** Documents that fit each other equally well: people choose, we do not. */
export interface CandidateGroup {
  readonly archive: readonly BookDocument[];
  readonly rekeyed: readonly BookDocument[];
}

/** The same document keyed more than once: which of them is surplus cannot be told, how many are can. */
export interface Doubling {
  readonly archive: BookDocument;
  readonly rekeyed: readonly BookDocument[];
}

/** Cannot be decided, because the archive is damaged where this document should stand. */
export interface Undecidable {
  readonly archive: readonly BookDocument[];
  readonly rekeyed: readonly BookDocument[];
  readonly finding: Finding;
  /** The re-keyed amounts are exactly what the archive is known to lack; null where that is not known. */
  readonly fitsGap: boolean | null;
}

export type SuggestionReason = "same-number" | "same-amount" | "digits-swapped" | "similar-words";

export interface Suggestion {
  readonly archive: BookDocument;
  readonly rekeyed: BookDocument;
  readonly reasons: readonly SuggestionReason[];
}

export interface MatchResult {
  readonly pairings: readonly Pairing[];
  readonly doublings: readonly Doubling[];
  readonly candidates: readonly CandidateGroup[];
  readonly undecidable: readonly Undecidable[];
  /** In the archive, not in what was keyed again. */
  readonly missing: readonly BookDocument[];
  /** Keyed again, not in the archive. */
  readonly surplus: readonly BookDocument[];
  /** Between `missing` and `surplus` only; nothing is decided by them. */
  readonly suggestions: readonly Suggestion[];
}
