/** Writes a BagIt 1.0 bag (RFC 8493): payload files as they come, then manifest, bag-info and tag manifest. Memory does not grow with the payload. */
import { hash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "@/lib/errors/app-error";

export interface PayloadFile {
  /** Path inside the bag, with `/`. */
  readonly path: string;
  /** What the manifest says of it. */
  readonly bytes: Buffer;
  /** What stands in the folder, where damage made it another; null where nothing does. */
  readonly written?: Buffer | null;
  /** In the folder but not in the manifest. */
  readonly unlisted?: true;
}

export interface BagWriter {
  /** Writes files, several at a time. */
  readonly add: (files: readonly PayloadFile[]) => Promise<void>;
  /** Writes manifest and tag files; gives how many payload files and bytes the manifest lists. */
  readonly finish: (about: readonly (readonly [label: string, value: string])[]) => Promise<BagSize>;
}

export interface BagSize {
  readonly files: number;
  readonly bytes: number;
}

const WRITES_AT_ONCE = 8;

function refuseFilled(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new AppError("conflict", `มีแฟ้มชื่อ ${folder} อยู่แล้ว — โปรดระบุโฟลเดอร์อื่นด้วย --out`);
  if (readdirSync(folder).length > 0)
    throw new AppError("conflict", `โฟลเดอร์ ${folder} มีข้อมูลอยู่แล้ว จึงไม่เขียนทับ — โปรดระบุโฟลเดอร์ว่าง หรือลบข้อมูลเดิมก่อน`);
}

/** Opens a bag in an empty or new folder; AppError `conflict` if it holds anything. */
export function openBag(folder: string): BagWriter {
  refuseFilled(folder);
  mkdirSync(join(folder, "data"), { recursive: true });
  const manifest = createWriteStream(join(folder, "manifest-sha256.txt"));
  const folders = new Set<string>();
  let files = 0;
  let bytes = 0;

  async function write(file: PayloadFile): Promise<void> {
    if (file.written === null) return;
    const path = join(folder, file.path);
    const parent = dirname(path);
    if (!folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      if (folders.size > 5000) folders.clear();
      folders.add(parent);
    }
    await writeFile(path, file.written ?? file.bytes);
  }

  return {
    async add(batch) {
      let lines = "";
      for (const file of batch) {
        if (file.unlisted) continue;
        files += 1;
        bytes += file.bytes.length;
        lines += `${hash("sha256", file.bytes, "hex")}  ${file.path}\n`;
      }
      if (lines !== "" && !manifest.write(lines)) await once(manifest, "drain");
      let next = 0;
      const worker = async () => {
        for (let file = batch[next++]; file; file = batch[next++]) await write(file);
      };
      await Promise.all(Array.from({ length: WRITES_AT_ONCE }, worker));
    },
    async finish(about) {
      manifest.end();
      await once(manifest, "finish");
      const info = [...about, ["Payload-Oxum", `${bytes}.${files}`]]
        .map(([label, value]) => `${label}: ${value}\n`)
        .join("");
      await writeFile(join(folder, "bag-info.txt"), info);
      await writeFile(join(folder, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
      let tags = "";
      for (const name of ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"])
        tags += `${hash("sha256", await readFile(join(folder, name)), "hex")}  ${name}\n`;
      await writeFile(join(folder, "tagmanifest-sha256.txt"), tags);
      return { files, bytes };
    },
  };
}
