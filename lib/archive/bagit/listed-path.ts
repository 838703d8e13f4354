/** Paths as manifests and fetch.txt write them: which stay in the bag, and which file of the bag each one means. */
import type { BagStore } from "../bag/bag-store";
import { hasKey } from "../bag/path-set";
import { parsePartitionPath, pathOfKey } from "../bag/payload-path";

/** True if the path, joined to some folder of some system, could name a place outside of it. */
export function isUnsafePath(path: string): boolean {
  if (path === "" || path.includes("\0")) return true;
  if (/^[/~\\]|^[A-Za-z]:|^%[^%/]+%[\\/]/.test(path)) return true;
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** `./data/a/../b` → `data/b` */
function collapse(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/"))
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  return parts.join("/");
}

/** What RFC 8493, 2.1.3 has encoded: line ends and the percent sign, nothing else. */
function decodePercent(path: string): string {
  return path.replace(/%(0[aAdD]|25)/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** Only line ends, as the drafts before 1.0 had it. */
function decodeLineEnds(path: string): string {
  return path.replace(/%0[aAdD]/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

export type ListedAs = "exact" | "loose" | "normalization";

export interface ListedPath {
  /** The file's path in the bag; where there is none, the path that was meant. */
  readonly path: string;
  readonly isPresent: boolean;
  readonly as: ListedAs;
}

export interface BagPaths {
  has(path: string): boolean;
  all(): Iterable<string>;
  /** The file that a listed path means. Decoded names come first in BagIt 1.0, names as they stand in the drafts. */
  find(listed: string, isStrict: boolean): ListedPath;
}

const FOLD = (path: string) => path.normalize("NFC");

export function readBagPaths(store: BagStore): BagPaths {
  const { others, keys } = store.paths;
  const has = (path: string) => {
    if (others.has(path)) return true;
    const key = parsePartitionPath(path);
    return key !== undefined && hasKey(keys, key);
  };
  let folded: Map<string, string> | undefined;
  function* all(): Generator<string> {
    yield* others;
    for (const key of keys) yield pathOfKey(key);
  }
  return {
    has,
    all,
    find(listed, isStrict) {
      if (!listed.includes("%") && has(listed)) return { path: listed, isPresent: true, as: "exact" };
      const decoded = decodePercent(listed);
      const half = decodeLineEnds(listed);
      const names = isStrict ? [decoded, half, listed] : [listed, half, decoded];
      const [first = listed] = names;
      const found = names.find(has);
      if (found !== undefined)
        return { path: found, isPresent: true, as: isStrict && found !== first ? "loose" : "exact" };
      // md5sum marks binary reading with a star; some tools write ./ first
      const loose = names.flatMap((name) => [collapse(name), collapse(name.replace(/^\*/, ""))]);
      const meant = loose.find(has);
      if (meant !== undefined) return { path: meant, isPresent: true, as: "loose" };
      folded ??= new Map([...all()].map((path) => [FOLD(path), path]));
      for (const name of [...names, ...loose]) {
        const twin = folded.get(FOLD(name));
        if (twin !== undefined) return { path: twin, isPresent: true, as: "normalization" };
      }
      return {
        path: collapse((isStrict ? decoded : half).replace(/^\*(?=\.?\/?data\/)/, "")),
        isPresent: false,
        as: "exact",
      };
    },
  };
}

/** Names that some systems cannot have: a reserved device, a sign they forbid, an end they drop. */
export function isPortable(path: string): boolean {
  return path
    .split("/")
    .every(
      (part) => !/[<>:"|?*\\\p{Cc}]|[. ]$/u.test(part) && !/^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i.test(part),
    );
}
