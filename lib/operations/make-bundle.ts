/** Makes all reports of chosen LAOs into one ZIP file. Not an operation itself: each report in it is one, with its own access check. */
import type { BundleItem } from "@/lib/bundle/plan-bundle";
import type { FinishedZip } from "@/lib/bundle/unfinished-zip";
import { writeBundle } from "@/lib/bundle/write-bundle";
import { AppError } from "@/lib/errors/app-error";
import type { FileCode } from "@/lib/issued/file-code";
import type { FormatId } from "@/lib/render/format-ids";
import type { DamageNote, ReportDocument } from "@/lib/reports/document";
import { BUNDLE_SENTENCES, BUNDLE_WORDS } from "@/lib/wording/bundles";
import { stateName } from "@/lib/wording/names";
import type { OperationContext } from "./define-operation";
import { exportBundleFile } from "./export-bundle-file";
import { type LaoBundlePlan, planLaoBundle } from "./plan-lao-bundle";

/** What one bundle may hold: below what a ZIP without 64-bit sizes can, and below what anybody opens. */
export const BUNDLE_LIMITS = { laos: 20, files: 20_000, bytes: 2_000_000_000 } as const;

export interface BundleRequest {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly laos: readonly string[];
  /** All months of the archive without it. */
  readonly month?: string | undefined;
  readonly formats: readonly FormatId[];
}

export interface MakeBundleOptions {
  readonly file: string;
  /** Asked before each report: whoever asks may have lost rights, or wants no more. The first `now` is the bundle's. */
  readonly context: () => Promise<OperationContext>;
  readonly onProgress: (done: number, total: number) => void;
  /** Told for tests only: two bundles of the same are equal but for the codes of their files. */
  readonly newCode?: () => FileCode;
}

/** Goes on where an earlier call for the same was stopped. Throws what the operations throw, and AppError("too-large"). */
export async function makeBundle(request: BundleRequest, options: MakeBundleOptions): Promise<FinishedZip> {
  const first = await options.context();
  const { snapshot, month, formats: chosen } = request;
  if (request.laos.length > BUNDLE_LIMITS.laos) throw new AppError("too-large", BUNDLE_SENTENCES.tooLarge);
  const plans: LaoBundlePlan[] = [];
  for (const lao of request.laos) plans.push(await planLaoBundle(first, { snapshot, lao, month, formats: chosen }));
  const [plan] = plans;
  if (!plan) throw new AppError("input/invalid", BUNDLE_SENTENCES.noLao);
  const items = plans.flatMap((one) => one.items);
  const files = items.length * chosen.length;
  if (files > BUNDLE_LIMITS.files)
    throw new AppError("too-large", BUNDLE_SENTENCES.tooMany(files, BUNDLE_LIMITS.files));
  const { snapshot: archive } = plan.head;
  const contents = {
    snapshot: archive,
    laos: plans.map((one) => one.head.lao),
    month: plan.month,
    items,
    leftOut: plan.leftOut,
    extensions: chosen,
  };
  return writeBundle(contents, {
    file: options.file,
    at: first.now,
    bytesMax: BUNDLE_LIMITS.bytes,
    onProgress: options.onProgress,
    makeFiles: async (item: BundleItem, at, extensions, add) => {
      const { lao, reportId, params } = item;
      await exportBundleFile(
        { ...(await options.context()), now: at },
        {
          snapshot: archive.id,
          lao,
          reportId,
          params,
          newCode: options.newCode,
          sink: async (document, issue) => {
            if (document.snapshot.loadedAt !== archive.loadedAt)
              throw new AppError("conflict", BUNDLE_SENTENCES.replaced);
            const remark = conditionOf(document);
            for (const extension of extensions) await add(extension, remark, issue(extension));
          },
        },
      );
    },
  });
}

/** The state of the data that a report rests on, in one line of the index. */
function conditionOf({ notes, proof }: Pick<ReportDocument, "notes" | "proof">): string {
  const states = [...new Set(notes.map((note: DamageNote) => stateName(note.state)))];
  const failing = proof.filter((line) => !line.holds).length;
  const words = [...states, ...(failing > 0 ? [BUNDLE_WORDS.untied(failing)] : [])];
  return words.length === 0 ? BUNDLE_WORDS.sound : words.join(" · ");
}
