/** Numbers of documents in their five series: which stand in the books, which are missing between them, which do not belong there. */
import { readDocumentNumber } from "@/lib/ledger/document-number";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import type { BookIndex } from "./book-index";
import type { LaoEvidence, Series } from "./evidence";

export const SERIES: readonly Series[] = ["RV", "PV", "JV", "receipt", "treasury"];

export interface NumberedDocument {
  readonly no: string;
  readonly running: number;
  readonly month: Month;
  readonly date: IsoDate;
}

/** Missing from–to; a neighbour is undefined where the series begins or ends. */
export interface NumberGap {
  readonly series: Series;
  readonly from: number;
  readonly to: number;
  readonly before: NumberedDocument | undefined;
  readonly after: NumberedDocument | undefined;
}

export interface SeriesNumbers {
  readonly series: Series;
  readonly gaps: readonly NumberGap[];
  /** Documents whose number does not belong where it stands: changed, most likely, and the number that it had is missing. */
  readonly strays: readonly NumberedDocument[];
  /** Writes a running number as the series does. */
  readonly format: (running: number) => string;
  /** The running number of a document of this series and year; undefined for all others. */
  readonly read: (no: string) => number | undefined;
}

export function tableOf(series: Series): string {
  return series === "receipt" ? "receipts" : series === "treasury" ? "requisitions" : "journal";
}

const BEGINNINGS: Readonly<Record<Series, string>> = {
  RV: "RV-",
  PV: "PV-",
  JV: "JV-",
  receipt: "R-",
  treasury: "",
};

function documentsOf(series: Series, evidence: LaoEvidence): { no: string; month: Month; date: IsoDate }[] {
  if (series === "receipt") return evidence.receipts.map(({ receiptNo: no, month, date }) => ({ no, month, date }));
  if (series === "treasury")
    return evidence.requisitions.map(({ treasuryNo: no, month, paidDate: date }) => ({ no, month, date }));
  return evidence.entries
    .filter(({ entryNo }) => entryNo.startsWith(BEGINNINGS[series]))
    .map(({ entryNo: no, month, date }) => ({ no, month, date }));
}

/** Numbers by which other tables name documents of the series. */
function namesOf(series: Series, evidence: LaoEvidence, index: BookIndex): Iterable<string | null> {
  if (series === "RV") return index.receiptsByEntry.keys();
  if (series === "PV") return evidence.requisitions.map(({ entryNo, cancelled }) => (cancelled ? null : entryNo));
  if (series === "treasury") return [...index.paymentEntries.keys(), ...index.cheques.keys()];
  return [];
}

/** A jump beyond this many numbers, with few behind it, is a changed number rather than a loss. */
const JUMP = 50;
const FEW = 2;
/** Numbers that others name beyond the last belong to the series while they follow each other closely. */
const STEP = 5;

function commonEnding(endings: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const ending of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** Extends an end of the series by what others name there. */
function reach(from: number, direction: 1 | -1, named: readonly number[]): number {
  let end = from;
  for (const running of direction === 1 ? named : [...named].reverse()) {
    const step = (running - end) * direction;
    if (step > 0 && step <= STEP) end = running;
  }
  return end;
}

const numbersOf = new WeakMap<LaoEvidence, Map<Series, SeriesNumbers | undefined>>();

/** Undefined where no document of the series stands anywhere. Read once for all ties. */
export function readSeries(series: Series, evidence: LaoEvidence, index: BookIndex): SeriesNumbers | undefined {
  const known = numbersOf.get(evidence) ?? new Map<Series, SeriesNumbers | undefined>();
  numbersOf.set(evidence, known);
  if (!known.has(series)) known.set(series, findNumbers(series, evidence, index));
  return known.get(series);
}

function findNumbers(series: Series, evidence: LaoEvidence, index: BookIndex): SeriesNumbers | undefined {
  const beginning = BEGINNINGS[series];
  const parse = (no: string) => {
    const number = readDocumentNumber(no);
    return number?.series === beginning ? number : undefined;
  };
  const all: (NumberedDocument & { readonly ending: string })[] = [];
  for (const { no, month, date } of documentsOf(series, evidence)) {
    const number = parse(no);
    if (number) all.push({ no, month, date, running: number.running, ending: number.ending });
  }
  const ending = commonEnding(all.map((document) => document.ending));
  if (ending === undefined) return undefined;
  const digits = /\d+/.exec(all.find((document) => document.ending === ending)?.no ?? "")?.[0].length ?? 5;
  const strays: NumberedDocument[] = all.filter((document) => document.ending !== ending);
  const documents = all
    .filter((document) => document.ending === ending)
    .sort((left, right) => left.running - right.running || (left.month < right.month ? -1 : 1));
  const lastBefore = evidence.lastBefore.get(series);

  // numbers that were changed lie beyond an end of the series, apart from all others
  const cutEnds = (): void => {
    let end = documents.length;
    for (let at = end - 1; at > 0 && documents.length - at <= FEW; at -= 1)
      if ((documents[at]?.running ?? 0) - (documents[at - 1]?.running ?? 0) > JUMP) end = at;
    strays.push(...documents.splice(end));
    for (let at = 0; at < Math.min(FEW, documents.length - 1); at += 1) {
      const isBefore = lastBefore !== undefined && (documents[at]?.running ?? 0) <= lastBefore;
      const isApart = (documents[at + 1]?.running ?? 0) - (documents[at]?.running ?? 0) > JUMP;
      const isEarlier = (documents[at]?.month ?? "") <= (documents[at + 1]?.month ?? "");
      if (!isBefore && !(isApart && !isEarlier)) continue;
      strays.push(...documents.splice(0, at + 1));
      break;
    }
  };
  cutEnds();

  const read = (no: string): number | undefined => {
    const number = parse(no);
    return number?.ending === ending ? number.running : undefined;
  };
  const named = [...namesOf(series, evidence, index)]
    .flatMap((no) => (no === null ? [] : [read(no)]))
    .filter((running) => running !== undefined)
    .sort((left, right) => left - right);
  const [first, last] = [documents[0], documents.at(-1)];
  const gaps: NumberGap[] = [];
  if (first) {
    const start = lastBefore === undefined ? reach(first.running, -1, named) : lastBefore + 1;
    if (start < first.running)
      gaps.push({ series, from: start, to: first.running - 1, before: undefined, after: first });
  }
  documents.forEach((after, at) => {
    const before = documents[at - 1];
    if (before && after.running > before.running + 1)
      gaps.push({ series, from: before.running + 1, to: after.running - 1, before, after });
  });
  if (last) {
    const end = reach(last.running, 1, named);
    if (end > last.running) gaps.push({ series, from: last.running + 1, to: end, before: last, after: undefined });
  }
  return {
    series,
    gaps,
    strays,
    format: (running) => `${beginning}${String(running).padStart(digits, "0")}${ending}`,
    read,
  };
}

/** Whether a document that is not there can have borne that number: it is missing from the series, or not far from it. */
export function isNearSeries(series: Series, no: string, evidence: LaoEvidence, index: BookIndex): boolean {
  const numbers = readSeries(series, evidence, index);
  if (!numbers) return true;
  const running = numbers.read(no);
  if (running === undefined) return false;
  // the gaps stand in order: the nearest are the last that begins here or before, and the next
  let [low, high] = [0, numbers.gaps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers.gaps[middle]?.from ?? 0) <= running) low = middle + 1;
    else high = middle;
  }
  const beside = [numbers.gaps[low - 1], numbers.gaps[low]].filter((gap) => gap !== undefined);
  return beside.length === 0 || beside.some(({ from, to }) => running >= from - JUMP && running <= to + JUMP);
}
