/** The evidence of one partition: its state, every finding, the rows that could not be used, and the reports that rest on it. */
import { z } from "zod";
import { chartNames } from "@/db/queries/chart-names";
import { type DamageCell, laoDamage } from "@/db/queries/lao-damage";
import { partitionEvidence } from "@/db/queries/partition-findings";
import { type QuarantinedRow, quarantinedRows } from "@/db/queries/quarantined-rows";
import { mustReadBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import type { Finding } from "@/lib/finding/finding";
import type { Partition } from "@/lib/finding/partition-state";
import { isModule, type Lao, type Module } from "@/lib/office/office";
import { readMonth } from "@/lib/period/parse-period";
import type { ReportDefinition } from "@/lib/reports/definition";
import type { ReportLink, SnapshotHead } from "@/lib/reports/document";
import { moduleOfTable } from "@/lib/reports/reach";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";
import { REPORTS } from "./report-registry";

const QUARANTINED_ROWS_SHOWN = 200;
const FINDINGS_PER_PAGE = 25;

export interface ViewPartitionInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
  readonly module: string;
  /** `YYYY-MM`, either era. */
  readonly month: string;
  /** Page of the findings, from 1; a page past the end is moved to the last. */
  readonly page?: number | undefined;
}

export interface PartitionEvidence {
  readonly lao: Lao;
  readonly snapshot: SnapshotHead;
  readonly partition: Partition;
  /** What is missing from it, as the LAO's map says. */
  readonly cell: DamageCell;
  /** Of the page, each with what follows from it. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  readonly page: number;
  readonly findingsPerPage: number;
  /** Names of the accounts that the findings name. */
  readonly accountNames: ReadonlyMap<string, string>;
  /** The first of them; other LAOs' rows are told to administrators only. */
  readonly quarantinedRows: readonly QuarantinedRow[];
  /** Reports whose figures rest on this partition, with the month as parameter; those that need an account or a number are left to choose. */
  readonly reports: readonly { readonly definition: ReportDefinition; readonly link: ReportLink }[];
}

export const viewPartition = defineOperation<ViewPartitionInput, PartitionEvidence>({
  name: "view-partition",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20),
    module: z.string().max(20),
    month: z.string().max(20),
    page: z.number().int().min(1).optional(),
  }),
  access: mustReadBooks,
  audit: (_input, { snapshot, lao }) => ({ type: "view-damage", snapshot: snapshot.id, lao: lao.code }),
  run: async ({ db, scope }, input) => {
    const head = await openLao(db, scope, input.lao, input.snapshot);
    const month = readMonth(input.month);
    const module = input.module;
    if (!month || !isModule(module)) throw notFound();
    const place = { snapshotNo: head.snapshotNo, laoId: head.laoId, laoCode: head.lao.code };
    const read = (page: number) =>
      partitionEvidence(db, scope, {
        ...place,
        modules: [module],
        months: [month],
        window: { offset: (page - 1) * FINDINGS_PER_PAGE, limit: FINDINGS_PER_PAGE },
      });
    const [cells, rows] = await Promise.all([
      laoDamage(db, scope, place),
      quarantinedRows(db, scope, { ...place, module, month, limit: QUARANTINED_ROWS_SHOWN }),
    ]);
    const cell = cells.find((one) => one.module === module && one.month === month);
    if (!cell) throw notFound();
    const page = Math.min(input.page ?? 1, Math.max(1, Math.ceil(cell.findings / FINDINGS_PER_PAGE)));
    const [found] = await read(page);
    if (!found) throw notFound();
    const { findings, findingCount: _shown, ...partition } = found;
    const named = findings.flatMap((finding) => [finding, ...finding.consequences]).map(({ account }) => account);
    return {
      lao: head.lao,
      snapshot: head.snapshot,
      partition,
      cell,
      findings,
      findingCount: cell.findings,
      page,
      findingsPerPage: FINDINGS_PER_PAGE,
      accountNames: await chartNames(db, scope, {
        snapshotNo: head.snapshotNo,
        accounts: named.filter((account) => account !== null),
      }),
      quarantinedRows: rows,
      reports: reportsOn(module, month),
    };
  },
});

function notFound(): AppError {
  return new AppError("not-found", "ไม่พบข้อมูลส่วนนี้ — โปรดเลือกจากแผนผังความเสียหายของหน่วยงาน");
}

function reportsOn(module: Module, month: string): PartitionEvidence["reports"] {
  return REPORTS.filter(
    ({ definition }) =>
      !definition.isOverview &&
      definition.required.length === 0 &&
      definition.tables.some((table) => moduleOfTable(table) === module),
  ).map(({ definition }) => ({ definition, link: { reportId: definition.id, params: { month } } }));
}
