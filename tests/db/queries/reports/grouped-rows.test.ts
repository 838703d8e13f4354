/** Windows of grouped rows are held against the whole; the groups are longer than a batch, so that the edges of batches are among them. */
import { describe, expect, it } from "vitest";
import { groupedRows } from "@/db/queries/reports/grouped-rows";
import type { RowWindow } from "@/lib/reports/document";
import type { SourceRow } from "@/lib/reports/report-rows";

const COUNTS = [1, 4500, 0, 2000, 3];
const asked: RowWindow[] = [];
const report = groupedRows(
  COUNTS.map((count, group) => ({
    heading: { kind: "heading", cells: {}, text: `heading ${group}` },
    count,
    read: async (window) => {
      asked.push(window);
      const { offset, limit } = window;
      return Array.from({ length: Math.min(limit, count - offset) }, (_, number) =>
        entry(`${group}/${offset + number}`),
      );
    },
    subtotal: { kind: "subtotal", cells: {}, text: `sum ${group}` },
  })),
);
const WHOLE = COUNTS.flatMap((count, group) => [
  `heading ${group}`,
  ...Array.from({ length: count }, (_, number) => `${group}/${number}`),
  `sum ${group}`,
]);

function entry(text: string): SourceRow {
  return { kind: "entry", cells: {}, text };
}

async function texts(window?: RowWindow): Promise<(string | undefined)[]> {
  const all: (string | undefined)[] = [];
  for await (const row of report.rows(window)) all.push(row.text);
  return all;
}

describe("grouped rows", () => {
  it("stand whole below their headings and above their sums", async () => {
    expect(report.rowCount).toBe(WHOLE.length);
    expect(await texts()).toEqual(WHOLE);
  });

  it.each([1, 2, 3, 7, 1999, 2000, 2001])("give every window of %i rows as the whole has it", async (limit) => {
    for (let offset = 0; offset <= WHOLE.length; offset += Math.max(1, limit - 1) * 5)
      expect(await texts({ offset, limit })).toEqual(WHOLE.slice(offset, offset + limit));
    const end = WHOLE.length - 1;
    expect(await texts({ offset: end, limit })).toEqual(WHOLE.slice(end));
  });

  it("read no entry outside of the window", async () => {
    asked.length = 0;
    await texts({ offset: 10, limit: 5 });
    expect(asked).toEqual([{ offset: 6, limit: 5 }]);
    asked.length = 0;
    await texts({ offset: 0, limit: 1 });
    expect(asked).toEqual([]);
  });
});
