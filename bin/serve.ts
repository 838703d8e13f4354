/** Serves the portal: database, sample archive, web server; ends all of them together. Reached by `npm start`. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { closeDatabase, openDatabase } from "@/db/client";
import { openPortalDatabase } from "@/db/portal-database";
import { type Env, readEnv } from "@/lib/config/env";
import { findProjectRoot } from "@/lib/config/project-root";
import { readSecrets } from "@/lib/config/secrets";
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from "@/lib/sample/accounts";
import { reportError } from "./door";
import { assertPortFree } from "./serve/port";
import { ensureSample } from "./serve/sample";

const HEALTH_MS_MAX = 60_000;
const BUNDLE_HEAP_MB_MAX = 512;
const BUNDLE_RESTART_MS = 10_000;

async function serve(): Promise<void> {
  const env = readEnv();
  const root = findProjectRoot();
  await assertPortFree(env.HOST, env.PORT);
  const dataFolder = path.resolve(root, env.PORTAL_DATA_DIR);
  const portal = await openPortalDatabase(env, root);
  let server: ChildProcess | undefined;
  try {
    const hasSample = portal.isEmbedded && !process.argv.includes("--empty") && (await loadSample(portal, dataFolder));
    const address = env.PORTAL_URL ?? `http://${env.HOST === "0.0.0.0" ? "127.0.0.1" : env.HOST}:${env.PORT}`;
    server = startServer(env, root, portal.appUrl, readSecrets(dataFolder).sessionSecret, address);
    await waitUntilHealthy(server, `http://${env.HOST === "0.0.0.0" ? "127.0.0.1" : env.HOST}:${env.PORT}/api/health`);
    console.log(`ready: ${address}`);
    if (hasSample)
      for (const account of SAMPLE_ACCOUNTS) console.log(`  ${account.email}  ${SAMPLE_PASSWORD}  ${account.about}`);
    const bundles = startBundles(root, portal.appUrl, dataFolder);
    await untilStopped(server);
    await bundles.close();
  } finally {
    await stopServer(server);
    await portal.release();
  }
}

async function loadSample(portal: { appUrl: string; ownerUrl: string }, dataFolder: string): Promise<boolean> {
  const database = openDatabase(portal.appUrl, 2);
  try {
    return await ensureSample(database, portal.ownerUrl, dataFolder);
  } finally {
    await closeDatabase(database);
  }
}

function startServer(env: Env, root: string, appUrl: string, secret: string, address: string): ChildProcess {
  const standalone = path.join(root, ".next", "standalone", "server.js");
  if (!existsSync(standalone)) throw new Error("the pages are not built: run npm start, not this file alone");
  const preload = ["exit-with-parent.mjs", "tell-peer.mjs"].flatMap((name) => [
    "--import",
    path.join(root, "bin", "setup", name),
  ]);
  return spawn(process.execPath, [...preload, standalone], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOSTNAME: env.HOST,
      PORT: String(env.PORT),
      PORTAL_ROOT: root,
      PORTAL_APP_DATABASE_URL: appUrl,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: secret,
    },
  });
}

/** Makes bundles beside the web server; one that breaks is started again after a while, and goes on with what was left. */
function startBundles(root: string, databaseUrl: string, dataFolder: string): { close: () => Promise<void> } {
  let worker: Worker | undefined;
  let isClosing = false;
  const start = (): void => {
    worker = new Worker(path.join(root, "dist", "bundle-worker.mjs"), {
      workerData: { databaseUrl, dataFolder },
      resourceLimits: { maxOldGenerationSizeMb: BUNDLE_HEAP_MB_MAX },
    });
    worker.on("error", (error) => console.error(error));
    worker.on("exit", () => {
      if (!isClosing) setTimeout(start, BUNDLE_RESTART_MS).unref();
    });
  };
  start();
  return {
    close: async () => {
      isClosing = true;
      await worker?.terminate();
    },
  };
}

async function waitUntilHealthy(server: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + HEALTH_MS_MAX;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`the web server ended with code ${server.exitCode}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // not listening yet
    }
    await sleep(100);
  }
  throw new Error("the web server does not answer");
}

/** Ends with a signal, with the server, or with the npm that started us (npm does not pass a signal on). */
function untilStopped(server: ChildProcess): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      if (process.ppid !== parent) finish();
    }, 500);
    const finish = (): void => {
      clearInterval(watch);
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, finish);
    server.once("exit", (code) => {
      clearInterval(watch);
      reject(new Error(`the web server ended with code ${code}`));
    });
  });
}

async function stopServer(server: ChildProcess | undefined): Promise<void> {
  if (!server || server.exitCode !== null) return;
  server.removeAllListeners("exit");
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await Promise.race([gone, sleep(5_000).then(() => server.kill("SIGKILL"))]);
}

try {
  await serve();
} catch (error) {
  process.exitCode = reportError(error);
}
process.exit();
