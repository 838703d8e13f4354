/** Short names of LAOs by their codes, as the newest served archive has them. Grain: one entry an LAO. Excluded: LAOs outside the scope. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoCode } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

/** `ทต.ศรีแก้ว` */
export async function laoNames(
  db: ScopedDb,
  scope: Scope,
  codes: readonly LaoCode[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db.execute<{ lao_code: string; name: string }>(sql`
    select distinct on (l.lao_code) l.lao_code, case when l.type = 'พัทยา' then 'เมืองพัทยา' else l.type || l.name end as name
    from portal.snapshot_laos l
    join portal.snapshots s on s.snapshot_no = l.snapshot_no and s.status = 'served'
    where l.lao_id between ${scope.from} and ${scope.to}
      and l.lao_code in (${sql.join(
        codes.map((code) => sql`${code}`),
        sql`, `,
      )})
    order by l.lao_code, s.as_of desc, s.snapshot_no desc`);
  return new Map(rows.map((row) => [row.lao_code, row.name]));
}
