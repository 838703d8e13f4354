/** Rows of a report that stand in memory, since an LAO has hundreds of them and not hundreds of thousands: pages of them, and places for markers. */
import { readDocumentNumber } from "@/lib/ledger/document-number";
import type { MarkerPlace, ReportRows, SourceRow } from "@/lib/reports/report-rows";

/**
 * Rows in the order of time have markers where the missing ones stood; rows in groups, each with all months, have them in front.
 * A row of a heading stays with the rows below it, and a sum with those above.
 */
export function orderedRows(
  rows: readonly SourceRow[],
  order: "by-time" | "in-groups" = "by-time",
): Pick<ReportRows, "rowCount" | "rows" | "place"> {
  return {
    rowCount: rows.length,
    rows: async function* (window) {
      yield* rows.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    place: async (places) => places.map((place) => (order === "in-groups" ? 0 : rankOf(place, rows))),
  };
}

function rankOf(place: MarkerPlace, rows: readonly SourceRow[]): number {
  const next = rows.findIndex((row) => row.kind === "entry" && row.origin && comesAfter(row.origin, place));
  if (next === -1) return rows.length;
  let rank = next;
  while (rank > 0 && (rows[rank - 1]?.kind === "heading" || rows[rank - 1]?.kind === "group")) rank -= 1;
  return rank;
}

function comesAfter(origin: NonNullable<SourceRow["origin"]>, place: MarkerPlace): boolean {
  if (origin.month !== place.month) return origin.month > place.month;
  if (place.at === "start-of-month") return true;
  if (place.at === "row") return (origin.rowNo ?? 0) > place.rowNo;
  if (place.at === "end-of-month") return false;
  const [own, missing] = [readDocumentNumber(origin.doc ?? ""), readDocumentNumber(place.doc)];
  return own?.series === missing?.series && (own?.running ?? 0) > (missing?.running ?? 0);
}
