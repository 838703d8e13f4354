/** Brings a database up to the newest migration. Safe to call at every start, and from several processes at once. */
import { existsSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { openOwner } from "./owner";

/** Advisory lock of everything that changes the schema or the portal's role. */
export const SET_UP_LOCK = 7_410_001;

/** Applies what is missing. The role in the URL owns the tables from then on (row-level security names it). */
export async function migrate(ownerUrl: string): Promise<void> {
  const owner = openOwner(ownerUrl);
  try {
    await owner`select pg_advisory_lock(${SET_UP_LOCK})`;
    await runMigrations(drizzle(owner), {
      migrationsFolder: findMigrations(),
      migrationsSchema: "portal_migrations",
      migrationsTable: "applied",
    });
  } finally {
    // Ends the session, and the lock with it.
    await owner.end({ timeout: 5 });
  }
}

/** Beside this file in the sources; `../db/migrations` from the bundles in `dist`. */
function findMigrations(): string {
  const places = ["migrations", "../db/migrations"].map((place) => path.resolve(import.meta.dirname, place));
  const found = places.find((place) => existsSync(path.join(place, "meta/_journal.json")));
  if (!found) throw new Error(`no migrations at ${places.join(" or ")}`);
  return found;
}
