/** What can be chosen for the parameters of a report, as far as the archive knows it of an LAO. */
import { z } from "zod";
import { parameterChoices } from "@/db/queries/parameter-choices";
import { mustReadBooks } from "@/lib/access/checks";
import { CHOICE_SOURCES, type ChoiceSource, type SourceChoice } from "@/lib/reports/choice-source";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";

export interface FindChoicesInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
  readonly sources: readonly ChoiceSource[];
}

export type FoundChoices = Readonly<Partial<Record<ChoiceSource, readonly SourceChoice[]>>>;

export const findChoices = defineOperation<FindChoicesInput, FoundChoices>({
  name: "find-choices",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20),
    sources: z.array(z.enum(CHOICE_SOURCES)).max(CHOICE_SOURCES.length),
  }),
  access: mustReadBooks,
  // Lists of codes and names, no figures: the report that follows is recorded.
  audit: () => null,
  run: async ({ db, scope }, input) => {
    const head = await openLao(db, scope, input.lao, input.snapshot);
    const place = { snapshotNo: head.snapshotNo, laoId: head.laoId };
    const found = await Promise.all(
      input.sources.map(async (source) => [source, await parameterChoices(db, scope, place, source)] as const),
    );
    return Object.fromEntries(found);
  },
});
