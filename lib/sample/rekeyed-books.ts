/**
 * Re-keyed books as people key them, made from sound documents with errors that are known: for the sample, for tests and to measure the
 * matching. Repeatable by seed. It decides what goes wrong; what is found of it is not its business.
 */
import { satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { amountOf, type BookDocument } from "@/lib/rekeyed/book-document";
import { makeRandom, type Random } from "./random";

export const KEYING_ERRORS = [
  "wrong-amount",
  "wrong-date",
  "wrong-account",
  "digits-swapped",
  "missing",
  "doubled",
  "split",
  "merged",
  "renumbered",
  "five-equal",
] as const;
export type KeyingError = (typeof KEYING_ERRORS)[number];

export interface KnownError {
  readonly kind: KeyingError;
  readonly archive: readonly BookDocument[];
  readonly rekeyed: readonly BookDocument[];
}

export interface RekeyedBooks {
  /** The archive's documents; some are made equal where five equal amounts in a week are asked for. */
  readonly archive: readonly BookDocument[];
  readonly rekeyed: readonly BookDocument[];
  readonly errors: readonly KnownError[];
  /** Ids of re-keyed documents by that of the archive's document they were keyed from, errors included. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
}

export interface KeyingOptions {
  readonly seed: number;
  /** Share of documents with an error, 0–1. */
  readonly rate: number;
  /** Share of documents keyed with other words, no error; 0–1. */
  readonly rewordedRate: number;
}

/** Errors are drawn evenly over their kinds; a document has one at most. */
export function rekeyBooks(documents: readonly BookDocument[], options: KeyingOptions): RekeyedBooks {
  const random = makeRandom(options.seed, "rekeyed");
  const archive: BookDocument[] = [...documents];
  const rekeyed: BookDocument[] = [];
  const errors: KnownError[] = [];
  const origins = new Map<string, string[]>();
  const taken = new Set<number>();
  let keyed = 0;
  const key = (from: BookDocument, changed: Partial<BookDocument> = {}): BookDocument => {
    keyed += 1;
    const copy = { ...from, text: reword(from, options, random), ...changed, id: `rekeyed-${keyed}` };
    origins.set(from.id, [...(origins.get(from.id) ?? []), copy.id]);
    rekeyed.push(copy);
    return copy;
  };
  const accounts = [...new Set(documents.flatMap(({ lines }) => lines.map(({ account }) => account)))];

  for (const [at, document] of archive.entries()) {
    if (taken.has(at)) continue;
    if (!random.chance(options.rate)) {
      key(document);
      continue;
    }
    const kind = random.pick(KEYING_ERRORS);
    const made = makeError({ kind, at, archive, taken, random, accounts, key, keyed: () => keyed });
    if (made) errors.push(made);
    else key(document);
  }
  return { archive, rekeyed, errors, origins };
}

interface ErrorPlace {
  readonly kind: KeyingError;
  readonly at: number;
  readonly archive: BookDocument[];
  readonly taken: Set<number>;
  readonly random: Random;
  readonly accounts: readonly string[];
  readonly key: (from: BookDocument, changed?: Partial<BookDocument>) => BookDocument;
  readonly keyed: () => number;
}

/** Undefined where the document does not lend itself to the error. */
function makeError(place: ErrorPlace): KnownError | undefined {
  const { kind, at, archive, random, key } = place;
  const document = archive[at];
  if (!document) return undefined;
  const one = (changed: Partial<BookDocument>): KnownError => ({
    kind,
    archive: [document],
    rekeyed: [key(document, changed)],
  });
  switch (kind) {
    case "wrong-amount":
      return one({ lines: scaled(document, (amount) => amount + sign(amount) * BigInt(random.int(1, 90_000))) });
    case "digits-swapped": {
      const swapped = swap(amountOf(document));
      if (swapped === undefined || document.lines.length > 2) return undefined;
      return one({ lines: scaled(document, (amount) => sign(amount) * swapped) });
    }
    case "wrong-date":
      return one({ date: moveDay(document.date, random.pick([-3, -2, -1, 1, 2, 3, 10, 30])) });
    case "wrong-account": {
      const lines = [...document.lines];
      const line = random.int(0, lines.length - 1);
      const other = random.pick(place.accounts);
      if (lines.some(({ account }) => account === other)) return undefined;
      lines[line] = { account: other, amount: lines[line]?.amount ?? satang(0n) };
      return one({ lines });
    }
    case "missing":
      return { kind, archive: [document], rekeyed: [] };
    case "doubled":
      return {
        kind,
        archive: [document],
        rekeyed: [key(document), key(document, random.chance(0.5) ? {} : { number: newNumber(document, place) })],
      };
    case "renumbered":
      return one({ number: newNumber(document, place) });
    case "split": {
      if (document.lines.some(({ amount }) => amount < 2n && amount > -2n)) return undefined;
      const share = BigInt(random.int(20, 80));
      const first = scaled(document, (amount) => (amount * share) / 100n);
      const second = document.lines.map(({ account, amount }, line) => ({
        account,
        amount: satang(amount - (first[line]?.amount ?? 0n)),
      }));
      return {
        kind,
        archive: [document],
        rekeyed: [
          key(document, { lines: first }),
          key(document, { lines: second, number: newNumber(document, place) }),
        ],
      };
    }
    case "merged":
      return merge(place, document);
    case "five-equal":
      return makeEqual(place, document);
  }
}

function merge({ kind, at, archive, taken, key }: ErrorPlace, document: BookDocument): KnownError | undefined {
  const next = archive.findIndex(
    (other, index) =>
      index > at &&
      !taken.has(index) &&
      other.book === document.book &&
      other.date === document.date &&
      index < at + 20,
  );
  const other = archive[next];
  if (!other) return undefined;
  taken.add(next);
  const merged = key(document, { lines: [...document.lines, ...other.lines] });
  return { kind, archive: [document, other], rekeyed: [merged] };
}

/** Five documents of a week that say the same but for number and day, keyed again under new numbers. */
function makeEqual(place: ErrorPlace, document: BookDocument): KnownError | undefined {
  const { kind, at, archive, taken, key } = place;
  const group = archive
    .map((other, index) => ({ other, index }))
    .filter(
      ({ other, index }) =>
        index >= at &&
        index < at + 60 &&
        !taken.has(index) &&
        other.book === document.book &&
        moveDay(document.date, 5) >= other.date,
    )
    .slice(0, 5);
  if (group.length < 5) return undefined;
  const equal = group.map(({ other, index }) => {
    const same = { ...other, lines: document.lines, cells: document.cells, text: document.text };
    archive[index] = same;
    taken.add(index);
    return same;
  });
  return { kind, archive: equal, rekeyed: equal.map((one) => key(one, { number: newNumber(one, place) })) };
}

function scaled(document: BookDocument, change: (amount: bigint) => bigint): BookDocument["lines"] {
  return document.lines.map(({ account, amount }) => ({ account, amount: satang(change(amount)) }));
}

function sign(amount: bigint): bigint {
  return amount < 0n ? -1n : 1n;
}

function swap(amount: bigint): bigint | undefined {
  const digits = [...String(amount)];
  for (let at = 0; at + 1 < digits.length; at += 1) {
    const [left, right] = [digits[at], digits[at + 1]];
    if (left === right || (at === 0 && right === "0")) continue;
    digits[at] = right ?? "";
    digits[at + 1] = left ?? "";
    return BigInt(digits.join(""));
  }
  return undefined;
}

/** A number as the new system gives it: of the same series, far behind all others. */
function newNumber(document: BookDocument, { keyed }: ErrorPlace): string {
  return (document.number ?? "JV-1/67").replace(/\d+/, (digits) =>
    String(80_000 + keyed()).padStart(digits.length, "0"),
  );
}

function moveDay(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

function reword(document: BookDocument, { rewordedRate }: KeyingOptions, random: Random): string {
  return random.chance(rewordedRate) ? `${document.text.slice(0, 12)} (บันทึกย้อนหลัง)` : document.text;
}
