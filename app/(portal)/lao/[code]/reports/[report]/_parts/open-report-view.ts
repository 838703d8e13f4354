/** All that the report page draws: the report, or why there is none yet, and what can be chosen. */
import type { ChoiceGroup } from "@/app/_ui/fields";
import { AppError } from "@/lib/errors/app-error";
import type { Place } from "@/lib/office/place";
import type { OperationContext } from "@/lib/operations/define-operation";
import { findChoices } from "@/lib/operations/find-choices";
import { getProvinceReport } from "@/lib/operations/province-report-registry";
import { getReport } from "@/lib/operations/report-registry";
import { type ReportPage, runReport } from "@/lib/operations/run-report";
import { viewLaoHome } from "@/lib/operations/view-lao-home";
import { viewProvince } from "@/lib/operations/view-province";
import type { DaySpan } from "@/lib/period/report-period";
import type { ChoiceSource, SourceChoice } from "@/lib/reports/choice-source";
import type { ParameterId, ReportDefinition } from "@/lib/reports/definition";
import { PARAMETER_CHOICES, type ParameterChoice } from "@/lib/reports/parameter-choices";
import { PARAMETER_LABELS, UNIT_CHOICES } from "@/lib/wording/reports";
import { ACCOUNT_CLASSES, REPORT } from "@/lib/wording/screen";
import { comparisonChoices } from "./comparison-choices";

export const ROWS_PER_PAGE = 100;

/** An LAO's code, or else a province's. */
type AskedPlace = { readonly lao: string; readonly province?: undefined } | { readonly province: string };

export type ReportViewRequest = AskedPlace & {
  readonly reportId: string;
  readonly snapshot: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly page: number;
};

export interface ReportView {
  readonly definition: ReportDefinition;
  readonly place: Place;
  readonly span: DaySpan;
  /** What can be chosen, by parameter; parameters that are typed have none. */
  readonly choices: ParameterGroups;
  readonly page: ReportPage | null;
  /** Why there is no page: what to choose, or what was refused. */
  readonly reason: { readonly isRefusal: boolean; readonly sentence: string } | null;
}

export type ParameterGroups = Readonly<Partial<Record<ParameterId, readonly ChoiceGroup[]>>>;

export async function openReportView(context: OperationContext, request: ReportViewRequest): Promise<ReportView> {
  const isProvince = request.province !== undefined;
  const { definition } = isProvince ? getProvinceReport(request.reportId) : getReport(request.reportId);
  const outcome = await tryReport(context, definition, request);
  const shown = "page" in outcome ? outcome.page : await lookAt(context, request);
  const { snapshot } = request;
  const listed = isProvince ? {} : await listChoices(context, definition, { lao: request.lao, snapshot });
  const compared = await comparisonChoices(context, definition, {
    span: shown.span,
    shown: "document" in shown ? shown.document.snapshot.id : snapshot,
  });
  return {
    definition,
    place: "document" in shown ? shown.document.place : shown.place,
    span: shown.span,
    choices: { ...fixedChoices(definition), ...listed, ...compared },
    page: "page" in outcome ? outcome.page : null,
    reason: "page" in outcome ? null : outcome,
  };
}

type Outcome = { readonly page: ReportPage } | { readonly isRefusal: boolean; readonly sentence: string };

/** A refusal that the reader can mend stands above the form; whether they may see the LAO at all is asked again after it. */
async function tryReport(
  context: OperationContext,
  definition: ReportDefinition,
  request: ReportViewRequest,
): Promise<Outcome> {
  const missing = definition.required.find((id) => !request.params[id]);
  if (missing) return { isRefusal: false, sentence: REPORT.choose(PARAMETER_LABELS[missing]) };
  try {
    const window = { offset: (request.page - 1) * ROWS_PER_PAGE, limit: ROWS_PER_PAGE };
    return { page: await runReport(context, { ...request, window }) };
  } catch (error) {
    if (error instanceof AppError && (error.code === "input/invalid" || error.code === "not-found"))
      return { isRefusal: true, sentence: error.message };
    throw error;
  }
}

/** Where there is no report to tell whose it is. */
async function lookAt(
  context: OperationContext,
  request: ReportViewRequest,
): Promise<{ readonly place: Place; readonly span: DaySpan }> {
  const { snapshot } = request;
  if (request.province !== undefined) {
    const { province, span } = await viewProvince(context, { province: request.province, snapshot });
    return { place: province, span };
  }
  const { lao, span } = await viewLaoHome(context, { lao: request.lao, snapshot });
  return { place: lao, span };
}

/** The definition's own source before the usual one of the parameter. */
function sourceOf(definition: ReportDefinition, id: ParameterId): ChoiceSource | undefined {
  if (id === "account") return "accounts";
  if (!(id in PARAMETER_CHOICES)) return undefined;
  const known: ParameterChoice = PARAMETER_CHOICES[id as keyof typeof PARAMETER_CHOICES];
  return definition.choices?.[id as keyof typeof PARAMETER_CHOICES] ?? known.source;
}

/** Parameters whose values do not depend on the archive. */
function fixedChoices(definition: ReportDefinition): ParameterGroups {
  return Object.fromEntries(
    definition.parameters.flatMap((id) => {
      const known: ParameterChoice | undefined = PARAMETER_CHOICES[id as keyof typeof PARAMETER_CHOICES];
      if (!known?.options) return [];
      const choices = Object.entries(known.options).map(([value, label]) => ({ value, label }));
      return [[id, [{ label: PARAMETER_LABELS[id], choices }]]];
    }),
  );
}

async function listChoices(
  context: OperationContext,
  definition: ReportDefinition,
  place: { readonly lao: string; readonly snapshot: string | undefined },
): Promise<ParameterGroups> {
  const sourced = definition.parameters.flatMap((id) => {
    const source = sourceOf(definition, id);
    return source ? [{ id, source }] : [];
  });
  if (sourced.length === 0) return {};
  const found = await findChoices(context, { ...place, sources: [...new Set(sourced.map(({ source }) => source))] });
  return Object.fromEntries(sourced.map(({ id, source }) => [id, groupChoices(source, found[source] ?? [])]));
}

function groupChoices(source: ChoiceSource, choices: readonly SourceChoice[]): ChoiceGroup[] {
  const headings = [...new Set(choices.map(({ group }) => group))];
  const groups = headings.map((heading) => ({
    label: (source === "accounts" && heading !== null && ACCOUNT_CLASSES[heading]) || (heading ?? REPORT.allCodes),
    choices: choices
      .filter(({ group }) => group === heading)
      .map(({ value, name }) => ({ value, label: name ? `${value} ${name}` : value })),
  }));
  if (source !== "units") return groups;
  return [
    { label: REPORT.ownBooks, choices: UNIT_CHOICES.map(({ value, name }) => ({ value, label: name })) },
    ...groups,
  ];
}
