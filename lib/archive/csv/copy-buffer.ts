/** Collects checked rows as Postgres COPY text and hands them on in large pieces, with backpressure. */

/** Room beyond the threshold for what is written before the next drain, so that buffers seldom grow. */
const MARGIN_BYTES = 3 << 18;

export interface CopyBuffer {
  /** Grows; valid up to `length`. */
  bytes: Buffer;
  length: number;
  /** Makes room for so many bytes more; `bytes` may be another buffer afterwards. */
  reserve(count: number): void;
  /** Appends text as it is. */
  write(text: string): void;
  /** Hands on what was collected, once it is more than the threshold. The caller awaits it between files or pieces of a file. */
  drain(): Promise<void>;
  /** Hands on the rest. */
  end(): Promise<void>;
}

export interface CopyBufferOptions {
  /** Takes one piece, and calls `release` when it needs the bytes no more: they are written over then. Awaited before the next piece is given. */
  readonly flush: (piece: Buffer, release: () => void) => Promise<void> | void;
  readonly flushAtBytes?: number;
}

export function createCopyBuffer({ flush, flushAtBytes = 1 << 20 }: CopyBufferOptions): CopyBuffer {
  // Fresh memory costs as much as filling it: every page of it is zeroed by the system, and the garbage collector runs for it.
  const spare: Buffer[] = [];
  const buffer: CopyBuffer = {
    bytes: Buffer.allocUnsafeSlow(flushAtBytes + MARGIN_BYTES),
    length: 0,
    reserve(count) {
      if (buffer.length + count <= buffer.bytes.length) return;
      const grown = Buffer.allocUnsafeSlow(Math.max(buffer.bytes.length * 2, buffer.length + count));
      buffer.bytes.copy(grown, 0, 0, buffer.length);
      buffer.bytes = grown;
    },
    write(text) {
      buffer.reserve(text.length * 3);
      buffer.length += buffer.bytes.write(text, buffer.length, "utf8");
    },
    async drain() {
      if (buffer.length >= flushAtBytes) await buffer.end();
    },
    async end() {
      if (buffer.length === 0) return;
      const { bytes, length } = buffer;
      buffer.bytes = spare.pop() ?? Buffer.allocUnsafeSlow(flushAtBytes + MARGIN_BYTES);
      buffer.length = 0;
      await flush(bytes.subarray(0, length), () => spare.push(bytes));
    },
  };
  return buffer;
}
