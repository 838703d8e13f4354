/** Reads a bag's payload manifest, however long, into little memory (RFC 8493, 2.1.3). */
import type { ByteSource } from "../gzip/byte-source";
import { type Algorithm, DIGEST_BYTES } from "./digest";
import type { BagLimits } from "./limits";
import { hasKey, lowerBound } from "./path-set";
import { type PathKey, parsePartitionPath, pathOfKey, unsafePathReason } from "./payload-path";
import { refuseBag } from "./refuse";

const PIECE_BYTES = 1 << 20;
const MAX_LINE_BYTES = 1 << 13;

export interface Manifest {
  readonly algorithm: Algorithm;
  /** Partition files, sorted, each once. */
  readonly keys: Float64Array;
  readonly others: ReadonlyMap<string, Buffer>;
  digestOf(path: string): Buffer | undefined;
  digestOfKey(key: PathKey): Buffer | undefined;
}

/** Calls back for each line, without its line end, with its number. */
export function forEachLine(source: ByteSource, visit: (line: string, lineNo: number) => void): void {
  let carry: Buffer = Buffer.alloc(0);
  let lineNo = 0;
  const emit = (bytes: Buffer) => {
    const line = bytes.toString("utf8");
    visit(line.endsWith("\r") ? line.slice(0, -1) : line, ++lineNo);
  };
  for (let position = 0; position < source.sizeBytes; ) {
    const piece = source.read(position, PIECE_BYTES);
    if (piece.length === 0) break;
    position += piece.length;
    // the source's view is overwritten by its next read
    const bytes = Buffer.concat([carry, piece]);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      emit(bytes.subarray(from, end));
      from = end + 1;
    }
    carry = bytes.subarray(from);
    if (carry.length > MAX_LINE_BYTES) refuseBag(`บรรทัดที่ ${lineNo + 1} ของ manifest ยาวผิดปกติ`);
  }
  if (carry.length > 0) emit(carry);
}

/** One line's digest and path; undefined if it is no manifest line. */
export function parseManifestLine(line: string, algorithm: Algorithm): { digest: string; path: string } | undefined {
  const length = DIGEST_BYTES[algorithm] * 2;
  const digest = line.slice(0, length);
  const rest = /^[ \t]+\*?(.+)$/.exec(line.slice(length));
  if (digest.length < length || !/^[0-9a-fA-F]+$/.test(digest) || !rest) return undefined;
  const named = rest[1] ?? "";
  if (!named.includes("%")) return { digest: digest.toLowerCase(), path: named };
  const path = named.replace(/%(0[aAdD]|25)/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  return { digest: digest.toLowerCase(), path };
}

/** Sorts partition files by key; the same file twice is refused unless both lines agree. */
function sealKeys(keys: Float64Array, digests: Buffer, digestBytes: number) {
  const digestAt = (index: number) => digests.subarray(index * digestBytes, (index + 1) * digestBytes);
  const order = new Uint32Array(keys.length).map((_, index) => index);
  order.sort((left, right) => (keys[left] as number) - (keys[right] as number));
  const sorted = new Float64Array(keys.length);
  const moved = Buffer.allocUnsafe(digests.length);
  let count = 0;
  for (const index of order) {
    const key = keys[index] as number;
    if (count > 0 && sorted[count - 1] === key) {
      if (!moved.subarray((count - 1) * digestBytes, count * digestBytes).equals(digestAt(index)))
        refuseBag(`manifest ระบุไฟล์เดียวกันสองครั้งไม่ตรงกัน (${pathOfKey(key)})`);
      continue;
    }
    sorted[count] = key;
    digestAt(index).copy(moved, count * digestBytes);
    count++;
  }
  return { sorted: sorted.slice(0, count), moved: moved.subarray(0, count * digestBytes) };
}

/** Names that a system without upper and lower case, or with another Unicode form, takes for the same file. */
function refuseLookAlikes(others: ReadonlyMap<string, Buffer>, keys: Float64Array): void {
  const seen = new Map<string, string>();
  for (const path of others.keys()) {
    const folded = path.normalize("NFC").toLowerCase();
    const key = parsePartitionPath(folded);
    const twin = seen.get(folded) ?? (key !== undefined && hasKey(keys, key) ? folded : undefined);
    if (twin !== undefined) refuseBag(`manifest มีชื่อไฟล์ที่ต่างกันเพียงตัวพิมพ์หรือรูปอักขระ (${twin} และ ${path})`);
    seen.set(folded, path);
  }
}

/** Throws AppError("bag/refused") for lines that cannot be read, paths that leave the bag, and contradictions. */
export function readManifest(source: ByteSource, algorithm: Algorithm, limits: BagLimits): Manifest {
  const name = `manifest-${algorithm}.txt`;
  const digestBytes = DIGEST_BYTES[algorithm];
  if (source.sizeBytes > limits.maxManifestBytes) refuseBag(`${name} ใหญ่ผิดปกติ`);
  let keys = new Float64Array(1024);
  let digests = Buffer.allocUnsafe(1024 * digestBytes);
  let count = 0;
  const others = new Map<string, Buffer>();
  forEachLine(source, (text, lineNo) => {
    const line = lineNo === 1 ? text.replace(/^\ufeff/, "") : text;
    if (line.trim() === "") return;
    const parsed = parseManifestLine(line, algorithm);
    if (!parsed) return refuseBag(`อ่านบรรทัดที่ ${lineNo} ของ ${name} ไม่ได้`);
    const { digest, path } = parsed;
    // the name of a partition's file is safe by its form
    const key = parsePartitionPath(path);
    if (key === undefined) {
      const reason = unsafePathReason(path) ?? (path.startsWith("data/") ? undefined : "ไม่อยู่ใต้ data/");
      if (reason)
        refuseBag(`ชื่อไฟล์ในบรรทัดที่ ${lineNo} ของ ${name} ใช้ไม่ได้ (${JSON.stringify(path.slice(0, 200))} ${reason})`);
      const bytes = Buffer.from(digest, "hex");
      if (others.get(path)?.equals(bytes) === false) refuseBag(`${name} ระบุไฟล์เดียวกันสองครั้งไม่ตรงกัน (${path})`);
      others.set(path, bytes);
      if (others.size > limits.maxOtherFiles)
        refuseBag(`${name} ระบุไฟล์ที่ไม่ใช่ตารางข้อมูลมากกว่า ${limits.maxOtherFiles} ไฟล์`);
      return;
    }
    if (count === keys.length) {
      if (count > limits.maxFiles) refuseBag(`${name} ระบุไฟล์มากกว่า ${limits.maxFiles} ไฟล์`);
      const grown = new Float64Array(count * 2);
      grown.set(keys);
      keys = grown;
      digests = Buffer.concat([digests, Buffer.allocUnsafe(digests.length)]);
    }
    keys[count] = key;
    digests.write(digest, count * digestBytes, "hex");
    count++;
  });
  const { sorted, moved } = sealKeys(keys.subarray(0, count), digests.subarray(0, count * digestBytes), digestBytes);
  refuseLookAlikes(others, sorted);
  const digestOfKey = (key: PathKey) => {
    const index = lowerBound(sorted, key);
    return sorted[index] === key ? moved.subarray(index * digestBytes, (index + 1) * digestBytes) : undefined;
  };
  return {
    algorithm,
    keys: sorted,
    others,
    digestOfKey,
    digestOf: (path) => {
      const key = parsePartitionPath(path);
      return key === undefined ? others.get(path) : digestOfKey(key);
    },
  };
}
