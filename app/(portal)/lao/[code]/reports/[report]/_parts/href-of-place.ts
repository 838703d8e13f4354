/** Where `at` in an address leads: the page of the report that holds the place, at its row. */
import { href } from "@/app/_ui/href";
import type { OperationContext } from "@/lib/operations/define-operation";
import { locateReportRow } from "@/lib/operations/locate-report-row";
import { ROWS_PER_PAGE } from "./open-report-view";

interface Place {
  readonly path: string;
  readonly lao: string;
  readonly reportId: string;
  readonly query: Readonly<Record<string, string>>;
  readonly at: string;
  readonly trail: readonly string[];
}

export async function hrefOfPlace(context: OperationContext, place: Place): Promise<string> {
  const { path, lao, reportId, query, at, trail } = place;
  const { snapshot, page: _page, at: _at, ...params } = query;
  const row = await locateReportRow(context, { lao, reportId, snapshot, params, at });
  const onward = { ...params, snapshot, back: trail };
  if (row === null) return href(path, onward);
  const page = Math.floor(row / ROWS_PER_PAGE) + 1;
  return href(path, { ...onward, page: page === 1 ? "" : String(page) }, `row-${row + 1}`);
}
