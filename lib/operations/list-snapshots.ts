/** Lists the snapshots that can be chosen; for administrators also those being loaded. Shows no figures, so it leaves no audit row. */
import { z } from "zod";
import { listSnapshots as selectList } from "@/db/queries/snapshots";
import type { Snapshot } from "@/lib/snapshots/snapshot";
import { defineOperation } from "./define-operation";

export const listSnapshots = defineOperation<{ includeUnserved?: boolean | undefined }, readonly Snapshot[]>({
  name: "list-snapshots",
  input: z.object({ includeUnserved: z.boolean().optional() }),
  access: () => undefined,
  audit: () => null,
  run: ({ db, scope }, input) => selectList(db, scope, { includeUnserved: input.includeUnserved ?? false }),
});
