/** The record of one file that the portal made, and what it says of a file that somebody brings. */
import type { FileCode } from "./file-code";
import type { PrintedFacts } from "./printed-facts";

/** How its report is asked for again, to see that the archive still says the same. */
export interface IssuedRequest {
  readonly snapshot: string;
  readonly lao?: string | undefined;
  readonly province?: string | undefined;
  readonly reportId: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface IssuedFile {
  readonly code: FileCode;
  readonly issuedAt: Date;
  /** `pdf`, `xlsx` … */
  readonly format: string;
  readonly request: IssuedRequest;
  /** Digest of the archive that its figures were read from. */
  readonly snapshotDigest: string;
  readonly printed: PrintedFacts;
  /** SHA-256 in hexadecimal and bytes of the whole file; null while it is not finished, and for ever where it never was. */
  readonly whole: { readonly sha256: string; readonly bytes: number } | null;
}

/** `unfinished`: its code is known, but no whole file was ever made under it. */
export type FileVerdict = "genuine" | "altered" | "unfinished" | "unknown";

/** @param sha256 digest of the file that was brought */
export function judgeFile(record: IssuedFile | undefined, sha256: string): FileVerdict {
  if (!record) return "unknown";
  if (!record.whole) return "unfinished";
  return record.whole.sha256 === sha256 ? "genuine" : "altered";
}
