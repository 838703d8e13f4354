/** Where people would rather look than read: money over the half year, spending against budget. */

import type { Module } from "@/lib/office/office";
import type { LaoCharts } from "@/lib/operations/view-lao-charts";
import type { LaoHome } from "@/lib/operations/view-lao-home";
import type { Month } from "@/lib/period/month";
import { CHARTS } from "@/lib/wording/charts";
import { BudgetChart } from "./budget-chart";
import { CashChart } from "./cash-chart";

interface HomeChartsProps {
  readonly home: Pick<LaoHome, "partitions" | "span">;
  readonly charts: LaoCharts;
}

export function HomeCharts({ home, charts }: HomeChartsProps) {
  const { cash, plans } = charts;
  if (cash.length === 0 && plans === null) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{CHARTS.title}</h2>
      <div className="mt-2 grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <CashChart cash={cash} span={home.span} damaged={unreadableMonths(home, "accounting")} />
        <BudgetChart plans={plans} isDamaged={plans !== null && unreadableMonths(home, "budget").has(plans.month)} />
      </div>
    </section>
  );
}

/** Months of which rows are missing; where only sums disagree, every day can be read. */
function unreadableMonths({ partitions }: Pick<LaoHome, "partitions">, module: Module): ReadonlySet<Month> {
  const unreadable = partitions.filter(
    (part) => part.module === module && (part.state === "partial" || part.state === "lost"),
  );
  return new Set(unreadable.map(({ month }) => month));
}
