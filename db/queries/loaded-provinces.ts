/** The provinces that an archive holds within the scope, as a Thai dictionary sorts them. Grain: one row a province. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

export interface LoadedProvince {
  readonly code: string;
  readonly name: string;
  /** Its range of LAO ids, both inclusive. */
  readonly laos: { readonly from: LaoId; readonly to: LaoId };
}

const LAOS_PER_PROVINCE = 100_000;

export async function loadedProvinces(
  db: ScopedDb,
  scope: Scope,
  query: { readonly snapshotNo: number },
): Promise<LoadedProvince[]> {
  const rows = await db.execute<{ code: string; name: string; number: number }>(sql`
    select p.province_code as code, p.province as name, p.province_no as number
    from portal.provinces p
    where exists (select from portal.snapshot_laos l where l.snapshot_no = ${query.snapshotNo} and l.lao_id between ${scope.from} and ${scope.to}
      and l.lao_id >= p.province_no * ${LAOS_PER_PROVINCE}::integer and l.lao_id < (p.province_no + 1) * ${LAOS_PER_PROVINCE}::integer)
    order by p.province collate portal.thai`);
  return rows.map(({ code, name, number }) => ({
    code,
    name,
    laos: { from: (number * LAOS_PER_PROVINCE) as LaoId, to: ((number + 1) * LAOS_PER_PROVINCE - 1) as LaoId },
  }));
}
