/**
 * The worksheet: what the matching says, item by item, with what the accountant decided. An item's fingerprint is that of its documents, so that
 * a decision outlives a new upload exactly as long as nothing in the item changes.
 */
import { createHash } from "node:crypto";
import type { Finding } from "@/lib/finding/finding";
import { readDocumentNumber } from "@/lib/ledger/document-number";
import { type Amount, satang, subtractAmount } from "@/lib/money/amount";
import { type Month, monthOf } from "@/lib/period/month";
import { amountOf, type BookDocument, type RekeyedBook } from "./book-document";
import type { CellDifference, MatchResult, Rung, Suggestion } from "./match/match-result";

/** In the order in which they ask for attention. */
export const OUTCOMES = [
  "missing",
  "surplus",
  "differs",
  "doubled",
  "candidates",
  "undecidable",
  "not-keyed",
  "matched",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DECISIONS = ["accepted", "explained", "to-do", "open"] as const;
export type DecisionKind = (typeof DECISIONS)[number];

export interface Decision {
  readonly kind: DecisionKind;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

export interface WorksheetItem {
  /** Fingerprint of the documents of both sides. */
  readonly key: string;
  readonly outcome: Outcome;
  readonly book: RekeyedBook;
  /** Of the archive's first document, else of the re-keyed one. */
  readonly month: Month;
  readonly archive: readonly BookDocument[];
  readonly rekeyed: readonly BookDocument[];
  readonly rung: Rung | null;
  readonly differences: readonly CellDifference[];
  readonly isWordedOtherwise: boolean;
  /** `rekeyed − archive`; of the debit side in the journal. */
  readonly difference: Amount;
  readonly finding: Finding | null;
  readonly fitsGap: boolean | null;
  readonly suggestions: readonly Suggestion[];
  readonly decision: Decision | null;
}

/** Ordered by outcome, book, day and number; nothing of either side is left out. */
export function makeWorksheet(result: MatchResult, decisions: ReadonlyMap<string, Decision>): WorksheetItem[] {
  const items: WorksheetItem[] = [];
  const add = (
    outcome: Outcome,
    archive: readonly BookDocument[],
    rekeyed: readonly BookDocument[],
    more: Partial<WorksheetItem> = {},
  ): void => {
    const [first] = [...archive, ...rekeyed];
    if (!first) return;
    const key = itemKey(archive, rekeyed);
    items.push({
      key,
      outcome,
      book: first.book,
      month: monthOf(first.date),
      archive,
      rekeyed,
      rung: null,
      differences: [],
      isWordedOtherwise: false,
      difference: subtractAmount(sumOf(rekeyed), sumOf(archive)),
      finding: null,
      fitsGap: null,
      suggestions: [],
      decision: decisions.get(key) ?? null,
      ...more,
    });
  };
  for (const { archive, rekeyed, ...more } of result.pairings)
    add(more.differences.length === 0 ? "matched" : "differs", archive, rekeyed, more);
  for (const { archive, rekeyed } of result.doublings) add("doubled", [archive], rekeyed);
  for (const { archive, rekeyed } of result.candidates) add("candidates", archive, rekeyed);
  for (const { archive, rekeyed, finding, fitsGap } of result.undecidable)
    add("undecidable", archive, rekeyed, { finding, fitsGap });
  const keyed = new Set(rekeyedOf(result).map(stretchOf));
  for (const document of result.missing) add(keyed.has(stretchOf(document)) ? "missing" : "not-keyed", [document], []);
  for (const document of result.surplus) {
    const suggestions = result.suggestions.filter(({ rekeyed }) => rekeyed === document);
    add("surplus", [], [document], { suggestions });
  }
  return items.sort(compareItems);
}

function rekeyedOf(result: MatchResult): BookDocument[] {
  return [
    ...result.pairings.flatMap(({ rekeyed }) => rekeyed),
    ...result.doublings.flatMap(({ rekeyed }) => rekeyed),
    ...result.candidates.flatMap(({ rekeyed }) => rekeyed),
    ...result.undecidable.flatMap(({ rekeyed }) => rekeyed),
    ...result.surplus,
  ];
}

/** Books are keyed again stretch by stretch: one book, one series of numbers, one month. */
function stretchOf({ book, date, number }: BookDocument): string {
  return `${book} ${monthOf(date)} ${readDocumentNumber(number ?? "")?.series ?? ""}`;
}

function compareItems(left: WorksheetItem, right: WorksheetItem): number {
  const order = OUTCOMES.indexOf(left.outcome) - OUTCOMES.indexOf(right.outcome);
  if (order !== 0) return order;
  const place = ({ book, archive, rekeyed }: WorksheetItem) => {
    const first = archive[0] ?? rekeyed[0];
    return `${book} ${first?.date} ${first?.number ?? ""} ${first?.id}`;
  };
  return place(left) < place(right) ? -1 : 1;
}

function sumOf(documents: readonly BookDocument[]): Amount {
  let sum = 0n;
  for (const document of documents) sum += amountOf(document);
  return satang(sum);
}

/** 32 hexadecimal digits over what stands in the documents; where they stand (`id`) does not count. */
export function itemKey(archive: readonly BookDocument[], rekeyed: readonly BookDocument[]): string {
  const hash = createHash("sha256");
  for (const [side, documents] of [
    ["archive", archive],
    ["rekeyed", rekeyed],
  ] as const)
    for (const { book, number, date, lines, cells, text } of documents)
      hash.update(
        JSON.stringify([
          side,
          book,
          number,
          date,
          lines.map(({ account, amount }) => [account, amount.toString()]),
          Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)),
          text,
        ]),
      );
  return hash.digest("hex").slice(0, 32);
}

export interface BookProgress {
  readonly book: RekeyedBook;
  readonly month: Month;
  readonly items: number;
  /** Matched, accepted or explained. */
  readonly settled: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Re-keyed less archive, of what was keyed again. */
  readonly difference: Amount;
}

export function isSettled({ outcome, decision }: WorksheetItem): boolean {
  return outcome === "matched" || decision?.kind === "accepted" || decision?.kind === "explained";
}

/** By book and month, in their order. */
export function progressOf(items: readonly WorksheetItem[]): BookProgress[] {
  const groups = new Map<string, WorksheetItem[]>();
  for (const item of items) {
    const key = `${item.book} ${item.month}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (!first) return [];
      const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
      let difference = 0n;
      for (const item of group) {
        counts[item.outcome] += 1;
        if (item.outcome !== "not-keyed") difference += item.difference;
      }
      return [
        {
          book: first.book,
          month: first.month,
          items: group.length,
          settled: group.filter(isSettled).length,
          counts,
          difference: satang(difference),
        },
      ];
    });
}
