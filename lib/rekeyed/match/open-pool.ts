/** The documents of both sides while they are matched: what is still open, and what is alike on either side, matched or not. */
import type { BookDocument } from "../book-document";
import { daysApart, linesKey, numberKey, textKey } from "./document-key";

/** A document keyed again may carry the day it was keyed for, not the day it was made: alike within a week is alike. */
export const DAYS_APART_MOST = 7;

export interface Side {
  readonly all: readonly BookDocument[];
  /** Documents of that number, matched or not. */
  readonly byNumber: (number: string) => readonly BookDocument[];
  /** Documents with the same lines within a few days of this one, itself left out; matched or not. */
  readonly alike: (document: BookDocument) => readonly BookDocument[];
  readonly isOpen: (document: BookDocument) => boolean;
  readonly open: () => BookDocument[];
  readonly take: (documents: Iterable<BookDocument>) => void;
}

function groupBy(documents: readonly BookDocument[], keyOf: (document: BookDocument) => string | null) {
  const groups = new Map<string, BookDocument[]>();
  for (const document of documents) {
    const key = keyOf(document);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return groups;
}

export function openSide(all: readonly BookDocument[]): Side {
  const numbers = groupBy(all, numberKey);
  const lines = groupBy(all, linesKey);
  const taken = new Set<BookDocument>();
  return {
    all,
    byNumber: (number) => numbers.get(number) ?? [],
    alike: (document) =>
      (lines.get(linesKey(document)) ?? []).filter(
        (other) => other !== document && daysApart(other, document) <= DAYS_APART_MOST,
      ),
    isOpen: (document) => !taken.has(document),
    open: () => all.filter((document) => !taken.has(document)),
    take: (documents) => {
      for (const document of documents) {
        if (taken.has(document)) throw new Error(`document ${document.id} would be matched twice`);
        taken.add(document);
      }
    },
  };
}

export interface Pool {
  readonly archive: Side;
  readonly rekeyed: Side;
}

/** Same words, and words there are. */
export function isSameText(left: BookDocument, right: BookDocument): boolean {
  const text = textKey(left);
  return text !== "" && text === textKey(right);
}
