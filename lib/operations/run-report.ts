/** Shows one page of a report, with whole-report totals, marks and notes. */
import { z } from "zod";
import type { DaySpan } from "@/lib/period/report-period";
import type { ReportDefinition } from "@/lib/reports/definition";
import type { ReportDocument, ReportRow, RowWindow } from "@/lib/reports/document";
import { defineOperation } from "./define-operation";
import { mayOpenReport, officeOf, openReport, paramsOf, type ReportRequest } from "./open-report";

const ROWS_PER_PAGE = 100;
const ROWS_PER_PAGE_MAX = 1000;

export interface RunReportInput extends ReportRequest {
  readonly window?: RowWindow | undefined;
}

export interface ReportPage {
  readonly definition: ReportDefinition;
  /** The days that the archive covers: what may be chosen. */
  readonly span: DaySpan;
  /** Its rows were read in a transaction that is over: `rows` below are those of the window. */
  readonly document: Omit<ReportDocument, "rows">;
  readonly rows: readonly ReportRow[];
  /** As served: a window past the end is moved to the last page. */
  readonly window: RowWindow;
}

export const runReport = defineOperation<RunReportInput, ReportPage>({
  name: "run-report",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20).optional(),
    province: z.string().max(8).optional(),
    reportId: z.string().max(64),
    params: z.record(z.string(), z.string().max(500)),
    window: z
      .object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(ROWS_PER_PAGE_MAX) })
      .optional(),
  }),
  access: mayOpenReport,
  audit: (_input, { document }) => ({
    type: "view-report",
    reportId: document.reportId,
    snapshot: document.snapshot.id,
    ...officeOf(document),
    params: paramsOf(document),
  }),
  run: async (run, input) => {
    const { definition, head, document } = await openReport(run, input);
    const { rows: readRows, ...shown } = document;
    const window = insideReport(input.window ?? { offset: 0, limit: ROWS_PER_PAGE }, document.rowCount);
    const rows: ReportRow[] = [];
    for await (const row of readRows(window)) rows.push(row);
    return { definition, span: head.span, document: shown, rows, window };
  },
});

function insideReport({ offset, limit }: RowWindow, rowCount: number): RowWindow {
  if (offset < rowCount) return { offset, limit };
  return { offset: Math.max(0, Math.floor((rowCount - 1) / limit) * limit), limit };
}
