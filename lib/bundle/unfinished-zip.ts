/**
 * A ZIP that grows file by file and survives being killed: `<file>.unfinished` holds the bytes, `<file>.progress` one line for each file
 * whose bytes are safely on the disk. Nothing stands under the ZIP's own name before all of it was read back.
 */
import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { crc32, createDeflateRaw, createInflateRaw } from "node:zlib";
import { AppError } from "@/lib/errors/app-error";
import { BUNDLE_SENTENCES } from "@/lib/wording/bundles";
import { centralHeader, endOfZip, localHeader, ZIP_LIMITS, type ZipEntry } from "./zip-records";

export interface FinishedZip {
  readonly bytes: number;
  readonly sha256: string;
}

export interface NewFile {
  readonly name: string;
  /** Told in the index. */
  readonly remark: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly isDeflated: boolean;
}

export interface UnfinishedZip {
  /** When it was begun: the time of all its files. */
  readonly at: Date;
  /** In the order they were added. */
  readonly entries: readonly ZipEntry[];
  readonly has: (name: string) => boolean;
  /** Bytes so far. */
  readonly size: () => number;
  /** Returns once the file is safely on the disk. Throws AppError("too-large") when the ZIP would be too large. */
  readonly add: (file: NewFile) => Promise<ZipEntry>;
  /** Writes the directory, reads every file back against its digest, and gives the ZIP its name. */
  readonly finish: () => Promise<FinishedZip>;
  /** Leaves what was made for the next time. */
  readonly close: () => Promise<void>;
}

export interface ZipOptions {
  readonly file: string;
  /** What the ZIP is of: one begun for something else is begun anew. */
  readonly of: string;
  /** Stands in the ZIP as every file's time, unless it was begun earlier. */
  readonly at: Date;
  /** No more than `ZIP_LIMITS.bytes`. */
  readonly bytesMax: number;
}

export async function openUnfinishedZip(options: ZipOptions): Promise<UnfinishedZip> {
  const { file } = options;
  const [zipFile, progressFile] = [`${file}.unfinished`, `${file}.progress`];
  const before = await readProgress(progressFile, zipFile, options.of);
  const zip = await open(zipFile, before ? "r+" : "w+");
  const at = before?.at ?? options.at;
  const entries: ZipEntry[] = [...(before?.entries ?? [])];
  let end = endOf(entries.at(-1));
  await zip.truncate(end);
  // without the torn line that a kill may have left; in one step, so that a kill here costs nothing
  await writeFile(
    `${progressFile}.new`,
    [{ of: options.of, at: at.toISOString() }, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(""),
  );
  await rename(`${progressFile}.new`, progressFile);
  const progress = await open(progressFile, "a");

  const write = async (bytes: Uint8Array): Promise<void> => {
    if (end + bytes.length > options.bytesMax) throw new AppError("too-large", BUNDLE_SENTENCES.tooLarge);
    await zip.write(bytes, 0, bytes.length, end);
    end += bytes.length;
  };

  return {
    at,
    entries,
    has: (name) => entries.some((entry) => entry.name === name),
    size: () => end,
    add: async ({ name, remark, bytes, isDeflated }) => {
      if (entries.length >= ZIP_LIMITS.entries) throw new AppError("too-large", BUNDLE_SENTENCES.tooLarge);
      const offset = endOf(entries.at(-1));
      // what a failed file left behind
      end = offset;
      const blank: ZipEntry = { name, remark, isDeflated, crc: 0, packedBytes: 0, bytes: 0, offset, sha256: "" };
      await write(localHeader(blank, at));
      const body = end;
      const seen = { crc: 0, bytes: 0, hash: createHash("sha256") };
      for await (const piece of isDeflated ? deflated(bytes, seen) : watched(bytes, seen)) await write(piece);
      const entry: ZipEntry = {
        ...blank,
        crc: seen.crc,
        packedBytes: end - body,
        bytes: seen.bytes,
        sha256: seen.hash.digest("hex"),
      };
      const header = localHeader(entry, at);
      await zip.write(header, 0, header.length, offset);
      await zip.datasync();
      await progress.appendFile(`${JSON.stringify(entry)}\n`);
      await progress.datasync();
      entries.push(entry);
      return entry;
    },
    finish: async () => {
      const directoryOffset = endOf(entries.at(-1));
      end = directoryOffset;
      for (const entry of entries) await write(centralHeader(entry, at));
      await write(endOfZip(entries.length, end - directoryOffset, directoryOffset));
      await zip.truncate(end);
      await zip.sync();
      for (const entry of entries) await readBack(zip, entry);
      const sha256 = await digestOf(zip, end);
      await zip.close();
      await progress.close();
      await rename(zipFile, file);
      await rm(progressFile, { force: true });
      return { bytes: end, sha256 };
    },
    close: async () => {
      await zip.close();
      await progress.close();
    },
  };
}

function endOf(entry: ZipEntry | undefined): number {
  return entry ? entry.offset + 30 + Buffer.byteLength(entry.name) + entry.packedBytes : 0;
}

interface Begun {
  readonly at: Date;
  readonly entries: readonly ZipEntry[];
}

/** The files that stand whole in a ZIP begun for the same; undefined where there is none. A torn last line is one file less. */
async function readProgress(progressFile: string, zipFile: string, of: string): Promise<Begun | undefined> {
  const text = await readFile(progressFile, "utf8").catch(() => undefined);
  const size = await sizeOf(zipFile);
  if (text === undefined || size === undefined) return undefined;
  const [first = "", ...lines] = text.split("\n").slice(0, -1);
  const head = parseLine<{ of: string; at: string }>(first);
  if (head?.of !== of) return undefined;
  const entries: ZipEntry[] = [];
  for (const line of lines) {
    const entry = parseLine<ZipEntry>(line);
    if (!entry || endOf(entry) > size) break;
    entries.push(entry);
  }
  return { at: new Date(head.at), entries };
}

function parseLine<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  const handle = await open(file, "r").catch(() => undefined);
  if (!handle) return undefined;
  const { size } = await handle.stat();
  await handle.close();
  return size;
}

interface Seen {
  crc: number;
  bytes: number;
  readonly hash: Hash;
}

async function* watched(pieces: AsyncIterable<Uint8Array>, seen: Seen): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    seen.crc = crc32(piece, seen.crc);
    seen.bytes += piece.length;
    seen.hash.update(piece);
    yield piece;
  }
}

async function* deflated(pieces: AsyncIterable<Uint8Array>, seen: Seen): AsyncGenerator<Uint8Array> {
  const source = Readable.from(watched(pieces, seen));
  const packed = createDeflateRaw();
  source.on("error", (error) => packed.destroy(error));
  yield* source.pipe(packed);
}

/** Throws when the disk does not give back what was written. */
async function readBack(zip: FileHandle, entry: ZipEntry): Promise<void> {
  const from = endOf(entry) - entry.packedBytes;
  const hash = createHash("sha256");
  const packed = piecesOf(zip, from, entry.packedBytes);
  const source = entry.isDeflated ? Readable.from(packed).pipe(createInflateRaw()) : packed;
  for await (const piece of source) hash.update(piece as Uint8Array);
  if (hash.digest("hex") !== entry.sha256) throw new Error(`${entry.name} reads back otherwise than it was written`);
}

async function digestOf(zip: FileHandle, bytes: number): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of piecesOf(zip, 0, bytes)) hash.update(piece);
  return hash.digest("hex");
}

async function* piecesOf(zip: FileHandle, from: number, bytes: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < bytes; ) {
    const piece = Buffer.allocUnsafe(Math.min(256 * 1024, bytes - done));
    const { bytesRead } = await zip.read(piece, 0, piece.length, from + done);
    if (bytesRead === 0) throw new Error("the ZIP is shorter than what was written");
    done += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}
