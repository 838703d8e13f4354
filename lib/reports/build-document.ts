/** Puts a report together: definition, rows, damage. All marks, marker rows and total kinds come from here, whatever the report is. */
import type { Lao } from "@/lib/office/office";
import { formatPeriod } from "@/lib/period/report-period";
import type { DamagedPartition } from "./damage-evidence";
import { type DamageMarks, decideMarks, markTotal, UNMARKED } from "./damage-marks";
import { buildDamageNotes } from "./damage-notes";
import type { ReportDefinition } from "./definition";
import type { DamageNote, ReportDocument, ReportRow, RowWindow } from "./document";
import { type Marker, makeMarkers } from "./missing-rows";
import { describeInput, type ReportInput } from "./report-input";
import type { MarkerPlace, ProvinceHead, ReportHead, ReportRows, SourceRow } from "./report-rows";

export interface DocumentParts {
  readonly definition: ReportDefinition;
  readonly head: ReportHead | ProvinceHead;
  readonly input: ReportInput;
  readonly source: ReportRows;
  /** Damaged partitions among those in `source.reach`. */
  readonly damage: readonly DamagedPartition[];
  readonly printedAt: Date;
  readonly printedBy: string;
}

/** The rows stay with the transaction that they are read in: read them before it ends. */
export async function buildDocument(parts: DocumentParts): Promise<ReportDocument> {
  const { definition, head, input, source } = parts;
  const notes = buildDamageNotes(parts.damage, source.reach, laosOf(head));
  // What tells of the damage itself does not rest on damaged data.
  const columns = source.columns ?? definition.columns;
  const marks = definition.isOverview ? UNMARKED : decideMarks(columns, notes, source.reach);
  // What was looked for is a choice of rows that were read: nothing is missing between two of them.
  // A sum over several LAOs has no place where the rows of one are missing; its notes name the LAO.
  const isPlaced = !input.find && !definition.isOverview && !("laos" in head);
  const markers = isPlaced ? await placeRows(notes, source, definition) : [];
  return {
    reportId: definition.id,
    title: definition.title,
    period: source.period ?? formatPeriod(input.period),
    place: "lao" in head ? head.lao : head.province,
    snapshot: head.snapshot,
    parameters: describeInput(definition, input),
    fields: source.fields,
    columns,
    rowCount: source.rowCount + markers.length,
    rows: (window) => mergeRows(source, markers, marks, window),
    totals: source.totals.map((total) => markTotal(total, marks)),
    notes,
    proof: source.proof,
    absences: [...(definition.absences ?? []), ...(source.absences ?? [])],
    ...(source.amountInWords === undefined ? {} : { amountInWords: source.amountInWords }),
    signatures: definition.signatures,
    isApproximateForm: definition.isApproximateForm,
    ...(definition.isOverview && "laos" in head ? { damageIsInRows: true } : {}),
    printedAt: parts.printedAt,
    printedBy: parts.printedBy,
  };
}

/** Notes of a report on several LAOs say which of them they are about. */
function laosOf(head: ReportHead | ProvinceHead): readonly Lao[] {
  return "laos" in head ? head.laos : [];
}

/** Number, from 0, of the row at a place: the marker that stands there, or the row that follows. */
export async function locateRow(
  parts: Omit<DocumentParts, "printedAt" | "printedBy">,
  place: MarkerPlace,
): Promise<number> {
  const { definition, head, input, source } = parts;
  const notes = buildDamageNotes(parts.damage, source.reach, laosOf(head));
  const markers = input.find || "laos" in head ? [] : await placeRows(notes, source, definition);
  const [rank = 0] = await source.place([place]);
  const row = rank + markers.filter((placed) => placed.rank < rank).length;
  return Math.max(0, Math.min(row, source.rowCount + markers.length - 1));
}

/** A row that the source does not have: a marker, or an amount that was proved. */
interface PlacedRow {
  readonly row: ReportRow;
  /** How many rows of the source stand before it. */
  readonly rank: number;
}

/** Where several stand at one place: what is missing, by its notes, then what is proved of it. */
async function placeRows(
  notes: readonly DamageNote[],
  source: ReportRows,
  definition: ReportDefinition,
): Promise<PlacedRow[]> {
  const markers = makeMarkers(notes, source).sort((a, b) => a.note.number - b.note.number);
  const inserted = [
    ...markers.map((marker) => ({ place: marker.place, row: markerRow(marker, definition) })),
    ...(source.provedRows ?? []),
  ];
  if (inserted.length === 0) return [];
  const ranks = await source.place(inserted.map(({ place }) => place));
  return inserted
    .map(({ row }, index) => ({ row, rank: ranks[index] ?? source.rowCount }))
    .sort((a, b) => a.rank - b.rank);
}

async function* mergeRows(
  source: ReportRows,
  markers: readonly PlacedRow[],
  marks: DamageMarks,
  window: RowWindow | undefined,
): AsyncGenerator<ReportRow> {
  const from = window?.offset ?? 0;
  const until = Math.min(source.rowCount + markers.length, window ? from + window.limit : Number.POSITIVE_INFINITY);
  // Marker number i stands at place rank + i of the merged rows.
  let next = markers.findIndex((placed, index) => placed.rank + index >= from);
  if (next === -1) next = markers.length;
  let place = from;
  const first = from - next;
  const sourceLimit =
    until - from - markers.filter((placed, index) => index >= next && placed.rank + index < until).length;
  const rows = sourceLimit > 0 ? source.rows({ offset: first, limit: sourceLimit }) : [];
  for await (const row of rows) {
    for (; next < markers.length && (markers[next]?.rank ?? 0) + next === place; next += 1, place += 1) {
      const placed = markers[next];
      if (placed) yield placed.row;
    }
    yield marked(row, marks);
    place += 1;
  }
  for (; next < markers.length && place < until; next += 1, place += 1) {
    const placed = markers[next];
    if (placed) yield placed.row;
  }
}

function marked(row: SourceRow, marks: DamageMarks): ReportRow {
  const { origin: _origin, tables: _tables, unconfirmed: _unconfirmed, ...shown } = row;
  const found = marks.ofRow(row);
  return found ? { ...shown, marks: found } : shown;
}

function markerRow(marker: Marker, definition: ReportDefinition): ReportRow {
  const { state, number } = marker.note;
  const column = definition.columns[0]?.id;
  const row: ReportRow = { kind: "missing", cells: {}, text: marker.text };
  if (state === "intact" || state === "empty" || !column) return row;
  return { ...row, marks: { [column]: { state, notes: [number] } } };
}
