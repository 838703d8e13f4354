/** The bundles that a user asked for. Grain: one row a request, newest first. Excluded: those of others, and those cancelled or too old. */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Bundle, BundleStatus } from "@/lib/bundle/bundle";
import type { LaoCode } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

interface Row extends Record<string, unknown> {
  bundle_id: string;
  asked_at: string;
  snapshot_id: string;
  lao_codes: LaoCode[];
  month: string | null;
  formats: string[];
  status: BundleStatus;
  reports_done: number;
  reports_total: number | null;
  expires_at: string | null;
  bytes: bigint | null;
  sha256: string | null;
  trouble: string | null;
}

export function ownBundles(db: ScopedDb, scope: Scope): Promise<Bundle[]> {
  return select(db, scope, sql`status not in ('cancelled', 'expired')`);
}

/** Undefined for another's, and for one that is cancelled or too old. */
export async function ownBundle(db: ScopedDb, scope: Scope, bundleId: string): Promise<Bundle | undefined> {
  const [bundle] = await select(db, scope, sql`status not in ('cancelled', 'expired') and bundle_id = ${bundleId}`);
  return bundle;
}

async function select(db: ScopedDb, scope: Scope, condition: SQL): Promise<Bundle[]> {
  const rows = await db.execute<Row>(sql`
    select bundle_id, to_json(asked_at) #>> '{}' as asked_at, snapshot_id, lao_codes, month, formats, status, reports_done, reports_total,
      to_json(expires_at) #>> '{}' as expires_at, bytes, sha256, trouble
    from portal.bundles
    where user_id = ${scope.userId} and ${condition}
    order by asked_at desc, bundle_id`);
  return rows.map((row) => ({
    id: row.bundle_id,
    askedAt: new Date(row.asked_at),
    snapshotId: row.snapshot_id,
    laos: row.lao_codes,
    month: row.month,
    formats: row.formats,
    status: row.status,
    done: row.reports_done,
    total: row.reports_total,
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256: row.sha256,
    trouble: row.trouble,
  }));
}
