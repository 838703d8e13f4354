/**
 * Rung of content: another number, but the same lines within a few days. It counts only where nothing else on either side, matched or not,
 * could be meant; of several that are alike, the words may tell one, else they are shown together.
 */
import type { BookDocument } from "../book-document";
import { numberKey } from "./document-key";
import { isLikely, pair } from "./match-by-number";
import type { CandidateGroup, Pairing } from "./match-result";
import { isSameText, type Pool } from "./open-pool";

export function matchContent(pool: Pool): { pairings: Pairing[]; candidates: CandidateGroup[] } {
  const pairings: Pairing[] = [];
  const take = (archive: BookDocument, rekeyed: BookDocument): void => {
    pool.archive.take([archive]);
    pool.rekeyed.take([rekeyed]);
    pairings.push(pair("content", archive, rekeyed));
  };
  for (const rekeyed of pool.rekeyed.open()) {
    const archive = onlyOne(pool, rekeyed);
    if (archive && pool.archive.isOpen(archive) && !isNumberRival(pool, rekeyed, archive)) take(archive, rekeyed);
  }
  return { pairings, candidates: groupAlike(pool) };
}

/** The one archive document that is meant, if the same holds the other way round. */
function onlyOne(pool: Pool, rekeyed: BookDocument): BookDocument | undefined {
  const archive = pool.archive.alike(rekeyed);
  const [first] = archive;
  if (!first) return undefined;
  if (archive.length === 1 && pool.rekeyed.alike(first).length === 1) return first;
  const worded = archive.filter((other) => isSameText(other, rekeyed));
  const [told] = worded;
  if (!told || worded.length > 1) return undefined;
  const back = pool.rekeyed.alike(told).filter((other) => isSameText(other, told));
  return back.length === 1 ? told : undefined;
}

/** Its number is that of another open document, which it resembles too: the number decides later, or nobody. */
function isNumberRival(pool: Pool, rekeyed: BookDocument, archive: BookDocument): boolean {
  const number = numberKey(rekeyed);
  if (number === null) return false;
  const named = pool.archive.byNumber(number).filter((other) => other !== archive && pool.archive.isOpen(other));
  const isTold = isSameText(archive, rekeyed) && !named.some((other) => isSameText(other, rekeyed));
  return named.some((other) => isLikely(other, rekeyed)) && !isTold;
}

/** What is still open and alike on both sides stands together, each document in one group. */
function groupAlike(pool: Pool): CandidateGroup[] {
  const groups: CandidateGroup[] = [];
  for (const rekeyed of pool.rekeyed.open()) {
    if (!pool.rekeyed.isOpen(rekeyed)) continue;
    const number = numberKey(rekeyed);
    const named = number === null ? [] : pool.archive.byNumber(number).filter(pool.archive.isOpen);
    // its own number leads to a document that it resembles: the rung of numbers looks at both
    if (named.some((other) => isLikely(other, rekeyed))) continue;
    const archive = pool.archive.alike(rekeyed).filter(pool.archive.isOpen);
    if (archive.length === 0) continue;
    const alsoMeant = new Set([rekeyed]);
    for (const document of archive)
      for (const other of pool.rekeyed.alike(document)) if (pool.rekeyed.isOpen(other)) alsoMeant.add(other);
    const group = { archive, rekeyed: [...alsoMeant] };
    pool.archive.take(group.archive);
    pool.rekeyed.take(group.rekeyed);
    groups.push(group);
  }
  return groups;
}
