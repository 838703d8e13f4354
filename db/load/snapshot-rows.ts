/** The life of a snapshot's row: begun (`loading`), served, retired, discarded. Everything else of a snapshot hangs on it. */
import type pg from "pg";
import type { SnapshotKind } from "@/lib/snapshots/snapshot";
import { createMiddles, dropFactPartitions } from "./fact-partitions";

/** Tables that hold rows by snapshot_no beside the fact tables; what points to a snapshot comes first. */
const DEPENDENT_TABLES = [
  "load_units",
  "lao_damage",
  "findings",
  "quarantined_rows",
  "partitions",
  "series",
  "classifications",
  "bank_accounts",
  "accounts",
  "units",
  "snapshot_laos",
] as const;

export interface NewSnapshot {
  readonly id: string;
  readonly title: string;
  readonly kind: SnapshotKind;
  readonly asOf: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly fiscalYear: number;
  readonly encoding: string;
  readonly synthetic: boolean;
  readonly digest: string;
}

/** The served snapshot of an id, or undefined. */
export async function findServed(
  session: pg.Client,
  id: string,
): Promise<{ readonly snapshotNo: number; readonly digest: string } | undefined> {
  const { rows } = await session.query<{ snapshotNo: number; digest: string }>(
    `select snapshot_no as "snapshotNo", digest from portal.snapshots where id = $1 and status = 'served'`,
    [id],
  );
  return rows[0];
}

/** An interrupted load of exactly this archive, to be gone on with. */
export async function findInterrupted(session: pg.Client, id: string, digest: string): Promise<number | undefined> {
  const { rows } = await session.query<{ snapshotNo: number }>(
    `select snapshot_no as "snapshotNo" from portal.snapshots where id = $1 and digest = $2 and status = 'loading' order by snapshot_no limit 1`,
    [id, digest],
  );
  return rows[0]?.snapshotNo;
}

/** Inserts the row as `loading` and makes the snapshot's level of the fact tables, in the caller's transaction. */
export async function beginSnapshot(session: pg.Client, snapshot: NewSnapshot, now: Date): Promise<number> {
  const { rows } = await session.query<{ snapshotNo: number }>(
    `insert into portal.snapshots
       (id, title, kind, as_of, period_from, period_to, fiscal_year, encoding, is_synthetic, digest, status, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'loading', $11) returning snapshot_no as "snapshotNo"`,
    [
      snapshot.id,
      snapshot.title,
      snapshot.kind,
      snapshot.asOf,
      snapshot.periodFrom,
      snapshot.periodTo,
      snapshot.fiscalYear,
      snapshot.encoding,
      snapshot.synthetic,
      snapshot.digest,
      now.toISOString(),
    ],
  );
  const snapshotNo = rows[0]?.snapshotNo;
  if (snapshotNo === undefined) throw new Error("the new snapshot has no number");
  await createMiddles(session, snapshotNo);
  return snapshotNo;
}

/** From here on readers see it, and no longer the one it replaces. In the caller's transaction. */
export async function serveSnapshot(session: pg.Client, snapshotNo: number, now: Date): Promise<void> {
  await session.query(
    `update portal.snapshots set status = 'retired'
     where status = 'served' and id = (select id from portal.snapshots where snapshot_no = $1)`,
    [snapshotNo],
  );
  await session.query("update portal.snapshots set status = 'served', loaded_at = $2 where snapshot_no = $1", [
    snapshotNo,
    now.toISOString(),
  ]);
}

/**
 * Removes what nobody is to read: replaced snapshots and interrupted loads, but not the one to be gone on with. Each step may be
 * interrupted and done again by the next load. Only under the load's lock, and not inside a transaction.
 */
export async function discardLeftovers(session: pg.Client, exceptNo: number | undefined): Promise<void> {
  const { rows } = await session.query<{ snapshotNo: number }>(
    `select snapshot_no as "snapshotNo" from portal.snapshots where status <> 'served' and snapshot_no is distinct from $1 order by snapshot_no`,
    [exceptNo ?? null],
  );
  for (const { snapshotNo } of rows) {
    await dropFactPartitions(session, snapshotNo);
    await session.query("begin");
    for (const table of DEPENDENT_TABLES) {
      await session.query(`delete from portal.${table} where snapshot_no = $1`, [snapshotNo]);
    }
    await session.query("delete from portal.snapshots where snapshot_no = $1", [snapshotNo]);
    await session.query("commit");
  }
}
