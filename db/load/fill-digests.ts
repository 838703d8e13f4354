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
  const leaf = (name: string) => leafOf(name, snapshotNo, provinceNo);
  for (const table of TABLES) {
    const { column, skipsCancelled } = comparedAmount(table);
    // The lines of the journal were hashed for the digests of its documents; a sum of sums is the sum.
    const isHashed = table.name === "journal";
    // Made-up amounts of 16 digits can add up to more than a bigint holds; such a bag must still load.
    await session.query(
      `insert into ${leaf("digests")} (digest, amount, lao_id, month, rows, snapshot_no, table_name)
       select digest, greatest(least(coalesce(amount, 0), 9223372036854775807), -9223372036854775807)::bigint, lao_id, month, rows, ${snapshotNo}, '${table.name}'
       from (
         select lao_id, month, count(*) as rows, sum(${column}) filter (where ${skipsCancelled ? "not cancelled" : "true"}) as amount
           ${isHashed ? "" : `, ${rowDigestSql(table)} as digest`}
         from ${leaf(table.name)} group by lao_id, month
       ) parts ${isHashed ? `join (select lao_id, month, sum(digest) as digest from ${leaf("entry_digests")} group by lao_id, month) hashed using (lao_id, month)` : ""}
       order by lao_id, month`,
    );
  }
}
