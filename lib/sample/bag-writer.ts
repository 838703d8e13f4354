/** Writes a BagIt 1.0 bag (RFC 8493): payload files as they come, then manifest, bag-info and tag manifest. Memory does not grow with the payload. */
import { hash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "@/lib/errors/app-error";

export interface PayloadFile {
  /** Path inside the bag, with `/`. */
  readonly path: string;
  /** What the manifest says of it; null for a file that the manifest does not know. */
  readonly listed: Buffer | null;
  /** What stands in the folder; null where nothing does. Sound files have the same bytes here. */
  readonly written: Buffer | null;
}

export interface BagSize {
  readonly files: number;
  readonly bytes: number;
}

/** What a batch of files adds to the manifest. */
export interface Listing extends BagSize {
  readonly lines: string;
}

export function soundFile(path: string, bytes: Buffer): PayloadFile {
  return { path, listed: bytes, written: bytes };
}

/** Writes payload files into the folder of a bag; gives what the manifest is to say. */
export function writePayload(folder: string, payload: readonly PayloadFile[]): Listing {
  const parents = new Set<string>();
  let [lines, files, bytes] = ["", 0, 0];
  for (const { path, listed, written } of payload) {
    if (listed) {
      files += 1;
      bytes += listed.length;
      lines += `${hash("sha256", listed, "hex")}  ${path}\n`;
    }
    if (!written) continue;
    const place = join(folder, path);
    const parent = dirname(place);
    if (!parents.has(parent)) mkdirSync(parent, { recursive: true });
    parents.add(parent);
    writeFileSync(place, written);
  }
  return { lines, files, bytes };
}

export interface Manifest {
  readonly add: (listing: Listing) => Promise<void>;
  /** Writes manifest and tag files; gives how many payload files and bytes the manifest lists. */
  readonly finish: (about: readonly (readonly [label: string, value: string])[]) => Promise<BagSize>;
}

function refuseFilled(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new AppError("conflict", `มีแฟ้มชื่อ ${folder} อยู่แล้ว — โปรดระบุโฟลเดอร์อื่นด้วย --out`);
  if (readdirSync(folder).length > 0)
    throw new AppError("conflict", `โฟลเดอร์ ${folder} มีข้อมูลอยู่แล้ว จึงไม่เขียนทับ — โปรดระบุโฟลเดอร์ว่าง หรือลบข้อมูลเดิมก่อน`);
}

/** Opens a bag in an empty or new folder; AppError `conflict` if it holds anything. */
export function openManifest(folder: string): Manifest {
  refuseFilled(folder);
  mkdirSync(join(folder, "data"), { recursive: true });
  const manifest = createWriteStream(join(folder, "manifest-sha256.txt"));
  let [files, bytes] = [0, 0];
  return {
    async add(listing) {
      files += listing.files;
      bytes += listing.bytes;
      if (listing.lines !== "" && !manifest.write(listing.lines)) await once(manifest, "drain");
    },
    async finish(about) {
      manifest.end();
      await once(manifest, "finish");
      const info = [...about, ["Payload-Oxum", `${bytes}.${files}`]].map(([label, value]) => `${label}: ${value}\n`);
      writeFileSync(join(folder, "bag-info.txt"), info.join(""));
      writeFileSync(join(folder, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
      let tags = "";
      for (const name of ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"])
        tags += `${hash("sha256", readFileSync(join(folder, name)), "hex")}  ${name}\n`;
      writeFileSync(join(folder, "tagmanifest-sha256.txt"), tags);
      return { files, bytes };
    },
  };
}
