/** Rows of a short form that stands in memory whole: windows of it, and where markers go. A form has no order of records, so markers stand above or below it. */
import type { ReportRows, SourceRow } from "@/lib/reports/report-rows";

export function listedRows(rows: readonly SourceRow[]): Pick<ReportRows, "rowCount" | "rows" | "place"> {
  return {
    rowCount: rows.length,
    rows: async function* (window) {
      yield* rows.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    place: async (places) => places.map((place) => (place.at === "start-of-month" ? 0 : rows.length)),
  };
}
