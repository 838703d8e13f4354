/** The one place where an error becomes what the browser is told: status, sentence and, for a bug, a reference number to its log line. */
import { randomInt } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { AppError, type AppErrorCode } from "@/lib/errors/app-error";
import { PROBLEMS } from "@/lib/wording/problems";

const STATUS: Record<AppErrorCode, number> = {
  "input/invalid": 400,
  "access/signed-out": 401,
  "access/forbidden": 403,
  "access/locked": 423,
  "not-found": 404,
  conflict: 409,
  "bag/refused": 422,
  "too-large": 413,
  busy: 503,
  "set-up": 500,
};

export interface Problem {
  readonly status: number;
  readonly code: AppErrorCode | "bug";
  /** Thai, safe to show. */
  readonly message: string;
  /** Of a bug: what the user tells the operator, who finds the line in the log by it. */
  readonly reference: string | null;
}

/** Next's own redirects and not-founds are thrown on; bugs are logged here, without a value of anybody's books. */
export function toProblem(error: unknown): Problem {
  unstable_rethrow(error);
  if (error instanceof AppError)
    return { status: STATUS[error.code], code: error.code, message: error.message, reference: null };
  const reference = String(randomInt(100_000_000)).padStart(8, "0");
  console.error(JSON.stringify({ at: new Date().toISOString(), reference, trouble: describe(error) }));
  return { status: 500, code: "bug", message: PROBLEMS.bug(reference), reference };
}

/** Kind, code, statement and place of an error and its causes. Not the message: a driver's may hold a row, a library's a value. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const stack = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const { code, query } = error as { code?: unknown; query?: unknown };
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(error.name === "QueryFailure" ? { query } : {}),
    stack: stack.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}
