/** Which range of LAO ids an actor's grant covers; the first step of minting a scope. One row; no snapshot involved. */
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/access/actor";
import { ALL_LAOS, type LaoIdRange, mintScope, NO_LAOS } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import type { Database } from "../client";
import { withScope } from "../scoped";

const LAOS_PER_PROVINCE = 100_000;

export async function grantedLaos(database: Database, actor: Actor): Promise<LaoIdRange> {
  const grant = actor.grant;
  if (grant.kind === "none") return NO_LAOS;
  if (grant.kind === "nation") return ALL_LAOS;
  // Looking up an id by its code needs to see the registry of codes, and nothing else is asked in this transaction.
  return withScope(database, mintScope(actor, ALL_LAOS), async (db) => {
    if (grant.kind === "lao") {
      const [row] = await db.execute<{ lao_id: number }>(
        sql`select lao_id from portal.laos where lao_code = ${grant.lao}`,
      );
      return row ? { from: row.lao_id as LaoId, to: row.lao_id as LaoId } : NO_LAOS;
    }
    const [row] = await db.execute<{ province_no: number }>(
      sql`select province_no from portal.provinces where province_code = ${grant.provinceCode}`,
    );
    if (!row) return NO_LAOS;
    const first = row.province_no * LAOS_PER_PROVINCE;
    return { from: first as LaoId, to: (first + LAOS_PER_PROVINCE - 1) as LaoId };
  });
}
