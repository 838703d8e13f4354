/** The digest of rows of a table, in SQL: what the load leaves (`load/fill-digests.ts`) and what is made anew to see whether the rows still are those. */
import type { TableSpec } from "@/lib/archive/tables";
import { comparedColumns } from "@/lib/comparison/compared-table";

/**
 * Sum over the rows of a 64-bit hash of each: the same in any order, and another when a row stands twice. The hash is taken of the row as one text, not
 * of its columns one by one, whose sum would not tell two cells that changed places. Where a row lies in its file does not count.
 */
export function rowDigestSql(table: TableSpec): string {
  return `sum(hashtextextended(row(${comparedColumns(table).join(", ")})::text collate "C", 0))`;
}
