/** `npm run bench [names…]`: sets up what is missing, then measures (bin/bench.ts). */
import { ensureBundled } from "./setup/bundle.mjs";
import { ensureInstalled, withSetupLock } from "./setup/install.mjs";

const names = process.argv.slice(2).filter((argument) => /^[a-z]/.test(argument));
await withSetupLock(async () => {
  ensureInstalled();
  await ensureBundled();
  if (names.length > 0 && !names.includes("pages")) return;
  const { ensureWebBuilt } = await import("./setup/build-web.mjs");
  ensureWebBuilt();
});
await import("../dist/bench.mjs");
