/** A page of the users with the names of what they may read; active ones first, then by name. For administrators. */
import { sql } from "drizzle-orm";
import type { Grant, Role } from "@/lib/access/actor";
import { parseGrant } from "@/lib/access/grant";
import type { UserPage } from "@/lib/access/portal-user";
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
  user_count: number;
}

export interface UserSelection {
  readonly term: string;
  readonly page: number;
  readonly pageSize: number;
}

export async function listUsers(
  db: ScopedDb,
  _scope: Scope,
  { term, page, pageSize }: UserSelection,
): Promise<UserPage> {
  const rows =
    await db.execute<UserRow>(sql`select u.user_id, u.email, u.name, u.role, u.grant_kind, u.grant_code, u.is_disabled, u.must_change_password,
      (extract(epoch from u.locked_until) * 1000)::bigint as locked_until_ms,
      (extract(epoch from u.created_at) * 1000)::bigint as created_at_ms,
      (extract(epoch from (
        select max(a.at) from portal.audit_log a where a.email = u.email and a.type = 'sign-in' and a.facts ->> 'outcome' = 'ok'
      )) * 1000)::bigint as last_signed_in_at_ms,
      u.user_count::integer as user_count
    from (
      select l.*, count(*) over () as user_count from portal.list_users() l
      where ${term} = '' or strpos(lower(l.name), lower(${term})) > 0 or strpos(l.email, lower(${term})) > 0 or l.grant_code = ${term}
      order by l.is_disabled, l.name collate portal.thai, l.email
      limit ${pageSize} offset ${(page - 1) * pageSize}
    ) u
    order by u.is_disabled, u.name collate portal.thai, u.email`);
  const users = [...rows].map((row) => ({ row, grant: readGrant(row) }));
  const nameOf = await nameOffices(
    db,
    users.map(({ grant }) => grant),
  );
  const described = users.map(({ row, grant }) => ({
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
  return { users: described, userCount: rows[0]?.user_count ?? 0 };
}

function readGrant(row: UserRow): Grant {
  const grant = parseGrant(row.grant_kind, row.grant_code);
  if (!grant) throw new Error(`user ${row.user_id} has no readable grant`);
  return grant;
}
