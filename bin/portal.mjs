/** `npm run portal -- …`: sets up what is missing, then runs the command line (bin/portal.ts). */
import { ensureBundled } from "./setup/bundle.mjs";
import { ensureInstalled, withSetupLock } from "./setup/install.mjs";

await withSetupLock(async () => {
  ensureInstalled();
  await ensureBundled();
});
await import("../dist/portal.mjs");
