/**
 * What the comparison of two snapshots reads first: for every LAO, table and month how many rows stand, a digest of what is in them, and what they sum
 * to. Parts of equal digest hold the same rows and need not be read. Made in SQL from the rows that were loaded.
 */
import type pg from "pg";
import { TABLES, type TableSpec } from "@/lib/archive/tables";
import { comparedAmount, comparedColumns } from "@/lib/comparison/compared-table";
import { leafOf } from "./fact-partitions";

/**
 * Sum over the rows of a 64-bit hash of each: the same in any order, and another when a row stands twice. The hash is taken of the row as one text, not
 * of its columns one by one, whose sum would not tell two cells that changed places. Where a row lies in its file does not count.
 */
function digestSql(table: TableSpec): string {
  return `sum(hashtextextended(row(${comparedColumns(table).join(", ")})::text collate "C", 0))`;
}

/** Fills the leaf of that province, which the caller made. */
export async function fillDigests(session: pg.Client, snapshotNo: number, provinceNo: number): Promise<void> {
  for (const table of TABLES) {
    const { column, skipsCancelled } = comparedAmount(table);
    // Made-up amounts of 16 digits can add up to more than a bigint holds; such a bag must still load.
    await session.query(
      `insert into ${leafOf("digests", snapshotNo, provinceNo)} (digest, amount, lao_id, month, rows, snapshot_no, table_name)
       select ${digestSql(table)}, greatest(least(coalesce(sum(${column}) filter (where ${skipsCancelled ? "not cancelled" : "true"}), 0), 9223372036854775807), -9223372036854775807)::bigint,
         lao_id, month, count(*), ${snapshotNo}, '${table.name}'
       from ${leafOf(table.name, snapshotNo, provinceNo)} group by lao_id, month order by lao_id, month`,
    );
  }
}
