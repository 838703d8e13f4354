/**
 * What the comparison of two snapshots reads first: for every LAO, table and month how many rows stand, a digest of what is in them, and what they sum
 * to. Parts of equal digest hold the same rows and need not be read. Made in SQL from the rows that were loaded.
 */
import type pg from "pg";
import { TABLES } from "@/lib/archive/tables";
import { comparedAmount } from "@/lib/comparison/compared-table";
import { rowDigestSql } from "../row-digest";
import { leafOf } from "./fact-partitions";

/** Fills the leaf of that province, which the caller made. */
export async function fillDigests(session: pg.Client, snapshotNo: number, provinceNo: number): Promise<void> {
  for (const table of TABLES) {
    const { column, skipsCancelled } = comparedAmount(table);
    // Made-up amounts of 16 digits can add up to more than a bigint holds; such a bag must still load.
    await session.query(
      `insert into ${leafOf("digests", snapshotNo, provinceNo)} (digest, amount, lao_id, month, rows, snapshot_no, table_name)
       select ${rowDigestSql(table)}, greatest(least(coalesce(sum(${column}) filter (where ${skipsCancelled ? "not cancelled" : "true"}), 0), 9223372036854775807), -9223372036854775807)::bigint,
         lao_id, month, count(*), ${snapshotNo}, '${table.name}'
       from ${leafOf(table.name, snapshotNo, provinceNo)} group by lao_id, month order by lao_id, month`,
    );
  }
}
