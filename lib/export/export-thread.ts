/** The web server's side of one worker thread: starts it when first needed, gives it one job at a time, ends it when it hangs. */
import { Worker } from "node:worker_threads";
import { fromFailure } from "./failure";
import type { ExportHead, ExportRequest, FromWorker, ToWorker } from "./messages";

/** A worker's memory beside the file it sends; a bug that needs more ends the worker, not the web server. */
const HEAP_MB_MAX = 512;
/** A stopped job may still finish what it does in the database. */
const STOP_MS_MAX = 5_000;

/** Told about a job as it goes; after `onEnd` or `onFailure` nothing more comes. */
export interface JobEvents {
  readonly onHead: (head: ExportHead) => void;
  readonly onPiece: (bytes: Uint8Array) => void;
  readonly onEnd: () => void;
  readonly onFailure: (error: Error) => void;
}

export interface RunningExport {
  /** The reader took one piece. */
  readonly more: () => void;
  /** Nobody wants the rest: no more events come, and `onIdle` is told when the worker can take the next job. */
  readonly stop: () => void;
}

export interface ExportThread {
  readonly run: (request: ExportRequest, events: JobEvents) => RunningExport;
  readonly close: () => Promise<void>;
}

/**
 * @param workerFile bundle of bin/export-worker.ts
 * @param workerData handed to the worker as it starts
 * @param onIdle called each time the thread can take a job again
 */
export function makeExportThread(workerFile: string, workerData: unknown, onIdle: () => void): ExportThread {
  let worker: Worker | undefined;
  let lastJob = 0;
  let job: { readonly id: number; events: JobEvents | undefined } | undefined;

  const finish = (): void => {
    job = undefined;
    onIdle();
  };
  const start = (): Worker => {
    const fresh = new Worker(workerFile, { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX } });
    fresh.unref();
    fresh.on("message", (message: FromWorker) => {
      if (message.job !== job?.id) return;
      const { events } = job;
      if (message.type === "head") events?.onHead(message.head);
      else if (message.type === "piece") events?.onPiece(message.bytes);
      else {
        finish();
        if (message.type === "end") events?.onEnd();
        else events?.onFailure(fromFailure(message.failure));
      }
    });
    // «exit» follows each «error», and comes alone when the worker ends itself.
    let trouble: Error | undefined;
    fresh.on("error", (error: Error) => (trouble = error));
    fresh.on("exit", (code) => {
      if (worker === fresh) worker = undefined;
      const events = job?.events;
      if (job) finish();
      events?.onFailure(trouble ?? new Error(`the export worker ended with code ${code}`));
    });
    return fresh;
  };

  return {
    run: (request, events) => {
      worker ??= start();
      const own = { id: ++lastJob, events: events as JobEvents | undefined };
      const runner = worker;
      job = own;
      const tell = (message: ToWorker): void => runner.postMessage(message);
      tell({ type: "run", job: own.id, request });
      return {
        more: () => tell({ type: "more", job: own.id }),
        stop: () => {
          own.events = undefined;
          if (job !== own) return;
          tell({ type: "stop", job: own.id });
          setTimeout(() => {
            if (job === own) void runner.terminate();
          }, STOP_MS_MAX).unref();
        },
      };
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}
