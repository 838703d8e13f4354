/** Reads `fetch.txt` (RFC 8493, 2.2.3): a bag is complete only when all that it names has been fetched. Nothing is fetched here. */
import { isUnsafePath } from "./listed-path";
import { type Context, forEachTagLine, type Listing } from "./listing";

const FILE = "fetch.txt";

function checkLine(at: Context, manifests: readonly Listing[], line: string, lineNo: number): void {
  const { remarks, declaration } = at;
  const [, url = "", length = "", listed = ""] = /^(\S+)[ \t]+(\S+)[ \t]+(.+)$/s.exec(line) ?? [];
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url) || !/^(\d+|-)$/.test(length) || listed === "")
    remarks.error("fetch/line", FILE, String(lineNo));
  else if (isUnsafePath(listed)) remarks.error("path/unsafe", FILE, listed);
  else {
    const { path, isPresent } = at.paths.find(listed, declaration.isStrict);
    const isListed = manifests.some((manifest) => manifest.digests.has(path));
    if (!path.startsWith("data/")) remarks.strict(declaration.isStrict, "fetch/not-payload", FILE, listed);
    else if (!isPresent) remarks.error("fetch/not-fetched", FILE, listed);
    else if (!isListed) remarks.strict(declaration.isStrict, "fetch/not-in-manifest", FILE, listed);
  }
}

export async function checkFetch(at: Context, manifests: readonly Listing[]): Promise<void> {
  if (!at.paths.has(FILE)) return;
  await forEachTagLine(at, FILE, (line, lineNo) => {
    if (line.trim() !== "") checkLine(at, manifests, line, lineNo);
  });
}
