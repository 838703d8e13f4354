/** `npm run build`: everything that `npm start` would build, without serving it. */
import { ensureBundled } from "./setup/bundle.mjs";
import { ensureInstalled, withSetupLock } from "./setup/install.mjs";

await withSetupLock(async () => {
  ensureInstalled();
  await ensureBundled();
  const { ensureWebBuilt } = await import("./setup/build-web.mjs");
  ensureWebBuilt();
});
