/** Spending against budget, a bar a plan: the frame is the budget, the dark part what was disbursed, the pale part encumbered. */
import { type Amount, sumAmounts, ZERO } from "@/lib/money/amount";
import type { PlanSpending, PlansOfMonth } from "@/lib/operations/view-lao-charts";
import { budgetDamaged, budgetLead, CHARTS, sayPercent } from "@/lib/wording/charts";
import { shareOf } from "./chart-scale";
import { Figure, FigureTable } from "./figure";

interface BudgetChartProps {
  readonly plans: PlansOfMonth | null;
  /** The budget of that month could not be read whole. */
  readonly isDamaged: boolean;
}

const WIDTH = 1000;
const HEIGHT = 16;

export function BudgetChart({ plans: shown, isDamaged }: BudgetChartProps) {
  if (!shown) return <Figure title={CHARTS.budgetTitle} lead={CHARTS.noBudget} />;
  const { plans, month } = shown;
  const sum = (amountOf: (plan: PlanSpending) => Amount) => sumAmounts(plans.map(amountOf));
  const lead = budgetLead(
    month,
    sum((plan) => plan.disbursed),
    sum((plan) => plan.budget),
  );
  const most = plans.reduce((largest, { budget }) => (budget > largest ? budget : largest), ZERO);
  return (
    <Figure title={CHARTS.budgetTitle} lead={lead} warning={isDamaged ? budgetDamaged(month) : ""}>
      <ul className="my-2 space-y-2">
        {plans.map((plan) => (
          <li key={plan.planCode}>
            <span className="flex justify-between gap-4">
              <span>{plan.plan ?? plan.planCode}</span>
              <span className="whitespace-nowrap">{sayPercent(plan.disbursed, plan.budget)}</span>
            </span>
            <Bar plan={plan} most={most} />
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-5 text-soft">
        <li>
          <span className="chart-key chart-key-spent" aria-hidden="true" /> {CHARTS.disbursed}
        </li>
        <li>
          <span className="chart-key chart-key-bound" aria-hidden="true" /> {CHARTS.encumbered}
        </li>
        <li>
          <span className="chart-key chart-key-frame" aria-hidden="true" /> {CHARTS.budget}
        </li>
      </ul>
      <FigureTable
        title={CHARTS.budgetTitle}
        heads={[CHARTS.plan, CHARTS.budget, CHARTS.encumbered, CHARTS.disbursed, CHARTS.percent]}
        rows={plans.map((plan) => ({
          name: plan.plan ?? plan.planCode,
          amounts: [plan.budget, plan.encumbered, plan.disbursed],
          words: sayPercent(plan.disbursed, plan.budget),
        }))}
      />
    </Figure>
  );
}

/** The words beside it say the same: nothing here that must be read aloud. */
function Bar({ plan, most }: { readonly plan: PlanSpending; readonly most: Amount }) {
  const frame = shareOf(plan.budget, most) * WIDTH;
  const spent = shareOf(plan.disbursed, plan.budget) * frame;
  const bound = Math.min(frame - spent, shareOf(plan.encumbered, plan.budget) * frame);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="chart-bar" aria-hidden="true">
      <rect className="chart-bound" x={spent} width={bound} height={HEIGHT} />
      <rect className="chart-spent" width={spent} height={HEIGHT} />
      <rect className="chart-frame" width={frame} height={HEIGHT} />
    </svg>
  );
}
