/** Makes dist/*.mjs out of the TypeScript entry points, so that plain Node runs the command line and the export worker. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./install.mjs";
import { stampOf } from "./stamp.mjs";

/** Builds unless the sources are those of the last time. */
export async function ensureBundled() {
  const dist = path.join(root, "dist");
  const mark = path.join(dist, ".built-from");
  const stamp = stampOf(["bin", "db", "lib", "tests/support/faults", "package-lock.json", "tsconfig.json"]);
  if (existsSync(mark) && readFileSync(mark, "utf8") === stamp) return;
  const { build } = await import("esbuild");
  const fresh = path.join(root, `dist.${process.pid}`);
  await build({
    absWorkingDir: root,
    entryPoints: readdirSync(path.join(root, "bin"))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.join("bin", name)),
    outdir: fresh,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "error",
  });
  mkdirSync(dist, { recursive: true });
  // File by file: a worker that starts at this moment finds either the old or the new one.
  for (const name of readdirSync(fresh)) renameSync(path.join(fresh, name), path.join(dist, name));
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(mark, stamp);
}
