/** Says whether a bag is valid as BagIt alone. It touches no database and shows nobody's books, so it needs neither scope nor audit row. */
import { type BagItCheck, checkBag } from "@/lib/archive/bagit/check-bag";

export type { BagItCheck };

/** Folder or ZIP; never throws for a broken bag, see `BagItCheck`. */
export function checkBagIt(path: string): Promise<BagItCheck> {
  return checkBag(path);
}
