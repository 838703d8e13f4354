/** Measures the matching of re-keyed books on made-up half-years with known errors: wrong matches, recall per error, time. */
import { matchBooks } from "@/lib/rekeyed/match/match-books";
import { bookDocuments } from "@/lib/sample/book-documents";
import { runHalfYear } from "@/lib/sample/half-year";
import { planOffices } from "@/lib/sample/offices";
import { settleOptions } from "@/lib/sample/options";
import { KEYING_ERRORS, type KeyingError, rekeyBooks } from "@/lib/sample/rekeyed-books";
import { scoreMatching } from "./score-matching";

const LINES_EACH = 6_000;
const OFFICES_A_ROUND = 10;

/** One LAO with about 6,000 journal lines a seed, a sixth of its documents keyed wrongly. */
export function benchRekeyed(rounds: number): object {
  const byError = Object.fromEntries(KEYING_ERRORS.map((kind) => [kind, { put: 0, found: 0 }])) as Record<
    KeyingError,
    { put: number; found: number }
  >;
  const wrongMatches: string[] = [];
  const missed: string[] = [];
  const matchedMs: number[] = [];
  let [documents, matched] = [0, 0];
  for (let seed = 1; seed <= rounds * OFFICES_A_ROUND; seed += 1) {
    const [office] = planOffices(settleOptions({ out: "", laos: 1, seed, journalLines: LINES_EACH }));
    if (!office) continue;
    const books = rekeyBooks(bookDocuments(runHalfYear(office, seed)), { seed, rate: 0.16, rewordedRate: 0.3 });
    const from = performance.now();
    const result = matchBooks({ archive: books.archive, rekeyed: books.rekeyed, findings: [] });
    matchedMs.push(performance.now() - from);
    const score = scoreMatching(books, result);
    documents += books.archive.length;
    matched += score.matched;
    wrongMatches.push(...score.wrongMatches.map((wrong) => `seed ${seed} ${wrong}`));
    missed.push(...score.missedIds.map((id) => `seed ${seed} ${id}`));
    for (const kind of KEYING_ERRORS) {
      byError[kind].put += score.byError[kind].put;
      byError[kind].found += score.byError[kind].found;
    }
  }
  const put = Object.values(byError).reduce((sum, error) => sum + error.put, 0);
  return {
    documents,
    matched,
    wrongMatches: wrongMatches.length,
    precision: share(1 - wrongMatches.length / Math.max(matched, 1)),
    errors: put,
    recall: share((put - missed.length) / Math.max(put, 1)),
    byError: Object.fromEntries(
      KEYING_ERRORS.map((kind) => [
        kind,
        { ...byError[kind], recall: share(byError[kind].found / Math.max(byError[kind].put, 1)) },
      ]),
    ),
    matchedMsMost: Math.round(Math.max(...matchedMs)),
    examples: [...wrongMatches.slice(0, 10), ...missed.slice(0, 20)],
  };
}

/** Rounded down to four places: 0.9999 is not all. */
function share(value: number): number {
  return Math.floor(value * 10_000) / 10_000;
}
