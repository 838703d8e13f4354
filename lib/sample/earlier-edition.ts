/**
 * The same books as of an earlier day, for something to compare with: a copy of the end of April, in which a few documents still had the words that
 * were mended later. Words only, so that they break no tie; receipts of April that were remitted in May name an entry that this copy does not hold yet, and
 * show as a sign of damage there.
 */
import { TABLES } from "@/lib/archive/tables";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { makeRandom } from "./random";

/** `recovered` is the sample itself. */
export type SampleEdition = "recovered" | "baseline";

export const BASELINE_TO = "2024-04-30" as IsoDate;
const LAST_MONTH = "2024-04" as Month;

/** Column of each table whose words were mended later. */
const MENDED: Readonly<Record<string, string>> = { receipts: "payer", requisitions: "description", assets: "name" };
const BEFORE_MENDING = " (ก่อนแก้ไข)";
/** Of a table and month that hold anything. */
const MENDED_SHARE = 0.15;

/** The records of a table in a month as the edition had them; undefined for a month after it. */
export function recordsOfEdition(
  edition: SampleEdition,
  place: { readonly office: string; readonly table: string; readonly month: Month; readonly seed: number },
  records: readonly string[],
): string[] | undefined {
  const { office, table, month, seed } = place;
  if (edition === "recovered") return [...records];
  if (month > LAST_MONTH) return undefined;
  const column =
    TABLES.find(({ name }) => name === table)?.columns.findIndex(({ name }) => name === MENDED[table]) ?? -1;
  const random = makeRandom(seed, "edition", `${office}/${table}/${month}`);
  if (column === -1 || records.length === 0 || !random.chance(MENDED_SHARE)) return [...records];
  const at = random.int(0, records.length - 1);
  const cells = (records[at] ?? "").split(",");
  // A quoted record may hold a comma inside a cell: it stays as it is.
  if ((records[at] ?? "").includes('"') || cells[column] === undefined) return [...records];
  cells[column] += BEFORE_MENDING;
  return records.map((record, index) => (index === at ? cells.join(",") : record));
}
