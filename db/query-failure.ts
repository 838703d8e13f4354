/**
 * Failed queries without anybody's data: drizzle puts all parameters into the message, Postgres the offending row into the detail,
 * and whatever logs an error logs those too. So they end here, before they leave `db`.
 */
import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";

export class QueryFailure extends Error {
  override readonly name = "QueryFailure";

  /**
   * @param code Postgres' five signs, or the network's (`ECONNREFUSED`); null when neither is known
   * @param query the statement with `$1` in place of values
   */
  constructor(
    readonly code: string | null,
    readonly query: string,
  ) {
    super(`query failed (${code ?? "unknown"}): ${query}`);
  }
}

/** A failed query as a `QueryFailure` with the stack of where it failed; every other error as it is. */
export function withoutValues(error: unknown): unknown {
  const known = describeFailure(error);
  if (!known || !(error instanceof Error)) return error;
  const failure = new QueryFailure(known.code, known.query);
  const place = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  failure.stack = [`${failure.name}: ${failure.message}`, ...place].join("\n");
  return failure;
}

function describeFailure(error: unknown): { code: string | null; query: string } | undefined {
  if (error instanceof DrizzleQueryError) {
    const code = (error.cause as { code?: unknown } | undefined)?.code;
    return { code: typeof code === "string" ? code : null, query: error.query };
  }
  // Outside of a query of drizzle's: at commit, or while rows are fetched one by one.
  return error instanceof postgres.PostgresError ? { code: error.code, query: "" } : undefined;
}
