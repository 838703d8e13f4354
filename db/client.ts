/**
 * Connections to Postgres. The pool itself never leaves this folder: readers get it through `scoped.ts` (restricted role, one
 * transaction, settings for row-level security), migrations and loading through `owner.ts`.
 */
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

declare const handle: unique symbol;

/** A pool of the portal's restricted role. Opaque outside `db`: `withScope` is the only way in. */
export interface Database {
  readonly [handle]: "portal";
}

export interface Pool {
  readonly client: postgres.Sql;
  readonly drizzle: PostgresJsDatabase;
}

/** Of the process, not of this module: Next bundles the module several times into one server, and all must know the one pool. */
const place = globalThis as typeof globalThis & { portalPools?: WeakMap<Database, Pool> };
place.portalPools ??= new WeakMap();
const pools = place.portalPools;

/** Opens a pool; it connects when first used. bigint columns are read as bigint, dates as text. */
export function openDatabase(url: string, connections = 4): Database {
  const client = postgres(url, {
    max: connections,
    types: { bigint: postgres.BigInt },
    onnotice: () => undefined,
    connection: { application_name: "portal", search_path: "portal" },
  });
  const database = {} as Database;
  pools.set(database, { client, drizzle: drizzle(client) });
  return database;
}

export async function closeDatabase(database: Database): Promise<void> {
  await poolOf(database).client.end({ timeout: 5 });
}

/** For `db` itself only. */
export function poolOf(database: Database): Pool {
  const pool = pools.get(database);
  if (!pool) throw new Error("not a database made by openDatabase");
  return pool;
}
