/** All that an LAO's home draws. */
import type { OperationContext } from "@/lib/operations/define-operation";
import { listMyReports, type MyReports } from "@/lib/operations/list-my-reports";
import { type LaoCharts, viewLaoCharts } from "@/lib/operations/view-lao-charts";
import { type LaoHome, viewLaoHome } from "@/lib/operations/view-lao-home";

export interface HomeView {
  readonly home: LaoHome;
  readonly charts: LaoCharts;
  readonly mine: MyReports;
}

export async function openHome(
  context: OperationContext,
  place: { readonly lao: string; readonly snapshot: string | undefined },
): Promise<HomeView> {
  // The first says whether this reader may see the LAO at all.
  const home = await viewLaoHome(context, place);
  const [charts, mine] = await Promise.all([viewLaoCharts(context, place), listMyReports(context, place)]);
  return { home, charts, mine };
}
