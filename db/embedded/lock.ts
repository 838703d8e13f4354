/** One process at a time starts or stops the embedded server; the lock of a killed process is taken over. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./users-of-server";

const WAIT_MS_MAX = 120_000;

export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(file), { recursive: true });
  const until = Date.now() + WAIT_MS_MAX;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      removeIfStale(file);
      if (Date.now() > until) throw new Error(`another process holds ${path.basename(file)} for too long`);
      await sleep(50);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function removeIfStale(file: string): void {
  let holder = "";
  try {
    holder = readFileSync(file, "utf8");
  } catch {
    return; // gone in the meantime
  }
  // An empty file is being written just now.
  if (holder !== "" && !isAlive(Number(holder))) rmSync(file, { force: true });
}
