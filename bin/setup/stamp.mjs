/** Fingerprints of source files: what was built from them need not be built again. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "./install.mjs";

/** sha256 over names and contents of the given files and folders (relative to the project). */
export function stampOf(places) {
  const hash = createHash("sha256");
  const visit = (place) => {
    const full = path.join(root, place);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(path.posix.join(place, name));
    } else {
      hash.update(place).update("\0").update(readFileSync(full)).update("\0");
    }
  };
  for (const place of places) visit(place);
  return hash.digest("hex");
}
