/** Every report there is, of one LAO or of a province, as far as its definition tells: for help, names and history. */
import type { ReportDefinition } from "@/lib/reports/definition";
import { LAO_COMPARISONS, PROVINCE_COMPARISONS } from "./comparison-registry";
import { PROVINCE_REPORTS } from "./province-report-registry";
import { REKEYED_REPORTS } from "./rekeyed-reports";
import { REPORTS } from "./report-registry";

export const REPORT_DEFINITIONS: readonly ReportDefinition[] = [
  ...REPORTS,
  ...PROVINCE_REPORTS,
  ...LAO_COMPARISONS,
  ...REKEYED_REPORTS,
  ...PROVINCE_COMPARISONS,
].map(({ definition }) => definition);

export function reportTitleOf(id: string): string | undefined {
  return REPORT_DEFINITIONS.find((definition) => definition.id === id)?.title;
}
