/** The columns of a fact table in the order in which the reader writes them. */
import type { TableSpec } from "../tables";

/** Columns for `COPY portal.<table> (…)`: where a row belongs, its number in the file, then the table's own columns. */
export function copyColumns(spec: TableSpec): readonly string[] {
  return [
    "snapshot_no",
    "lao_id",
    "month",
    "row_no",
    ...spec.columns.filter((column) => column.name !== "lao_code").map((column) => column.name),
  ];
}
