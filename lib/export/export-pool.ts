/** A few worker threads and a bounded queue before them: pages answer while files are made, and a crowd is told to wait. */
import { AppError } from "@/lib/errors/app-error";
import { EXPORT_SENTENCES } from "@/lib/wording/export";
import { type ExportThread, makeExportThread } from "./export-thread";
import type { ExportHead, ExportRequest } from "./messages";
import { type PieceQueue, pieceQueue } from "./piece-queue";

export interface ExportPoolOptions {
  readonly workerFile: string;
  readonly workerData: unknown;
  readonly threads: number;
  /** Exports that may wait for a thread. */
  readonly queueMax: number;
  /** Exports that one user may have running and waiting. */
  readonly perUserMax: number;
  /** From start to last byte; a reader slower than that is cut off. */
  readonly timeLimitMs: number;
}

export interface StartedExport {
  readonly head: ExportHead;
  /** Fails, rather than ends, when the file could not be finished. */
  readonly body: ReadableStream<Uint8Array>;
}

export interface ExportPool {
  /**
   * Settles when the first bytes, or what went wrong instead, are known: access errors come before any header is sent.
   * Throws AppError("busy") when too many wait, and the operation's own errors.
   * @param gone aborts when the reader hangs up
   */
  readonly start: (request: ExportRequest, gone: AbortSignal) => Promise<StartedExport>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly user: string;
  readonly begin: (thread: ExportThread) => void;
}

export function makeExportPool(options: ExportPoolOptions): ExportPool {
  const idle: ExportThread[] = [];
  const waiting: Waiting[] = [];
  const perUser = new Map<string, number>();
  const threads = Array.from({ length: options.threads }, () => {
    const thread: ExportThread = makeExportThread(options.workerFile, options.workerData, () => {
      idle.push(thread);
      next();
    });
    return thread;
  });
  idle.push(...threads);

  const next = (): void => {
    const thread = waiting.length > 0 ? idle.pop() : undefined;
    if (thread) waiting.shift()?.begin(thread);
  };
  const count = (user: string, change: 1 | -1): void => {
    const now = (perUser.get(user) ?? 0) + change;
    if (now > 0) perUser.set(user, now);
    else perUser.delete(user);
  };

  return {
    start: async (request, gone) => {
      const user = request.actor.email;
      if ((perUser.get(user) ?? 0) >= options.perUserMax) throw new AppError("busy", EXPORT_SENTENCES.ownLimit);
      if (idle.length === 0 && waiting.length >= options.queueMax) throw new AppError("busy", EXPORT_SENTENCES.busy);
      count(user, 1);
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          const at = waiting.indexOf(place);
          if (at < 0) return;
          waiting.splice(at, 1);
          count(user, -1);
          reject(new AppError("busy", EXPORT_SENTENCES.hungUp));
        };
        const place: Waiting = {
          user,
          begin: (thread) => {
            gone.removeEventListener("abort", leave);
            runOn(thread, request, { gone, timeLimitMs: options.timeLimitMs, onOver: () => count(user, -1) }).then(
              resolve,
              reject,
            );
          },
        };
        gone.addEventListener("abort", leave, { once: true });
        waiting.push(place);
        if (gone.aborted) leave();
        else next();
      });
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Runs one export on a thread; settles with its first bytes. `onOver` is called once, when nothing more will come of it. */
function runOn(
  thread: ExportThread,
  request: ExportRequest,
  { gone, timeLimitMs, onOver }: { gone: AbortSignal; timeLimitMs: number; onOver: () => void },
): Promise<StartedExport> {
  return new Promise((resolve, reject) => {
    let head: ExportHead | undefined;
    let isOver = false;
    const over = (): boolean => {
      if (isOver) return false;
      isOver = true;
      clearTimeout(limit);
      gone.removeEventListener("abort", hangUp);
      onOver();
      return true;
    };
    const fail = (error: Error): void => {
      if (!over()) return;
      running.stop();
      queue.fail(error);
      reject(error);
    };
    const hangUp = (): void => fail(new AppError("busy", EXPORT_SENTENCES.hungUp));
    const limit = setTimeout(() => fail(new AppError("busy", EXPORT_SENTENCES.tooSlow)), timeLimitMs);
    limit.unref();
    gone.addEventListener("abort", hangUp, { once: true });
    const queue: PieceQueue = pieceQueue({ onTaken: () => running.more(), onCancel: hangUp });
    const begin = (): void => {
      if (head) resolve({ head, body: queue.stream });
      else fail(new Error("the export worker sent no head"));
    };
    const running = thread.run(request, {
      onHead: (given) => {
        head = given;
      },
      onPiece: (bytes) => {
        queue.add(bytes);
        begin();
      },
      onEnd: () => {
        if (over()) queue.end();
        begin();
      },
      onFailure: fail,
    });
  });
}
