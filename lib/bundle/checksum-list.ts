/** `SHA256SUMS.txt`: a line a file as `sha256sum --check` reads it, in the folder that the ZIP was unpacked into. */
import type { ZipEntry } from "./zip-records";

export function checksumList(entries: readonly ZipEntry[]): string {
  return entries.map((entry) => `${entry.sha256}  ${entry.name}\n`).join("");
}
