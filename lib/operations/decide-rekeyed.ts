/** Records what the accountant decided about items of the worksheet, one or many at once. Undoing is the decision `open`. */
import { z } from "zod";
import { insertDecisions } from "@/db/writes/rekeyed-books";
import { mustKeepBooks } from "@/lib/access/checks";
import { DECISIONS, type DecisionKind } from "@/lib/rekeyed/worksheet";
import { defineOperation } from "./define-operation";
import { openArchive } from "./open-lao";
import { recordProgress } from "./record-progress";

export interface DecideRekeyedInput {
  readonly lao: string;
  /** Fingerprints of the items. */
  readonly items: readonly string[];
  readonly decision: DecisionKind;
  readonly note: string;
}

export const decideRekeyed = defineOperation<DecideRekeyedInput, null>({
  name: "decide-rekeyed",
  input: z.object({
    lao: z.string().max(20),
    items: z
      .array(z.string().regex(/^[0-9a-f]{32}$/))
      .min(1)
      .max(1_000),
    decision: z.enum(DECISIONS),
    note: z.string().max(2_000),
  }),
  access: mustKeepBooks,
  audit: ({ lao, items, decision, note }) => ({ type: "decide-rekeyed", lao, decision, items: items.length, note }),
  run: async (run, { lao, items, decision, note }) => {
    const { db, scope, actor, now } = run;
    const head = await openArchive(db, scope, lao);
    const { laoId } = head;
    await recordProgress(run, head, () => insertDecisions(db, scope, { laoId, actor, at: now, items, decision, note }));
    return null;
  },
});
