/** Pieces of a file between the thread that makes them and the stream that the browser reads. */

export interface PieceQueue {
  readonly stream: ReadableStream<Uint8Array>;
  readonly add: (bytes: Uint8Array) => void;
  readonly end: () => void;
  readonly fail: (error: Error) => void;
}

/**
 * The stream holds nothing beyond what its reader asks for; how many pieces can wait here is the sender's credit.
 * @param onTaken the reader took one piece
 * @param onCancel the reader wants no more
 */
export function pieceQueue({
  onTaken,
  onCancel,
}: {
  readonly onTaken: () => void;
  readonly onCancel: () => void;
}): PieceQueue {
  const pieces: Uint8Array[] = [];
  let isEnded = false;
  let failure: Error | undefined;
  let wake: () => void = () => undefined;

  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        while (pieces.length === 0 && !isEnded && !failure) await new Promise<void>((resolve) => (wake = resolve));
        if (failure) return controller.error(failure);
        const piece = pieces.shift();
        if (!piece) return controller.close();
        controller.enqueue(piece);
        if (!isEnded) onTaken();
      },
      cancel: onCancel,
    },
    { highWaterMark: 0 },
  );
  return {
    stream,
    add: (bytes) => {
      pieces.push(bytes);
      wake();
    },
    end: () => {
      isEnded = true;
      wake();
    },
    fail: (error) => {
      failure = error;
      wake();
    },
  };
}
