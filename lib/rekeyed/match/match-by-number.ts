/** Rungs that go by the document's number: content and number agree; or the number, and most of the content. */
import { amountOf, type BookDocument } from "../book-document";
import { compareDocuments, isWordedOtherwise } from "./compare-documents";
import { accountsKey, linesKey, numberKey } from "./document-key";
import type { CandidateGroup, Doubling, Pairing, Rung } from "./match-result";
import { isSameText, type Pool } from "./open-pool";

export function pair(rung: Rung, archive: BookDocument, rekeyed: BookDocument): Pairing {
  return {
    rung,
    archive: [archive],
    rekeyed: [rekeyed],
    differences: compareDocuments(archive, rekeyed),
    isWordedOtherwise: isWordedOtherwise(archive, rekeyed),
  };
}

/** Same number, day and lines. Where one was keyed several times over, all of them stand in a doubling. */
export function matchNumberAndContent(pool: Pool): { pairings: Pairing[]; doublings: Doubling[] } {
  const pairings: Pairing[] = [];
  const doublings: Doubling[] = [];
  for (const document of pool.archive.all) {
    const number = numberKey(document);
    if (number === null || pool.archive.byNumber(number).length > 1) continue;
    const same = pool.rekeyed
      .byNumber(number)
      .filter((other) => other.date === document.date && linesKey(other) === linesKey(document));
    const [only] = same;
    if (!only) continue;
    pool.archive.take([document]);
    pool.rekeyed.take(same);
    if (same.length === 1) pairings.push(pair("number-and-content", document, only));
    else doublings.push({ archive: document, rekeyed: same });
  }
  return { pairings, doublings };
}

/** Of day, amount and accounts two must agree, or the number alone proves nothing: numbers are given anew when books are keyed again. */
export function isLikely(archive: BookDocument, rekeyed: BookDocument): boolean {
  const agreeing = [
    archive.date === rekeyed.date,
    amountOf(archive) === amountOf(rekeyed),
    accountsKey(archive) === accountsKey(rekeyed),
  ].filter(Boolean).length;
  return agreeing >= 2;
}

/**
 * The same number on both sides, once each, and most of the content. Where the re-keyed document says exactly what another open document of
 * the archive says, both are meant equally well, unless the words tell.
 */
export function matchNumber(pool: Pool): { pairings: Pairing[]; candidates: CandidateGroup[] } {
  const pairings: Pairing[] = [];
  const candidates: CandidateGroup[] = [];
  for (const rekeyed of pool.rekeyed.open()) {
    const number = numberKey(rekeyed);
    if (number === null || !pool.rekeyed.isOpen(rekeyed)) continue;
    const [archive, ...others] = pool.archive.byNumber(number).filter(pool.archive.isOpen);
    const rivals = pool.rekeyed.byNumber(number).filter((other) => pool.rekeyed.isOpen(other) && other !== rekeyed);
    if (!archive || others.length > 0 || !isLikely(archive, rekeyed)) continue;
    const alike = pool.archive.alike(rekeyed).filter((other) => other !== archive && pool.archive.isOpen(other));
    const isTold = isSameText(archive, rekeyed) && !alike.some((other) => isSameText(other, rekeyed));
    if (rivals.length > 0 || (alike.length > 0 && !isTold)) {
      const group = { archive: [archive, ...alike], rekeyed: [rekeyed, ...rivals] };
      pool.archive.take(group.archive);
      pool.rekeyed.take(group.rekeyed);
      candidates.push(group);
      continue;
    }
    pool.archive.take([archive]);
    pool.rekeyed.take([rekeyed]);
    pairings.push(pair("number", archive, rekeyed));
  }
  return { pairings, candidates };
}
