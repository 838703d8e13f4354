/** What an LAO's home draws rather than writes: money in hand and in banks day by day, and spending against budget by plan. */
import { z } from "zod";
import { type CashDay, cashDays } from "@/db/queries/cash-days";
import { type PlanSpending, type PlansOfMonth, planSpending } from "@/db/queries/plan-spending";
import { mustReadBooks } from "@/lib/access/checks";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";

export type { CashDay, PlanSpending, PlansOfMonth };

export interface ViewLaoChartsInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
}

export interface LaoCharts {
  readonly cash: readonly CashDay[];
  readonly plans: PlansOfMonth | null;
}

export const viewLaoCharts = defineOperation<ViewLaoChartsInput, LaoCharts>({
  name: "view-lao-charts",
  input: z.object({ snapshot: z.string().max(64).optional(), lao: z.string().max(20) }),
  access: mustReadBooks,
  // Part of the LAO's home, whose view is recorded.
  audit: () => null,
  run: async ({ db, scope }, input) => {
    const { snapshotNo, laoId } = await openLao(db, scope, input.lao, input.snapshot);
    const [cash, plans] = await Promise.all([
      cashDays(db, scope, { snapshotNo, laoId }),
      planSpending(db, scope, { snapshotNo, laoId }),
    ]);
    return { cash, plans };
  },
});
