/** `npm start`: installs, bundles and builds what is missing, then serves the portal (bin/serve.ts). */
import { ensureBundled } from "./setup/bundle.mjs";
import { ensureInstalled, withSetupLock } from "./setup/install.mjs";

await withSetupLock(async () => {
  ensureInstalled();
  await ensureBundled();
  const { ensureWebBuilt } = await import("./setup/build-web.mjs");
  ensureWebBuilt();
});
await import("../dist/serve.mjs");
