/** A Chromium for the browser tests: the machine's, else the one that an npm package ships, else a failure that says what to install. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../setup/install.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

function starts(program) {
  return spawnSync(program, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  for (const name of NAMES) {
    const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
    if (found && starts(found)) return found;
  }
  return undefined;
}

/**
 * A browser that finds no font at all ends at the first letter that it has to look one up for, before the page's own fonts are there. The
 * package names font folders of its own platform only: here it gets the machine's, and the portal's Sarabun in case there are none.
 */
function tellFonts(temporary) {
  const folder = path.join(temporary, "font-list");
  mkdirSync(folder, { recursive: true });
  const fonts = [
    path.join(root, "node_modules", "@expo-google-fonts", "sarabun"),
    "/usr/share/fonts",
    "/usr/local/share/fonts",
  ];
  writeFileSync(
    path.join(folder, "fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fonts.map((place) => `  <dir>${place}</dir>`).join("\n")}
  <cachedir>${path.join(temporary, "font-cache")}</cachedir>
</fontconfig>
`,
  );
  process.env.FONTCONFIG_PATH = folder;
}

/** The package unpacks its browser below TMPDIR; it brings the system libraries it needs only for the platform named here. */
async function fromPackage() {
  const folder = path.join(root, "tests", "support", "browser");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  console.error("no Chromium on this machine: installing the one of an npm package …");
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: folder, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: folder, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (run.status !== 0) return undefined;
  const temporary = path.join(root, ".data", "browser");
  mkdirSync(temporary, { recursive: true });
  process.env.TMPDIR = temporary;
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  const { default: chromium } = await import(
    path.join(folder, "node_modules", "@sparticuz", "chromium", "build", "esm", "index.js")
  );
  const program = await chromium.executablePath();
  tellFonts(temporary);
  return starts(program) ? program : undefined;
}

/** Path of a browser that starts; throws with the command that installs one. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new Error(`CHROMIUM_PATH is set to ${given}, which does not start`);
  }
  const found = onPath() ?? (await fromPackage());
  if (found) return found;
  throw new Error(
    "no Chromium for the browser tests. Install one: apt-get install -y chromium (Debian, Ubuntu), or set CHROMIUM_PATH",
  );
}
