/**
 * The file as a stream of numbered objects: bytes leave as soon as they are deflated, only the places of the objects are kept for the
 * cross-reference table at the end. Knows nothing of pages or texts.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflate } from "node:zlib";

const deflateAsync = promisify(deflate);

export interface PdfFile {
  /** A number for an object that is written later. */
  readonly reserve: () => number;
  /** Writes an object; gives its number. */
  readonly add: (body: string, number?: number) => number;
  /** Writes a stream object, deflated on another thread; `entries` are dictionary entries besides length and filter. */
  readonly addStream: (bytes: Uint8Array, entries?: string, number?: number) => number;
  /** The same for bytes that are deflated already. */
  readonly addDeflated: (bytes: Uint8Array, entries: string, number?: number) => number;
  /** Objects that wait to be taken. */
  readonly waiting: () => number;
  /** Bytes of the objects so far, in order, leaving at most `keep` of them to be deflated meanwhile. */
  readonly take: (keep: number) => Promise<Uint8Array>;
  /** The cross-reference table and the trailer; nothing may follow. */
  readonly end: (root: number, info: number) => Promise<Uint8Array>;
}

/** Marks the file as 8-bit, as the specification asks (ISO 32000-1, 7.5.2). */
const HEADER = Buffer.concat([Buffer.from("%PDF-1.7\n%"), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]);

export function createPdfFile(): PdfFile {
  const places: number[] = [0];
  const queue: { readonly number: number; readonly bytes: Promise<Uint8Array[]> | Uint8Array[] }[] = [];
  const digest = createHash("sha256");
  let written = 0;

  const reserve = () => places.push(-1) - 1;

  function enqueue(number: number, bytes: Promise<Uint8Array[]> | Uint8Array[]): number {
    // A failure is reported where the bytes are taken; without this Node would end the process before that.
    if (bytes instanceof Promise) bytes.catch(() => undefined);
    queue.push({ number, bytes });
    return number;
  }

  function streamParts(number: number, deflated: Uint8Array, entries: string): Uint8Array[] {
    const head = `${number} 0 obj\n<</Length ${deflated.length}/Filter/FlateDecode${entries}>>stream\n`;
    return [Buffer.from(head, "latin1"), deflated, Buffer.from("\nendstream\nendobj\n")];
  }

  function count(parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      digest.update(part);
      written += part.length;
    }
  }

  async function take(keep: number): Promise<Uint8Array> {
    const out: Uint8Array[] = [];
    if (written === 0) {
      out.push(HEADER);
      count([HEADER]);
    }
    const ready = queue.splice(0, Math.max(0, queue.length - keep));
    for (const { number, bytes } of ready) {
      const parts = await bytes;
      places[number] = written;
      count(parts);
      out.push(...parts);
    }
    return Buffer.concat(out);
  }

  async function end(root: number, info: number): Promise<Uint8Array> {
    const rest = await take(0);
    const startPlace = written;
    // The same document always gives the same file, so its identifier is made from its content.
    const id = digest.digest("hex").slice(0, 32);
    const table = places
      .map((place, number) =>
        number === 0 ? "0000000000 65535 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`,
      )
      .join("");
    const trailer = `trailer\n<</Size ${places.length}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${startPlace}\n%%EOF\n`;
    return Buffer.concat([rest, Buffer.from(`xref\n0 ${places.length}\n${table}${trailer}`, "latin1")]);
  }

  return {
    reserve,
    add: (body, number = reserve()) => enqueue(number, [Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, "latin1")]),
    addStream: (bytes, entries = "", number = reserve()) =>
      enqueue(
        number,
        deflateAsync(bytes).then((deflated) => streamParts(number, deflated, entries)),
      ),
    addDeflated: (bytes, entries, number = reserve()) => enqueue(number, streamParts(number, bytes, entries)),
    waiting: () => queue.length,
    take,
    end,
  };
}
