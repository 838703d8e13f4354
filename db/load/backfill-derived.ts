/**
 * Makes what is derived from the rows for provinces that were loaded before the portal derived it: documents for search, digests for comparing. At every
 * start, where as a rule there is nothing to do; a province at a time, each in a transaction of its own, so that an interrupted start goes on with the next.
 */
import type pg from "pg";
import { openLoadSession } from "../owner";
import { attachLeaf, createLeaf, createMiddle, indexLeaf } from "./fact-partitions";
import { fillDigests } from "./fill-digests";
import { fillDocuments } from "./fill-documents";
import { fillEntryDigests } from "./fill-entry-digests";
import { takeLoadLock } from "./load-lock";

/** In this order: the last rests on the one before. */
const FILLS = { documents: fillDocuments, entry_digests: fillEntryDigests, digests: fillDigests } as const;
export type DerivedTable = keyof typeof FILLS;

interface Province {
  readonly snapshotNo: number;
  readonly provinceNo: number;
}

/** Gives how many provinces it made of each table. Waits for a running load. */
export async function backfillDerived(ownerUrl: string): Promise<Readonly<Record<DerivedTable, number>>> {
  const made = { documents: 0, entry_digests: 0, digests: 0 };
  const session = await openLoadSession(ownerUrl);
  try {
    for (const table of Object.keys(FILLS) as DerivedTable[]) {
      if ((await provincesWithout(session, table)).length === 0) continue;
      await takeLoadLock(session, () => undefined);
      // Asked again: the load that was waited for may have made or dropped some.
      const provinces = await provincesWithout(session, table);
      for (const province of provinces) await fillProvince(session, table, province);
      made[table] = provinces.length;
    }
    return made;
  } finally {
    await session.end();
  }
}

async function provincesWithout(session: pg.Client, table: DerivedTable): Promise<Province[]> {
  const { rows } = await session.query<Province>(
    `select u.snapshot_no as "snapshotNo", u.province_no as "provinceNo"
     from portal.load_units u join portal.snapshots s using (snapshot_no)
     where s.status in ('loading', 'served') and to_regclass('portal.journal_s' || u.snapshot_no || '_p' || u.province_no) is not null
       and to_regclass('portal.${table}_s' || u.snapshot_no || '_p' || u.province_no) is null
     order by 1, 2`,
  );
  return rows;
}

async function fillProvince(
  session: pg.Client,
  table: DerivedTable,
  { snapshotNo, provinceNo }: Province,
): Promise<void> {
  await session.query("begin");
  try {
    const { rows } = await session.query<{ middle: string | null }>(`select to_regclass($1) as middle`, [
      `portal.${table}_s${snapshotNo}`,
    ]);
    if (rows[0]?.middle == null) await createMiddle(session, table, snapshotNo);
    await createLeaf(session, table, snapshotNo, provinceNo);
    await FILLS[table](session, snapshotNo, provinceNo);
    await indexLeaf(session, table, snapshotNo, provinceNo);
    await attachLeaf(session, table, snapshotNo, provinceNo);
    await session.query("commit");
  } catch (error) {
    await session.query("rollback");
    throw error;
  }
}
