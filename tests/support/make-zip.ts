/** Writes ZIP files byte by byte for tests, sound ones of a folder and hostile ones that no packing program makes. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string | Buffer;
  readonly bytes?: Buffer;
  readonly isDeflated?: boolean;
  /** Unix mode with its file type, e.g. 0o120777 for a link. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  /** What the directory claims, where it lies. */
  readonly claimedBytes?: number;
}

const UTF8_NAMES = 0x800;
const MADE_ON_UNIX = 3 << 8;

export function makeZip(entries: readonly ZipEntry[]): string {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.isBuffer(entry.name) ? entry.name : Buffer.from(entry.name);
    const bytes = entry.bytes ?? Buffer.alloc(0);
    const packed = entry.isDeflated ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES | (entry.flags ?? 0), 2);
    common.writeUInt16LE(entry.method ?? (entry.isDeflated ? 8 : 0), 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.claimedBytes ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, packed]);
    const head = Buffer.alloc(6);
    head.write("PK\x01\x02", "latin1");
    head.writeUInt16LE(MADE_ON_UNIX | 20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(head, common, tail, name);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  const file = path.join(mkdtempSync(path.join(tmpdir(), "zip-")), "bag.zip");
  writeFileSync(file, Buffer.concat([...locals, directory, end]));
  return file;
}

/** All files of a folder, under that folder's name, some stored and some deflated. */
export function zipEntriesOf(folder: string): ZipEntry[] {
  const top = path.basename(folder);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry, index) => {
      const place = path.join(entry.parentPath, entry.name);
      const name = `${top}/${path.relative(folder, place)}`;
      return { name, bytes: readFileSync(place), isDeflated: index % 2 === 0 };
    });
}
