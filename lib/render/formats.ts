/** The file formats of a report, by the name that URLs and the command line have for them. */
import type { ReportDocument } from "@/lib/reports/document";
import { renderCsv } from "./csv/render-csv";
import { renderExcel } from "./excel/render-excel";
import type { FormatId } from "./format-ids";
import { renderJson } from "./json/render-json";
import { renderPdf } from "./pdf/render-pdf";

export interface Format {
  /** The file in pieces, made no faster than they are taken. */
  readonly render: (document: ReportDocument) => AsyncIterable<Uint8Array>;
  readonly mimeType: string;
  readonly extension: string;
}

export const formats: Record<FormatId, Format> = {
  pdf: { render: renderPdf, mimeType: "application/pdf", extension: "pdf" },
  xlsx: {
    render: (document) => renderExcel(document),
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
  },
  csv: { render: renderCsv, mimeType: "text/csv; charset=utf-8", extension: "csv" },
  json: { render: renderJson, mimeType: "application/json; charset=utf-8", extension: "json" },
};
