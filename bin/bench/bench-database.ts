/** The bench's own Postgres, in a data folder of its own, beside a running portal's. */
import path from "node:path";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { openPortalDatabase, type PortalDatabase } from "@/db/portal-database";
import { operatorActor } from "@/lib/access/actor";
import { readEnv } from "@/lib/config/env";
import { findProjectRoot } from "@/lib/config/project-root";
import { loadArchive } from "@/lib/operations/load-archive";
import type { SampleEdition } from "@/lib/sample/earlier-edition";
import { type BenchArchive, benchArchive } from "./archives";

export const BENCH_DATA_DIR = path.join(".data", "bench");

export const benchActor = operatorActor("bench");

export interface BenchDatabase extends PortalDatabase {
  readonly dataFolder: string;
}

/** The embedded server also where DATABASE_URL names another: the bench writes and drops databases. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const env = { ...readEnv(), DATABASE_URL: undefined, PORTAL_DATA_DIR: BENCH_DATA_DIR };
  const root = findProjectRoot();
  return { ...(await openPortalDatabase(env, root)), dataFolder: path.resolve(root, BENCH_DATA_DIR) };
}

/** The archive of that many lines, loaded; at once where an earlier run has done it. */
export async function ensureLoaded(
  database: BenchDatabase,
  lines: number,
  edition: SampleEdition = "recovered",
): Promise<BenchArchive> {
  const archive = await benchArchive(database.dataFolder, lines, edition);
  process.stderr.write(`loading ${archive.snapshot} …\n`);
  await loadArchive({
    bag: archive.folder,
    ownerUrl: database.ownerUrl,
    actor: benchActor,
    replace: false,
    now: new Date(),
  });
  return archive;
}

/** A fresh, migrated database on the bench's server, of this process alone, dropped after `work`. */
export async function withFreshDatabase<T>(database: BenchDatabase, work: (url: string) => Promise<T>): Promise<T> {
  const server = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  const url = new URL(database.ownerUrl);
  const name = `bench_${process.pid}`;
  url.pathname = `/${name}`;
  try {
    for (const left of await server<{ name: string }[]>`
      select datname as name from pg_database where datname ~ '^bench_[0-9]+$'`)
      if (!isRunning(Number(left.name.slice("bench_".length))))
        await server.unsafe(`drop database ${left.name} with (force)`);
    await server.unsafe(`create database ${name}`);
    await migrate(url.href);
    return await work(url.href);
  } finally {
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end();
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return processId !== process.pid;
  } catch {
    return false;
  }
}
