/**
 * Which tables of an LAO were not read whole, month by month: what is absent from a whole table was never there, and its sums are true.
 * Grain: one record a table and month in which something is missing or in doubt. Excluded: damage that takes no row away.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { findTable, tablesOf } from "@/lib/archive/tables";
import type { LaoId, Module } from "@/lib/office/office";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { ScopedDb } from "../../scoped";

export interface TableGapsQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
  readonly months: readonly Month[];
}

export interface TableGaps {
  /** Nothing of the table is missing in that month, and the month is one of the archive. */
  readonly isWhole: (table: string, month: Month) => boolean;
  /** Something of the table is missing in that month, or in doubt; not where there is nothing, and nothing that suggests there should be. */
  readonly isShort: (table: string, month: Month) => boolean;
  /** Something speaks against figures of single accounts (or codes) of it, whose rows may also be missing. */
  readonly hasDoubts: (table: string, month: Month) => boolean;
  /** Something speaks against this account's (or code's) figures in that table and month. */
  readonly isInDoubt: (table: string, month: Month, account: string) => boolean;
}

interface Row extends Record<string, unknown> {
  module: string;
  month: number;
  state: string;
  table_name: string | null;
  account: string | null;
  code: string | null;
}

/** Findings that take rows away, or that show figures to be other than they should be. */
const SPEAKS_AGAINST = sql`('file/missing', 'file/truncated', 'file/corrupt', 'file/checksum', 'row/encoding', 'row/shape', 'row/value', 'row/duplicate',
  'tie/entry-unbalanced', 'tie/number-gap', 'tie/carry-forward', 'tie/balance', 'tie/cross-module', 'tie/silent-partition')`;

export async function tableGaps(db: ScopedDb, scope: Scope, query: TableGapsQuery): Promise<TableGaps> {
  const months = sql.join(
    query.months.map((month) => sql`${monthToNumber(month)}::integer`),
    sql`, `,
  );
  const rows = await db.execute<Row>(sql`
    select p.module, p.month, p.state, f.table_name, f.account, f.code
    from portal.partitions p
    left join portal.findings f on f.snapshot_no = p.snapshot_no and f.lao_id = p.lao_id and f.lao_id between ${scope.from} and ${scope.to}
      and f.module = p.module and f.month = p.month and f.code in ${SPEAKS_AGAINST}
    where p.snapshot_no = ${query.snapshotNo} and p.lao_id = ${query.laoId} and p.lao_id between ${scope.from} and ${scope.to} and p.month in (${months})`);
  const read = new Set<string>();
  const broken = new Set<string>();
  const empty = new Set<string>();
  const doubted = new Set<string>();
  for (const row of rows) {
    const month = monthFromNumber(row.month);
    const tables = row.table_name === null ? tablesOf(row.module as Module).map(({ name }) => name) : [row.table_name];
    for (const table of tablesOf(row.module as Module)) read.add(`${table.name} ${month}`);
    const none = row.state === "lost" ? broken : row.state === "empty" ? empty : undefined;
    for (const table of tablesOf(row.module as Module)) none?.add(`${table.name} ${month}`);
    if (row.code === null) continue;
    for (const table of tables) {
      // A tie of one account speaks against that account; in the journal it means lines that are missing or changed.
      const isOfAccount = row.account !== null && row.code.startsWith("tie/") && table !== "journal";
      if (isOfAccount) doubted.add(`${table} ${month} ${row.account}`);
      else broken.add(`${table} ${month}`);
    }
  }
  const keyOf = (table: string, month: Month) => {
    if (!findTable(table)) throw new Error(`the archive has no table «${table}»`);
    return `${table} ${month}`;
  };
  return {
    isWhole: (table, month) => {
      const key = keyOf(table, month);
      return read.has(key) && !broken.has(key) && !empty.has(key);
    },
    isShort: (table, month) => broken.has(keyOf(table, month)),
    hasDoubts: (table, month) => [...doubted].some((one) => one.startsWith(`${table} ${month} `)),
    isInDoubt: (table, month, account) => doubted.has(`${table} ${month} ${account}`),
  };
}
