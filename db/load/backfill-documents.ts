/**
 * Makes the documents of provinces that were loaded before the portal had search. At every start, where as a rule there is nothing to do; a
 * province at a time, each in a transaction of its own, so that an interrupted start goes on with the next.
 */
import type pg from "pg";
import { openLoadSession } from "../owner";
import { attachLeaf, createLeaf, createMiddle, indexLeaf } from "./fact-partitions";
import { fillDocuments } from "./fill-documents";
import { takeLoadLock } from "./load-lock";

const TABLE = "documents";

interface Province {
  readonly snapshotNo: number;
  readonly provinceNo: number;
}

/** Gives how many provinces it made. Waits for a running load. */
export async function backfillDocuments(ownerUrl: string): Promise<number> {
  const session = await openLoadSession(ownerUrl);
  try {
    if ((await provincesWithout(session)).length === 0) return 0;
    await takeLoadLock(session, () => undefined);
    // Asked again: the load that was waited for may have made or dropped some.
    const provinces = await provincesWithout(session);
    for (const province of provinces) await fillProvince(session, province);
    return provinces.length;
  } finally {
    await session.end();
  }
}

async function provincesWithout(session: pg.Client): Promise<Province[]> {
  const { rows } = await session.query<Province>(
    `select u.snapshot_no as "snapshotNo", u.province_no as "provinceNo"
     from portal.load_units u join portal.snapshots s using (snapshot_no)
     where s.status in ('loading', 'served') and to_regclass('portal.journal_s' || u.snapshot_no || '_p' || u.province_no) is not null
       and to_regclass('portal.${TABLE}_s' || u.snapshot_no || '_p' || u.province_no) is null
     order by 1, 2`,
  );
  return rows;
}

async function fillProvince(session: pg.Client, { snapshotNo, provinceNo }: Province): Promise<void> {
  await session.query("begin");
  try {
    const { rows } = await session.query<{ middle: string | null }>(`select to_regclass($1) as middle`, [
      `portal.${TABLE}_s${snapshotNo}`,
    ]);
    if (rows[0]?.middle == null) await createMiddle(session, TABLE, snapshotNo);
    await createLeaf(session, TABLE, snapshotNo, provinceNo);
    await fillDocuments(session, snapshotNo, provinceNo);
    await indexLeaf(session, TABLE, snapshotNo, provinceNo);
    await attachLeaf(session, TABLE, snapshotNo, provinceNo);
    await session.query("commit");
  } catch (error) {
    await session.query("rollback");
    throw error;
  }
}
