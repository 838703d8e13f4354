import "server-only";
/** The archives that the reader can choose from, newest state first as everywhere: the first is what pages show by themselves. Asked once per request. */
import { cache } from "react";
import { currentContext } from "@/app/_session/current-actor";
import { listSnapshots } from "@/lib/operations/list-snapshots";
import type { Snapshot } from "@/lib/snapshots/snapshot";

export const servedSnapshots = cache(
  async (): Promise<readonly Snapshot[]> => listSnapshots(await currentContext(), {}),
);
