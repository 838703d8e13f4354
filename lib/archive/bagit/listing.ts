/** Reads payload manifests and tag manifests of any algorithm: which file has which digest, by each of them. */
import type { BagStore } from "../bag/bag-store";
import type { BagItDeclaration } from "./bagit-declaration";
import { type BagPaths, isPortable, isUnsafePath } from "./listed-path";
import type { Remarks } from "./remarks";
import { NoTagText, tagLines } from "./tag-lines";

/** Node's name of each algorithm and its digest's length; manifests name them in small letters without signs. */
const ALGORITHMS: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  md5: { name: "md5", bytes: 16 },
  sha1: { name: "sha1", bytes: 20 },
  sha224: { name: "sha224", bytes: 28 },
  sha256: { name: "sha256", bytes: 32 },
  sha384: { name: "sha384", bytes: 48 },
  sha512: { name: "sha512", bytes: 64 },
  sha3224: { name: "sha3-224", bytes: 28 },
  sha3256: { name: "sha3-256", bytes: 32 },
  sha3384: { name: "sha3-384", bytes: 48 },
  sha3512: { name: "sha3-512", bytes: 64 },
};

export interface Listing {
  /** Its own path: `manifest-md5.txt`. */
  readonly file: string;
  readonly isTag: boolean;
  /** For `crypto.createHash`. */
  readonly algorithm: string;
  /** Digests by the path of the file in the bag. */
  readonly digests: ReadonlyMap<string, string>;
  /** Listed, but not there. */
  readonly missing: ReadonlySet<string>;
}

const MANIFEST = /^(tag)?manifest-([^/]+)\.txt$/i;

interface Sink {
  readonly digests: Map<string, string>;
  readonly missing: Set<string>;
}

/** Why a line that names a file cannot be used at all; noted, and told by false. */
function isUsable(listed: string, path: string, file: string, isTag: boolean, remarks: Remarks): boolean {
  if (isUnsafePath(listed.replace(/^\*/, ""))) remarks.error("path/unsafe", file, listed);
  else if (!isTag && !path.startsWith("data/")) remarks.error("manifest/not-payload", file, listed);
  else return true;
  return false;
}

/** One line into the sink; what is wrong with it is noted. */
function takeLine(line: string, lineNo: number, file: string, isTag: boolean, bytes: number, at: Context, sink: Sink) {
  const { paths, remarks, declaration } = at;
  const { isStrict } = declaration;
  const [, digest = "", listed = ""] = /^([0-9a-fA-F]+)[ \t]+(.+)$/s.exec(line) ?? [];
  if (digest.length !== bytes * 2) {
    remarks.error("manifest/line", file, String(lineNo));
    return;
  }
  const { path, isPresent, as } = paths.find(listed, isStrict);
  if (!isUsable(listed, path, file, isTag, remarks)) return;
  if (isTag && path.startsWith("data/")) remarks.strict(isStrict, "tag-manifest/payload", file, listed);
  if (isTag && MANIFEST.exec(path)?.[1]) remarks.strict(isStrict, "tag-manifest/lists-itself", file, listed);
  if (as === "loose") remarks.warn("path/loose", file, listed);
  if (as === "normalization") remarks.warn("path/normalization", file, listed);
  const small = digest.toLowerCase();
  const before = sink.digests.get(path);
  if (before !== undefined && before !== small) remarks.error("manifest/contradiction", file, listed);
  else if (before !== undefined && as !== "normalization") remarks.strict(isStrict, "manifest/twice", file, listed);
  sink.digests.set(path, before ?? small);
  if (!isPresent) sink.missing.add(path);
}

/**
 * Names that differ only in case or Unicode form. A system that cannot tell them apart keeps one file for both: the other one
 * is then not missing if its digest is the same.
 */
function joinLookAlikes(file: string, sink: Sink, remarks: Remarks): void {
  const seen = new Map<string, string>();
  for (const [path, digest] of sink.digests) {
    const folded = path.normalize("NFC").toLowerCase();
    const twin = seen.get(folded);
    seen.set(folded, path);
    if (twin === undefined) continue;
    remarks.warn("path/look-alike", file, `${twin} · ${path}`);
    if (sink.digests.get(twin) !== digest) continue;
    for (const [gone, there] of [
      [twin, path],
      [path, twin],
    ] as const)
      if (sink.missing.has(gone) && !sink.missing.has(there)) {
        sink.missing.delete(gone);
        sink.digests.delete(gone);
      }
  }
}

export interface Context {
  readonly store: BagStore;
  readonly paths: BagPaths;
  readonly declaration: BagItDeclaration;
  readonly remarks: Remarks;
}

/** Calls back for each line of a tag file; notes a byte order mark, and text that is none. */
export async function forEachTagLine(
  at: Context,
  file: string,
  visit: (line: string, lineNo: number) => void,
): Promise<void> {
  const opened = await at.store.openFile(file);
  if (!opened) return;
  try {
    let lineNo = 0;
    for (const line of tagLines(opened.source, at.declaration.encoding)) {
      if (++lineNo === 1 && line.startsWith("\ufeff")) {
        at.remarks.warn("tag-file/bom", file);
        visit(line.slice(1), lineNo);
      } else visit(line, lineNo);
    }
  } catch (cause) {
    if (!(cause instanceof NoTagText)) throw cause;
    at.remarks.error("tag-file/text", file, at.declaration.encodingName);
  } finally {
    opened.close();
  }
}

/** Every manifest at the bag's root. */
export async function readListings(at: Context): Promise<readonly Listing[]> {
  const listings: Listing[] = [];
  for (const file of [...at.paths.all()].filter((path) => MANIFEST.test(path)).sort()) {
    const [, tag, named = ""] = MANIFEST.exec(file) ?? [];
    const algorithm = ALGORITHMS[named.toLowerCase().replace(/[^a-z0-9]/g, "")];
    if (!algorithm) {
      at.remarks.error("manifest/algorithm", file, named);
      continue;
    }
    const isTag = tag !== undefined;
    const sink: Sink = { digests: new Map(), missing: new Set() };
    await forEachTagLine(at, file, (line, lineNo) => {
      if (line.trim() !== "") takeLine(line, lineNo, file, isTag, algorithm.bytes, at, sink);
    });
    joinLookAlikes(file, sink, at.remarks);
    for (const path of sink.digests.keys()) if (!isPortable(path)) at.remarks.warn("path/not-portable", file, path);
    listings.push({ file, isTag, algorithm: algorithm.name, ...sink });
  }
  return listings;
}
