/** Lets a user have their own finished bundle, if they may still read the books in it. */
import { z } from "zod";
import { ownBundle } from "@/db/queries/bundles";
import { mustReadBooks } from "@/lib/access/checks";
import type { Bundle } from "@/lib/bundle/bundle";
import { AppError } from "@/lib/errors/app-error";
import { BUNDLE_SENTENCES } from "@/lib/wording/bundles";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";

export interface ReadyBundle extends Bundle {
  readonly bytes: number;
  readonly sha256: string;
}

/** AppError("not-found") for another's, an unfinished, a cancelled or an expired one. */
export const downloadBundle = defineOperation<{ bundle: string }, ReadyBundle>({
  name: "download-bundle",
  input: z.object({ bundle: z.string().max(64) }),
  access: mustReadBooks,
  audit: (_input, { id, sha256 }) => ({ type: "download-bundle", bundle: id, sha256 }),
  run: async ({ db, scope }, input) => {
    const bundle = await ownBundle(db, scope, input.bundle);
    if (bundle?.status !== "ready" || bundle.bytes === null || bundle.sha256 === null)
      throw new AppError("not-found", BUNDLE_SENTENCES.gone);
    for (const lao of bundle.laos) await openLao(db, scope, lao, undefined);
    return { ...bundle, bytes: bundle.bytes, sha256: bundle.sha256 };
  },
});
