/** Finds the findings that point at a row, by its record or its document number, in about the same time however many there are. */
import type { Finding } from "@/lib/finding/finding";
import { isInDocumentRange } from "@/lib/ledger/document-number";
import type { DamageNote } from "./document";
import type { RowOrigin } from "./report-rows";

export interface Pointer {
  readonly note: DamageNote;
  readonly finding: Finding;
}

/** Ranges wider than this are asked one by one: they are few, and listing their records would not be. */
const LISTED_RECORDS_MAX = 100;

export function indexPointers(pointers: readonly Pointer[]): (origin: RowOrigin) => readonly Pointer[] {
  const byPlace = new Map<string, Pointer[]>();
  const wide: Pointer[] = [];
  const list = (key: string, pointer: Pointer) => {
    const known = byPlace.get(key);
    if (known) known.push(pointer);
    else byPlace.set(key, [pointer]);
  };
  for (const pointer of pointers) {
    const { rowFrom, docFrom } = pointer.finding;
    const month = pointer.note.partition.month;
    const rowTo = pointer.finding.rowTo ?? rowFrom;
    const docTo = pointer.finding.docTo ?? docFrom;
    const isNarrow = (rowFrom === null || rowTo === null || rowTo - rowFrom < LISTED_RECORDS_MAX) && docFrom === docTo;
    if (!isNarrow) {
      wide.push(pointer);
      continue;
    }
    if (rowFrom !== null && rowTo !== null)
      for (let row = rowFrom; row <= rowTo; row++) list(`${month} row ${row}`, pointer);
    if (docFrom !== null) list(`${month} document ${docFrom}`, pointer);
  }
  return (origin) => {
    const { month, rowNo, doc } = origin;
    const found = new Set([
      ...((rowNo === null ? undefined : byPlace.get(`${month} row ${rowNo}`)) ?? []),
      ...((doc === null ? undefined : byPlace.get(`${month} document ${doc}`)) ?? []),
      ...wide.filter((pointer) => isInside(pointer, origin)),
    ]);
    return [...found];
  };
}

function isInside({ note, finding }: Pointer, { month, rowNo, doc }: RowOrigin): boolean {
  if (note.partition.month !== month) return false;
  const { rowFrom, rowTo } = finding;
  if (rowNo !== null && rowFrom !== null && rowNo >= rowFrom && rowNo <= (rowTo ?? rowFrom)) return true;
  return doc !== null && isInDocumentRange(doc, finding.docFrom, finding.docTo);
}
