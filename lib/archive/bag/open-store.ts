/** Opens a folder or a ZIP as the place where a bag's files lie, whatever kind of bag it is. */
import { lstatSync } from "node:fs";
import type { BagStore } from "./bag-store";
import { openFolderStore } from "./folder-store";
import type { BagLimits } from "./limits";
import { refuseBag } from "./refuse";
import { openZipStore } from "./zip-store";

/** Throws AppError("bag/refused") for what is neither, and for links, unsafe names and bombs inside. */
export async function openStore(path: string, limits: BagLimits): Promise<BagStore> {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) refuseBag(`ไม่พบ ${path}`);
  if (stat.isDirectory()) return openFolderStore(path, limits);
  if (stat.isFile()) return openZipStore(path, limits);
  return refuseBag(`${path} ไม่ใช่โฟลเดอร์หรือไฟล์ ZIP`);
}
