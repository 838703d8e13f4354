/**
 * One LAO as an archive knows it, with that archive's head. Grain: at most one row; the archive of the newest state where none is named.
 * An LAO outside the scope and one that does not exist look the same: no row.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoCode, LaoId, LaoType } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { SnapshotHead } from "@/lib/reports/document";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../scoped";

export interface LaoQuery {
  readonly snapshotId: string | null;
  readonly laoCode: LaoCode;
  /** Not one that was taken from the system in use, for what is held against such a one. */
  readonly isNotLive?: boolean;
}

interface Row extends Record<string, unknown> {
  snapshot_no: number;
  id: string;
  title: string;
  kind: SnapshotHead["kind"];
  as_of: string;
  loaded_at: string;
  is_synthetic: boolean;
  period_from: string;
  period_to: string;
  lao_id: number;
  lao_code: string;
  type: string;
  name: string;
  district: string;
  province_code: string;
  province: string;
}

export async function findLao(db: ScopedDb, scope: Scope, query: LaoQuery): Promise<ReportHead | undefined> {
  const [row] = await db.execute<Row>(sql`
    select s.snapshot_no, s.id, s.title, s.kind, s.as_of, to_char(s.loaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as loaded_at,
      s.is_synthetic, s.period_from, s.period_to,
      l.lao_id, l.lao_code, l.type, l.name, l.district, l.province_code, l.province
    from portal.laos r
    join portal.snapshots s on s.status = 'served' and (${query.snapshotId}::text is null or s.id = ${query.snapshotId})
      and (${query.isNotLive ?? false} = false or s.kind <> 'live')
    join portal.snapshot_laos l on l.snapshot_no = s.snapshot_no and l.lao_id = r.lao_id
    where r.lao_code = ${query.laoCode} and r.lao_id between ${scope.from} and ${scope.to}
    order by s.as_of desc, s.id, s.snapshot_no
    limit 1`);
  return row && headOf(row);
}

function headOf(row: Row): ReportHead {
  const laoId = row.lao_id as LaoId;
  return {
    snapshotNo: row.snapshot_no,
    snapshot: {
      id: row.id,
      title: row.title,
      kind: row.kind,
      asOf: row.as_of,
      loadedAt: row.loaded_at,
      synthetic: row.is_synthetic,
    },
    span: { from: row.period_from as IsoDate, to: row.period_to as IsoDate },
    laoId,
    lao: {
      id: laoId,
      code: row.lao_code as LaoCode,
      type: row.type as LaoType,
      name: row.name,
      district: row.district,
      provinceCode: row.province_code,
      province: row.province,
    },
  };
}
