/** All users with the names of what they may read; active ones first, then by name. For administrators. */
import { sql } from "drizzle-orm";
import type { Grant, Role } from "@/lib/access/actor";
import { parseGrant } from "@/lib/access/grant";
import type { PortalUser } from "@/lib/access/portal-user";
import type { Scope } from "@/lib/access/scope";
import type { ScopedDb } from "../scoped";
import { moment } from "./moment";
import { nameOffices } from "./user-offices";

interface UserRow extends Record<string, unknown> {
  user_id: number;
  email: string;
  name: string;
  role: Role;
  grant_kind: string;
  grant_code: string | null;
  is_disabled: boolean;
  must_change_password: boolean;
  locked_until_ms: bigint | null;
  created_at_ms: bigint;
  last_signed_in_at_ms: bigint | null;
}

export async function listUsers(db: ScopedDb, _scope: Scope): Promise<PortalUser[]> {
  const rows =
    await db.execute<UserRow>(sql`select user_id, email, name, role, grant_kind, grant_code, is_disabled, must_change_password,
      (extract(epoch from locked_until) * 1000)::bigint as locked_until_ms,
      (extract(epoch from created_at) * 1000)::bigint as created_at_ms,
      (extract(epoch from last_signed_in_at) * 1000)::bigint as last_signed_in_at_ms
    from portal.list_users()
    order by is_disabled, name collate portal.thai, email`);
  const users = [...rows].map((row) => ({ row, grant: readGrant(row) }));
  const nameOf = await nameOffices(
    db,
    users.map(({ grant }) => grant),
  );
  return users.map(({ row, grant }) => ({
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role,
    grant,
    grantName: nameOf(grant),
    isDisabled: row.is_disabled,
    mustChangePassword: row.must_change_password,
    lockedUntil: moment(row.locked_until_ms),
    createdAt: moment(row.created_at_ms),
    lastSignedInAt: moment(row.last_signed_in_at_ms),
  }));
}

function readGrant(row: UserRow): Grant {
  const grant = parseGrant(row.grant_kind, row.grant_code);
  if (!grant) throw new Error(`user ${row.user_id} has no readable grant`);
  return grant;
}
