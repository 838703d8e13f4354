/** Builds a report's document inside the caller's transaction: the part that viewing and exporting share. */
import { damagedPartitions } from "@/db/queries/partition-findings";
import { buildDocument, type DocumentParts } from "@/lib/reports/build-document";
import type { ReportDefinition } from "@/lib/reports/definition";
import type { ReportDocument } from "@/lib/reports/document";
import { modulesOfReach, monthsOfReach } from "@/lib/reports/reach";
import { parseReportInput } from "@/lib/reports/report-input";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { OperationRun } from "./define-operation";
import { openLao } from "./open-lao";
import { getReport } from "./report-registry";

export interface ReportRequest {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  /** LAO code, 8 digits. */
  readonly lao: string;
  readonly reportId: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface OpenReport {
  readonly definition: ReportDefinition;
  readonly head: ReportHead;
  readonly document: ReportDocument;
}

export async function openReport(run: OperationRun, request: ReportRequest): Promise<OpenReport> {
  const parts = await readReport(run, request);
  const document = await buildDocument({ ...parts, printedAt: run.now, printedBy: run.actor.name });
  return { definition: parts.definition, head: parts.head, document };
}

/** What a document is put together from: the rows stay with the transaction. */
export async function readReport(
  { db, scope }: OperationRun,
  request: ReportRequest,
): Promise<Omit<DocumentParts, "printedAt" | "printedBy">> {
  const { definition, query } = getReport(request.reportId);
  const head = await openLao(db, scope, request.lao, request.snapshot);
  const input = parseReportInput(definition, request.params, head.span);
  const source = await query(db, scope, { head, input });
  const damage = await damagedPartitions(db, scope, {
    snapshotNo: head.snapshotNo,
    laoId: head.laoId,
    laoCode: head.lao.code,
    modules: modulesOfReach(source.reach),
    months: monthsOfReach(source.reach),
  });
  return { definition, head, input, source, damage };
}

/** The parameters in one spelling, for the audit log. */
export function paramsOf(document: Pick<ReportDocument, "parameters">): Record<string, string> {
  return Object.fromEntries(document.parameters.map((parameter) => [parameter.id, parameter.value]));
}
