/** Reports on all LAOs of a province: each a definition and the query of the same id. */
import { queryLaoProgress } from "@/db/queries/reports/lao-progress";
import { queryProvinceTrialBalance } from "@/db/queries/reports/province-trial-balance";
import type { ScopedDb } from "@/db/scoped";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import type { ReportDefinition } from "@/lib/reports/definition";
import { laoProgress } from "@/lib/reports/definitions/lao-progress";
import { provinceTrialBalance } from "@/lib/reports/definitions/province-trial-balance";
import type { ProvinceQueryParams, ReportRows } from "@/lib/reports/report-rows";

export interface RegisteredProvinceReport {
  readonly definition: ReportDefinition;
  readonly query: (db: ScopedDb, scope: Scope, params: ProvinceQueryParams) => Promise<ReportRows>;
}

/** In the order of the list on a province's page. */
export const PROVINCE_REPORTS: readonly RegisteredProvinceReport[] = [
  { definition: laoProgress, query: queryLaoProgress },
  { definition: provinceTrialBalance, query: queryProvinceTrialBalance },
];

/** Throws an AppError("not-found") that names the reports there are. */
export function getProvinceReport(id: string): RegisteredProvinceReport {
  const report = PROVINCE_REPORTS.find(({ definition }) => definition.id === id);
  if (report) return report;
  const known = PROVINCE_REPORTS.map(({ definition }) => `${definition.id} (${definition.title})`).join(", ");
  throw new AppError("not-found", `ไม่มีรายงานของจังหวัด «${id}» — รายงานที่มี: ${known}`);
}
