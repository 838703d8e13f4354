/** The worker's part of bundles: makes the next one that somebody waits for, and sweeps files that nobody wants any more. */
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Database } from "@/db/client";
import { advanceBundle, claimBundle, finishBundle, keepBundles } from "@/db/writes/bundles";
import { bundleFile, bundleFolder } from "@/lib/bundle/bundle";
import { AppError } from "@/lib/errors/app-error";
import { isFormatId } from "@/lib/render/format-ids";
import { BUNDLE_SENTENCES } from "@/lib/wording/bundles";
import { makeBundle } from "./make-bundle";

/** A worker says that it lives this often; one silent for longer is taken for dead, and its bundle goes on elsewhere. */
const SIGN_OF_LIFE_MS = 5_000;
const SILENCE_MS_MAX = 30_000;
/** How long a finished file lies ready. */
export const BUNDLE_KEPT_MS = 3 * 24 * 3_600_000;

export interface BundleWorker {
  readonly database: Database;
  readonly dataFolder: string;
  /** Tells workers apart; a new one each start. */
  readonly runner: string;
  /** Told about bugs; the user sees a sentence. */
  readonly onBug: (error: unknown) => void;
  readonly clock?: () => Date;
}

class NotWantedError extends Error {
  override readonly name = "NotWantedError";
}

/** Makes one bundle, or goes on with one that was stopped. False when nobody waits. */
export async function runNextBundle(worker: BundleWorker): Promise<boolean> {
  const { database, runner, clock = () => new Date() } = worker;
  const job = await claimBundle(database, runner, clock(), new Date(clock().getTime() - SILENCE_MS_MAX));
  if (!job) return false;
  await mkdir(bundleFolder(worker.dataFolder), { recursive: true, mode: 0o700 });
  const file = bundleFile(worker.dataFolder, job.id);
  let progress: { done: number | null; total: number | null } = { done: null, total: null };
  const wantedBy = async () => {
    const actor = await advanceBundle(database, job.id, { runner, at: clock(), ...progress });
    if (!actor) throw new NotWantedError();
    return { actor, now: job.askedAt, database };
  };
  const alive = setInterval(() => void wantedBy().catch(() => undefined), SIGN_OF_LIFE_MS);
  const finish = (made: { bytes: number; sha256: string } | null, trouble: string | null) =>
    finishBundle(database, job.id, {
      runner,
      at: clock(),
      expiresAt: new Date(clock().getTime() + BUNDLE_KEPT_MS),
      made,
      trouble,
    });
  try {
    const { snapshotId: snapshot, laos, month, formats } = job;
    const made = await makeBundle(
      { snapshot, laos, month: month ?? undefined, formats: formats.filter(isFormatId) },
      {
        file,
        context: wantedBy,
        onProgress: (done, total) => {
          progress = { done, total };
        },
      },
    );
    await wantedBy();
    await finish(made, null);
  } catch (error) {
    // changes nothing where it was cancelled or taken over; ends it where its user was disabled
    if (error instanceof NotWantedError) await finish(null, BUNDLE_SENTENCES.stopped);
    else if (error instanceof AppError) await finish(null, error.message);
    else {
      worker.onBug(error);
      await finish(null, BUNDLE_SENTENCES.broken);
    }
  } finally {
    clearInterval(alive);
  }
  return true;
}

/** Removes the files of bundles that are cancelled, too old or unknown. */
export async function sweepBundles({ database, dataFolder, clock = () => new Date() }: BundleWorker): Promise<void> {
  const folder = bundleFolder(dataFolder);
  // listed first: a bundle asked for meanwhile has no file among these
  const files = await readdir(folder).catch(() => []);
  const kept = await keepBundles(database, clock());
  for (const name of files) if (!kept.has(name.split(".")[0] ?? "")) await rm(path.join(folder, name), { force: true });
}
