/** Digests of the documents of the journal: how many lines each has and what is in them. Made in SQL from the rows that were loaded, in the order of an index. */
import type pg from "pg";
import { comparedTable, documentKey } from "@/lib/comparison/compared-table";
import { rowDigestSql } from "../row-digest";
import { leafOf } from "./fact-partitions";

/** Fills the leaf of that province, which the caller made. */
export async function fillEntryDigests(session: pg.Client, snapshotNo: number, provinceNo: number): Promise<void> {
  const journal = comparedTable("journal");
  const entry = documentKey(journal).join(", ");
  await session.query(
    `insert into ${leafOf("entry_digests", snapshotNo, provinceNo)} (digest, lao_id, month, lines, snapshot_no, ${entry})
     select ${rowDigestSql(journal)}, lao_id, month, count(*), ${snapshotNo}, ${entry}
     from ${leafOf(journal.name, snapshotNo, provinceNo)} group by lao_id, ${entry}, month`,
  );
}
