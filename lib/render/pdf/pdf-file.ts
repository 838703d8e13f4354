/**
 * The file as a stream of numbered objects: bytes leave as soon as they are deflated, only the places of the objects are kept for the
 * cross-reference table at the end. Knows nothing of pages or texts.
 */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

export interface PdfFile {
  /** A number for an object that is written later. */
  readonly reserve: () => number;
  /** Writes an object; gives its number. */
  readonly add: (body: string, number?: number) => number;
  /** Writes a stream object, deflated; `entries` are dictionary entries besides length and filter. */
  readonly addStream: (bytes: Uint8Array, entries?: string, number?: number) => number;
  /** The same for bytes that are deflated already. */
  readonly addDeflated: (bytes: Uint8Array, entries: string, number?: number) => number;
  /** How many bytes wait to be taken. */
  readonly waitingBytes: () => number;
  /** The bytes since the last time. */
  readonly take: () => Uint8Array;
  /** The cross-reference table and the trailer; nothing may follow. */
  readonly end: (root: number, info: number) => Uint8Array;
}

/** Marks the file as 8-bit, as the specification asks (ISO 32000-1, 7.5.2). */
const HEADER = Buffer.concat([Buffer.from("%PDF-1.7\n%"), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]);

const END_OF_STREAM = Buffer.from("\nendstream\nendobj\n");

/** A third of the time of the usual level, for a file a tenth larger. */
const LEVEL = 3;
/** A deflated page fits, so that no more than this is set aside for one. */
const PAGE_BYTES = 8 * 1024;

export function createPdfFile(): PdfFile {
  const places: number[] = [0];
  const digest = createHash("sha256");
  let parts: Uint8Array[] = [];
  let waitingBytes = 0;
  let writtenBytes = 0;

  const reserve = () => places.push(-1) - 1;

  function write(bytes: Uint8Array): void {
    digest.update(bytes);
    parts.push(bytes);
    waitingBytes += bytes.length;
    writtenBytes += bytes.length;
  }

  function add(body: string, number = reserve()): number {
    places[number] = writtenBytes;
    write(Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, "latin1"));
    return number;
  }

  function addDeflated(bytes: Uint8Array, entries: string, number = reserve()): number {
    places[number] = writtenBytes;
    write(Buffer.from(`${number} 0 obj\n<</Length ${bytes.length}/Filter/FlateDecode${entries}>>stream\n`, "latin1"));
    write(bytes);
    write(END_OF_STREAM);
    return number;
  }

  function take(): Uint8Array {
    const bytes = Buffer.concat(parts);
    parts = [];
    waitingBytes = 0;
    return bytes;
  }

  function end(root: number, info: number): Uint8Array {
    const startPlace = writtenBytes;
    // The same document always gives the same file, so its identifier is made from its content.
    const id = digest.digest("hex").slice(0, 32);
    const table = places
      .map((place, number) =>
        number === 0 ? "0000000000 65535 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`,
      )
      .join("");
    const trailer = `trailer\n<</Size ${places.length}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${startPlace}\n%%EOF\n`;
    return Buffer.concat([take(), Buffer.from(`xref\n0 ${places.length}\n${table}${trailer}`, "latin1")]);
  }

  write(HEADER);
  return {
    reserve,
    add,
    addStream: (bytes, entries = "", number) =>
      addDeflated(deflateSync(bytes, { level: LEVEL, chunkSize: PAGE_BYTES }), entries, number),
    addDeflated,
    waitingBytes: () => waitingBytes,
    take,
    end,
  };
}
