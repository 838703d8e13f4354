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

/** Whether the number lies from–to inclusive in the same series and year; a missing end is the other one. */
export function isInDocumentRange(text: string, from: string | null, to: string | null): boolean {
  const first = from ?? to;
  const last = to ?? from;
  if (first === null || last === null) return false;
  if (text === first || text === last) return true;
  const [number, start, end] = [readDocumentNumber(text), readDocumentNumber(first), readDocumentNumber(last)];
  if (!number || !start || !end) return false;
  const isSameSeries = number.series === start.series && number.ending === start.ending;
  return isSameSeries && number.running >= start.running && number.running <= end.running;
}
