/** Bytes that can be read anywhere: a buffer, or a stretch of an open file. What salvage needs and streams do not give. */
import { readSync } from "node:fs";

export interface ByteSource {
  readonly sizeBytes: number;
  /** Bytes from `position` on, at most `length`; a view that the next call may overwrite. Empty at the end. */
  read(position: number, length: number): Uint8Array;
}

export function bufferSource(bytes: Uint8Array): ByteSource {
  return { sizeBytes: bytes.length, read: (position, length) => bytes.subarray(position, position + length) };
}

/** A stretch of an open file. */
export function fileSource(fd: number, start: number, sizeBytes: number): ByteSource {
  let window = Buffer.alloc(0);
  return {
    sizeBytes,
    read(position, length) {
      const wanted = Math.min(length, sizeBytes - position);
      if (wanted <= 0) return window.subarray(0, 0);
      if (window.length < wanted) window = Buffer.allocUnsafe(wanted);
      let got = 0;
      while (got < wanted) {
        const count = readSync(fd, window, got, wanted - got, start + position + got);
        if (count === 0) break;
        got += count;
      }
      return window.subarray(0, got);
    },
  };
}
