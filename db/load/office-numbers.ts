/**
 * Numbers of provinces and LAOs inside the database: given once, for all snapshots. The LAOs of a province are one range, so that an auditor's
 * scope and a partition are ranges too. An LAO keeps its number even if a later bag puts it elsewhere.
 */
import type pg from "pg";
import { AppError } from "@/lib/errors/app-error";
import type { LaoCode, LaoId } from "@/lib/office/office";

export const LAOS_PER_PROVINCE = 100_000;

export interface OfficeRow {
  readonly code: LaoCode;
  readonly provinceCode: string;
  readonly province: string;
}

export interface OfficeNumber {
  readonly laoId: LaoId;
  readonly provinceNo: number;
}

/** Looks up the numbers of these LAOs, giving new ones (in order of code) to those not seen before. In the caller's transaction. */
export async function numberOffices(
  session: pg.Client,
  offices: readonly OfficeRow[],
): Promise<Map<LaoCode, OfficeNumber>> {
  const codes = offices.map((office) => office.code);
  const provinces = [...new Map(offices.map((office) => [office.provinceCode, office.province]))].sort();
  await session.query(
    `insert into portal.provinces (province_no, province_code, province)
     select coalesce((select max(province_no) from portal.provinces), 0) + row_number() over (order by n.province_code), n.province_code, n.province
     from unnest($1::text[], $2::text[]) as n (province_code, province)
     where not exists (select from portal.provinces p where p.province_code = n.province_code)`,
    [provinces.map(([code]) => code), provinces.map(([, name]) => name)],
  );
  await session.query(
    `insert into portal.laos (lao_id, lao_code, province_no)
     select coalesce((select max(l.lao_id) from portal.laos l where l.province_no = p.province_no), p.province_no * $3::integer)
       + row_number() over (partition by p.province_no order by n.lao_code), n.lao_code, p.province_no
     from unnest($1::text[], $2::text[]) as n (lao_code, province_code) join portal.provinces p using (province_code)
     where not exists (select from portal.laos l where l.lao_code = n.lao_code)`,
    [codes, offices.map((office) => office.provinceCode), LAOS_PER_PROVINCE],
  );
  const { rows } = await session.query<{ code: LaoCode; id: LaoId; province: number }>(
    "select lao_code as code, lao_id as id, province_no as province from portal.laos where lao_code = any($1::text[])",
    [codes],
  );
  const outside = rows.find((row) => Math.floor(row.id / LAOS_PER_PROVINCE) !== row.province);
  if (outside) throw new AppError("bag/refused", "มี อปท. ในจังหวัดเดียวเกิน 99,999 แห่ง — โปรดตรวจแฟ้ม laos.csv");
  return new Map(rows.map((row) => [row.code, { laoId: row.id, provinceNo: row.province }]));
}
