/** Changes of users, each by the database function that does just this. The audit row is the operation's, in the same transaction. */
import { sql } from "drizzle-orm";
import type { Grant, Role } from "@/lib/access/actor";
import { grantCode } from "@/lib/access/grant";
import type { Scope } from "@/lib/access/scope";
import type { ScopedDb } from "../scoped";

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly grant: Grant;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly createdAt: Date;
}

/** The new user's number; null when the address is taken. */
export async function insertUser(db: ScopedDb, _scope: Scope, user: NewUser): Promise<number | null> {
  const [row] = await db.execute<{
    user_id: number | null;
  }>(sql`select portal.add_user(${user.email}, ${user.name}, ${user.role},
    ${user.grant.kind}, ${grantCode(user.grant)}, ${user.passwordHash}, ${user.mustChangePassword}, ${user.createdAt.toISOString()}) as user_id`);
  return row?.user_id ?? null;
}

export type DisableOutcome = "done" | "unknown" | "self" | "last-administrator";

/** Ends all sessions of the user as well. */
export async function disableUser(db: ScopedDb, _scope: Scope, email: string): Promise<DisableOutcome> {
  const [row] = await db.execute<{ outcome: DisableOutcome }>(sql`select portal.disable_user(${email}) as outcome`);
  return row?.outcome ?? "unknown";
}

/** Also ends a lock by wrong passwords. False when there is no such user. */
export async function enableUser(db: ScopedDb, _scope: Scope, email: string): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`select portal.enable_user(${email}) as found`);
  return row?.found === true;
}

export type ResetOutcome = "done" | "unknown" | "self";

/** A new password that must be changed at the next sign-in; ends all sessions and any lock. */
export async function resetPassword(
  db: ScopedDb,
  _scope: Scope,
  email: string,
  passwordHash: string,
): Promise<ResetOutcome> {
  const [row] = await db.execute<{ outcome: ResetOutcome }>(
    sql`select portal.reset_user(${email}, ${passwordHash}) as outcome`,
  );
  return row?.outcome ?? "unknown";
}

/** The signed-in user's own password; ends all their sessions. False when they are disabled or gone. */
export async function changeOwnPassword(db: ScopedDb, _scope: Scope, passwordHash: string): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`select portal.change_own_password(${passwordHash}) as found`);
  return row?.found === true;
}
