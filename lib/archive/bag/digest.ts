/** Check sums of bag files: which algorithms there are, and whether bytes are those that a manifest names. */
import { createHash, hash } from "node:crypto";
import type { ByteSource } from "../gzip/byte-source";

export const ALGORITHMS = ["sha256", "sha512"] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export const DIGEST_BYTES: Readonly<Record<Algorithm, number>> = { sha256: 32, sha512: 64 };

/** What the manifests say of one file, by algorithm. */
export type ExpectedDigests = Partial<Readonly<Record<Algorithm, Buffer>>>;

export interface Mismatch {
  /** Hexadecimal, as the manifest has it. */
  readonly expected: string;
  readonly found: string;
}

const PIECE_BYTES = 1 << 20;

/** Compares whole bytes with every digest given; undefined if all agree. */
export function findMismatch(bytes: Uint8Array, expected: ExpectedDigests): Mismatch | undefined {
  for (const algorithm of ALGORITHMS) {
    const digest = expected[algorithm];
    if (!digest) continue;
    const found = hash(algorithm, bytes, "buffer");
    if (!found.equals(digest)) return { expected: digest.toString("hex"), found: found.toString("hex") };
  }
  return undefined;
}

/** The same for a file that is read piece by piece. */
export function findSourceMismatch(source: ByteSource, expected: ExpectedDigests): Mismatch | undefined {
  const running = ALGORITHMS.flatMap((algorithm) => {
    const digest = expected[algorithm];
    return digest ? [{ digest, hash: createHash(algorithm) }] : [];
  });
  for (let position = 0; position < source.sizeBytes; ) {
    const piece = source.read(position, PIECE_BYTES);
    if (piece.length === 0) break;
    for (const one of running) one.hash.update(piece);
    position += piece.length;
  }
  for (const { digest, hash: one } of running) {
    const found = one.digest();
    if (!found.equals(digest)) return { expected: digest.toString("hex"), found: found.toString("hex") };
  }
  return undefined;
}
