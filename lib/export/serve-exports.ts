/** The worker's side: runs one job after the other, sends pieces no faster than they are taken, stops when told. */

import { setImmediate as nextTurn } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import { toFailure } from "./failure";
import { type ExportHead, type ExportRequest, type FromWorker, PIECES_AHEAD, type ToWorker } from "./messages";

/** Where a job's file goes. */
export interface ExportSink {
  readonly begin: (head: ExportHead) => void;
  /** Waits while the reader is slow; throws `ExportStoppedError` once nobody reads. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

export class ExportStoppedError extends Error {
  override readonly name = "ExportStoppedError";
}

interface RunningJob {
  readonly id: number;
  /** Pieces that may be sent before the next `more`. */
  credit: number;
  isStopped: boolean;
  /** Wakes a `write` that waits. */
  wake: () => void;
}

/** Answers the port's requests until it is closed. */
export function serveExports(
  port: MessagePort,
  runJob: (request: ExportRequest, sink: ExportSink) => Promise<void>,
): void {
  let running: RunningJob | undefined;
  const tell = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

  const run = async (id: number, request: ExportRequest): Promise<void> => {
    const job: RunningJob = { id, credit: PIECES_AHEAD, isStopped: false, wake: () => undefined };
    running = job;
    const sink: ExportSink = {
      begin: (head) => tell({ type: "head", job: id, head }),
      write: async (bytes) => {
        // Words from the other side are heard only between turns.
        await nextTurn();
        while (job.credit === 0 && !job.isStopped) await new Promise<void>((resolve) => (job.wake = resolve));
        if (job.isStopped) throw new ExportStoppedError("nobody reads the export any more");
        job.credit--;
        const own = ownBuffer(bytes);
        tell({ type: "piece", job: id, bytes: new Uint8Array(own) }, [own]);
      },
    };
    try {
      await runJob(request, sink);
      tell({ type: "end", job: id });
    } catch (error) {
      tell({ type: "failed", job: id, failure: toFailure(error) });
    }
  };

  port.on("message", (message: ToWorker) => {
    if (message.type === "run") {
      void run(message.job, message.request);
      return;
    }
    if (running?.id !== message.job) return;
    if (message.type === "more") running.credit++;
    else running.isStopped = true;
    running.wake();
  });
}

/** Bytes that can be given away: small Buffers share one pool, and giving that away would take the others' bytes with it. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength) return buffer;
  return Uint8Array.from(bytes).buffer;
}
