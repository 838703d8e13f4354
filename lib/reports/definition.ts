/** What a report is, as pure data: name, parameters, columns, signatures, help. Its rows come from the query of the same id in `db/queries/reports`. */
import type { Module } from "@/lib/office/office";
import type { ReportColumn } from "./document";

/** `month` or `from`/`to` or `date` choose the period; the others what is shown. All values are text, as in a URL. */
export type ParameterId = "month" | "from" | "to" | "date" | "account" | "entry" | "groups" | "q";

export interface ReportDefinition {
  /** One id everywhere: address, definition file, query file, tests, command line, audit log. Which there are, `lib/operations/report-registry` says. */
  readonly id: string;
  /** The name that accountants know it by. */
  readonly title: string;
  readonly module: Module;
  /** How the period is chosen: `month-or-date` a month or a day inside one; `range` a month or from–to; `document` none. */
  readonly period: "month-or-date" | "range" | "document";
  /** Besides the period. */
  readonly parameters: readonly ParameterId[];
  readonly required: readonly ParameterId[];
  readonly columns: readonly ReportColumn[];
  readonly landscape: boolean;
  readonly signatures: readonly string[];
  /** The printed form was not found: shown as «รูปแบบโดยประมาณ» (DOMAIN.md §3.3). */
  readonly isApproximateForm: boolean;
  readonly help: {
    readonly purpose: string;
    readonly restsOn: readonly string[];
    readonly agreesWith: string;
  };
}
