/** The evidence of one partition: its state, every finding, the rows that could not be used, and the reports that rest on it. */
import { z } from "zod";
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

export interface ViewPartitionInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
  readonly module: string;
  /** `YYYY-MM`, either era. */
  readonly month: string;
}

export interface PartitionEvidence {
  readonly lao: Lao;
  readonly snapshot: SnapshotHead;
  readonly partition: Partition;
  readonly findings: readonly Finding[];
  /** More than are listed, where there are very many. */
  readonly findingCount: number;
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
  }),
  access: mustReadBooks,
  audit: (_input, { snapshot, lao }) => ({ type: "view-damage", snapshot: snapshot.id, lao: lao.code }),
  run: async ({ db, scope }, input) => {
    const head = await openLao(db, scope, input.lao, input.snapshot);
    const month = readMonth(input.month);
    const module = input.module;
    if (!month || !isModule(module))
      throw new AppError("not-found", "ไม่พบข้อมูลส่วนนี้ — โปรดเลือกจากแผนผังความเสียหายของหน่วยงาน");
    const place = { snapshotNo: head.snapshotNo, laoId: head.laoId, laoCode: head.lao.code };
    const [evidence, rows] = await Promise.all([
      partitionEvidence(db, scope, { ...place, modules: [module], months: [month] }),
      quarantinedRows(db, scope, { ...place, module, month, limit: QUARANTINED_ROWS_SHOWN }),
    ]);
    const [found] = evidence;
    if (!found) throw new AppError("not-found", "ไม่พบข้อมูลส่วนนี้ — โปรดเลือกจากแผนผังความเสียหายของหน่วยงาน");
    const { findings, findingCount, ...partition } = found;
    return {
      lao: head.lao,
      snapshot: head.snapshot,
      partition,
      findings,
      findingCount,
      quarantinedRows: rows,
      reports: reportsOn(module, month),
    };
  },
});

function reportsOn(module: Module, month: string): PartitionEvidence["reports"] {
  return REPORTS.filter(
    ({ definition }) =>
      definition.required.length === 0 && definition.tables.some((table) => moduleOfTable(table) === module),
  ).map(({ definition }) => ({ definition, link: { reportId: definition.id, params: { month } } }));
}
