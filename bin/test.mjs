/**
 * `npm test`: sets everything up, then types, lint, unit and database tests, build, browser tests. Ends with `N passed, N failed`.
 * `npm test -- unit` (or `web`) runs one part alone.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureBundled } from "./setup/bundle.mjs";
import { ensureInstalled, root, withSetupLock } from "./setup/install.mjs";

const results = path.join(root, "test-results");
const counts = { passed: 0, failed: 0 };
const chosen = process.argv[2] ?? "all";

function run(args, env = {}) {
  return (
    spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1
  );
}

function bin(name, file) {
  return path.join(root, "node_modules", name, file);
}

/** One check counts as one test. */
function check(title, status) {
  console.log(`${status === 0 ? "ok" : "FAILED"}: ${title}`);
  counts[status === 0 ? "passed" : "failed"] += 1;
}

/** Adds the runner's own counts; a runner that ends badly without a failed test counts as one failure. */
function addCounts(title, status, file, read) {
  const tally = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
  counts.passed += tally.passed;
  counts.failed += tally.failed;
  if (status !== 0 && tally.failed === 0) counts.failed += 1;
  if (tally.passed + tally.failed === 0) counts.failed += 1;
  console.log(`${title}: ${tally.passed} passed, ${tally.failed} failed`);
}

async function unitTests() {
  check("types", run([bin("typescript", "bin/tsc"), "--noEmit"]));
  check("lint", run([bin("@biomejs/biome", "bin/biome"), "check", "--config-path=.ci/lint.json"]));
  const { ensureReadingTools } = await import("./test/reading-tools.mjs");
  const exclude = ensureReadingTools() ? [] : ["--exclude", "tests/**/*.tools.test.ts"];
  const file = path.join(results, "unit.json");
  const status = run([
    bin("vitest", "vitest.mjs"),
    "run",
    "--config",
    ".ci/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...exclude,
  ]);
  addCounts("unit and database tests", status, file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }));
}

async function webTests() {
  const { ensureWebBuilt } = await import("./setup/build-web.mjs");
  const { findChromium } = await import("./test/find-chromium.mjs");
  const { startPortalUnderTest } = await import("./test/portal-under-test.mjs");
  const chromium = await findChromium();
  await withSetupLock(async () => ensureWebBuilt());
  const portal = await startPortalUnderTest();
  try {
    const file = path.join(results, "web.json");
    const status = run([bin("@playwright/test", "cli.js"), "test", "--config", ".ci/playwright.config.ts"], {
      PORTAL_TEST_URL: portal.address,
      CHROMIUM_PATH: chromium,
    });
    addCounts("browser tests", status, file, ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    }));
  } finally {
    await portal.stop();
  }
}

await withSetupLock(async () => {
  ensureInstalled();
  await ensureBundled();
});
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
try {
  if (chosen === "all" || chosen === "unit") await unitTests();
  if (chosen === "all" || chosen === "web") await webTests();
} catch (error) {
  console.error(error);
  counts.failed += 1;
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
