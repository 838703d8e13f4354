/** What a loaded snapshot amounts to, from its own rows: the same after a load in one go and after one gone on with. */
import type pg from "pg";
import { PARTITION_STATES, type PartitionState } from "@/lib/finding/partition-state";

export interface LoadSummary {
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
  readonly findings: number;
  /** Every state, also those that no partition is in. */
  readonly partitions: readonly { readonly state: PartitionState; readonly count: number }[];
}

export async function summarize(session: pg.Client, snapshotNo: number): Promise<LoadSummary> {
  const units = await session.query<{ read: bigint; loaded: bigint; quarantined: bigint }>(
    `select coalesce(sum(rows_read), 0)::bigint as read, coalesce(sum(rows_loaded), 0)::bigint as loaded,
       coalesce(sum(rows_quarantined), 0)::bigint as quarantined
     from portal.load_units where snapshot_no = $1`,
    [snapshotNo],
  );
  const findings = await session.query<{ count: bigint }>(
    "select count(*) from portal.findings where snapshot_no = $1",
    [snapshotNo],
  );
  const states = await session.query<{ state: PartitionState; count: bigint }>(
    "select state, count(*) from portal.partitions where snapshot_no = $1 group by state",
    [snapshotNo],
  );
  return {
    rowsRead: Number(units.rows[0]?.read ?? 0n),
    rowsLoaded: Number(units.rows[0]?.loaded ?? 0n),
    rowsQuarantined: Number(units.rows[0]?.quarantined ?? 0n),
    findings: Number(findings.rows[0]?.count ?? 0n),
    partitions: PARTITION_STATES.map((state) => ({
      state,
      count: Number(states.rows.find((row) => row.state === state)?.count ?? 0n),
    })),
  };
}
