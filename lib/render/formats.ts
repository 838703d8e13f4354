/** The file formats of a report, by the name that URLs and the command line have for them. */
import type { ReportDocument } from "@/lib/reports/document";
import { renderCsv } from "./csv/render-csv";
import { renderElaasRemaining } from "./excel/render-elaas-remaining";
import { renderExcel } from "./excel/render-excel";
import { EXCEL_MIME, type FormatId, isFormatId, type OwnFormatId, ownFormatsOf } from "./format-ids";
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
    mimeType: EXCEL_MIME,
    extension: "xlsx",
  },
  csv: { render: renderCsv, mimeType: "text/csv; charset=utf-8", extension: "csv" },
  json: { render: renderJson, mimeType: "application/json; charset=utf-8", extension: "json" },
};

const ownFormats: Record<OwnFormatId, Format> = {
  "xlsx-elaas": { render: renderElaasRemaining, mimeType: EXCEL_MIME, extension: "xlsx" },
};

/** One that every report has, or that this one has alone; undefined for any other name. */
export function findFormat(id: string, reportId: string): Format | undefined {
  if (isFormatId(id)) return formats[id];
  const own = ownFormatsOf(reportId).find((one) => one === id);
  return own && ownFormats[own];
}
