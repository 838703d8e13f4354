/** Builds a report's document inside the caller's transaction: the part that viewing and exporting share. */
import { damagedPartitions } from "@/db/queries/partition-findings";
import { provinceDamage } from "@/db/queries/province-damage";
import type { Actor } from "@/lib/access/actor";
import { mustOverseeLaos, mustReadBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { isLao, NATION } from "@/lib/office/place";
import { buildDocument, type DocumentParts } from "@/lib/reports/build-document";
import type { ReportDefinition } from "@/lib/reports/definition";
import type { ReportDocument } from "@/lib/reports/document";
import { modulesOfReach, monthsOfReach } from "@/lib/reports/reach";
import { parseReportInput } from "@/lib/reports/report-input";
import type { ProvinceHead, ReportHead } from "@/lib/reports/report-rows";
import type { OperationRun } from "./define-operation";
import { openLao } from "./open-lao";
import { openProvince } from "./open-province";
import { getProvinceReport } from "./province-report-registry";
import { getReport } from "./report-registry";

export interface ReportRequest {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  /** LAO code, 8 digits. */
  readonly lao?: string | undefined;
  /** Instead of `lao`: code of a province, for reports on all its LAOs. */
  readonly province?: string | undefined;
  readonly reportId: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface OpenReport {
  readonly definition: ReportDefinition;
  readonly head: ReportHead | ProvinceHead;
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
  if (request.province !== undefined) return readProvinceReport({ db, scope }, request, request.province);
  const { definition, query } = getReport(request.reportId);
  const head = await openLao(db, scope, request.lao ?? "", request.snapshot);
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

async function readProvinceReport(
  { db, scope }: Pick<OperationRun, "db" | "scope">,
  request: ReportRequest,
  provinceCode: string,
): Promise<Omit<DocumentParts, "printedAt" | "printedBy">> {
  const { definition, query, isOfNationToo } = getProvinceReport(request.reportId);
  if (provinceCode === NATION.provinceCode && !isOfNationToo)
    throw new AppError("not-found", `รายงาน «${definition.title}» ออกได้ทีละจังหวัด — โปรดเลือกจังหวัด`);
  const head = await openProvince(db, scope, provinceCode, request.snapshot);
  const input = parseReportInput(definition, request.params, head.span);
  const source = await query(db, scope, { head, input });
  // An overview of many LAOs says in its rows how their data stands.
  const damage = definition.isOverview
    ? []
    : await provinceDamage(db, scope, {
        snapshotNo: head.snapshotNo,
        laos: head.laos,
        modules: modulesOfReach(source.reach),
        months: monthsOfReach(source.reach),
      });
  return { definition, head, input, source, damage };
}

/** Who may: a report on a province's LAOs is for those who oversee them. Throws AppError("access/forbidden"). */
export function mayOpenReport(actor: Actor, { province }: Pick<ReportRequest, "province">): void {
  if (province === undefined) mustReadBooks(actor);
  else mustOverseeLaos(actor);
}

/** Whose report it is, for the audit log. */
export function officeOf({ place }: Pick<ReportDocument, "place">): {
  readonly lao: string;
  readonly province?: string;
} {
  return isLao(place) ? { lao: place.code } : { lao: "", province: place.provinceCode };
}

/** The parameters in one spelling, for the audit log. */
export function paramsOf(document: Pick<ReportDocument, "parameters">): Record<string, string> {
  return Object.fromEntries(document.parameters.map((parameter) => [parameter.id, parameter.value]));
}
