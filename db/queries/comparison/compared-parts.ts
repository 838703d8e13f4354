/**
 * The parts of two snapshots side by side, by their digests: no row of the books is read. Grain: one part (LAO × module × month) that either snapshot
 * has, with its tables; ordered by LAO, module, month. What a part comes to, `lib/comparison/verdict` says.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { TABLES } from "@/lib/archive/tables";
import { type ComparedPart, type ComparedTable, verdictOf } from "@/lib/comparison/verdict";
import type { PartitionState } from "@/lib/finding/partition-state";
import { satang } from "@/lib/money/amount";
import { type LaoId, MODULES, type Module } from "@/lib/office/office";
import { monthFromNumber } from "@/lib/period/month";
import type { ScopedDb } from "../../scoped";

export interface SnapshotPair {
  readonly leftNo: number;
  readonly rightNo: number;
}

export interface ComparedPartsQuery extends SnapshotPair {
  /** Ids, both inclusive. */
  readonly laos: { readonly from: LaoId; readonly to: LaoId };
}

interface DigestRow extends Record<string, unknown> {
  lao_id: LaoId;
  month: number;
  table_name: string;
  left_rows: number;
  right_rows: number;
  left_amount: bigint;
  right_amount: bigint;
  is_equal: boolean;
}

interface PartRow extends Record<string, unknown> {
  lao_id: LaoId;
  month: number;
  module: Module;
  left_state: PartitionState | null;
  right_state: PartitionState | null;
  left_loaded: number;
  right_loaded: number;
}

export async function comparedParts(db: ScopedDb, scope: Scope, query: ComparedPartsQuery): Promise<ComparedPart[]> {
  const { leftNo, rightNo, laos } = query;
  const place = sql`snapshot_no in (${leftNo}, ${rightNo}) and lao_id between ${laos.from} and ${laos.to} and lao_id between ${scope.from} and ${scope.to}`;
  const left = sql`filter (where snapshot_no = ${leftNo})`;
  const right = sql`filter (where snapshot_no = ${rightNo})`;
  // Each side has at most one row a group: the sums only pick it.
  const [digests, parts] = await Promise.all([
    db.execute<DigestRow>(sql`
      select lao_id, month, table_name,
        coalesce(sum(rows) ${left}, 0)::integer as left_rows, coalesce(sum(rows) ${right}, 0)::integer as right_rows,
        coalesce(sum(amount) ${left}, 0)::bigint as left_amount, coalesce(sum(amount) ${right}, 0)::bigint as right_amount,
        coalesce(sum(rows) ${left}, 0) = coalesce(sum(rows) ${right}, 0)
          and coalesce(sum(digest) ${left}, 0) = coalesce(sum(digest) ${right}, 0) as is_equal
      from portal.digests where ${place} group by lao_id, month, table_name`),
    db.execute<PartRow>(sql`
      select lao_id, month, module, max(state) ${left} as left_state, max(state) ${right} as right_state,
        coalesce(max(rows_loaded) ${left}, 0) as left_loaded, coalesce(max(rows_loaded) ${right}, 0) as right_loaded
      from portal.partitions where ${place} group by lao_id, module, month
      order by lao_id, array_position(${sql.raw(`array['${MODULES.join("', '")}']`)}, module), month`),
  ]);
  const tables = tablesByPart(digests);
  return parts.map((part) => joinPart(part, tables.get(`${part.lao_id} ${part.module} ${part.month}`) ?? []));
}

const MODULE_OF = new Map(TABLES.map((table, order) => [table.name, { module: table.module, order }]));

function tablesByPart(rows: readonly DigestRow[]): Map<string, ComparedTable[]> {
  const byPart = new Map<string, ComparedTable[]>();
  const order = (row: DigestRow) => MODULE_OF.get(row.table_name)?.order ?? 0;
  for (const row of [...rows].sort((one, other) => order(one) - order(other))) {
    const part = `${row.lao_id} ${MODULE_OF.get(row.table_name)?.module} ${row.month}`;
    const own = byPart.get(part) ?? [];
    if (own.length === 0) byPart.set(part, own);
    own.push({
      table: row.table_name,
      leftRows: row.left_rows,
      rightRows: row.right_rows,
      leftAmount: satang(row.left_amount),
      rightAmount: satang(row.right_amount),
      isEqual: row.is_equal,
    });
  }
  return byPart;
}

function joinPart(row: PartRow, tables: readonly ComparedTable[]): ComparedPart {
  const sum = (count: (table: ComparedTable) => number) => tables.reduce((total, table) => total + count(table), 0);
  const { left_state: leftState, right_state: rightState } = row;
  const isCounted =
    sum(({ leftRows }) => leftRows) === row.left_loaded && sum(({ rightRows }) => rightRows) === row.right_loaded;
  return {
    laoId: row.lao_id,
    module: row.module,
    month: monthFromNumber(row.month),
    leftState,
    rightState,
    verdict: verdictOf({ leftState, rightState, isCounted, tables }),
    tables,
  };
}
