/** Writes a sound bag with a draft's faults to a new folder, manifests and all, as whoever extracted it would have delivered it. */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Draft } from "./draft";

export function writeDamagedBag(draft: Draft, root: string): void {
  cpSync(draft.books.root, root, { recursive: true });
  const manifest = path.join(root, "manifest-sha256.txt");
  const lines = new Map<string, string>();
  for (const line of readFileSync(manifest, "utf8").split("\n"))
    if (line !== "") lines.set(line.slice(line.indexOf("data/")), line);
  for (const [at, { listed, stored }] of draft.changed) {
    if (listed) lines.set(at, `${createHash("sha256").update(listed).digest("hex")}  ${at}`);
    else lines.delete(at);
    const place = path.join(root, at);
    if (stored) writeFileSync(place, stored);
    else rmSync(place);
  }
  for (const [at, bytes] of draft.strays) {
    mkdirSync(path.dirname(path.join(root, at)), { recursive: true });
    writeFileSync(path.join(root, at), bytes);
  }
  writeFileSync(manifest, `${[...lines.values()].join("\n")}\n`);
  // a tag manifest would vouch for the old one
  rmSync(path.join(root, "tagmanifest-sha256.txt"), { force: true });
}
