/**
 * Reads what can be read of a damaged gzip file (RFC 1952): every byte before a break, and every later member that is whole
 * or begins soundly. Slow and patient; sound files are inflated by zlib and never come here.
 */
import { crc32 } from "node:zlib";
import type { ByteSource } from "./byte-source";
import { inflate } from "./inflate";

export type SalvageEvent =
  /** A member begins here; what follows up to the next one is judged by its own check sum. */
  | { readonly kind: "member" }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** Something is missing here. */
  | { readonly kind: "cut"; readonly code: "file/truncated" | "file/corrupt" }
  /** Everything of a member was inflated, but its check sum says that some of it is wrong. */
  | { readonly kind: "doubt" }
  /** After the last member stand bytes that are no gzip. */
  | { readonly kind: "rest" };

const FLAG_CRC = 2;
const FLAG_EXTRA = 4;
const FLAG_NAME = 8;
const FLAG_COMMENT = 16;
const RESERVED_FLAGS = 0xe0;
const MAX_HEADER_BYTES = 1 << 16;
const SEARCH_BYTES = 1 << 16;
const TRIAL_BYTES = 64;

function isMemberStart(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 0x1f &&
    bytes[at + 1] === 0x8b &&
    bytes[at + 2] === 8 &&
    ((bytes[at + 3] ?? 0xff) & RESERVED_FLAGS) === 0
  );
}

/** Length of the member header at `position`; "truncated" if the file ends within it, undefined if there is none. */
function headerLength(source: ByteSource, position: number): number | "truncated" | undefined {
  const bytes = source.read(position, MAX_HEADER_BYTES);
  const isPrefix = [0x1f, 0x8b, 8].every((byte, index) => index >= bytes.length || bytes[index] === byte);
  if (bytes.length < 10) return isPrefix ? "truncated" : undefined;
  if (!isMemberStart(bytes, 0)) return undefined;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & FLAG_EXTRA) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
  for (const flag of [FLAG_NAME, FLAG_COMMENT]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return bytes.length < MAX_HEADER_BYTES ? "truncated" : undefined;
    at = end + 1;
  }
  if (flags & FLAG_CRC) at += 2;
  return at > bytes.length ? "truncated" : at;
}

/** Whether a member that can be inflated, at least for a while, begins there. */
function isPlausibleMember(source: ByteSource, position: number): boolean {
  const header = headerLength(source, position);
  if (typeof header !== "number") return false;
  const steps = inflate(source, position + header);
  let count = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value.end === "complete" || count >= TRIAL_BYTES;
    count += step.value.length;
    if (count >= TRIAL_BYTES) return true;
  }
}

/** The next position from `from` on where a member begins; -1 if there is none. */
function findMember(source: ByteSource, from: number): number {
  for (let position = from; position < source.sizeBytes; position += SEARCH_BYTES) {
    // four bytes more, so that a header across the edge is seen
    const bytes = Buffer.from(source.read(position, SEARCH_BYTES + 4));
    for (let at = bytes.indexOf(0x1f); at >= 0 && at < SEARCH_BYTES; at = bytes.indexOf(0x1f, at + 1))
      if (isMemberStart(bytes, at) && isPlausibleMember(source, position + at)) return position + at;
  }
  return -1;
}

function isZeroRest(source: ByteSource, from: number): boolean {
  for (let position = from; position < source.sizeBytes; position += SEARCH_BYTES)
    if (source.read(position, SEARCH_BYTES).some((byte) => byte !== 0)) return false;
  return true;
}

/**
 * With the first header destroyed, the stream may still begin at its usual place: accepted only if it inflates to the
 * beginning that the file must have.
 */
function findHeadlessStart(source: ByteSource, beginning: Uint8Array): number {
  for (let position = 10; position < Math.min(300, source.sizeBytes); position++) {
    const first = inflate(source, position).next();
    if (!first.done && Buffer.compare(first.value.subarray(0, beginning.length), beginning) === 0) return position;
  }
  return -1;
}

interface MemberEnd {
  readonly position: number;
  readonly broken: "file/truncated" | "file/corrupt" | null;
  /** Read to an end, but not to the one it had. */
  readonly isDoubtful: boolean;
}

/** Inflates one member's stream; gives where to go on, and how it broke if it did. */
function* salvageMember(source: ByteSource, start: number): Generator<SalvageEvent, MemberEnd> {
  yield { kind: "member" };
  const steps = inflate(source, start);
  let checksum = 0;
  let length = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    checksum = crc32(step.value, checksum);
    length += step.value.length;
    yield { kind: "bytes", bytes: step.value };
  }
  const { end, position } = step.value;
  const isDoubtful = false;
  if (end !== "complete")
    return { position, broken: end === "truncated" ? "file/truncated" : "file/corrupt", isDoubtful };
  const trailer = Buffer.from(source.read(position, 8));
  if (trailer.length < 8) return { position: source.sizeBytes, broken: "file/truncated", isDoubtful };
  const isSound = trailer.readUInt32LE(0) === checksum && trailer.readUInt32LE(4) === length % 2 ** 32;
  if (!isSound) yield { kind: "doubt" };
  return { position: position + 8, broken: null, isDoubtful: !isSound };
}

/**
 * @param beginning what the inflated file begins with if it is sound (its header row), to find a stream whose gzip header is lost
 */
export function* salvage(source: ByteSource, beginning: Uint8Array): Generator<SalvageEvent, void> {
  let position = 0;
  while (position < source.sizeBytes || position === 0) {
    const header = headerLength(source, position);
    if (header === "truncated") {
      yield { kind: "cut", code: "file/truncated" };
      return;
    }
    if (header !== undefined) {
      const member = yield* salvageMember(source, position + header);
      if (member.broken === null && !member.isDoubtful) {
        position = member.position;
        continue;
      }
      // a broken stream may have run on into the next member before it broke: search from its beginning
      const next = findMember(source, position + header);
      if (member.broken === null && (next < 0 || next === member.position)) {
        position = member.position;
        continue;
      }
      yield { kind: "cut", code: next < 0 ? (member.broken ?? "file/corrupt") : "file/corrupt" };
      if (next < 0) return;
      position = next;
      continue;
    }
    if (position > 0 && isZeroRest(source, position)) return;
    const headless = position === 0 ? findHeadlessStart(source, beginning) : -1;
    if (headless >= 0) {
      const member = yield* salvageMember(source, headless);
      position = member.position;
      yield { kind: "doubt" };
      if (member.broken === null) continue;
      yield { kind: "cut", code: member.broken };
      return;
    }
    const next = findMember(source, position + 1);
    if (next < 0) {
      yield position === 0 ? { kind: "cut", code: "file/corrupt" } : { kind: "rest" };
      return;
    }
    yield { kind: "cut", code: "file/corrupt" };
    position = next;
  }
}
