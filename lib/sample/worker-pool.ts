/** Spreads LAOs over worker threads and gives their results in the order of the LAOs, so that the bag is the same as without. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { OfficeJob, OfficeSettings, WrittenOffice } from "./write-office";

/** LAOs under way per worker: enough to keep it busy while the next result is waited for. */
const JOBS_AHEAD = 24;
const WORKERS_MOST = 4;
/** Books are made of many short-lived strings: a larger nursery halves the work of collecting them. */
const NURSERY_MB = 64;

interface Done {
  readonly at: number;
  readonly written: WrittenOffice;
}

/** What a worker is started with, and the messages it then gets. */
export type WorkerSettings = OfficeSettings;
export interface WorkerJob {
  readonly at: number;
  readonly job: OfficeJob;
}

/** Writes all offices with worker threads that run `workerFile` (see `bin/sample-worker.ts`). */
export async function* writeWithWorkers(
  jobs: readonly OfficeJob[],
  settings: OfficeSettings,
  workerFile: URL,
): AsyncGenerator<WrittenOffice> {
  const { out, seed, damage, encoding, edition, gzipLevel } = settings;
  const workerData: WorkerSettings = { out, seed, damage, encoding, edition, gzipLevel };
  const count = Math.min(WORKERS_MOST, availableParallelism(), jobs.length);
  const waiting = new Map<number, PromiseWithResolversOf<WrittenOffice>>();
  const entry = (at: number) => {
    const known = waiting.get(at);
    if (known) return known;
    const made = withResolvers<WrittenOffice>();
    waiting.set(at, made);
    return made;
  };
  let failed: unknown;
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(workerFile, { workerData, resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB } });
    worker.on("message", ({ at, written }: Done) => entry(at).resolve(written));
    worker.on("error", (error) => {
      failed = error;
      for (const one of waiting.values()) one.reject(error);
    });
    return worker;
  });
  try {
    let sent = 0;
    for (let at = 0; at < jobs.length; at++) {
      for (; sent < jobs.length && sent < at + JOBS_AHEAD * count; sent++) {
        const message = { at: sent, job: jobs[sent] };
        entry(sent);
        workers[sent % count]?.postMessage(message);
      }
      if (failed) throw failed;
      const written = await entry(at).promise;
      waiting.delete(at);
      yield written;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

interface PromiseWithResolversOf<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

function withResolvers<Value>(): PromiseWithResolversOf<Value> {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Value>((done, refuse) => {
    resolve = done;
    reject = refuse;
  });
  // A worker may fail while an earlier office is waited for; the failure is thrown when its turn comes.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
