/** Lists a snapshot's findings within the actor's scope, in pages, so that a hundred thousand never stand in memory at once. */
import { z } from "zod";
import { type FindingsCursor, type FindingsPage, findings } from "@/db/queries/findings";
import { servedSnapshot } from "@/db/queries/served-snapshot";
import { isModule, type LaoCode, type Module, parseLaoCode } from "@/lib/office/office";
import { type Month, parseMonth } from "@/lib/period/month";
import { defineOperation } from "./define-operation";

export interface ListFindingsInput {
  readonly snapshot: string;
  readonly lao?: LaoCode | undefined;
  readonly module?: Module | undefined;
  readonly month?: Month | undefined;
  /** `next` of the page before. */
  readonly after?: FindingsCursor | undefined;
  readonly limit?: number | undefined;
}

/** Without a scope over the LAO the page is empty; throws AppError("not-found") for an unknown snapshot. */
export const listFindings = defineOperation<ListFindingsInput, FindingsPage>({
  name: "list-findings",
  input: z.object({
    snapshot: z.string().min(1),
    lao: z.custom<LaoCode>((code) => typeof code === "string" && parseLaoCode(code) !== undefined).optional(),
    module: z.custom<Module>((name) => typeof name === "string" && isModule(name)).optional(),
    month: z.custom<Month>((month) => typeof month === "string" && parseMonth(month) !== undefined).optional(),
    after: z.custom<FindingsCursor>((cursor) => Array.isArray(cursor) && cursor.length === 4).optional(),
    limit: z.number().int().min(1).max(5_000).optional(),
  }),
  access: () => undefined,
  audit: (input) =>
    input.after === undefined ? { type: "view-damage", snapshot: input.snapshot, lao: input.lao ?? "*" } : null,
  run: async ({ db, scope }, { snapshot, lao, module, month, after, limit = 1_000 }) => {
    const { snapshotNo } = await servedSnapshot(db, scope, snapshot);
    return findings(db, scope, { snapshotNo, laoCode: lao, module, month, after, limit });
  },
});
