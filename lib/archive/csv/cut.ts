/** Where a file's text was interrupted or went wrong: the rows concerned, and the documents that stand on either side. */
import type { FindingCode } from "@/lib/finding/finding";
import { type CarefulContext, orderedCells, rowLandmarks } from "./careful-row";
import { INCOMPLETE, type SplitOptions, splitRow } from "./split-row";

export interface Cut {
  readonly code: FindingCode;
  /** Null where nothing tells which rows it is. */
  readonly rowFrom: number | null;
  readonly rowTo: number | null;
  /** Rows that it made unreadable, of those that were read; null if none is known. */
  readonly count: number | null;
  readonly docBefore: string | null;
  readonly dateBefore: string | null;
  docAfter: string | null;
  dateAfter: string | null;
}

export interface Landmarks {
  readonly doc: string | null;
  readonly date: string | null;
}

export const NO_LANDMARKS: Landmarks = { doc: null, date: null };

/** Document and date of the row that begins there, as far as they can be read. */
export function landmarksAt(context: CarefulContext, options: SplitOptions, from: number): Landmarks {
  const row = splitRow({ ...options, isFinal: true }, from);
  const cells = row === INCOMPLETE ? undefined : orderedCells(context, options.src, row, options.columnCount);
  return cells ? rowLandmarks(context, cells) : NO_LANDMARKS;
}

/** The same of the last readable row from there on. */
export function lastLandmarks(context: CarefulContext, options: SplitOptions, from: number): Landmarks {
  let found = NO_LANDMARKS;
  for (let at = from; at < options.end; ) {
    const row = splitRow(options, at);
    if (row === INCOMPLETE) break;
    const landmarks = landmarksAt(context, options, at);
    if (landmarks.doc !== null || landmarks.date !== null) found = landmarks;
    at = row.next;
  }
  return found;
}
