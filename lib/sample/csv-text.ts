/** Turns cells and records into the bytes of a CSV file (ARCHIVE.md, CSV rules), in UTF-8 or windows-874. */
import type { SampleEncoding } from "./options";

/** One cell, quoted only where it must be (RFC 4180). */
export function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A character that stands for one raw byte when a text is encoded (U+E000 + byte). Damage uses it to put bytes into a file
 * that are no text; sound books never hold one.
 */
export function rawByte(byte: number): string {
  return String.fromCharCode(0xe000 + byte);
}

const HAS_RAW_BYTES = /[\ue000-\ue0ff]/;

/** What windows-874 has beside ASCII and Thai. */
const WINDOWS_874_EXTRA = new Map([
  [0x20ac, 0x80],
  [0x2026, 0x85],
  [0x2018, 0x91],
  [0x2019, 0x92],
  [0x201c, 0x93],
  [0x201d, 0x94],
  [0x2022, 0x95],
  [0x2013, 0x96],
  [0x2014, 0x97],
  [0x00a0, 0xa0],
]);

function encodeWindows874(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes[at] = code;
    else if (code >= 0x0e01 && code <= 0x0e5b) bytes[at] = code - 0x0e01 + 0xa1;
    else if (code >= 0xe000 && code <= 0xe0ff) bytes[at] = code - 0xe000;
    else bytes[at] = WINDOWS_874_EXTRA.get(code) ?? 0x3f;
  }
  return bytes;
}

function encodeUtf8WithRawBytes(text: string): Buffer {
  const parts = text.split(/([\ue000-\ue0ff]+)/);
  return Buffer.concat(
    parts.map((part) =>
      HAS_RAW_BYTES.test(part)
        ? Buffer.from(Array.from(part, (char) => char.charCodeAt(0) - 0xe000))
        : Buffer.from(part, "utf8"),
    ),
  );
}

/** Bytes of a text; where it may hold raw-byte characters (damage alone makes them) they become their byte. */
export function encodeText(text: string, encoding: SampleEncoding, mayHoldRawBytes = false): Buffer {
  if (encoding === "windows-874") return encodeWindows874(text);
  return mayHoldRawBytes ? encodeUtf8WithRawBytes(text) : Buffer.from(text, "utf8");
}

/** A whole file: header and records, each ended by the line end. */
export function fileText(header: string, records: readonly string[], crlf: boolean): string {
  const end = crlf ? "\r\n" : "\n";
  return records.length === 0 ? header + end : header + end + records.join(end) + end;
}
