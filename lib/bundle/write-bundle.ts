/** Makes a bundle: every report that is not there yet, then the index and the checksums, then the ZIP under its own name. */
import { createHash } from "node:crypto";
import { BUNDLE_WORDS } from "@/lib/wording/bundles";
import { checksumList } from "./checksum-list";
import { type IndexLine, indexPage } from "./index-page";
import type { BundleContents, BundleItem } from "./plan-bundle";
import { type FinishedZip, openUnfinishedZip, type UnfinishedZip } from "./unfinished-zip";

/** The files of one report that are to be made: `add` takes each of them once. */
export type MakeFiles = (
  item: BundleItem,
  at: Date,
  extensions: readonly string[],
  add: (extension: string, remark: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>,
) => Promise<void>;

export interface WriteBundleOptions {
  /** Where the ZIP is to stand. */
  readonly file: string;
  /** When it was asked for: the time of all its files, also when the work goes on later. */
  readonly at: Date;
  readonly bytesMax: number;
  readonly makeFiles: MakeFiles;
  /** Called before each report; what it throws ends the work and leaves what was made. */
  readonly onProgress: (done: number, total: number) => Promise<void> | void;
}

/** Formats that are packed already. */
const STORED = ["pdf", "xlsx"];

export async function writeBundle(contents: BundleContents, options: WriteBundleOptions): Promise<FinishedZip> {
  const { items, extensions } = contents;
  const zip = await openUnfinishedZip({ ...options, of: nameOf(contents) });
  try {
    for (const [index, item] of items.entries()) {
      await options.onProgress(index, items.length);
      const wanted = extensions.filter((extension) => !zip.has(`${item.path}.${extension}`));
      if (wanted.length === 0) continue;
      await options.makeFiles(item, zip.at, wanted, async (extension, remark, bytes) => {
        await zip.add({ name: `${item.path}.${extension}`, remark, bytes, isDeflated: !STORED.includes(extension) });
      });
    }
    await options.onProgress(items.length, items.length);
    await addText(zip, BUNDLE_WORDS.indexFile, indexPage(contents, linesOf(contents, zip), zip.at));
    await addText(zip, BUNDLE_WORDS.checksumFile, checksumList(zip.entries));
    return await zip.finish();
  } catch (error) {
    await zip.close();
    throw error;
  }
}

async function addText(zip: UnfinishedZip, name: string, text: string): Promise<void> {
  if (zip.has(name)) return;
  await zip.add({ name, remark: "", bytes: oneByOne(Buffer.from(text, "utf8")), isDeflated: true });
}

async function* oneByOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A bundle of another archive, or another list is another bundle. */
function nameOf(contents: BundleContents): string {
  const { snapshot, items, extensions } = contents;
  const parts = [snapshot.id, snapshot.loadedAt, extensions, items];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

function linesOf({ items, extensions }: BundleContents, zip: UnfinishedZip): IndexLine[] {
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
  return items.map((item) => {
    const files = extensions.flatMap((extension) => byName.get(`${item.path}.${extension}`) ?? []);
    return { item, files, remark: files[0]?.remark ?? "" };
  });
}
