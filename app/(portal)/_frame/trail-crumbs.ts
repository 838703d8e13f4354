/** Names of the pages passed on the way here, so that the way back can be read. */
import { trailHref, trailPath } from "@/app/_ui/back-trail";
import type { Crumb } from "@/app/_ui/page-head";
import { isModule } from "@/lib/office/office";
import { reportTitleOf } from "@/lib/operations/report-definitions";
import { formatMonth, parseMonth } from "@/lib/period/month";
import { moduleName } from "@/lib/wording/names";
import { DAMAGE } from "@/lib/wording/screen";
import { SEARCH } from "@/lib/wording/search";

/** Pages that are no report, no evidence and no search stand in the breadcrumb anyway and are left out. */
export function trailCrumbs(trail: readonly string[]): Crumb[] {
  return trail.flatMap((_, index) => {
    const label = labelOf(trailPath(trail, index));
    return label === undefined ? [] : [{ label, href: trailHref(trail, index) }];
  });
}

function labelOf(path: string): string | undefined {
  const [, top, , kind, first = "", second = ""] = path.split("/");
  if (top === "search") return SEARCH.title;
  if (kind === "reports") return reportTitleOf(first);
  const month = parseMonth(second);
  return kind === "damage" && isModule(first) && month
    ? DAMAGE.title(moduleName(first), formatMonth(month))
    : undefined;
}
