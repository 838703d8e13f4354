/** Which reports of an LAO go into a bundle; recorded as the export of all of them, since the single files are not. */
import { z } from "zod";
import { parameterChoices } from "@/db/queries/parameter-choices";
import { mustReadBooks } from "@/lib/access/checks";
import { type BundledReport, type BundleItem, planBundle } from "@/lib/bundle/plan-bundle";
import type { Month } from "@/lib/period/month";
import type { ChoiceSource } from "@/lib/reports/choice-source";
import type { ParameterId, ReportDefinition } from "@/lib/reports/definition";
import { CHOICE_IDS, PARAMETER_CHOICES, type ParameterChoice } from "@/lib/reports/parameter-choices";
import type { ReportHead } from "@/lib/reports/report-rows";
import { NOT_IN_CHART } from "@/lib/wording/reports";
import { defineOperation, type OperationRun } from "./define-operation";
import { monthInside } from "./month-inside";
import { openLao } from "./open-lao";
import { REPORTS } from "./report-registry";

export interface PlanLaoBundleInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
  /** `YYYY-MM` of either era; all months of the archive without it. */
  readonly month?: string | undefined;
  readonly formats: readonly string[];
}

export interface LaoBundlePlan {
  readonly head: ReportHead;
  readonly month: Month | null;
  readonly items: readonly BundleItem[];
  /** Names of reports of single documents, which no bundle has. */
  readonly leftOut: readonly string[];
}

export const planLaoBundle = defineOperation<PlanLaoBundleInput, LaoBundlePlan>({
  name: "plan-lao-bundle",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20),
    month: z.string().max(20).optional(),
    formats: z.array(z.string().max(16)).min(1).max(8),
  }),
  access: mustReadBooks,
  audit: ({ formats }, { head, month, items }) => ({
    type: "export-bundle",
    snapshot: head.snapshot.id,
    lao: head.lao.code,
    month: month ?? "all",
    formats: formats.join(","),
    files: items.length * formats.length,
  }),
  run: async (run, input) => {
    const head = await openLao(run.db, run.scope, input.lao, input.snapshot);
    const month = input.month === undefined ? null : monthInside(input.month, head);
    const reports: BundledReport[] = [];
    const leftOut: string[] = [];
    for (const { definition } of REPORTS) {
      const isOfOneDocument = definition.period === "document" && definition.required.length > 0;
      const choices = isOfOneDocument ? undefined : await choicesOf(run, head, definition);
      if (choices === undefined) leftOut.push(definition.title);
      else reports.push({ definition, choices });
    }
    return { head, month, items: planBundle({ lao: head.lao, span: head.span, month, reports }), leftOut };
  },
});

/** Null for a report that needs none; undefined for one whose choices no list of the archive gives. */
async function choicesOf(
  { db, scope }: OperationRun,
  head: ReportHead,
  definition: ReportDefinition,
): Promise<BundledReport["choices"] | undefined> {
  const [id, ...more] = definition.required;
  if (id === undefined) return null;
  const source = sourceOf(id, definition);
  if (source === undefined || more.length > 0) return undefined;
  const found = await parameterChoices(db, scope, head, source);
  return found.map(({ value, name }) => ({ params: { [id]: value }, label: `${value} ${name ?? NOT_IN_CHART}` }));
}

function sourceOf(id: ParameterId, definition: ReportDefinition): ChoiceSource | undefined {
  if (id === "account") return "accounts";
  const choice = CHOICE_IDS.find((known) => known === id);
  if (choice === undefined) return undefined;
  const { source }: ParameterChoice = PARAMETER_CHOICES[choice];
  return definition.choices?.[choice] ?? source;
}
