/** The names of the file formats, apart from their renderers: pages name formats without loading what draws them. */
export const FORMAT_IDS = ["pdf", "xlsx", "csv", "json"] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export function isFormatId(text: string): text is FormatId {
  return (FORMAT_IDS as readonly string[]).includes(text);
}

/** Formats of one report alone, made cell by cell like an export of New e-LAAS. */
export const OWN_FORMAT_IDS = ["xlsx-elaas"] as const;
export type OwnFormatId = (typeof OWN_FORMAT_IDS)[number];

const REPORT_OF: Readonly<Record<OwnFormatId, string>> = { "xlsx-elaas": "budget-remaining" };

export function ownFormatsOf(reportId: string): OwnFormatId[] {
  return OWN_FORMAT_IDS.filter((id) => REPORT_OF[id] === reportId);
}

/** Of every workbook (.xlsx), reports or not. */
export const EXCEL_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
