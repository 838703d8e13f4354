/** The served archives that hold an LAO, newest state first. Grain: one row an archive. Excluded: archives being loaded or retired. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import type { SnapshotHead } from "@/lib/reports/document";
import type { ScopedDb } from "../scoped";

export type SnapshotChoice = Pick<SnapshotHead, "id" | "title" | "kind" | "asOf" | "synthetic">;

export async function laoSnapshots(
  db: ScopedDb,
  scope: Scope,
  query: { readonly laoId: LaoId },
): Promise<SnapshotChoice[]> {
  const rows = await db.execute<{
    id: string;
    title: string;
    kind: SnapshotHead["kind"];
    as_of: string;
    is_synthetic: boolean;
  }>(sql`
    select s.id, s.title, s.kind, s.as_of, s.is_synthetic
    from portal.snapshots s
    join portal.snapshot_laos l on l.snapshot_no = s.snapshot_no
    where s.status = 'served' and l.lao_id = ${query.laoId} and l.lao_id between ${scope.from} and ${scope.to}
    order by s.as_of desc, s.id, s.snapshot_no`);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    asOf: row.as_of,
    synthetic: row.is_synthetic,
  }));
}
