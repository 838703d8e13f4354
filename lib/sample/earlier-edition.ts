/**
 * The same books as of an earlier day, for something to compare with: a copy of the end of April, in which a few documents still had the words that
 * were mended later. Words only, so that they break no tie. What was received on the last day and remitted in May was not remitted yet.
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
/** `remittance_no`, then `entry_no`, `cancelled` and `unit_code` end a receipt. */
const CELLS_FROM_ENTRY = 3;
/** Of a table and month that hold anything. */
const MENDED_SHARE = 0.15;

interface EditionPlace {
  readonly office: string;
  readonly table: string;
  readonly month: Month;
  readonly seed: number;
}

/** The records of a table in a month as the edition had them, of all records by `table/month`; undefined for a month after it. */
export function recordsOfEdition(
  edition: SampleEdition,
  place: EditionPlace,
  all: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const { table, month } = place;
  const records = all.get(`${table}/${month}`) ?? [];
  if (edition === "recovered") return [...records];
  if (month > LAST_MONTH) return undefined;
  return beforeMending(place, table === "receipts" && month === LAST_MONTH ? beforeRemitting(records, all) : records);
}

/** Receipts without the remittance and the entry of a month that is not there yet: both stand among the last cells, which hold no commas. */
function beforeRemitting(receipts: readonly string[], all: ReadonlyMap<string, readonly string[]>): string[] {
  const posted = new Set((all.get(`journal/${LAST_MONTH}`) ?? []).map((record) => record.split(",")[1]));
  return receipts.map((record) => {
    const cells = record.split(",");
    const entry = cells.length - CELLS_FROM_ENTRY;
    if (cells[entry] === "" || posted.has(cells[entry])) return record;
    [cells[entry - 1], cells[entry]] = ["", ""];
    return cells.join(",");
  });
}

function beforeMending({ office, table, month, seed }: EditionPlace, records: readonly string[]): string[] {
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
