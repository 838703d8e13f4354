/** Asks for all reports of chosen LAOs as one ZIP, to be made in the background. What is then read is recorded when it is. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { ownBundles } from "@/db/queries/bundles";
import { insertBundle } from "@/db/writes/bundles";
import { mustReadBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import type { ReportHead } from "@/lib/reports/report-rows";
import { BUNDLE_SENTENCES } from "@/lib/wording/bundles";
import { defineOperation } from "./define-operation";
import { monthInside } from "./month-inside";
import { openLao } from "./open-lao";

const LAOS_MAX = 20;
/** Finished ones that lie ready count too: they take room. */
const BUNDLES_MAX = 5;

export interface RequestBundleInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly laos: readonly string[];
  readonly month?: string | undefined;
  readonly formats: readonly ("pdf" | "xlsx" | "csv" | "json")[];
}

/** Gives the bundle's id. AppErrors: `conflict` while another is being made or too many lie ready, `input/invalid`, and those of access. */
export const requestBundle = defineOperation<RequestBundleInput, string>({
  name: "request-bundle",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    laos: z.array(z.string().max(20)),
    month: z.string().max(20).optional(),
    formats: z.array(z.enum(["pdf", "xlsx", "csv", "json"])),
  }),
  access: (actor) => {
    mustReadBooks(actor);
    if (actor.userId === null) throw new AppError("input/invalid", BUNDLE_SENTENCES.atCommandLine);
  },
  // Nothing is read yet: `plan-lao-bundle` records each LAO when its reports are.
  audit: () => null,
  run: async ({ db, scope, now }, input) => {
    const laos = [...new Set(input.laos)];
    const formats = [...new Set(input.formats)];
    if (laos.length === 0) throw new AppError("input/invalid", BUNDLE_SENTENCES.noLao);
    if (formats.length === 0) throw new AppError("input/invalid", BUNDLE_SENTENCES.noFormat);
    if (laos.length > LAOS_MAX) throw new AppError("input/invalid", BUNDLE_SENTENCES.tooManyLaos(LAOS_MAX));
    const heads: ReportHead[] = [];
    for (const lao of laos) heads.push(await openLao(db, scope, lao, input.snapshot));
    const [head] = heads;
    if (!head) throw new AppError("input/invalid", BUNDLE_SENTENCES.noLao);
    if (heads.some((one) => one.snapshotNo !== head.snapshotNo))
      throw new AppError("input/invalid", BUNDLE_SENTENCES.severalArchives);
    if ((await ownBundles(db, scope)).length >= BUNDLES_MAX)
      throw new AppError("conflict", BUNDLE_SENTENCES.tooManyKept(BUNDLES_MAX));
    const id = randomBytes(16).toString("hex");
    const isNew = await insertBundle(db, scope, {
      id,
      askedAt: now,
      snapshotId: head.snapshot.id,
      laos: heads.map((one) => one.lao.code),
      month: input.month === undefined ? null : monthInside(input.month, head),
      formats,
    });
    if (!isNew) throw new AppError("conflict", BUNDLE_SENTENCES.oneAtATime);
    return id;
  },
});
