/** Browser tests. bin/test.mjs starts the portal and tells its address and the browser by environment. */
import path from "node:path";
import { defineConfig } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "..");

export default defineConfig({
  testDir: path.join(root, "tests", "web"),
  outputDir: path.join(root, "test-results"),
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: path.join(root, "test-results", "web.json") }]],
  use: {
    baseURL: process.env.PORTAL_TEST_URL ?? "http://127.0.0.1:3000",
    locale: "th-TH",
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    },
  },
});
