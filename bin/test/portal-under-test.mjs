/** The portal as a user starts it, for the browser tests: own data folder, own port, sample archive. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "../setup/install.mjs";

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves with the address once `ready:` is printed; `stop` ends it and everything it started. */
export async function startPortalUnderTest() {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(root, "dist", "serve.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      PORTAL_DATA_DIR: path.join(".data", "test-portal"),
      DATABASE_URL: "",
      PORTAL_URL: "",
    },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("ready: ")) resolve(line.slice("ready: ".length));
    });
    ended.then((code) => reject(new Error(`the portal under test ended with code ${code}`)));
  });
  return {
    address,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
