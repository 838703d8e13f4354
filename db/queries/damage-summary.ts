/**
 * What one LAO's damage comes to altogether and in each module, as it was added up at load (migration 0006).
 * Grain: one row a module, and one over all of them. An LAO outside the scope has none.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type DamageSummary, NO_DAMAGE_KNOWN, type SummaryOf } from "@/lib/finding/damage-summary";
import { satang } from "@/lib/money/amount";
import type { LaoId } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

export interface DamageSummaryQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
}

export interface SummaryRow extends Record<string, unknown> {
  intact: number;
  inconsistent: number;
  partial: number;
  lost: number;
  empty: number;
  documents: number | null;
  amount: bigint | null;
  amount_table: string | null;
}

export function toSummary(row: SummaryRow): DamageSummary {
  const { intact, inconsistent, partial, lost, empty } = row;
  return {
    partitions: { intact, inconsistent, partial, lost, empty },
    documentsMissing: row.documents,
    amountMissing: row.amount === null ? null : satang(row.amount),
    amountTable: row.amount_table,
  };
}

export async function damageSummary(
  db: ScopedDb,
  scope: Scope,
  query: DamageSummaryQuery,
): Promise<ReadonlyMap<SummaryOf, DamageSummary>> {
  const rows = await db.execute<SummaryRow & { module: string }>(sql`
    select module, intact, inconsistent, partial, lost, empty, documents, amount, amount_table
    from portal.lao_damage
    where snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}`);
  const summaries = new Map(rows.map((row) => [row.module as SummaryOf, toSummary(row)]));
  if (!summaries.has("all")) summaries.set("all", NO_DAMAGE_KNOWN);
  return summaries;
}
