/** Which rows a chosen unit means: those that name it, or those that name none, which are the LAO's own. */
import { type SQL, sql } from "drizzle-orm";

const OWN_UNIT = "own";

export function ofUnit(unit: string, column: SQL): SQL {
  return unit === OWN_UNIT ? sql`${column} is null` : sql`${column} = ${unit}`;
}
