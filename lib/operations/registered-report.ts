/** A report that can be asked for: its definition and the query of the same id, of one LAO or of a province. */
import type { ScopedDb } from "@/db/scoped";
import type { Scope } from "@/lib/access/scope";
import type { ReportDefinition } from "@/lib/reports/definition";
import type { ProvinceQueryParams, ReportQueryParams, ReportRows } from "@/lib/reports/report-rows";

export interface RegisteredReport {
  readonly definition: ReportDefinition;
  readonly query: (db: ScopedDb, scope: Scope, params: ReportQueryParams) => Promise<ReportRows>;
}

export interface RegisteredProvinceReport {
  readonly definition: ReportDefinition;
  readonly query: (db: ScopedDb, scope: Scope, params: ProvinceQueryParams) => Promise<ReportRows>;
  /** Can be asked of all LAOs of the nation as well, in the place of a province (`NATION`). */
  readonly isOfNationToo?: true;
}
