/** `next build`, unless the sources are those of the last time; then the standalone server gets its static files. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./install.mjs";
import { stampOf } from "./stamp.mjs";

const SOURCES = [
  "app",
  "db",
  "lib",
  "public",
  "next.config.mjs",
  "proxy.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** Throws when the build fails; what it prints goes to stderr. */
export function ensureWebBuilt() {
  const mark = path.join(root, ".next", ".built-from");
  const stamp = stampOf(SOURCES.filter((place) => existsSync(path.join(root, place))));
  if (existsSync(mark) && readFileSync(mark, "utf8") === stamp) return;
  rmSync(mark, { force: true });
  console.error("building the pages (next build) …");
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const run = spawnSync(process.execPath, [next, "build"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (run.status !== 0) throw new Error("next build failed, see above");
  const standalone = path.join(root, ".next", "standalone");
  cpSync(path.join(root, ".next", "static"), path.join(standalone, ".next", "static"), { recursive: true });
  cpSync(path.join(root, "public"), path.join(standalone, "public"), { recursive: true });
  writeFileSync(mark, stamp);
}
