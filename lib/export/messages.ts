/** What the web server and an export worker say to each other: plain data only, since it crosses from thread to thread. */
import type { Actor } from "@/lib/access/actor";
import type { AppErrorCode } from "@/lib/errors/app-error";

/** Who wants which report as which file. */
export interface ExportRequest {
  readonly actor: Actor;
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  /** LAO code, 8 digits; or else the code of a province. */
  readonly lao?: string | undefined;
  readonly province?: string | undefined;
  readonly reportId: string;
  readonly params: Readonly<Record<string, string>>;
  /** `pdf`, `xlsx`, `csv` or `json`. */
  readonly format: string;
}

/** What is known about the file before its first byte. */
export interface ExportHead {
  readonly mimeType: string;
  /** Thai, as it is saved. */
  readonly fileName: string;
  /** For programs that know no Thai. */
  readonly asciiName: string;
}

/** Pieces that may be on their way at once; the worker waits for `more` after that. */
export const PIECES_AHEAD = 8;

/** One job at a time; `job` tells late words about an earlier one apart. */
export type ToWorker =
  | { readonly type: "run"; readonly job: number; readonly request: ExportRequest }
  /** One piece was taken. */
  | { readonly type: "more"; readonly job: number }
  /** Nobody wants the rest. */
  | { readonly type: "stop"; readonly job: number };

export type FromWorker =
  | { readonly type: "head"; readonly job: number; readonly head: ExportHead }
  | { readonly type: "piece"; readonly job: number; readonly bytes: Uint8Array }
  | { readonly type: "end"; readonly job: number }
  | { readonly type: "failed"; readonly job: number; readonly failure: Failure };

/** An error without its object: what the user can act on, or a bug's kind and place (no message: it may hold somebody's figures). */
export type Failure =
  | { readonly kind: "app"; readonly code: AppErrorCode; readonly message: string }
  | { readonly kind: "bug"; readonly name: string; readonly code: string | null; readonly stack: string };
