import "server-only";
/** The archives that the reader can choose from, newest load first, asked once per request. */
import { cache } from "react";
import { currentContext } from "@/app/_session/current-actor";
import { listSnapshots } from "@/lib/operations/list-snapshots";
import type { Snapshot } from "@/lib/snapshots/snapshot";

export const servedSnapshots = cache(async (): Promise<readonly Snapshot[]> => {
  const snapshots = await listSnapshots(await currentContext(), {});
  return [...snapshots].sort((a, b) => ((a.loadedAt ?? "") < (b.loadedAt ?? "") ? 1 : -1));
});
