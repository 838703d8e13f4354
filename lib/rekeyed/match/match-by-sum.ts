/**
 * Rung of sums: one document keyed again as several, or several as one. The pieces lie within a few days, bear only accounts of the whole,
 * and add up to it account by account; it counts only where one set of pieces does, and no piece would serve another whole as well.
 */
import type { BookDocument } from "../book-document";
import { compareLines, isWordedOtherwise } from "./compare-documents";
import { daysApart, linesKey, numberKey, sumByAccount } from "./document-key";
import type { CandidateGroup, CellDifference, Pairing } from "./match-result";
import type { Pool, Side } from "./open-pool";

const PIECES_MOST = 4;
const DAYS_APART_MOST = 3;
/** More documents than this that could be pieces prove nothing: among many, some always add up. */
const CHOICES_MOST = 14;

interface Split {
  readonly whole: BookDocument;
  /** One where the sums say which; more where they do not. */
  readonly sets: readonly (readonly BookDocument[])[];
}

/** Where the sums speak but not for one set alone, whole and pieces are shown together, so that nothing else is made of them. */
export function matchSums(pool: Pool): { pairings: Pairing[]; candidates: CandidateGroup[] } {
  const split = findSplits(pool.archive, pool.rekeyed);
  const merged = findSplits(pool.rekeyed, pool.archive);
  return {
    pairings: [
      ...split.sure.map(({ whole, pieces }) => join([whole], pieces)),
      ...merged.sure.map(({ whole, pieces }) => join(pieces, [whole])),
    ],
    candidates: [
      ...split.unsure.map(({ whole, pieces }) => ({ archive: [whole], rekeyed: pieces })),
      ...merged.unsure.map(({ whole, pieces }) => ({ archive: pieces, rekeyed: [whole] })),
    ],
  };
}

interface Joined {
  readonly whole: BookDocument;
  readonly pieces: readonly BookDocument[];
}

/** Takes what it finds from both sides. */
function findSplits(wholes: Side, parts: Side): { sure: Joined[]; unsure: Joined[] } {
  const found: Split[] = [];
  const byAccount = new Map<string, BookDocument[]>();
  for (const document of parts.open())
    for (const account of sumByAccount([document]).keys()) {
      const list = byAccount.get(account);
      if (list) list.push(document);
      else byAccount.set(account, [document]);
    }
  for (const whole of wholes.open()) {
    const choices = choicesFor(whole, byAccount);
    if (choices.length < 2 || choices.length > CHOICES_MOST) continue;
    const sets = setsThatAddUp(whole, choices);
    if (sets.length > 0) found.push({ whole, sets });
  }
  const uses = new Map<BookDocument, number>();
  for (const { sets } of found) for (const piece of new Set(sets.flat())) uses.set(piece, (uses.get(piece) ?? 0) + 1);
  const isSure = ({ whole, sets }: Split) =>
    sets.length === 1 && sets.flat().every((piece) => uses.get(piece) === 1 && isOnlyPiece(piece, whole, parts));
  const take = (splits: readonly Split[]): Joined[] =>
    splits.flatMap(({ whole, sets }) => {
      const pieces = [...new Set(sets.flat())].filter(parts.isOpen);
      if (pieces.length === 0) return [];
      wholes.take([whole]);
      parts.take(pieces);
      return [{ whole, pieces }];
    });
  const sure = take(found.filter(isSure));
  return { sure, unsure: take(found.filter((split) => !isSure(split))) };
}

/** Another document that says the same, matched or not, could be the piece just as well, unless the number tells. */
function isOnlyPiece(piece: BookDocument, whole: BookDocument, parts: Side): boolean {
  return parts.alike(piece).length === 0 || numberKey(piece) === numberKey(whole);
}

function choicesFor(whole: BookDocument, byAccount: ReadonlyMap<string, readonly BookDocument[]>): BookDocument[] {
  const sums = sumByAccount([whole]);
  const choices = new Set<BookDocument>();
  for (const account of sums.keys())
    for (const part of byAccount.get(account) ?? []) {
      if (daysApart(part, whole) > DAYS_APART_MOST || linesKey(part) === linesKey(whole)) continue;
      const fits = [...sumByAccount([part])].every(([key, amount]) => {
        const most = sums.get(key);
        return most !== undefined && (most > 0n ? amount <= most : amount >= most);
      });
      if (fits) choices.add(part);
    }
  return [...choices];
}

/** At most two sets: a second one is enough to know that nothing is sure. */
function setsThatAddUp(whole: BookDocument, choices: readonly BookDocument[]): BookDocument[][] {
  const wanted = linesKey(whole);
  const sets: BookDocument[][] = [];
  const visit = (from: number, chosen: readonly BookDocument[]): void => {
    if (sets.length > 1) return;
    if (chosen.length >= 2 && sumKey(chosen) === wanted) sets.push([...chosen]);
    if (chosen.length === PIECES_MOST) return;
    for (let at = from; at < choices.length; at += 1) {
      const next = choices[at];
      if (next) visit(at + 1, [...chosen, next]);
    }
  };
  visit(0, []);
  return sets;
}

function sumKey(documents: readonly BookDocument[]): string {
  return [...sumByAccount(documents)].map(([account, amount]) => `${account} ${amount}`).join("|");
}

function join(archive: readonly BookDocument[], rekeyed: readonly BookDocument[]): Pairing {
  const numbers = (documents: readonly BookDocument[]) => documents.map(({ number }) => number ?? "-").join(", ");
  const differences: CellDifference[] = [...compareLines(archive, rekeyed)];
  const keys = new Set([...archive, ...rekeyed].map(numberKey));
  if (keys.size > 1) differences.unshift({ column: "number", archive: numbers(archive), rekeyed: numbers(rekeyed) });
  const days = (documents: readonly BookDocument[]) =>
    [...new Set(documents.map(({ date }) => date))].sort().join(", ");
  if (days(archive) !== days(rekeyed))
    differences.push({ column: "date", archive: days(archive), rekeyed: days(rekeyed) });
  const [first] = archive;
  return {
    rung: "sum",
    archive,
    rekeyed,
    differences,
    isWordedOtherwise: first !== undefined && rekeyed.some((document) => isWordedOtherwise(first, document)),
  };
}
