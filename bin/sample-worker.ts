/** A worker thread of `portal sample`: writes the LAOs it is sent. Does nothing when run by itself. */
import { parentPort, workerData } from "node:worker_threads";
import type { WorkerJob, WorkerSettings } from "@/lib/sample/worker-pool";
import { writeOffice } from "@/lib/sample/write-office";

const settings: WorkerSettings = workerData;

parentPort?.on("message", ({ at, job }: WorkerJob) => {
  parentPort?.postMessage({ at, written: writeOffice(job, settings) });
});
