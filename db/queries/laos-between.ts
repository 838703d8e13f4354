/** The ids that a query over several LAOs may touch: all of them lie in one range, and the scope narrows it. */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Lao } from "@/lib/office/office";

/** A condition on the column `lao_id`; none is true where there are no LAOs. */
export function laosBetween(scope: Scope, laos: readonly Pick<Lao, "id">[], column: SQL = sql`lao_id`): SQL {
  const ids = laos.map(({ id }) => id);
  if (ids.length === 0) return sql`false`;
  return sql`${column} between ${Math.min(...ids)} and ${Math.max(...ids)} and ${column} between ${scope.from} and ${scope.to}`;
}
