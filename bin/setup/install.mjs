/** Installs the packages of the lock file when they are not the ones that are there. Plain Node: runs before any package is. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const NODE_MAJOR_MIN = 20;

export const root = path.resolve(import.meta.dirname, "../..");

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Runs `work` while no other process of this copy sets up; the lock of a killed process is taken over. */
export async function withSetupLock(work) {
  const folder = path.join(root, ".data");
  const lock = path.join(folder, "setup.lock");
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = existsSync(lock) ? readFileSync(lock, "utf8") : "";
      if (holder !== "" && !isAlive(Number(holder))) rmSync(lock, { force: true });
      await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function stampOfLock() {
  const lock = readFileSync(path.join(root, "package-lock.json"));
  return createHash("sha256")
    .update(lock)
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest("hex");
}

/** `npm ci` unless done for this lock file, platform and Node. Says so on stderr; exits when npm fails. */
export function ensureInstalled() {
  if (Number(process.versions.node.split(".")[0]) < NODE_MAJOR_MIN) {
    console.error(
      `ต้องใช้ Node.js รุ่น ${NODE_MAJOR_MIN} ขึ้นไป (this is ${process.version}; Node.js ${NODE_MAJOR_MIN} or later is needed)`,
    );
    process.exit(1);
  }
  const mark = path.join(root, "node_modules", ".installed-lock");
  const stamp = stampOfLock();
  if (existsSync(mark) && readFileSync(mark, "utf8") === stamp) return;
  console.error("installing packages (npm ci) …");
  // NODE_ENV=production would leave out what the build needs; npm_execpath is the npm that started us.
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (run.status !== 0) {
    console.error("ติดตั้งชุดโปรแกรมไม่สำเร็จ ดูข้อความข้างบน (npm ci failed, see above)");
    process.exit(1);
  }
  writeFileSync(mark, stamp);
}
