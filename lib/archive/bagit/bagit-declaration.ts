/** Reads the two lines of `bagit.txt` of any version (RFC 8493, 2.1.1); the archive's own rule is `bag/declaration.ts`. */

import type { Remarks } from "./remarks";
import { findEncoding, type TagEncoding } from "./tag-lines";

export interface BagItDeclaration {
  /** `0.97`; one of the known ones. */
  readonly version: string;
  /** As declared, e.g. `UTF-16BE`. */
  readonly encodingName: string;
  readonly encoding: TagEncoding;
  /** BagIt 1.0, where the drafts' licences are gone. */
  readonly isStrict: boolean;
}

const KNOWN = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"];
/** From here on the drafts say how the lines must look to the letter. */
const EXACT = ["0.97", "1.0"];
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

function linesOf(bytes: Buffer, remarks: Remarks): readonly string[] | undefined {
  if (bytes.subarray(0, 3).equals(UTF8_BOM)) remarks.error("declaration/bom");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).split(/\r\n|\n|\r/);
  } catch {
    remarks.error("declaration/text");
    return undefined;
  }
}

/** The value of one line, looked for loosely so that the reason can be told; undefined with an error noted. */
function readLine(line: string, label: string, isExact: boolean, remarks: Remarks): string | undefined {
  const exact = new RegExp(`^${label}: (\\S+)$`).exec(line);
  if (exact) return exact[1];
  const loose = new RegExp(`^\\s*${label}\\s*:\\s*(\\S+)\\s*$`, "i").exec(line);
  const isTail = new RegExp(`^${label}: \\S+\\s+$`).test(line);
  if (loose && (!isExact || isTail)) {
    remarks.warn("declaration/loose", "bagit.txt", JSON.stringify(line));
    return loose[1];
  }
  return undefined;
}

/** Undefined if so little of it can be made out that the rest of the bag cannot be judged; then errors are noted. */
export function readBagItDeclaration(bytes: Buffer, remarks: Remarks): BagItDeclaration | undefined {
  const lines = linesOf(bytes, remarks);
  if (!lines) return undefined;
  const [first = "", second = "", ...rest] = lines;
  const guess = /(\d+\.\d+)\s*$/.exec(first)?.[1] ?? "";
  const isExact = guess === "" || EXACT.includes(guess);
  const version = readLine(first, "BagIt-Version", isExact, remarks);
  if (version === undefined || !/^\d+\.\d+$/.test(version)) {
    remarks.error("declaration/version", "bagit.txt", JSON.stringify(first));
    return undefined;
  }
  if (!KNOWN.includes(version)) {
    remarks.error("declaration/unknown-version", "bagit.txt", version);
    return undefined;
  }
  const isStrict = version === "1.0";
  if (isStrict && (/\s$/.test(first) || /\s$/.test(second)))
    remarks.error("declaration/loose", "bagit.txt", JSON.stringify(/\s$/.test(first) ? first : second));
  const encodingName = readLine(second, "Tag-File-Character-Encoding", isExact, remarks);
  if (encodingName === undefined) {
    remarks.error("declaration/encoding", "bagit.txt", JSON.stringify(second));
    return undefined;
  }
  const encoding = findEncoding(encodingName);
  if (!encoding) {
    remarks.error("declaration/unknown-encoding", "bagit.txt", encodingName);
    return undefined;
  }
  if (rest.some((line) => line.trim() !== "")) remarks.strict(isStrict, "declaration/more-lines", "bagit.txt");
  return { version, encodingName, encoding, isStrict };
}
