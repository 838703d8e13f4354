/**
 * The code among a file's properties («keywords» of PDF and Excel): programs that save the file anew keep them, so an altered file still says which
 * one it was. What it says proves nothing: only the digest of the bytes does.
 */
import { AppError } from "@/lib/errors/app-error";
import { openParts } from "@/lib/rekeyed/read/open-parts";
import { UPLOAD_LIMITS } from "@/lib/rekeyed/read/upload-limits";
import type { FileSeal } from "@/lib/reports/document";
import { type FileCode, parseFileCode } from "./file-code";

const MARK = "lao-archive-portal";
const PROPERTIES_PART = "docProps/core.xml";
const PROPERTIES_BYTES_MAX = 64 * 1024;

export function sealMark({ code }: Pick<FileSeal, "code">): string {
  return `${MARK} ${code}`;
}

/** Undefined where there is none, or the file is no longer readable. */
export async function findFileCode(bytes: Buffer): Promise<FileCode | undefined> {
  const isZip = bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"));
  return codeAfterMark(isZip ? await propertiesOf(bytes) : bytes);
}

async function propertiesOf(bytes: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    const parts = await openParts(bytes, UPLOAD_LIMITS);
    for await (const piece of parts.read(PROPERTIES_PART) ?? []) {
      pieces.push(piece);
      length += piece.length;
      if (length > PROPERTIES_BYTES_MAX) break;
    }
  } catch (error) {
    // A damaged or odd workbook has no code to be read: which is what the caller is told.
    if (!(error instanceof AppError)) throw error;
  }
  return Buffer.concat(pieces);
}

/** In one byte a sign, or in two as PDF programs write it. */
function codeAfterMark(bytes: Buffer): FileCode | undefined {
  for (const encoding of ["latin1", "utf16be"] as const) {
    const mark = encoding === "latin1" ? Buffer.from(MARK) : Buffer.from(MARK, "utf16le").swap16();
    for (let at = bytes.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(mark, at - 1)) {
      const after = bytes
        .subarray(at + mark.length, at + mark.length + 64)
        .toString("latin1")
        .replaceAll("\0", "");
      const code = parseFileCode(/^ ([0-9A-Z-]{20,23})/.exec(after)?.[1] ?? "");
      if (code) return code;
    }
  }
  return undefined;
}
