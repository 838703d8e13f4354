/** Hands a whole report to whoever writes the file, inside the transaction that its rows are read in. */
import { z } from "zod";
import type { ReportDocument } from "@/lib/reports/document";
import { defineOperation, type Operation } from "./define-operation";
import { fileIssuer, type IssueFile } from "./issue-file";
import { mayOpenReport, officeOf, openReport, paramsOf, type ReportRequest } from "./open-report";

export interface ExportReportInput extends ReportRequest {
  /** Name of the file format, for the audit log; which bytes it means is the sink's business. */
  readonly format: string;
  /** Reads all rows it wants before it returns; the transaction ends with it. `issue` gives the file, with its code and on record. */
  readonly sink: (document: ReportDocument, issue: IssueFile) => Promise<void>;
}

export type ExportedReport = Pick<ReportDocument, "reportId" | "snapshot" | "place" | "parameters">;

/** A reader who hangs up has read what was sent until then: that is recorded like a whole export, and thrown afterwards. */
type Outcome = { readonly document: ExportedReport; readonly failure?: unknown };

const exportInTransaction = defineOperation<ExportReportInput, Outcome>({
  name: "export-report",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20).optional(),
    province: z.string().max(8).optional(),
    reportId: z.string().max(64),
    params: z.record(z.string(), z.string().max(500)),
    format: z.string().max(16),
    sink: z.custom<ExportReportInput["sink"]>((value) => typeof value === "function"),
  }),
  access: mayOpenReport,
  audit: ({ format }, { document }) => ({
    type: "export-report",
    reportId: document.reportId,
    snapshot: document.snapshot.id,
    ...officeOf(document),
    format,
    params: paramsOf(document),
  }),
  run: async (run, input) => {
    const { document } = await openReport(run, input);
    try {
      await input.sink(document, fileIssuer(run, document));
      return { document };
    } catch (failure) {
      return { document, failure };
    }
  },
});

/** Throws what the sink throws, after the export was recorded. */
export const exportReport: Operation<ExportReportInput, ExportedReport> = async (context, input) => {
  const outcome = await exportInTransaction(context, input);
  if ("failure" in outcome) throw outcome.failure;
  return outcome.document;
};
