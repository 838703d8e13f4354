/** Where a found document is shown: the report that lists its kind, else the journal document that it was entered by. */
import type { FoundDocument } from "@/db/queries/search-documents";
import type { ReportLink } from "@/lib/reports/document";
import type { DocumentKind } from "@/lib/search/document-kind";
import { REPORTS } from "./report-registry";

type Shown = Pick<FoundDocument, "kind" | "number" | "month" | "entryNo">;

/** The parameter that is the document's own number, for forms of one document; the others are looked through in its month. */
const SHOWN_IN: Readonly<Record<DocumentKind, { readonly reportId: string; readonly number?: string }>> = {
  "journal-entry": { reportId: "journal-document", number: "entry" },
  receipt: { reportId: "receipt-details" },
  remittance: { reportId: "remittance", number: "remittance" },
  requisition: { reportId: "requisition", number: "requisition" },
  cheque: { reportId: "cheque-report" },
  loan: { reportId: "loan-register" },
  "budget-line": { reportId: "budget-remaining" },
  "budget-transfer": { reportId: "budget-transfers" },
  asset: { reportId: "asset-register" },
};

/** Null where no report shows it. */
export function documentLink({ kind, number, month, entryNo }: Shown): ReportLink | null {
  const place = SHOWN_IN[kind];
  if (REPORTS.some(({ definition }) => definition.id === place.reportId))
    return { reportId: place.reportId, params: place.number ? { [place.number]: number } : { month, q: number } };
  return entryNo === null ? null : { reportId: "journal-document", params: { entry: entryNo } };
}
