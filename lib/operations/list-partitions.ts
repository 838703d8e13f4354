/** Lists the states of a snapshot's partitions within the actor's scope, in pages of LAOs. */
import { z } from "zod";
import { type PartitionsPage, partitions } from "@/db/queries/partitions";
import { servedSnapshot } from "@/db/queries/served-snapshot";
import { type LaoCode, type LaoId, parseLaoCode } from "@/lib/office/office";
import { defineOperation } from "./define-operation";

export interface ListPartitionsInput {
  readonly snapshot: string;
  readonly lao?: LaoCode | undefined;
  /** `lastLaoId` of the page before. */
  readonly afterLaoId?: LaoId | undefined;
  /** How many LAOs a page holds. */
  readonly laosMax?: number | undefined;
}

/** Without a scope over the LAO the page is empty; throws AppError("not-found") for an unknown snapshot. */
export const listPartitions = defineOperation<ListPartitionsInput, PartitionsPage>({
  name: "list-partitions",
  input: z.object({
    snapshot: z.string().min(1),
    lao: z.custom<LaoCode>((code) => typeof code === "string" && parseLaoCode(code) !== undefined).optional(),
    afterLaoId: z.custom<LaoId>((id) => Number.isInteger(id)).optional(),
    laosMax: z.number().int().min(1).max(10_000).optional(),
  }),
  access: () => undefined,
  audit: (input) =>
    input.afterLaoId === undefined ? { type: "view-damage", snapshot: input.snapshot, lao: input.lao ?? "*" } : null,
  run: async ({ db, scope }, input) => {
    const { snapshotNo } = await servedSnapshot(db, scope, input.snapshot);
    return partitions(db, scope, {
      snapshotNo,
      laoCode: input.lao,
      afterLaoId: input.afterLaoId,
      laosMax: input.laosMax ?? 500,
    });
  },
});
