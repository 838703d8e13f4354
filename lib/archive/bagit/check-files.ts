/** Completeness and check sums of a bag: every listed file is there as listed, every payload file is listed. */
import { createHash } from "node:crypto";
import type { Context, Listing } from "./listing";

const PIECE_BYTES = 1 << 20;

export interface PayloadSize {
  readonly bytes: number;
  readonly files: number;
}

/** Compares one file with its digest in every listing that has it. */
async function checkDigests(at: Context, path: string, listings: readonly Listing[]): Promise<void> {
  const wanted = listings.filter((listing) => listing.digests.has(path));
  const file = await at.store.openFile(path);
  // a container may name what it does not hold
  if (!file) {
    for (const listing of wanted) at.remarks.error("file/missing", listing.file, path);
    return;
  }
  try {
    const hashes = new Map(wanted.map((listing) => [listing.algorithm, createHash(listing.algorithm)]));
    for (let position = 0; position < file.sizeBytes; ) {
      const piece = file.source.read(position, PIECE_BYTES);
      if (piece.length === 0) break;
      for (const hash of hashes.values()) hash.update(piece);
      position += piece.length;
    }
    const found = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest("hex")]));
    for (const listing of wanted)
      if (found.get(listing.algorithm) !== listing.digests.get(path))
        at.remarks.error("file/checksum", listing.file, path);
  } finally {
    file.close();
  }
}

/** Every file that is listed: there, and with these bytes. */
export async function checkListedFiles(at: Context, listings: readonly Listing[]): Promise<void> {
  for (const [index, listing] of listings.entries()) {
    for (const path of listing.digests.keys()) {
      if (listing.missing.has(path)) at.remarks.error("file/missing", listing.file, path);
      else if (!listings.slice(0, index).some((earlier) => earlier.digests.has(path)))
        await checkDigests(at, path, listings);
    }
  }
}

/** Every payload file: in every manifest from BagIt 1.0 on, in one of them before (RFC 8493, 3). */
export function checkUnlistedFiles(at: Context, manifests: readonly Listing[]): void {
  for (const path of at.paths.all()) {
    if (!path.startsWith("data/")) continue;
    const lacking = manifests.filter((manifest) => !manifest.digests.has(path));
    const isNowhere = lacking.length === manifests.length;
    for (const manifest of lacking)
      at.remarks.strict(at.declaration.isStrict || isNowhere, "file/unlisted", manifest.file, path);
  }
}

/** A tag manifest of BagIt 1.0 lists every payload manifest and no tag manifest (RFC 8493, 2.2.1). */
export function checkTagManifests(at: Context, listings: readonly Listing[]): void {
  const manifests = listings.filter((listing) => !listing.isTag);
  for (const tag of listings.filter((listing) => listing.isTag))
    for (const manifest of manifests)
      if (!tag.digests.has(manifest.file))
        at.remarks.strict(at.declaration.isStrict, "tag-manifest/lacks-manifest", tag.file, manifest.file);
}

/** Bytes and files below data/. */
export async function measurePayload(at: Context): Promise<PayloadSize> {
  let [bytes, files] = [0, 0];
  for (const path of at.paths.all()) {
    if (!path.startsWith("data/")) continue;
    const file = await at.store.openFile(path);
    if (!file) continue;
    bytes += file.sizeBytes;
    files++;
    file.close();
  }
  return { bytes, files };
}
