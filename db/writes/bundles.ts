/** What happens to a bundle: asked for by its user; claimed, advanced and finished by the portal's worker through the database's functions. */
import { sql } from "drizzle-orm";
import type { Actor, Role } from "@/lib/access/actor";
import { parseGrant } from "@/lib/access/grant";
import type { Scope } from "@/lib/access/scope";
import type { Bundle } from "@/lib/bundle/bundle";
import type { LaoCode } from "@/lib/office/office";
import type { Database } from "../client";
import { type ScopedDb, withNobody } from "../scoped";

export type NewBundle = Pick<Bundle, "id" | "askedAt" | "snapshotId" | "laos" | "month" | "formats">;

/** False when the user has one that is not finished yet. */
export async function insertBundle(db: ScopedDb, scope: Scope, bundle: NewBundle): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into portal.bundles (bundle_id, user_id, asked_at, snapshot_id, lao_codes, month, formats)
    values (${bundle.id}, ${scope.userId}, ${bundle.askedAt.toISOString()}, ${bundle.snapshotId}, ${textArray(bundle.laos)}, ${bundle.month},
      ${textArray(bundle.formats)})
    on conflict (user_id) where status in ('waiting', 'running') do nothing
    returning bundle_id`);
  return rows.length > 0;
}

/** False for another's, and for one that is over already. */
export async function cancelBundle(db: ScopedDb, _scope: Scope, bundleId: string, at: Date): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(
    sql`select portal.cancel_bundle(${bundleId}, ${at.toISOString()}) as found`,
  );
  return row?.found === true;
}

/** @param unseenSince a worker last seen before this is taken for dead */
export async function claimBundle(
  database: Database,
  runner: string,
  at: Date,
  unseenSince: Date,
): Promise<NewBundle | undefined> {
  const [row] = await withNobody(database, (db) =>
    db.execute<{
      bundle_id: string;
      asked_at: string;
      snapshot_id: string;
      lao_codes: LaoCode[];
      month: string | null;
      formats: string[];
    }>(sql`select bundle_id, to_json(asked_at) #>> '{}' as asked_at, snapshot_id, lao_codes, month, formats
      from portal.claim_bundle(${runner}, ${at.toISOString()}, ${unseenSince.toISOString()})`),
  );
  return (
    row && {
      id: row.bundle_id,
      askedAt: new Date(row.asked_at),
      snapshotId: row.snapshot_id,
      laos: row.lao_codes,
      month: row.month,
      formats: row.formats,
    }
  );
}

export interface BundleProgress {
  readonly runner: string;
  readonly at: Date;
  /** Null before it is known. */
  readonly done: number | null;
  readonly total: number | null;
}

/** Who asks, with the rights of this moment; undefined when the bundle is wanted no more. */
export async function advanceBundle(
  database: Database,
  bundleId: string,
  { runner, at, done, total }: BundleProgress,
): Promise<Actor | undefined> {
  const [row] = await withNobody(database, (db) =>
    db.execute<{
      user_id: number;
      email: string;
      name: string;
      role: Role;
      grant_kind: string;
      grant_code: string | null;
    }>(sql`select * from portal.advance_bundle(${bundleId}, ${runner}, ${at.toISOString()}, ${done}, ${total})`),
  );
  const grant = row && parseGrant(row.grant_kind, row.grant_code);
  return row && grant && { userId: row.user_id, email: row.email, name: row.name, role: row.role, grant };
}

export interface BundleEnd {
  readonly runner: string;
  readonly at: Date;
  readonly expiresAt: Date;
  /** Null where it failed. */
  readonly made: { readonly bytes: number; readonly sha256: string } | null;
  readonly trouble: string | null;
}

/** False when it was cancelled or taken over meanwhile. */
export async function finishBundle(database: Database, bundleId: string, end: BundleEnd): Promise<boolean> {
  const [row] = await withNobody(database, (db) =>
    db.execute<{ found: boolean }>(sql`select portal.finish_bundle(${bundleId}, ${end.runner}, ${end.at.toISOString()},
      ${end.expiresAt.toISOString()}, ${end.made?.bytes ?? null}, ${end.made?.sha256 ?? null}, ${end.trouble}) as found`),
  );
  return row?.found === true;
}

/** Ends what is too old; the ids of the bundles whose files are still wanted. */
export async function keepBundles(database: Database, at: Date): Promise<ReadonlySet<string>> {
  const rows = await withNobody(database, (db) =>
    db.execute<{ bundle_id: string }>(sql`select bundle_id from portal.keep_bundles(${at.toISOString()})`),
  );
  return new Set(rows.map((row) => row.bundle_id));
}

function textArray(texts: readonly string[]) {
  return sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;
}
