/** The only way to read: one transaction of the restricted role, with the scope told to row-level security first. */
import { sql } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { Scope } from "@/lib/access/scope";
import { type Database, poolOf } from "./client";
import { withoutValues } from "./query-failure";

declare const scoped: unique symbol;

/** A transaction in which row-level security knows the scope. */
export type ScopedDb = PgTransaction<PostgresJsQueryResultHKT, Record<string, never>, Record<string, never>> & {
  readonly [scoped]: true;
};

/** Runs `work` in one transaction of that scope. Without rows in scope, queries find none. */
export function withScope<T>(database: Database, scope: Scope, work: (db: ScopedDb) => Promise<T>): Promise<T> {
  return transact(database, async (tx) => {
    await tx.execute(sql`select
      set_config('app.lao_from', ${String(scope.from)}, true),
      set_config('app.lao_to', ${String(scope.to)}, true),
      set_config('app.user_id', ${scope.userId === null ? "" : String(scope.userId)}, true),
      set_config('app.is_administrator', ${scope.isAdministrator ? "1" : "0"}, true)`);
    return work(tx);
  });
}

/** A transaction before anybody is signed in: the functions of the sign-in answer for that address, and no row is visible. */
export function withSignIn<T>(database: Database, email: string, work: (db: ScopedDb) => Promise<T>): Promise<T> {
  return transact(database, async (tx) => {
    await tx.execute(sql`select set_config('app.sign_in_email', ${email}, true)`);
    return work(tx);
  });
}

/** A transaction in which nobody asks yet: no row is visible, only the database's own functions answer. */
export function withNobody<T>(database: Database, work: (db: ScopedDb) => Promise<T>): Promise<T> {
  return transact(database, work);
}

async function transact<T>(database: Database, work: (db: ScopedDb) => Promise<T>): Promise<T> {
  try {
    return await poolOf(database).drizzle.transaction((tx) => work(tx as unknown as ScopedDb));
  } catch (error) {
    throw withoutValues(error);
  }
}
