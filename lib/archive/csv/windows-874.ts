/** Windows-874 (TIS-620 and its few additions) to UTF-8, byte by byte; bytes that stand for nothing become U+FFFD. */

const REPLACEMENT = 0xfffd;
/** What the code page has outside ASCII and TIS-620. */
const ADDITIONS: Readonly<Record<number, number>> = {
  128: 0x20ac,
  133: 0x2026,
  145: 0x2018,
  146: 0x2019,
  147: 0x201c,
  148: 0x201d,
  149: 0x2022,
  150: 0x2013,
  151: 0x2014,
  160: 0x00a0,
};

function codePointOf(byte: number): number {
  if (byte < 0x80) return byte;
  if ((byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb)) return 0x0e00 + byte - 0xa0;
  return ADDITIONS[byte] ?? REPLACEMENT;
}

/** For each byte: its UTF-8 length, and up to three bytes. */
const LENGTHS = new Uint8Array(256);
const ENCODED = new Uint8Array(256 * 3);
for (let byte = 0; byte < 256; byte++) {
  const encoded = Buffer.from(String.fromCodePoint(codePointOf(byte)), "utf8");
  LENGTHS[byte] = encoded.length;
  ENCODED.set(encoded, byte * 3);
}

/** The bytes as UTF-8. Every input byte stands alone, so pieces of a file can be turned one after the other. */
export function windows874ToUtf8(bytes: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(bytes.length * 3);
  let o = 0;
  for (const byte of bytes) {
    const length = LENGTHS[byte] as number;
    const at = byte * 3;
    out[o] = ENCODED[at] as number;
    if (length > 1) out[o + 1] = ENCODED[at + 1] as number;
    if (length > 2) out[o + 2] = ENCODED[at + 2] as number;
    o += length;
  }
  return out.subarray(0, o);
}
