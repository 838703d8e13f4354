/** Reports on all LAOs of a province, some of the nation's too: each a definition and the query of the same id. */
import { queryDamageRanking } from "@/db/queries/reports/damage-ranking";
import { queryLaoProgress } from "@/db/queries/reports/lao-progress";
import { queryProvinceTrialBalance } from "@/db/queries/reports/province-trial-balance";
import { AppError } from "@/lib/errors/app-error";
import { damageRanking } from "@/lib/reports/definitions/damage-ranking";
import { laoProgress } from "@/lib/reports/definitions/lao-progress";
import { provinceTrialBalance } from "@/lib/reports/definitions/province-trial-balance";
import { PROVINCE_COMPARISONS } from "./comparison-registry";
import type { RegisteredProvinceReport } from "./registered-report";

/** In the order of the list on a province's page. */
export const PROVINCE_REPORTS: readonly RegisteredProvinceReport[] = [
  { definition: laoProgress, query: queryLaoProgress, isOfNationToo: true },
  { definition: damageRanking, query: queryDamageRanking, isOfNationToo: true },
  { definition: provinceTrialBalance, query: queryProvinceTrialBalance },
];

/** Throws an AppError("not-found") that names the reports there are. */
export function getProvinceReport(id: string): RegisteredProvinceReport {
  const report = [...PROVINCE_REPORTS, ...PROVINCE_COMPARISONS].find(({ definition }) => definition.id === id);
  if (report) return report;
  const known = PROVINCE_REPORTS.map(({ definition }) => `${definition.id} (${definition.title})`).join(", ");
  throw new AppError("not-found", `ไม่มีรายงานของจังหวัด «${id}» — รายงานที่มี: ${known}`);
}
