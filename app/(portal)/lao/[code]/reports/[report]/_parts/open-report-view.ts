/** All that the report page draws: the report, or why there is none yet, and what can be chosen. */
import type { ChoiceGroup } from "@/app/_ui/fields";
import { AppError } from "@/lib/errors/app-error";
import type { Lao } from "@/lib/office/office";
import type { OperationContext } from "@/lib/operations/define-operation";
import { findChoices } from "@/lib/operations/find-choices";
import { getReport } from "@/lib/operations/report-registry";
import { type ReportPage, runReport } from "@/lib/operations/run-report";
import { viewLaoHome } from "@/lib/operations/view-lao-home";
import type { DaySpan } from "@/lib/period/report-period";
import type { ChoiceSource, SourceChoice } from "@/lib/reports/choice-source";
import type { ParameterId, ReportDefinition } from "@/lib/reports/definition";
import { PARAMETER_CHOICES, type ParameterChoice } from "@/lib/reports/parameter-choices";
import { PARAMETER_LABELS, UNIT_CHOICES } from "@/lib/wording/reports";
import { ACCOUNT_CLASSES, REPORT } from "@/lib/wording/screen";

export const ROWS_PER_PAGE = 100;

export interface ReportViewRequest {
  readonly lao: string;
  readonly reportId: string;
  readonly snapshot: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly page: number;
}

export interface ReportView {
  readonly definition: ReportDefinition;
  readonly lao: Lao;
  readonly span: DaySpan;
  /** What can be chosen, by parameter; parameters that are typed have none. */
  readonly choices: ParameterGroups;
  readonly page: ReportPage | null;
  /** Why there is no page: what to choose, or what was refused. */
  readonly reason: { readonly isRefusal: boolean; readonly sentence: string } | null;
}

export type ParameterGroups = Readonly<Partial<Record<ParameterId, readonly ChoiceGroup[]>>>;

export async function openReportView(context: OperationContext, request: ReportViewRequest): Promise<ReportView> {
  const { definition } = getReport(request.reportId);
  const { lao, snapshot } = request;
  const outcome = await tryReport(context, definition, request);
  const place = "page" in outcome ? placeOf(outcome.page) : await viewLaoHome(context, { lao, snapshot });
  const choices = await listChoices(context, definition, { lao, snapshot });
  return {
    definition,
    lao: place.lao,
    span: place.span,
    choices,
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

function placeOf({ document, span }: ReportPage): { readonly lao: Lao; readonly span: DaySpan } {
  return { lao: document.lao, span };
}

/** The definition's own source before the usual one of the parameter. */
function sourceOf(definition: ReportDefinition, id: ParameterId): ChoiceSource | undefined {
  if (id === "account") return "accounts";
  if (!(id in PARAMETER_CHOICES)) return undefined;
  const known: ParameterChoice = PARAMETER_CHOICES[id as keyof typeof PARAMETER_CHOICES];
  return definition.choices?.[id as keyof typeof PARAMETER_CHOICES] ?? known.source;
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
