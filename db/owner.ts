/**
 * Connections of the role that owns the portal's tables: migrations and loading, never reading for people. `postgres` for
 * everything but COPY; COPY, and the transactions around it, go through `pg`, because postgres.js hangs for ever when the server
 * refuses a COPY (porsager/postgres #1173).
 */
import pg from "pg";
import postgres from "postgres";

const INT8 = 20;
const DATE = 1082;

/** A pool of the owner; bigint columns are read as bigint, dates as text. Close it with `end()`. */
export function openOwner(ownerUrl: string, connections = 1): postgres.Sql<{ bigint: bigint }> {
  return postgres(ownerUrl, {
    max: connections,
    types: { bigint: postgres.BigInt, date: { to: DATE, from: [DATE], serialize: String, parse: String } },
    onnotice: () => undefined,
    connection: { application_name: "portal-owner" },
  });
}

export type OwnerSql = ReturnType<typeof openOwner>;

/** One connected session of the owner that can COPY; bigint columns are read as bigint, dates as text. Close it with `end()`. */
export async function openLoadSession(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "portal-load",
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") => {
        if (oid === INT8) return BigInt;
        if (oid === DATE) return String;
        return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
      },
    },
  });
  // A broken connection fails the statement that runs; without a listener it would end the process as well.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
