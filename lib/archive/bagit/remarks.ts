/** What is noticed while a bag is looked at as BagIt alone: errors make it invalid, warnings do not. Bounded, but counted in full. */
import type { BagItCode } from "@/lib/wording/bagit";

export interface BagItRemark {
  readonly code: BagItCode;
  /** The file of the bag that says or lacks it; empty for the bag as a whole. */
  readonly at: string;
  /** The path, line or value in question, its control characters escaped; may be empty. */
  readonly detail: string;
}

const KEPT_MAX = 1000;

export interface Remarks {
  readonly errors: readonly BagItRemark[];
  readonly warnings: readonly BagItRemark[];
  /** Of all, also those that were not kept. */
  readonly errorCount: number;
  readonly warningCount: number;
  error(code: BagItCode, at?: string, detail?: string): void;
  warn(code: BagItCode, at?: string, detail?: string): void;
  /** An error from BagIt 1.0 on; only remarked on in bags of the drafts before it. */
  strict(isStrict: boolean, code: BagItCode, at?: string, detail?: string): void;
}

/** A name or value as it can be printed on one line. */
function plain(text: string): string {
  return text.slice(0, 300).replace(/\p{Cc}/gu, (sign) => JSON.stringify(sign).slice(1, -1));
}

export function createRemarks(): Remarks {
  const kept = { errors: [] as BagItRemark[], warnings: [] as BagItRemark[] };
  const count = { errors: 0, warnings: 0 };
  const add = (kind: "errors" | "warnings", code: BagItCode, at: string, detail: string) => {
    count[kind]++;
    if (kept[kind].length < KEPT_MAX) kept[kind].push({ code, at: plain(at), detail: plain(detail) });
  };
  return {
    ...kept,
    get errorCount() {
      return count.errors;
    },
    get warningCount() {
      return count.warnings;
    },
    error: (code, at = "", detail = "") => add("errors", code, at, detail),
    warn: (code, at = "", detail = "") => add("warnings", code, at, detail),
    strict: (isStrict, code, at = "", detail = "") => add(isStrict ? "errors" : "warnings", code, at, detail),
  };
}
