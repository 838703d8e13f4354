/** Rows of a report that stand in memory before they are shown: those of an LAO's re-keyed books. */
import type { ReportRows, SourceRow } from "@/lib/reports/report-rows";

/** An LAO has thousands of documents: they stand in memory for the matching, and each row is made when it is read. */
export function inMemory<Item>(
  items: readonly Item[],
  rowOf: (item: Item) => SourceRow,
): Pick<ReportRows, "rowCount" | "rows" | "place"> {
  return {
    rowCount: items.length,
    rows: async function* (window) {
      for (const item of items.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined))
        yield rowOf(item);
    },
    place: async (places) => places.map(() => items.length),
  };
}
