/**
 * A bag in a ZIP that holds exactly one folder. The central directory is read once into arrays; links, encryption, names that
 * leave the bag, the same name twice and sizes that no archive of tables has refuse it.
 */
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { type Entry, fromFdPromise } from "yauzl";
import { AppError } from "@/lib/errors/app-error";
import { bufferSource, fileSource } from "../gzip/byte-source";
import { inflate } from "../gzip/inflate";
import type { BagStore, StoredFile } from "./bag-store";
import type { BagLimits } from "./limits";
import { createPathSet, hasKey, lowerBound } from "./path-set";
import { parsePartitionPath, unsafePathReason } from "./payload-path";
import { refuseBag } from "./refuse";

/** Larger deflated files are inflated into a temporary file, so that memory stays bounded. */
const IN_MEMORY_BYTES = 16 * 2 ** 20;
const UNIX = 3;
const KIND_MASK = 0o170000;
const KIND_FOLDER = 0o040000;
const KIND_FILE = 0o100000;
const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 0x04034b50;

/** Where a ZIP keeps one file. */
interface Place {
  readonly offset: number;
  readonly storedBytes: number;
  readonly sizeBytes: number;
  readonly method: number;
}

function entryName(entry: Entry): string {
  const name = new TextDecoder("utf-8", { fatal: true });
  try {
    return name.decode(entry.fileNameRaw);
  } catch (cause) {
    return refuseBag("มีชื่อไฟล์ใน ZIP ที่อ่านไม่ได้ (ต้องเป็น UTF-8)", cause);
  }
}

/** Refuses an entry that is no plain file or folder inside the bag; gives its name without the slash of a folder. */
function checkEntry(entry: Entry, limits: BagLimits): { name: string; isFolder: boolean } {
  const name = entryName(entry);
  const isFolder = name.endsWith("/");
  const plain = isFolder ? name.slice(0, -1) : name;
  const reason = unsafePathReason(plain);
  if (reason) refuseBag(`ชื่อไฟล์ใน ZIP ใช้ไม่ได้ (${JSON.stringify(plain.slice(0, 200))} ${reason})`);
  const kind = entry.versionMadeBy >>> 8 === UNIX ? (entry.externalFileAttributes >>> 16) & KIND_MASK : 0;
  if (kind !== 0 && kind !== (isFolder ? KIND_FOLDER : KIND_FILE))
    refuseBag(`มีลิงก์หรือสิ่งที่ไม่ใช่ไฟล์ธรรมดาใน ZIP (${plain})`);
  if (entry.isEncrypted()) refuseBag("ZIP มีรหัสผ่าน โปรดแตกไฟล์ก่อน");
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    refuseBag(`ZIP ใช้วิธีบีบอัดที่ไม่รองรับ (${plain})`);
  if (entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > entry.compressedSize * limits.maxRatio)
    refuseBag(`ไฟล์ใน ZIP กางออกใหญ่ผิดปกติ (${plain})`);
  return { name: plain, isFolder };
}

/** Places by path: partition files by their sorted keys, the others in a map. */
function createPlaces(count: number) {
  const fields = { offset: new Float64Array(count), stored: new Float64Array(count), size: new Float64Array(count) };
  const methods = new Uint8Array(count);
  const keys = new Float64Array(count);
  const others = new Map<string, number>();
  let used = 0;
  let order: Uint32Array | undefined;
  let sorted = new Float64Array(0);
  const at = (index: number): Place => ({
    offset: fields.offset[index] as number,
    storedBytes: fields.stored[index] as number,
    sizeBytes: fields.size[index] as number,
    method: methods[index] as number,
  });
  return {
    add(name: string, entry: Entry) {
      if (others.has(name)) refuseBag(`ZIP มีไฟล์ชื่อเดียวกันสองไฟล์ (${name})`);
      const key = parsePartitionPath(name);
      keys[used] = key ?? -1;
      if (key === undefined) others.set(name, used);
      fields.offset[used] = entry.relativeOffsetOfLocalHeader;
      fields.stored[used] = entry.compressedSize;
      fields.size[used] = entry.uncompressedSize;
      methods[used] = entry.compressionMethod;
      used++;
    },
    seal() {
      order = new Uint32Array(used)
        .map((_, index) => index)
        .sort((left, right) => (keys[left] as number) - (keys[right] as number));
      sorted = Float64Array.from(order, (index) => keys[index] as number);
      for (let index = 1; index < sorted.length; index++)
        if (sorted[index] === sorted[index - 1] && sorted[index] !== -1) refuseBag("ZIP มีไฟล์ชื่อเดียวกันสองไฟล์");
    },
    find(name: string): Place | undefined {
      const key = parsePartitionPath(name);
      if (key === undefined) {
        const index = others.get(name);
        return index === undefined ? undefined : at(index);
      }
      const index = hasKey(sorted, key) ? order?.[lowerBound(sorted, key)] : undefined;
      return index === undefined ? undefined : at(index);
    },
  };
}

function readAt(fd: number, position: number, length: number): Buffer {
  return Buffer.from(fileSource(fd, position, length).read(0, length));
}

/** Where the entry's bytes begin: after its local header, which is read for its lengths alone. */
function dataStart(fd: number, place: Place): number | undefined {
  const header = readAt(fd, place.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) return undefined;
  return place.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function stored(bytes: Buffer, isCutShort: boolean): StoredFile {
  return { sizeBytes: bytes.length, source: bufferSource(bytes), isCutShort, readAll: () => bytes, close() {} };
}

/** Inflates into a temporary file that has no name any more once it is open. */
function spill(fd: number, start: number, place: Place): StoredFile {
  const folder = mkdtempSync(path.join(tmpdir(), "bag-"));
  const target = openSync(path.join(folder, "file"), "wx+", 0o600);
  rmSync(folder, { recursive: true });
  let length = 0;
  const steps = inflate(fileSource(fd, start, place.storedBytes), 0);
  let step = steps.next();
  for (; !step.done && length <= place.sizeBytes; step = steps.next()) length += writeSync(target, step.value);
  const isCutShort = length !== place.sizeBytes;
  const read = (bytes: Buffer) => {
    let got = 0;
    for (let count = -1; got < bytes.length && count !== 0; got += count)
      count = readSync(target, bytes, got, bytes.length - got, got);
    return bytes;
  };
  return {
    sizeBytes: length,
    source: fileSource(target, 0, length),
    isCutShort,
    readAll: () => read(Buffer.allocUnsafe(length)),
    close: () => closeSync(target),
  };
}

function openPlace(fd: number, place: Place): StoredFile {
  const start = dataStart(fd, place);
  if (start === undefined) return stored(Buffer.alloc(0), true);
  if (place.method === STORED) {
    if (place.sizeBytes > IN_MEMORY_BYTES)
      return {
        sizeBytes: place.storedBytes,
        source: fileSource(fd, start, place.storedBytes),
        isCutShort: false,
        readAll: () => readAt(fd, start, place.storedBytes),
        close() {},
      };
    const bytes = readAt(fd, start, place.storedBytes);
    return stored(bytes, bytes.length < place.storedBytes);
  }
  if (place.sizeBytes > IN_MEMORY_BYTES) return spill(fd, start, place);
  const packed = readAt(fd, start, place.storedBytes);
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, place.sizeBytes) });
    return stored(bytes, bytes.length !== place.sizeBytes);
  } catch {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (const piece of inflate(bufferSource(packed), 0)) {
      pieces.push(piece.subarray(0, place.sizeBytes - length));
      length += piece.length;
      if (length >= place.sizeBytes) break;
    }
    return stored(Buffer.concat(pieces), true);
  }
}

/** Opens a ZIP; throws AppError("bag/refused") for every one that is not exactly one folder of plain files. */
export async function openZipStore(file: string, limits: BagLimits): Promise<BagStore> {
  const fd = openSync(file, "r");
  try {
    const zip = await fromFdPromise(fd, { lazyEntries: true, autoClose: false, decodeStrings: false });
    if (zip.entryCount > limits.maxFiles * 2) refuseBag(`ZIP มีไฟล์มากกว่า ${limits.maxFiles} ไฟล์`);
    const places = createPlaces(Math.min(zip.entryCount, limits.maxFiles * 2));
    const paths = createPathSet(limits);
    let root: string | undefined;
    let [sizeBytes, storedBytes] = [0, 0];
    for await (const entry of zip.eachEntry()) {
      const { name, isFolder } = checkEntry(entry, limits);
      const [top = "", ...rest] = name.split("/");
      root ??= top;
      if (top !== root || (rest.length === 0 && !isFolder))
        refuseBag(`ZIP ต้องมีโฟลเดอร์ชุดข้อมูลโฟลเดอร์เดียวเท่านั้น (พบ ${root} และ ${name})`);
      sizeBytes += entry.uncompressedSize;
      storedBytes += entry.compressedSize;
      if (isFolder) continue;
      const inside = rest.join("/");
      places.add(inside, entry);
      paths.add(inside);
    }
    places.seal();
    // bytes shared between entries make a small ZIP huge
    if (sizeBytes > limits.maxZipBytes || storedBytes > fstatSync(fd).size) refuseBag("ขนาดไฟล์ใน ZIP รวมกันไม่สมเหตุผล");
    return {
      paths: paths.build(),
      async openFile(at) {
        const place = places.find(at);
        return place && openPlace(fd, place);
      },
      close: async () => closeSync(fd),
    };
  } catch (cause) {
    closeSync(fd);
    if (cause instanceof AppError) throw cause;
    return refuseBag("เปิด ZIP ไม่ได้ ไฟล์อาจขาดหรือเสียหายระหว่างส่ง", cause);
  }
}
