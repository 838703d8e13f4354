/** All that the report page draws: the report, or why there is none yet, and what can be chosen. */
import type { ChoiceGroup } from "@/app/_ui/fields";
import { AppError } from "@/lib/errors/app-error";
import type { Lao } from "@/lib/office/office";
import type { OperationContext } from "@/lib/operations/define-operation";
import { findAccounts } from "@/lib/operations/find-accounts";
import { getReport } from "@/lib/operations/report-registry";
import { type ReportPage, runReport } from "@/lib/operations/run-report";
import { viewLaoHome } from "@/lib/operations/view-lao-home";
import type { DaySpan } from "@/lib/period/report-period";
import type { ReportDefinition } from "@/lib/reports/definition";
import { PARAMETER_LABELS } from "@/lib/wording/reports";
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
  readonly accounts: readonly ChoiceGroup[];
  readonly page: ReportPage | null;
  /** Why there is no page: what to choose, or what was refused. */
  readonly reason: { readonly isRefusal: boolean; readonly sentence: string } | null;
}

export async function openReportView(context: OperationContext, request: ReportViewRequest): Promise<ReportView> {
  const { definition } = getReport(request.reportId);
  const { lao, snapshot } = request;
  const outcome = await tryReport(context, definition, request);
  const place = "page" in outcome ? placeOf(outcome.page) : await viewLaoHome(context, { lao, snapshot });
  const accounts = definition.parameters.includes("account") ? await findAccounts(context, { lao, snapshot }) : [];
  return {
    definition,
    lao: place.lao,
    span: place.span,
    accounts: groupByClass(accounts),
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

/** By the first digit of the code (chart of accounts). */
function groupByClass(accounts: readonly { readonly code: string; readonly name: string | null }[]): ChoiceGroup[] {
  const classes = [...new Set(accounts.map(({ code }) => code.slice(0, 1)))];
  return classes.map((digit) => ({
    label: ACCOUNT_CLASSES[digit] ?? digit,
    choices: accounts
      .filter(({ code }) => code.startsWith(digit))
      .map(({ code, name }) => ({ value: code, label: name ? `${code} ${name}` : code })),
  }));
}
