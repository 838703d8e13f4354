/** Hands one report of a bundle to whoever writes its files. Access is checked for each; `plan-lao-bundle` recorded them all. */
import { z } from "zod";
import { mustReadBooks } from "@/lib/access/checks";
import type { FileCode } from "@/lib/issued/file-code";
import type { ReportDocument } from "@/lib/reports/document";
import { defineOperation } from "./define-operation";
import { fileIssuer, type IssueFile } from "./issue-file";
import { openReport, type ReportRequest } from "./open-report";

export interface ExportBundleFileInput extends ReportRequest {
  /** Reads all rows it wants before it returns; the transaction ends with it. */
  readonly sink: (document: ReportDocument, issue: IssueFile) => Promise<void>;
  /** Told for tests only. */
  readonly newCode?: (() => FileCode) | undefined;
}

export const exportBundleFile = defineOperation<ExportBundleFileInput, void>({
  name: "export-bundle-file",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20),
    reportId: z.string().max(64),
    params: z.record(z.string(), z.string().max(500)),
    sink: z.custom<ExportBundleFileInput["sink"]>((value) => typeof value === "function"),
    newCode: z.custom<() => FileCode>((value) => typeof value === "function").optional(),
  }),
  access: mustReadBooks,
  audit: () => null,
  run: async (run, { sink, newCode, ...request }) => {
    const { document } = await openReport(run, request);
    await sink(document, fileIssuer(run, document, newCode));
  },
});
