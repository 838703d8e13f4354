/** The far end of the chain: whether a bag is the one that a file's archive was loaded from, and whether its files are those that its manifest lists. No database, so no scope. */
import type { PartitionFile } from "@/lib/archive/bag/bag";
import { findSourceMismatch } from "@/lib/archive/bag/digest";
import { openBag } from "@/lib/archive/bag/open-bag";
import type { ChainLink, RestsOn } from "@/lib/issued/chain";
import { parseLaoCode } from "@/lib/office/office";
import { contentDigest } from "@/lib/snapshots/content-digest";

/**
 * A file that differs from its manifest, or is not there, breaks the chain unless its part was found damaged when it was loaded: then the report says so itself.
 * @param restsOn null: all that can be told is whether it is the bag
 */
export async function checkBagOfFile(
  path: string,
  snapshotDigest: string,
  restsOn: RestsOn | null,
): Promise<ChainLink[]> {
  const bag = await openBag(path);
  try {
    const digest = await contentDigest(bag);
    const links: ChainLink[] = [{ id: "bag", holds: digest === snapshotDigest, detail: digest }];
    if (!restsOn) return links;
    let [files, sound] = [0, 0];
    const unexplained: string[] = [];
    for (const code of restsOn.laos)
      for (const { table, months } of restsOn.tables) {
        const lao = parseLaoCode(code);
        for (const file of lao ? bag.files({ lao, table }) : []) {
          if (!months.includes(file.month)) continue;
          files += 1;
          if (await isAsListed(file)) sound += 1;
          else if (!restsOn.damaged.includes(`${file.lao}/${file.module}/${file.month}`)) unexplained.push(file.path);
        }
      }
    const detail = [`${sound}/${files}`, ...unexplained.slice(0, 5)].join(" ");
    return [...links, { id: "bag-files", holds: unexplained.length === 0, detail }];
  } finally {
    await bag.close();
  }

  async function isAsListed(file: PartitionFile): Promise<boolean> {
    const stored = await bag.openFile(file);
    if (!stored) return false;
    try {
      return findSourceMismatch(stored.source, bag.expectedDigests(file)) === undefined;
    } finally {
      stored.close();
    }
  }
}
