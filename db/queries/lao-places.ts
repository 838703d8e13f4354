/** Where the LAOs of an archive lie, for filters: provinces of the scope, and districts of one province. Grain: one row a place, as a Thai dictionary sorts them. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { ScopedDb } from "../scoped";

export interface LaoPlacesQuery {
  readonly snapshotNo: number;
  /** Its districts are given; without it, the provinces. */
  readonly provinceCode?: string | undefined;
}

export interface LaoPlace {
  /** Code of a province, name of a district. */
  readonly value: string;
  readonly name: string;
}

export async function laoPlaces(db: ScopedDb, scope: Scope, query: LaoPlacesQuery): Promise<LaoPlace[]> {
  const place = sql`snapshot_no = ${query.snapshotNo} and lao_id between ${scope.from} and ${scope.to}`;
  const rows = await db.execute<{ value: string; name: string }>(
    query.provinceCode === undefined
      ? sql`select value, name from (select distinct province_code as value, province as name from portal.snapshot_laos where ${place}) p order by name collate portal.thai, value`
      : sql`select value, value as name from (select distinct district as value from portal.snapshot_laos where ${place} and province_code = ${query.provinceCode}) d order by value collate portal.thai`,
  );
  return rows.map(({ value, name }) => ({ value, name }));
}
