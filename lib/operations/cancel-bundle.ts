/** Stops the making of one's own bundle, or gives up one that lies ready: its file goes with the next sweep. */
import { z } from "zod";
import { cancelBundle as cancel } from "@/db/writes/bundles";
import { mustReadBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { BUNDLE_SENTENCES } from "@/lib/wording/bundles";
import { defineOperation } from "./define-operation";

export const cancelBundle = defineOperation<{ bundle: string }, void>({
  name: "cancel-bundle",
  input: z.object({ bundle: z.string().max(64) }),
  access: mustReadBooks,
  // Nothing was read.
  audit: () => null,
  run: async ({ db, scope, now }, { bundle }) => {
    if (!(await cancel(db, scope, bundle, now))) throw new AppError("not-found", BUNDLE_SENTENCES.gone);
  },
});
