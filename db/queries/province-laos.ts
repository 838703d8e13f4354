/** The LAOs of a province in an archive, as a Thai dictionary sorts them. Grain: one row an LAO; those outside the scope have none. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Lao, LaoCode, LaoId, LaoType } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

export interface ProvinceLaosQuery {
  readonly snapshotNo: number;
  /** LAO ids of the province, both inclusive. */
  readonly laos: { readonly from: LaoId; readonly to: LaoId };
}

interface Row extends Record<string, unknown> {
  lao_id: number;
  lao_code: string;
  type: string;
  name: string;
  district: string;
  province_code: string;
  province: string;
}

export async function provinceLaos(db: ScopedDb, scope: Scope, query: ProvinceLaosQuery): Promise<Lao[]> {
  const rows = await db.execute<Row>(sql`
    select lao_id, lao_code, type, name, district, province_code, province from portal.snapshot_laos
    where snapshot_no = ${query.snapshotNo} and lao_id between ${scope.from} and ${scope.to}
      and lao_id between ${query.laos.from} and ${query.laos.to}
    order by name collate portal.thai, lao_code`);
  return rows.map((row) => ({
    id: row.lao_id as LaoId,
    code: row.lao_code as LaoCode,
    type: row.type as LaoType,
    name: row.name,
    district: row.district,
    provinceCode: row.province_code,
    province: row.province,
  }));
}
