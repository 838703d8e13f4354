/**
 * Other programs that read our files back: poppler, qpdf, LibreOffice, zbar. As root on Debian they are installed; where they cannot be
 * had, the tests that need them (`*.tools.test.ts`) are named as not run — on CI that is a failure.
 */
import { spawnSync } from "node:child_process";

const TOOLS = {
  pdftotext: "poppler-utils",
  pdftoppm: "poppler-utils",
  qpdf: "qpdf",
  zbarimg: "zbar-tools",
  soffice: "libreoffice-calc",
};

function missing() {
  return Object.keys(TOOLS).filter(
    (tool) => spawnSync("sh", ["-c", `command -v ${tool}`], { stdio: "ignore" }).status !== 0,
  );
}

/** True when all are there. */
export function ensureReadingTools() {
  let absent = missing();
  if (absent.length === 0) return true;
  const command = `apt-get install -y --no-install-recommends ${[...new Set(absent.map((tool) => TOOLS[tool]))].join(" ")}`;
  if (process.getuid?.() === 0 && spawnSync("sh", ["-c", "command -v apt-get"], { stdio: "ignore" }).status === 0) {
    console.error(`${absent.join(", ")} missing: ${command} …`);
    spawnSync("sh", ["-c", `apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${command} -qq >/dev/null`], {
      stdio: ["ignore", 2, 2],
    });
    absent = missing();
  }
  if (absent.length === 0) return true;
  const sentence = `NOT RUN: the tests that read files back by other programs (tests/**/*.tools.test.ts): ${absent.join(", ")} missing. Install: ${command}`;
  if (process.env.CI) throw new Error(sentence);
  console.error(sentence);
  return false;
}
