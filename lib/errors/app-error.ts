/** Trouble that the user can act on. Doors map it once to an HTTP status or an exit code; everything else is a bug. */

export type AppErrorCode =
  | "input/invalid"
  | "access/signed-out"
  | "access/forbidden"
  | "access/locked"
  | "not-found"
  | "conflict"
  | "bag/refused"
  | "too-large"
  | "busy"
  | "set-up";

export class AppError extends Error {
  override readonly name = "AppError";

  /**
   * @param code what kind of trouble it is
   * @param message Thai sentence for the user: what is wrong and what to do; safe to show
   */
  constructor(
    readonly code: AppErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
