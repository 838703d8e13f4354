/** Which reports a finding touches, each with the parameters and the place that lead to where it is seen. */
import type { Finding } from "@/lib/finding/finding";
import { parseAccountCode } from "@/lib/ledger/account-code";
import type { Month } from "@/lib/period/month";
import type { ParameterId, ReportDefinition } from "./definition";
import { moduleOfTable } from "./reach";
import type { MarkerPlace } from "./report-rows";
import { sayRowPlace } from "./row-place";

export interface AffectedReport {
  readonly definition: ReportDefinition;
  /** Parameters of the report, and `at`, the place inside it: as in the address of its page. */
  readonly params: Readonly<Record<string, string>>;
}

/** What is shown to nobody outside the administration touches no report. */
const TOUCHES_NOTHING: readonly Finding["code"][] = ["row/foreign", "file/unlisted"];

/**
 * In the order of the definitions. A report that needs something which the finding does not name (an account, a document that was read)
 * is left out: it cannot be opened at the place.
 */
export function affectedReports(finding: Finding, definitions: readonly ReportDefinition[]): AffectedReport[] {
  const { month } = finding;
  if (month === null || TOUCHES_NOTHING.includes(finding.code)) return [];
  return definitions.flatMap((definition) => {
    if (definition.isOverview || !showsTable(definition, finding) || !showsDocument(definition, finding)) return [];
    const params = paramsFor(definition, finding, month);
    if (!params) return [];
    const place = placeOf(definition, finding, month);
    return [{ definition, params: place ? { ...params, at: sayRowPlace(place) } : params }];
  });
}

/** A finding that names no table concerns all of its module. */
function showsTable({ tables }: ReportDefinition, { table, module }: Finding): boolean {
  if (table !== null) return tables.includes(table);
  return tables.some((one) => moduleOfTable(one) === module);
}

function showsDocument({ documents }: ReportDefinition, { docFrom, docTo, code }: Finding): boolean {
  const doc = docFrom ?? docTo;
  return documents === undefined || doc === null || code.startsWith("file/") || doc.startsWith(documents);
}

function paramsFor(definition: ReportDefinition, finding: Finding, month: Month): Record<string, string> | undefined {
  const params: Record<string, string> = definition.period === "document" ? {} : { month };
  for (const id of definition.required) {
    const value = valueFor(id, finding);
    if (value === null) return undefined;
    params[id] = value;
  }
  return params;
}

/** Tables of documents by the parameter that opens one of them. */
const DOCUMENT_TABLES: Readonly<Partial<Record<ParameterId, readonly string[]>>> = {
  entry: ["journal"],
  receipt: ["receipts"],
  requisition: ["requisitions", "cheques"],
  contract: ["loans"],
};

function valueFor(id: ParameterId, finding: Finding): string | null {
  const { account, docFrom, table, code } = finding;
  if (id === "account") return account !== null && parseAccountCode(account) !== undefined ? account : null;
  if (id === "code") return account;
  // A number that is missing has no document to open; a file's damage only names the last one that was read.
  const hasDocument = code !== "tie/number-gap" && !code.startsWith("file/");
  return hasDocument && table !== null && DOCUMENT_TABLES[id]?.includes(table) ? docFrom : null;
}

/** Only rows of the report's first table have places of their own. */
function placeOf(definition: ReportDefinition, finding: Finding, month: Month): MarkerPlace | undefined {
  const { code, docFrom, docTo, rowFrom, rowTo, table } = finding;
  if (definition.period === "document" || table === null || table !== definition.tables[0]) return undefined;
  const doc = code === "tie/number-gap" ? (docTo ?? docFrom) : docFrom;
  if (code === "file/truncated") return { at: "end-of-month", month };
  if (code.startsWith("row/") || code === "file/corrupt") {
    // Before the first row further down: the marker of a record that could not be read, or the record itself.
    const row = code === "row/text" ? rowFrom && rowFrom - 1 : (rowTo ?? rowFrom);
    if (row !== null) return { at: "row", month, rowNo: row };
  }
  return doc === null ? undefined : { at: "document", month, doc };
}
