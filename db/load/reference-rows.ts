/** Writes a snapshot's reference tables (LAOs, units, chart of accounts, bank accounts, classifications, number series). */
import type pg from "pg";
import type { Reference, ReferenceRow } from "@/lib/archive/bag/reference";
import type { LaoCode } from "@/lib/office/office";
import { type ColumnWriters, insertRows } from "./insert-rows";
import type { OfficeNumber } from "./office-numbers";

/** Columns by their name in the archive; `account` columns lose their point, as everywhere in the database. */
const text = (column: string): readonly ["text", (row: ReferenceRow) => string | null] => [
  "text",
  (row) => row[column] ?? null,
];
const account = (column: string): readonly ["bigint", (row: ReferenceRow) => string | null] => [
  "bigint",
  (row) => row[column]?.replace(".", "") ?? null,
];

/** In the transaction that begins the snapshot. Rows of LAOs that the bag does not list have no place and are left out. */
export async function insertReferenceRows(
  session: pg.Client,
  snapshotNo: number,
  rows: Reference,
  numbers: ReadonlyMap<LaoCode, OfficeNumber>,
): Promise<void> {
  const idOf = (row: ReferenceRow) => numbers.get(row.lao_code as LaoCode)?.laoId ?? null;
  const snapshot: ColumnWriters<ReferenceRow> = { snapshot_no: ["smallint", () => snapshotNo] };
  const ofLao: ColumnWriters<ReferenceRow> = { ...snapshot, lao_id: ["integer", idOf] };
  const tables: Readonly<Record<string, readonly [target: string, columns: ColumnWriters<ReferenceRow>]>> = {
    laos: [
      "snapshot_laos",
      {
        ...ofLao,
        lao_code: text("lao_code"),
        type: text("type"),
        name: text("name"),
        district: text("district"),
        province_code: text("province_code"),
        province: text("province"),
      },
    ],
    units: ["units", { ...ofLao, unit_code: text("unit_code"), kind: text("kind"), name: text("name") }],
    accounts: [
      "accounts",
      {
        ...snapshot,
        account_code: account("account_code"),
        level: ["integer", (row) => row.level ?? null],
        postable: ["boolean", (row) => row.postable === "1"],
        normal_side: text("normal_side"),
        name: text("name"),
      },
    ],
    bank_accounts: [
      "bank_accounts",
      {
        ...ofLao,
        bank_account_no: text("bank_account_no"),
        bank: text("bank"),
        branch: text("branch"),
        kind: text("kind"),
        account_code: account("account_code"),
      },
    ],
    classifications: [
      "classifications",
      { ...snapshot, kind: text("kind"), code: text("code"), name: text("name"), parent_code: text("parent_code") },
    ],
    series: [
      "series",
      { ...ofLao, series: text("series"), last_before: ["integer", (row) => row.last_before ?? null] },
    ],
  };
  for (const [name, [target, columns]] of Object.entries(tables)) {
    const isPlaced = (row: ReferenceRow) => !("lao_id" in columns) || idOf(row) !== null;
    await insertRows(session, target, columns, (rows[name] ?? []).filter(isPlaced));
  }
}
