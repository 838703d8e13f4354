/**
 * Reports that hold two snapshots against each other, of an LAO and of a province. Shown and exported like every report, but neither listed nor bundled
 * with them: they need a second snapshot, and are reached from an office's home.
 */
import { queryProvinceComparison } from "@/db/queries/reports/province-comparison";
import { querySnapshotComparison } from "@/db/queries/reports/snapshot-comparison";
import { querySnapshotDifferences } from "@/db/queries/reports/snapshot-differences";
import { provinceComparison } from "@/lib/reports/definitions/province-comparison";
import { snapshotComparison } from "@/lib/reports/definitions/snapshot-comparison";
import { snapshotDifferences } from "@/lib/reports/definitions/snapshot-differences";
import type { RegisteredProvinceReport, RegisteredReport } from "./registered-report";

export const LAO_COMPARISONS: readonly RegisteredReport[] = [
  { definition: snapshotComparison, query: querySnapshotComparison },
  { definition: snapshotDifferences, query: querySnapshotDifferences },
];

export const PROVINCE_COMPARISONS: readonly RegisteredProvinceReport[] = [
  { definition: provinceComparison, query: queryProvinceComparison },
];
