/** The state of a partition from what its files gave (ARCHIVE.md, «How the state follows»). Ties may make it worse, not better. */
import type { FindingCode } from "@/lib/finding/finding";
import type { PartitionState } from "@/lib/finding/partition-state";

/** All files of one partition together; every number is zero where nothing was listed. */
export interface PartitionEvidence {
  /** Files that the manifest lists, present or not. */
  readonly filesListed: number;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsUnreadable: number;
  /** Codes of the findings in this partition; others' consequences do not belong here. */
  readonly codes: Iterable<FindingCode>;
}

/** Bytes are gone: something is missing, and what was loaded is all that could be had. */
const MISSING: readonly FindingCode[] = ["file/missing", "file/truncated", "file/corrupt"];
/** Read, but not to be relied on. An unlisted file accuses nobody: it was not loaded, and the listed ones are whole. */
const UNSOUND: readonly FindingCode[] = [
  "file/checksum",
  "row/encoding",
  "row/shape",
  "row/value",
  "row/text",
  "row/duplicate",
  "row/foreign",
];

export function stateOf(evidence: PartitionEvidence): PartitionState {
  const codes = new Set(evidence.codes);
  if (MISSING.some((code) => codes.has(code))) return evidence.rowsLoaded === 0 ? "lost" : "partial";
  // the rows are there and counted, though some or all could not be understood
  if (evidence.rowsUnreadable > 0) return "partial";
  if (UNSOUND.some((code) => codes.has(code))) return "inconsistent";
  return evidence.filesListed === 0 ? "empty" : "intact";
}
