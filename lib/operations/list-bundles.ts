/** The bundles that the reader asked for, with the names of their LAOs. */
import { z } from "zod";
import { ownBundles } from "@/db/queries/bundles";
import { laoNames } from "@/db/queries/lao-names";
import { mustReadBooks } from "@/lib/access/checks";
import type { Bundle } from "@/lib/bundle/bundle";
import { defineOperation } from "./define-operation";

export interface ListedBundle extends Bundle {
  /** `ทต.ศรีแก้ว`, in the order asked for; the code where no archive knows the name. */
  readonly laoNames: readonly string[];
}

export const listBundles = defineOperation<Record<string, never>, readonly ListedBundle[]>({
  name: "list-bundles",
  input: z.object({}),
  access: mustReadBooks,
  // Requests of one's own, no figures.
  audit: () => null,
  run: async ({ db, scope }) => {
    const bundles = await ownBundles(db, scope);
    const names = await laoNames(db, scope, [...new Set(bundles.flatMap((bundle) => bundle.laos))]);
    return bundles.map((bundle) => ({ ...bundle, laoNames: bundle.laos.map((code) => names.get(code) ?? code) }));
  },
});
