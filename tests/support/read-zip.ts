/** A ZIP read back by a library of its own (yauzl): names, times and contents, checked against their checksums. */
import { crc32 } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

export interface ZipContents {
  readonly name: string;
  readonly at: Date;
  readonly bytes: Buffer;
}

export async function readZip(bytes: Buffer): Promise<ZipContents[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  return new Promise((resolve, reject) => {
    const contents: ZipContents[] = [];
    zip.on("error", reject);
    zip.on("end", () => resolve(contents));
    zip.on("entry", (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const pieces: Buffer[] = [];
        stream.on("error", reject);
        stream.on("data", (piece: Buffer) => pieces.push(piece));
        stream.on("end", () => {
          const whole = Buffer.concat(pieces);
          if (crc32(whole) !== entry.crc32) return reject(new Error(`${entry.fileName}: wrong checksum`));
          contents.push({ name: entry.fileName, at: entry.getLastModDate(), bytes: whole });
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}
