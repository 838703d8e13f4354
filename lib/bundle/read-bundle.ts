/** A bundle that somebody brings back: its files one by one, each with its digest and what the checksum list says of it. */
import { createHash } from "node:crypto";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { AppError } from "@/lib/errors/app-error";
import { BUNDLE_WORDS } from "@/lib/wording/bundles";

export interface BundledFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** As `SHA256SUMS.txt` has it; null where that does not name the file. */
  readonly listedSha256: string | null;
}

/** No report of ours is larger; a ZIP may claim anything. */
const FILE_BYTES_MAX = 256 * 2 ** 20;
const UNREADABLE = "อ่านแฟ้ม ZIP นี้ไม่ได้ แฟ้มอาจเสียหายหรือดาวน์โหลดมาไม่ครบ — โปรดดาวน์โหลดชุดรายงานใหม่";

/** Undefined for a file that is no ZIP with a checksum list. Names that the list has and the ZIP has not come last, without bytes. */
export async function openBundle(path: string): Promise<AsyncGenerator<BundledFile> | undefined> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true }).catch(
    () => undefined,
  );
  if (!zip) return undefined;
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (cause) {
    zip.close();
    throw new AppError("input/invalid", UNREADABLE, { cause });
  }
  const list = entries.find(({ fileName }) => fileName === BUNDLE_WORDS.checksumFile);
  if (!list) {
    zip.close();
    return undefined;
  }
  return readFiles(zip, entries, list);
}

async function* readFiles(zip: ZipFile, entries: readonly Entry[], list: Entry): AsyncGenerator<BundledFile> {
  try {
    const text = (await readEntry(zip, list)).toString("utf8");
    const sums = new Map(
      [...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map(([, sum = "", name = ""]) => [name, sum]),
    );
    for (const entry of entries) {
      if (entry === list) continue;
      const bytes = await readEntry(zip, entry);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      yield { name: entry.fileName, bytes, sha256, listedSha256: sums.get(entry.fileName) ?? null };
      sums.delete(entry.fileName);
    }
    for (const [name, listedSha256] of sums) yield { name, bytes: Buffer.alloc(0), sha256: "", listedSha256 };
  } finally {
    zip.close();
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > FILE_BYTES_MAX) throw new AppError("too-large", UNREADABLE);
  const pieces: Buffer[] = [];
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  } catch (cause) {
    throw new AppError("input/invalid", UNREADABLE, { cause });
  }
  return Buffer.concat(pieces);
}
