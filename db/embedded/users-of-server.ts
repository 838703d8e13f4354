/** Which living processes use an embedded server: the last one that leaves stops it, and none stops it under another. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export function joinUsers(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, String(process.pid)), "");
}

/** Takes this process off the list; true if nobody alive is left on it. */
export function leaveUsers(folder: string): boolean {
  rmSync(path.join(folder, String(process.pid)), { force: true });
  const left = readdirSync(folder).filter((name) => {
    if (isAlive(Number(name))) return true;
    rmSync(path.join(folder, name), { force: true });
    return false;
  });
  return left.length === 0;
}
