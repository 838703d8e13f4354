/** A list of LAOs as the address asks for it; what the address says wrongly is left out rather than refused. */
import { notFound } from "next/navigation";
import { readPageNumber } from "@/app/_ui/href";
import { servedSnapshots } from "@/app/(portal)/_frame/served-snapshots";
import { PARTITION_STATES } from "@/lib/finding/partition-state";
import type { OperationContext } from "@/lib/operations/define-operation";
import { type LaoList, listLaos } from "@/lib/operations/list-laos";
import type { Snapshot } from "@/lib/snapshots/snapshot";

export const SORTS = ["name", "code", "district", "damage"] as const;

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
  const { snapshot, q } = query;
  const state = PARTITION_STATES.find((one) => one === query.state);
  const sort = SORTS.find((one) => one === query.sort);
  const list = await listLaos(context, { snapshot, province, q, state, sort, page: readPageNumber(query.page) });
  // A province that the reader may not see and one that does not exist look alike.
  if (list.laoCount === 0 && province !== undefined && !q && !state) notFound();
  return { list, snapshots: await servedSnapshots(), province: province ? (list.laos[0]?.province ?? "") : "" };
}
