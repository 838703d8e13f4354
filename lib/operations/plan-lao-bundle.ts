/** Which reports of an LAO go into a bundle; recorded as the export of all of them, since the single files are not. */
import { z } from "zod";
import { accountNames } from "@/db/queries/account-names";
import { mustReadBooks } from "@/lib/access/checks";
import { type BundledReport, type BundleItem, planBundle } from "@/lib/bundle/plan-bundle";
import type { Month } from "@/lib/period/month";
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
      if (definition.period === "document") leftOut.push(definition.title);
      else if (definition.required.length === 0) reports.push({ definition, choices: null });
      else reports.push({ definition, choices: await accountChoices(run, head) });
    }
    return { head, month, items: planBundle({ lao: head.lao, span: head.span, month, reports }), leftOut };
  },
});

async function accountChoices({ db, scope }: OperationRun, head: ReportHead): Promise<BundledReport["choices"]> {
  const accounts = await accountNames(db, scope, head);
  return accounts.map(({ code, name }) => ({ params: { account: code }, label: `${code} ${name ?? NOT_IN_CHART}` }));
}
