/** Errors on their way from thread to thread: an AppError arrives as one, a bug as its kind, code and place. */
import { AppError } from "@/lib/errors/app-error";
import type { Failure } from "./messages";

export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) return { kind: "app", code: error.code, message: error.message };
  if (!(error instanceof Error)) return { kind: "bug", name: typeof error, code: null, stack: "" };
  // The innermost cause names the trouble: drizzle wraps the driver's error in one whose message holds the query's parameters.
  let cause = error;
  while (cause.cause instanceof Error) cause = cause.cause;
  const code = (cause as { code?: unknown }).code;
  const lines = [...stackLines(error), ...(cause === error ? [] : stackLines(cause))];
  return { kind: "bug", name: cause.name, code: typeof code === "string" ? code : null, stack: lines.join("\n") };
}

/** Places only: the first lines of a stack repeat the message. */
function stackLines(error: Error): string[] {
  return (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
}

export function fromFailure(failure: Failure): Error {
  if (failure.kind === "app") return new AppError(failure.code, failure.message);
  const error = new Error(`export worker: ${failure.name}${failure.code === null ? "" : ` ${failure.code}`}`);
  error.name = failure.name;
  error.stack = `${failure.name}\n${failure.stack}`;
  return failure.code === null ? error : Object.assign(error, { code: failure.code });
}
