/** Debit and credit of every account and month, summed from the journal of one province, so that a trial balance need not read its lines again. */
import type pg from "pg";
import { leafOf } from "./fact-partitions";

/** Fills the leaf of that province, which the caller made. */
export async function fillJournalMonths(session: pg.Client, snapshotNo: number, provinceNo: number): Promise<void> {
  // sum() gives numeric. Made-up amounts of 16 digits can add up to more than a bigint holds; such a bag must still load.
  const capped = (column: string) => `least(sum(${column}), 9223372036854775807)::bigint`;
  await session.query(
    `insert into ${leafOf("journal_months", snapshotNo, provinceNo)} (debit, credit, account_code, lao_id, month, lines, snapshot_no)
     select ${capped("debit")}, ${capped("credit")}, account_code, lao_id, month, count(*), ${snapshotNo}
     from ${leafOf("journal", snapshotNo, provinceNo)} group by lao_id, month, account_code order by lao_id, month, account_code`,
  );
}
