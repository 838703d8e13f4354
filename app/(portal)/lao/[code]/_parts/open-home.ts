/** All that an LAO's home draws. */
import type { CommentThread } from "@/lib/comments/comment";
import type { OperationContext } from "@/lib/operations/define-operation";
import { listComments } from "@/lib/operations/list-comments";
import { listMyReports, type MyReports } from "@/lib/operations/list-my-reports";
import { type LaoCharts, viewLaoCharts } from "@/lib/operations/view-lao-charts";
import { type LaoHome, viewLaoHome } from "@/lib/operations/view-lao-home";

export interface HomeView {
  readonly home: LaoHome;
  readonly charts: LaoCharts;
  readonly mine: MyReports;
  readonly comments: readonly CommentThread[];
}

export async function openHome(
  context: OperationContext,
  place: { readonly lao: string; readonly snapshot: string | undefined },
): Promise<HomeView> {
  // The first says whether this reader may see the LAO at all.
  const home = await viewLaoHome(context, place);
  const [charts, mine, comments] = await Promise.all([
    viewLaoCharts(context, place),
    listMyReports(context, place),
    listComments(context, { lao: place.lao }),
  ]);
  return { home, charts, mine, comments };
}
