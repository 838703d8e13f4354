/**
 * The portal's restricted role: it may log in, read what row-level security shows it, append to the audit log, and call the
 * functions that change users and sessions. It owns nothing and sees no leaf table. Made or brought up to date at every start.
 */
import { createHash } from "node:crypto";
import type postgres from "postgres";
import { AppError } from "@/lib/errors/app-error";
import { SET_UP_LOCK } from "./migrate";
import { type OwnerSql, openOwner } from "./owner";

/** Everything it reads; the partitions below the fact tables are reached through these alone. */
const READABLE = [
  "provinces",
  "laos",
  "snapshots",
  "load_units",
  "snapshot_laos",
  "units",
  "accounts",
  "bank_accounts",
  "classifications",
  "series",
  "partitions",
  "findings",
  "quarantined_rows",
  "missing_amounts",
  "lao_damage",
  "journal_months",
  "documents",
  "digests",
  "entry_digests",
  "journal",
  "balances",
  "cash",
  "receipts",
  "revenue_register",
  "requisitions",
  "cheques",
  "loans",
  "budget_lines",
  "budget_transfers",
  "assets",
  "audit_log",
  "pinned_reports",
  "bundles",
  "rekeyed_uploads",
  "rekeyed_documents",
  "rekeyed_decisions",
  "rekeyed_progress",
  "comments",
] as const;

const CANNOT_MAKE_ROLES = "42501";

/**
 * Makes the restricted role of this database (or gives it this password) with exactly its grants, and returns its URL.
 * Throws AppError("set-up") with the SQL to run where the owner may not make roles.
 */
export async function grantPortalRole(ownerUrl: string, password: string): Promise<string> {
  const owner = openOwner(ownerUrl);
  try {
    await owner`select pg_advisory_lock(${SET_UP_LOCK})`;
    const [place] = await owner<
      { database: string; owner: string }[]
    >`select current_database() as database, current_user as owner`;
    if (!place) throw new Error("the server names no database");
    const role = portalRoleName(place.database);
    const appUrl = new URL(ownerUrl);
    appUrl.username = encodeURIComponent(role);
    appUrl.password = encodeURIComponent(password);
    if (!(await canLogIn(appUrl.href))) await makeRole(owner, role, password, place.owner);
    await refuseStrongRole(owner, role);
    await owner.begin((tx) => grant(tx, role, place.database));
    return appUrl.href;
  } finally {
    await owner.end({ timeout: 5 });
  }
}

/** One role a database, since roles belong to the whole server. At most 63 bytes, as Postgres has it. */
export function portalRoleName(database: string): string {
  const suffix = "_portal_app";
  if (Buffer.byteLength(database) + suffix.length <= 63) return `${database}${suffix}`;
  return `${createHash("sha256").update(database).digest("hex").slice(0, 24)}${suffix}`;
}

async function canLogIn(appUrl: string): Promise<boolean> {
  const app = openOwner(appUrl);
  try {
    await app`select 1`;
    return true;
  } catch {
    // Whatever the reason (no such role, other password, no connect right): making the role says it better.
    return false;
  } finally {
    await app.end({ timeout: 5 });
  }
}

async function makeRole(owner: OwnerSql, role: string, password: string, ownerName: string): Promise<void> {
  const [known] = await owner`select 1 from pg_roles where rolname = ${role}`;
  // Utility statements take no parameters; format() quotes on the server. Attributes of a known role are checked, not
  // changed: that would need a superuser even where nothing changes.
  const [statement] = await owner<{ text: string }[]>`select format(
    ${known ? "alter role %I login password %L" : "create role %I login nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit password %L"},
    ${role}::text, ${password}::text) as text`;
  try {
    await owner.unsafe(statement?.text ?? "");
  } catch (error) {
    if ((error as { code?: string }).code !== CANNOT_MAKE_ROLES) throw error;
    const remedy = known
      ? `GRANT "${role}" TO "${ownerName}" WITH ADMIN OPTION;`
      : `ALTER ROLE "${ownerName}" CREATEROLE;`;
    throw new AppError(
      "set-up",
      `ผู้ใช้ฐานข้อมูล ${ownerName} ยังสร้างผู้ใช้สำหรับอ่านข้อมูล (${role}) ไม่ได้ — ให้ผู้ดูแลเซิร์ฟเวอร์ฐานข้อมูลสั่ง: ${remedy} แล้วเริ่มระบบใหม่`,
      { cause: error },
    );
  }
}

/** Row-level security means nothing to a superuser or BYPASSRLS; such a role is refused, not used. */
async function refuseStrongRole(owner: OwnerSql, role: string): Promise<void> {
  const [strong] =
    await owner`select 1 from pg_roles where rolname = ${role} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`;
  if (!strong) return;
  throw new AppError(
    "set-up",
    `ผู้ใช้ฐานข้อมูล ${role} มีสิทธิ์เกินจำเป็น — ให้ผู้ดูแลเซิร์ฟเวอร์ฐานข้อมูลสั่ง: ALTER ROLE "${role}" NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB; แล้วเริ่มระบบใหม่`,
  );
}

async function grant(tx: postgres.TransactionSql<{ bigint: bigint }>, role: string, database: string): Promise<void> {
  const to = tx(role);
  await tx`grant usage on schema portal to ${to}`;
  for (const table of READABLE) {
    await tx`revoke all on ${tx(`portal.${table}`)} from ${to}`;
    await tx`grant select on ${tx(`portal.${table}`)} to ${to}`;
  }
  await tx`grant insert on portal.audit_log, portal.bundles to ${to}`;
  // Never read: functions of migration 0014 answer whoever has a file's code.
  await tx`revoke all on portal.issued_files from ${to}`;
  await tx`grant insert on portal.issued_files to ${to}`;
  await tx`grant insert, delete on portal.pinned_reports to ${to}`;
  await tx`grant insert, update (state, content, rows_read, document_count, head_row, book, sheet, heads, mapping, problems, assumptions, left_out_rows) on portal.rekeyed_uploads to ${to}`;
  await tx`grant insert, delete on portal.rekeyed_documents to ${to}`;
  await tx`grant insert on portal.rekeyed_decisions, portal.comments to ${to}`;
  await tx`grant insert, update on portal.rekeyed_progress to ${to}`;
  // Accounts hold password hashes: they are reached through the functions of migration 0002 alone, each for one purpose.
  await tx`revoke all on portal.users, portal.sessions from ${to}`;
  // Open to everybody by default; where that was taken away, the owner of the database gives it back to this role.
  const [closed] = await tx`select 1 where not has_database_privilege(${role}, ${database}, 'connect')`;
  if (closed) await tx`grant connect on database ${tx(database)} to ${to}`;
}
