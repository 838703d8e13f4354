/** A list of LAOs as the address asks for it; what the address says wrongly is left out rather than refused. */
import { notFound } from "next/navigation";
import { readPageNumber } from "@/app/_ui/href";
import { servedSnapshots } from "@/app/(portal)/_frame/served-snapshots";
import { PARTITION_STATES } from "@/lib/finding/partition-state";
import { LAO_TYPES, MODULES } from "@/lib/office/office";
import type { OperationContext } from "@/lib/operations/define-operation";
import { LAO_SORTS, type LaoList, listLaos } from "@/lib/operations/list-laos";
import { parseMonth } from "@/lib/period/month";
import { CHECK_STATES } from "@/lib/rekeyed/progress";
import type { Snapshot } from "@/lib/snapshots/snapshot";

/** Value of `view` in the address; without one the heat map is shown. */
export const FOLLOW_UP_VIEW = "rekeyed";

export interface Directory {
  readonly list: LaoList;
  readonly snapshots: readonly Snapshot[];
  /** Name of the province; empty for the nation, or where nothing was found that tells it. */
  readonly province: string;
}

export async function openDirectory(
  context: OperationContext,
  query: Readonly<Record<string, string>>,
  province: string | undefined,
): Promise<Directory> {
  const { snapshot, q, district } = query;
  const state = PARTITION_STATES.find((one) => one === query.state);
  const sort = LAO_SORTS.find((one) => one === query.sort);
  const module = MODULES.find((one) => one === query.module);
  const type = LAO_TYPES.find((one) => one === query.type);
  const month = parseMonth(query.month ?? "");
  // The heat map's file knows nothing of it.
  const checked = query.view === FOLLOW_UP_VIEW ? CHECK_STATES.find((one) => one === query.checked) : undefined;
  const page = readPageNumber(query.page);
  const list = await listLaos(context, {
    snapshot,
    // The nation's list can be narrowed to a province without leaving it.
    province: province ?? query.province,
    district: province === undefined ? undefined : district,
    type,
    q,
    module,
    state,
    month,
    checked,
    sort,
    page,
  });
  const isFiltered = q || state || month || type || district || checked;
  // A province that the reader may not see and one that does not exist look alike.
  if (list.laoCount === 0 && province !== undefined && !isFiltered) notFound();
  return { list, snapshots: await servedSnapshots(), province: province ? (list.laos[0]?.province ?? "") : "" };
}
