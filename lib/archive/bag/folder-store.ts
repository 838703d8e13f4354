/** A bag in a folder. Links and devices anywhere in it refuse the bag: a bag from elsewhere could point to any file here. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileSource } from "../gzip/byte-source";
import type { BagStore, StoredFile } from "./bag-store";
import type { BagLimits } from "./limits";
import { createPathSet, type PathSetBuilder } from "./path-set";
import { refuseBag } from "./refuse";

const FOLDERS_PER_TURN = 200;

async function walk(root: string, paths: PathSetBuilder, maxDepth: number): Promise<void> {
  const open: { readonly at: string; readonly depth: number }[] = [{ at: "", depth: 0 }];
  let folders = 0;
  for (let folder = open.pop(); folder; folder = open.pop()) {
    if (++folders % FOLDERS_PER_TURN === 0) await nextTurn();
    for (const entry of readdirSync(path.join(root, folder.at), { withFileTypes: true, encoding: "utf8" })) {
      const at = folder.at === "" ? entry.name : `${folder.at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (folder.depth === maxDepth) refuseBag(`โฟลเดอร์ซ้อนกันลึกเกินไปที่ ${at}`);
        open.push({ at, depth: folder.depth + 1 });
      } else if (entry.isFile()) paths.add(at);
      else if (entry.isSymbolicLink()) refuseBag(`มีลิงก์ไปยังที่อื่นอยู่ในชุดข้อมูล (${at})`);
      else refuseBag(`มีสิ่งที่ไม่ใช่ไฟล์ธรรมดาอยู่ในชุดข้อมูล (${at})`);
    }
  }
}

function openStored(place: string): StoredFile | undefined {
  let fd: number;
  try {
    // O_NONBLOCK: a pipe put in a file's place after the walk does not hang the load
    fd = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
  const stat = fstatSync(fd);
  if (!stat.isFile()) {
    closeSync(fd);
    refuseBag(`มีสิ่งที่ไม่ใช่ไฟล์ธรรมดาอยู่ในชุดข้อมูล (${path.basename(place)})`);
  }
  return {
    sizeBytes: stat.size,
    source: fileSource(fd, 0, stat.size),
    isCutShort: false,
    readAll() {
      const bytes = Buffer.allocUnsafe(stat.size);
      let got = 0;
      for (let count = -1; got < bytes.length && count !== 0; got += count)
        count = readSync(fd, bytes, got, bytes.length - got, got);
      return bytes.subarray(0, got);
    },
    close: () => closeSync(fd),
  };
}

/** Walks the folder once; throws AppError("bag/refused") at the first link or special file. */
export async function openFolderStore(root: string, limits: BagLimits): Promise<BagStore> {
  if (!lstatSync(root).isDirectory()) refuseBag("ที่ระบุมาไม่ใช่โฟลเดอร์");
  const paths = createPathSet(limits);
  await walk(root, paths, limits.maxDepth);
  return {
    paths: paths.build(),
    openFile: async (at) => openStored(path.join(root, at)),
    close: async () => {},
  };
}
