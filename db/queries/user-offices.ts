/** Names of the offices and provinces that grants give, as the newest served archive has them. For administrators. */
import { sql } from "drizzle-orm";
import type { Grant } from "@/lib/access/actor";
import { fullLaoName, type LaoType } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

/** Gives, for a grant, «เทศบาลตำบลศรีแก้ว อ.เมือง จ.ยโสธร» or «จ.ยโสธร»; null where there is nothing to name or no archive knows the code. */
export async function nameOffices(db: ScopedDb, grants: readonly Grant[]): Promise<(grant: Grant) => string | null> {
  const laos = grants.flatMap((grant) => (grant.kind === "lao" ? [grant.lao] : []));
  const provinces = grants.flatMap((grant) => (grant.kind === "province" ? [grant.provinceCode] : []));
  const rows =
    laos.length + provinces.length === 0
      ? []
      : await db.execute<{
          kind: string;
          code: string;
          type: LaoType;
          name: string;
          district: string;
          province: string;
        }>(
          sql`select * from portal.name_offices(
            array(select jsonb_array_elements_text(${JSON.stringify(laos)}::jsonb)),
            array(select jsonb_array_elements_text(${JSON.stringify(provinces)}::jsonb)))`,
        );
  const names = new Map(
    [...rows].map((row) => [
      `${row.kind}:${row.code}`,
      row.kind === "lao" ? `${fullLaoName(row)} อ.${row.district} จ.${row.province}` : `จ.${row.province}`,
    ]),
  );
  return (grant) => {
    if (grant.kind === "lao") return names.get(`lao:${grant.lao}`) ?? null;
    return grant.kind === "province" ? (names.get(`province:${grant.provinceCode}`) ?? null) : null;
  };
}
