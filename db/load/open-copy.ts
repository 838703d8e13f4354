/** One COPY FROM STDIN: takes ready-made text in pieces, waits while the server is slow, and fails at once when the server refuses. */
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Written ahead of the server, so that making rows and storing them overlap. */
const AHEAD_BYTES_MAX = 4 << 20;

/** A piece of this size, far above any socket's high-water mark, has been handed to the system when its write calls back. */
const SENT_BYTES_MIN = 1 << 20;

export interface Copy {
  /** Resolves when more may be written; `release` is called when the bytes may be written over. Rejects with the server's error. */
  readonly write: (bytes: Buffer, release?: () => void) => Promise<void>;
  /** Ends the COPY; resolves with the rows that the server counted. */
  readonly finish: () => Promise<number>;
  /** Gives up; the transaction is then aborted. */
  readonly abandon: () => Promise<void>;
}

export function openCopy(session: pg.Client, statement: string): Copy {
  const stream = session.query(copyFrom(statement));
  const queue: { readonly bytes: Buffer; readonly release?: (() => void) | undefined }[] = [];
  let aheadBytes = 0;
  let isWriting = false;
  let isDone = false;
  let failure: Error | undefined;
  let wake: () => void = () => undefined;

  // One listener each for the whole COPY: a listener per piece would leak (a million rows are thousands of pieces).
  stream.on("error", (error: Error) => {
    failure ??= error;
    wake();
  });
  stream.on("close", () => {
    isDone = true;
    wake();
  });
  stream.on("finish", () => {
    isDone = true;
    wake();
  });

  // The stream is given one piece at a time: pieces in its own buffer would be written to a connection that it has already
  // let go of after an error, which throws where nobody can catch it.
  const pump = () => {
    const piece = isWriting || failure ? undefined : queue.shift();
    if (!piece) return;
    isWriting = true;
    stream.write(piece.bytes, () => {
      isWriting = false;
      aheadBytes -= piece.bytes.length;
      // A smaller piece may still wait in the socket, which calls back at once while it holds less than its high-water mark.
      if (piece.bytes.length >= SENT_BYTES_MIN) piece.release?.();
      wake();
      pump();
    });
  };
  const waitUntil = async (isReached: () => boolean) => {
    while (!failure && !isReached()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure) throw failure;
  };

  return {
    write: async (bytes, release) => {
      queue.push({ bytes, release });
      aheadBytes += bytes.length;
      pump();
      await waitUntil(() => aheadBytes <= AHEAD_BYTES_MAX);
    },
    finish: async () => {
      await waitUntil(() => aheadBytes === 0);
      stream.end();
      await waitUntil(() => isDone);
      return stream.rowCount;
    },
    abandon: async () => {
      queue.length = 0;
      if (failure || isDone) return;
      stream.destroy();
      await waitUntil(() => isDone).catch(() => undefined);
    },
  };
}
