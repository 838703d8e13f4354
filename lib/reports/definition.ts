/** What a report is, as pure data: name, parameters, columns, signatures, help. Its rows come from the query of the same id in `db/queries/reports`. */

import { MODULES } from "@/lib/office/office";
import type { PeriodChoice } from "@/lib/period/parse-period";
import type { ChoiceSource } from "./choice-source";
import type { ReportColumn } from "./document";
import type { ChoiceId } from "./parameter-choices";

/** `period` or `month` or `from`/`to` or `date` choose the period; the others what is shown. All values are text, as in a URL. */
export type ParameterId = "month" | "from" | "to" | "date" | "account" | "entry" | "groups" | "q" | ChoiceId;

/** Groups of the report list, in its order: the modules of e-LAAS, and reports for those who oversee many offices. */
export const REPORT_GROUPS = [...MODULES, "oversight"] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

export interface ReportDefinition {
  /** One id everywhere: address, definition file, query file, tests, command line, audit log. Which there are, `lib/operations/report-registry` says. */
  readonly id: string;
  /** The name that accountants know it by. */
  readonly title: string;
  /** Other usual names and abbreviations, by which it is found in the list of reports. */
  readonly alsoKnownAs?: readonly string[];
  /** Where it stands in the report list; what its figures rest on, `tables` says. */
  readonly module: ReportGroup;
  /** Every table of the archive that its figures can rest on, whatever the parameters; the query's reach says which of them do. */
  readonly tables: readonly string[];
  /** Tells of the state of the parts themselves, not of what stands in them: no marker rows, and no finding leads to it. */
  readonly isOverview?: true;
  /** Only documents whose numbers begin so are shown, e.g. `RV-`. */
  readonly documents?: string;
  /** How the period is chosen (`PeriodChoice`); `document` for a report that has none. */
  readonly period: PeriodChoice | "document";
  /** Besides the period. */
  readonly parameters: readonly ParameterId[];
  readonly required: readonly ParameterId[];
  /** Where the form finds what can be chosen, for parameters whose own source is not meant or that have none. */
  readonly choices?: Readonly<Partial<Record<ChoiceId, ChoiceSource>>>;
  readonly columns: readonly ReportColumn[];
  readonly landscape: boolean;
  readonly signatures: readonly string[];
  /** The printed form was not found: shown as «รูปแบบโดยประมาณ» (DOMAIN.md §3.3). */
  readonly isApproximateForm: boolean;
  /** What the form has and the archive does not hold, a sentence each: shown above the table. */
  readonly absences?: readonly string[];
  readonly help: {
    readonly purpose: string;
    readonly restsOn: readonly string[];
    readonly agreesWith: string;
  };
}
