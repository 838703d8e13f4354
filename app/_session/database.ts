import "server-only";
/** The web server's one pool of connections, of the restricted role. Kept on globalThis, since Next bundles each route for itself. */
import { type Database, openDatabase } from "@/db/client";
import { readServerEnv } from "@/lib/config/env";

const place = globalThis as typeof globalThis & { portalDatabase?: Database };

export function database(): Database {
  place.portalDatabase ??= openDatabase(readServerEnv().appDatabaseUrl);
  return place.portalDatabase;
}
