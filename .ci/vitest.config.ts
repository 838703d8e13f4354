/** Unit and database tests. The clock stands in a half-hour zone, so that code leaning on UTC or on Bangkok's offset fails. */
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    // Generous: machines are shared, and a slow one is not a wrong one.
    include: ["tests/{unit,db,rules}/**/*.test.ts"],
    globalSetup: ["tests/support/global-server.ts"],
    env: { TZ: "Asia/Kathmandu" },
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
});
