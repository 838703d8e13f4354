/** Reads tag files line by line in whatever encoding a bag declares, however long they are. */
import type { ByteSource } from "../gzip/byte-source";

const PIECE_BYTES = 1 << 20;
const MAX_LINE_CHARS = 1 << 16;

export interface TagEncoding {
  /** Name that the decoder knows. */
  readonly label: string;
  /** No byte order mark says which; then the first bytes decide, big endian without one (RFC 2781, 4.3). */
  readonly isUtf16: boolean;
}

/** Thrown where bytes are no text in the declared encoding, or a line has no end. */
export class NoTagText extends Error {}

/** Undefined for a name that no decoder knows. */
export function findEncoding(name: string): TagEncoding | undefined {
  const isUtf16 = /^utf-?16$/i.test(name);
  try {
    return { label: new TextDecoder(isUtf16 ? "utf-16be" : name).encoding, isUtf16 };
  } catch {
    return undefined;
  }
}

function decoderFor(encoding: TagEncoding, source: ByteSource): TextDecoder {
  const [first, second] = encoding.isUtf16 ? source.read(0, 2) : [];
  const label = first === 0xff && second === 0xfe ? "utf-16le" : encoding.label;
  // the mark is kept so that it can be told
  return new TextDecoder(label, { fatal: true, ignoreBOM: true });
}

/** Lines without their ends (LF, CRLF or CR). Throws NoTagText. */
export function* tagLines(source: ByteSource, encoding: TagEncoding): Generator<string> {
  const decoder = decoderFor(encoding, source);
  const decode = (bytes: Uint8Array, isLast: boolean) => {
    try {
      return decoder.decode(bytes, { stream: !isLast });
    } catch (cause) {
      throw new NoTagText("undecodable bytes", { cause });
    }
  };
  let carry = "";
  for (let position = 0; position < source.sizeBytes; ) {
    const piece = source.read(position, PIECE_BYTES);
    if (piece.length === 0) break;
    position += piece.length;
    const text = carry + decode(piece, position >= source.sizeBytes);
    // a CR at the end may be half of a CRLF
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    carry = lines.pop() ?? "";
    if (carry.length > MAX_LINE_CHARS) throw new NoTagText("a line without end");
    yield* lines;
  }
  if (carry !== "") yield carry.endsWith("\r") ? carry.slice(0, -1) : carry;
}
