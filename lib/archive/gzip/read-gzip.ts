/**
 * Gives a gzipped file's text in pieces: sound files through zlib, damaged ones through `salvage.ts`. Memory stays bounded
 * whatever the file says of itself.
 */
import { createGunzip, type Gunzip, gunzipSync } from "node:zlib";
import type { ByteSource } from "./byte-source";
import { type SalvageEvent, salvage } from "./salvage";

export type GzipEvent =
  | SalvageEvent
  /** The file inflates to more than any table: reading stops. */
  | { readonly kind: "bomb" };

export interface GzipLimits {
  readonly maxFileBytes: number;
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
}

/** Inflated in one call up to this size; sound partition files are almost always smaller. */
const WHOLE_BYTES = 32 * 2 ** 20;
const MIN_CHUNK_BYTES = 1 << 14;
const MAX_CHUNK_BYTES = 1 << 22;
const INPUT_BYTES = 1 << 18;

/** The whole text of a sound file; undefined if it is damaged, too large for one call, or has something behind it. */
export function gunzipWhole(bytes: Buffer): Buffer | undefined {
  try {
    // with `info` the result tells how much input was used; the type declarations do not know it
    // a gzip file ends with its length: room for all of it spares joining pieces; a lie costs no more than that
    const claimed = bytes.length < 18 ? 0 : bytes.readUInt32LE(bytes.length - 4);
    const chunkSize = Math.min(Math.max(claimed + 64, MIN_CHUNK_BYTES), MAX_CHUNK_BYTES);
    const result = gunzipSync(bytes, { chunkSize, maxOutputLength: WHOLE_BYTES, info: true }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    if (result.engine.bytesWritten === bytes.length) return result.buffer;
    return bytes.subarray(result.engine.bytesWritten).every((byte) => byte === 0) ? result.buffer : undefined;
  } catch {
    // what is wrong, salvage finds out
    return undefined;
  }
}

/** Until there is room again, or there will never be; leaves no listener behind. */
function drained(stream: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done).off("close", done);
      resolve();
    };
    stream.on("drain", done).on("close", done);
  });
}

/** Inflates through zlib; true at the end if the file was sound to its last byte. */
async function* gunzipPieces(source: ByteSource): AsyncGenerator<Buffer, boolean> {
  const gunzip = createGunzip({ chunkSize: INPUT_BYTES });
  let failed = false;
  gunzip.on("error", () => {
    failed = true;
  });
  const feed = async () => {
    for (let position = 0; position < source.sizeBytes && !failed && !gunzip.destroyed; ) {
      const piece = Buffer.from(source.read(position, INPUT_BYTES));
      if (piece.length === 0) break;
      position += piece.length;
      if (!gunzip.write(piece)) await drained(gunzip);
    }
    gunzip.end();
  };
  const feeding = feed().catch(() => {
    failed = true;
  });
  try {
    for await (const piece of gunzip) yield piece as Buffer;
  } catch {
    failed = true;
  } finally {
    gunzip.destroy();
    await feeding;
  }
  return !failed && gunzip.bytesWritten === source.sizeBytes;
}

/** Reads a large or damaged file. A piece may be overwritten when the next is asked for. */
export async function* readGzip(
  source: ByteSource,
  beginning: Uint8Array,
  isWorthTrying: boolean,
  limits: GzipLimits,
): AsyncGenerator<GzipEvent, void> {
  let given = 0;
  const isBomb = () =>
    given > limits.maxFileBytes || (given > limits.ratioFromBytes && given > source.sizeBytes * limits.maxRatio);
  if (isWorthTrying) {
    const pieces = gunzipPieces(source);
    let step = await pieces.next();
    for (; !step.done; step = await pieces.next()) {
      given += step.value.length;
      if (isBomb()) {
        await pieces.return(false);
        yield { kind: "bomb" };
        return;
      }
      yield { kind: "bytes", bytes: step.value };
    }
    if (step.value) return;
  }
  // salvage gives the same bytes again and then more: what was given is skipped
  let skip = given;
  for (const event of salvage(source, beginning)) {
    if (event.kind !== "bytes") {
      yield event;
      continue;
    }
    const bytes = event.bytes.subarray(Math.min(skip, event.bytes.length));
    skip -= event.bytes.length - bytes.length;
    if (bytes.length === 0) continue;
    given += bytes.length;
    if (isBomb()) {
      yield { kind: "bomb" };
      return;
    }
    yield { kind: "bytes", bytes };
  }
}
