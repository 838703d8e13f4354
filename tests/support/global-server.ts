/** One embedded Postgres for the whole test run, with a migrated template that every test database is copied from. */
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "@/db/embedded/embedded-server";
import { migrate } from "@/db/migrate";

export const TEMPLATE = "template_portal";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const projectRoot = path.resolve(import.meta.dirname, "../..");
  const server = await startEmbeddedServer({
    projectRoot,
    dataFolder: path.join(projectRoot, ".data", "test"),
    password: "only-for-tests-on-loopback",
  });
  const client = postgres(`${server.url}/postgres`, { max: 1, onnotice: () => undefined });
  const left = await client<
    { name: string }[]
  >`select datname as name from pg_database where datname like 'test_%' or datname = ${TEMPLATE}`;
  for (const { name } of left)
    if (name === TEMPLATE || isAbandoned(name)) await client.unsafe(`drop database if exists "${name}" with (force)`);
  await client.unsafe(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(`${server.url}/${TEMPLATE}`);
  project.provide("serverUrl", server.url);
  return server.release;
}

/** Test databases carry the process that made them: `test_<pid>_<n>`. */
function isAbandoned(name: string): boolean {
  try {
    process.kill(Number(name.split("_")[1]), 0);
    return false;
  } catch {
    return true;
  }
}
