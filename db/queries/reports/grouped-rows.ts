/** Rows in groups, each below a heading and above its sum, of a register that is too long for memory: only the entries of the asked window are read. */
import type { RowWindow } from "@/lib/reports/document";
import type { ReportRows, SourceRow } from "@/lib/reports/report-rows";

const ROWS_PER_BATCH = 2000;

export interface RowGroup {
  readonly heading: SourceRow;
  /** How many entries `read` has in all. */
  readonly count: number;
  /** Entries in an order that leaves no two of them equal, so that windows neither repeat nor lose one. */
  readonly read: (window: RowWindow) => Promise<readonly SourceRow[]>;
  readonly subtotal: SourceRow;
}

/** Each group has all months, so markers of what is missing stand in front of all of them. */
export function groupedRows(groups: readonly RowGroup[]): Pick<ReportRows, "rowCount" | "rows" | "place"> {
  const rowCount = groups.reduce((all, group) => all + group.count + 2, 0);
  return {
    rowCount,
    rows: async function* (window) {
      const from = window?.offset ?? 0;
      const until = Math.min(rowCount, window ? from + window.limit : rowCount);
      let start = 0;
      for (const { heading, count, read, subtotal } of groups) {
        const [first, end] = [start + 1, start + 1 + count];
        if (from <= start && start < until) yield heading;
        for (let at = Math.max(from, first); at < Math.min(until, end); at += ROWS_PER_BATCH)
          yield* await read({ offset: at - first, limit: Math.min(ROWS_PER_BATCH, Math.min(until, end) - at) });
        if (from <= end && end < until) yield subtotal;
        start = end + 1;
      }
    },
    place: async (places) => places.map(() => 0),
  };
}
