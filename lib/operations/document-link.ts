/** Where a found document is shown: the report that lists its kind, else the journal document that it was entered by. */
import type { FoundDocument } from "@/db/queries/search-documents";
import type { ReportLink } from "@/lib/reports/document";
import { REPORTS } from "./report-registry";

type Shown = Pick<FoundDocument, "kind" | "number" | "month" | "entryNo">;

/** Null where no report shows it. */
export function documentLink({ kind, number, month, entryNo }: Shown): ReportLink | null {
  const report = REPORTS.find(({ definition }) => definition.showsDocuments?.includes(kind))?.definition;
  if (report?.parameters.includes("entry")) return { reportId: report.id, params: { entry: number } };
  if (report)
    return { reportId: report.id, params: { month, ...(report.parameters.includes("q") ? { q: number } : {}) } };
  return entryNo === null ? null : { reportId: "journal-document", params: { entry: entryNo } };
}
