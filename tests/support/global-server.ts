/** One embedded Postgres for the whole test run, with a migrated template that every test database is copied from. */
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "@/db/embedded/embedded-server";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
    /** Migrated database of this run that test databases are copied from. */
    template: string;
  }
}

export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const projectRoot = path.resolve(import.meta.dirname, "../..");
  const server = await startEmbeddedServer({
    projectRoot,
    dataFolder: path.join(projectRoot, ".data", "test"),
    password: "only-for-tests-on-loopback",
  });
  const template = `template_${process.pid}`;
  const client = postgres(`${server.url}/postgres`, { max: 1, onnotice: () => undefined });
  const left = await client<
    { name: string }[]
  >`select datname as name from pg_database where datname like 'test\\_%' or datname like 'template\\_%'`;
  for (const { name } of left)
    if (isAbandoned(name)) await client.unsafe(`drop database if exists "${name}" with (force)`);
  // Nothing here outlives the run: no test asks what a power failure leaves (a killed loader or server needs no fsync), and disks differ.
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"])
    await client.unsafe(`alter system set ${setting} = off`);
  await client`select pg_reload_conf()`;
  await client.unsafe(`create database ${template}`);
  await client.end();
  await migrate(`${server.url}/${template}`);
  project.provide("serverUrl", server.url);
  project.provide("template", template);
  return server.release;
}

/** Databases of tests carry the process that made them: `test_<pid>_…`, `template_<pid>`. */
function isAbandoned(name: string): boolean {
  try {
    process.kill(Number(name.split("_")[1]), 0);
    return false;
  } catch {
    return true;
  }
}
