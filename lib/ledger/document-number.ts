/** Document numbers: a series, a running part and an ending, e.g. `RV-` `00012` `/67`. Which document lies in which range is decided here. */

export interface DocumentNumber {
  readonly series: string;
  readonly running: number;
  readonly ending: string;
}

/** The first run of digits is the running part; undefined where there is none. */
export function readDocumentNumber(text: string): DocumentNumber | undefined {
  const match = /^(\D*)(\d{1,15})(.*)$/.exec(text);
  return match ? { series: match[1] ?? "", running: Number(match[2]), ending: match[3] ?? "" } : undefined;
}

/**
 * Whether the number lies from–to inclusive in the same series and year; a missing end is the other one. Rows of a book from a document of one series
 * to one of another hold numbers of the first from there on, and of the second up to there.
 */
export function isInDocumentRange(text: string, from: string | null, to: string | null): boolean {
  const range = readDocumentRange(from, to);
  return range !== undefined && liesInRange(readDocument(text), range);
}

/** A number and its parts, read once where it is asked of many ranges. */
export interface ReadDocument {
  readonly text: string;
  readonly number: DocumentNumber | undefined;
}

export interface DocumentRange {
  readonly first: ReadDocument;
  readonly last: ReadDocument;
}

export function readDocument(text: string): ReadDocument {
  return { text, number: readDocumentNumber(text) };
}

/** A missing end is the other one; undefined without any. */
export function readDocumentRange(from: string | null, to: string | null): DocumentRange | undefined {
  const [first, last] = [from ?? to, to ?? from];
  return first === null || last === null ? undefined : { first: readDocument(first), last: readDocument(last) };
}

export function liesInRange({ text, number }: ReadDocument, { first, last }: DocumentRange): boolean {
  if (text === first.text || text === last.text) return true;
  const [start, end] = [first.number, last.number];
  if (!number || !start || !end) return false;
  const isFrom = isSameSeries(number, start) && number.running >= start.running;
  const isTo = isSameSeries(number, end) && number.running <= end.running;
  return isSameSeries(start, end) ? isFrom && isTo : isFrom || isTo;
}

function isSameSeries(one: DocumentNumber, other: DocumentNumber): boolean {
  return one.series === other.series && one.ending === other.ending;
}

/** Whether both ends are numbers of one series and year, so that those between are known; a missing end is the other one. */
export function isOfOneSeries(from: string | null, to: string | null): boolean {
  const [start, end] = [from ?? to, to ?? from].map((no) => (no === null ? undefined : readDocumentNumber(no)));
  return start !== undefined && end !== undefined && isSameSeries(start, end);
}

/**
 * The same question asked of many numbers: whether one lies in any of the ranges, of which those over two series give their ends alone. The ranges are
 * sorted and joined once, so that thousands of numbers and thousands of ranges cost thousands of steps, not millions.
 */
export function inDocumentRanges(
  ranges: readonly { readonly docFrom: string | null; readonly docTo: string | null }[],
): (text: string) => boolean {
  const ends = new Set<string>();
  const bySeries = new Map<string, { from: number; to: number }[]>();
  for (const { docFrom, docTo } of ranges) {
    const [first, last] = [docFrom ?? docTo, docTo ?? docFrom];
    if (first === null || last === null) continue;
    ends.add(first).add(last);
    const [start, end] = [readDocumentNumber(first), readDocumentNumber(last)];
    if (!start || !end || !isSameSeries(start, end) || end.running < start.running) continue;
    const key = seriesKey(start);
    const spans = bySeries.get(key) ?? [];
    bySeries.set(key, spans);
    spans.push({ from: start.running, to: end.running });
  }
  for (const [key, spans] of bySeries) bySeries.set(key, joined(spans));
  return (text) => {
    if (ends.has(text)) return true;
    const number = readDocumentNumber(text);
    const spans = number && bySeries.get(seriesKey(number));
    if (!spans) return false;
    const span = spans[lastIndexUpTo(spans, number.running)];
    return span !== undefined && number.running <= span.to;
  };
}

function seriesKey({ series, ending }: DocumentNumber): string {
  return `${series}\n${ending}`;
}

/** Sorted, and overlapping spans made one. */
function joined(spans: readonly { readonly from: number; readonly to: number }[]): { from: number; to: number }[] {
  const whole: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const before = whole.at(-1);
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else whole.push({ ...span });
  }
  return whole;
}

/** Of spans sorted by their beginning the last that begins at `running` or before; -1 if none does. */
function lastIndexUpTo(spans: readonly { readonly from: number }[], running: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= running) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
