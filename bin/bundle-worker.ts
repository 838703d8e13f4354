/** Entry of the thread that makes bundles (bundled to dist/bundle-worker.mjs): one after the other, as long as the portal runs. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { openDatabase } from "@/db/client";
import { type BundleWorker, runNextBundle, sweepBundles } from "@/lib/operations/run-bundles";

/** One for the transaction that reads, one for the record of the file beside it, one for the signs of life. */
const CONNECTIONS = 3;
const LOOK_MS = 1_000;
const SWEEP_MS = 60_000;

if (!parentPort) throw new Error("the bundle worker runs as a thread of npm start only");
const { databaseUrl, dataFolder } = z.object({ databaseUrl: z.string(), dataFolder: z.string() }).parse(workerData);
const worker: BundleWorker = {
  database: openDatabase(databaseUrl, CONNECTIONS),
  dataFolder,
  runner: randomUUID(),
  // places only: messages may hold somebody's figures
  onBug: (error) => console.error(`bundle worker: ${error instanceof Error ? placesOf(error) : typeof error}`),
};

let sweptAt = 0;
for (;;) {
  if (Date.now() - sweptAt > SWEEP_MS) {
    await sweepBundles(worker);
    sweptAt = Date.now();
  }
  if (!(await runNextBundle(worker))) await sleep(LOOK_MS);
}

function placesOf(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code;
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code === undefined ? "" : ` ${code}`}`, ...places].join("\n");
}
