/** Two snapshots of one LAO: its parts with their verdicts, and how many documents differ where digests do. Grain: one part. */
import type { Scope } from "@/lib/access/scope";
import { comparedTable } from "@/lib/comparison/compared-table";
import type { ComparedPart } from "@/lib/comparison/verdict";
import type { LaoId } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import type { ScopedDb } from "../../scoped";
import { comparedParts, type SnapshotPair } from "./compared-parts";
import { countDifferences, type DifferenceCount } from "./row-differences";

export interface LaoComparison {
  readonly parts: readonly ComparedPart[];
  readonly differences: readonly DifferenceCount[];
}

export async function compareLao(
  db: ScopedDb,
  scope: Scope,
  { laoId, leftNo, rightNo }: SnapshotPair & { readonly laoId: LaoId },
): Promise<LaoComparison> {
  const parts = await comparedParts(db, scope, { leftNo, rightNo, laos: { from: laoId, to: laoId } });
  const monthsOf = new Map<string, Month[]>();
  for (const { month, tables } of parts)
    for (const { table, isEqual } of tables) if (!isEqual) monthsOf.set(table, [...(monthsOf.get(table) ?? []), month]);
  const counts = await Promise.all(
    [...monthsOf].map(([table, months]) =>
      countDifferences(db, scope, { leftNo, rightNo, laoId, table: comparedTable(table), months }),
    ),
  );
  return { parts, differences: counts.flat() };
}
