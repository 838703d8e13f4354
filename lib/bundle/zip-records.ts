/** The records of a ZIP file: local header, central directory, its end (PKWARE APPNOTE 6.3.10, §4.3). No ZIP64: `ZIP_LIMITS` keep below it. */

export interface ZipEntry {
  /** Path inside the ZIP, with `/`. */
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Of its bytes, unpacked. */
  readonly sha256: string;
  /** What the index says of it; no part of the ZIP's records. */
  readonly remark: string;
}

/** Sizes and counts have 32 and 16 bits without ZIP64; all ones would announce it. */
export const ZIP_LIMITS = { bytes: 0xfffffffe, entries: 0xfffe } as const;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
/** 2.0: deflate and folders. */
const VERSION = 20;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** Regular file, rw-r--r--. */
const UNIX_MODE = 0o100644;
const MADE_ON_UNIX = 3 << 8;

export function localHeader(entry: ZipEntry, at: Date): Buffer {
  const name = Buffer.from(entry.name, "utf8");
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  writeShared(header, 6, entry, at, name.length);
  return Buffer.concat([header, name]);
}

export function centralHeader(entry: ZipEntry, at: Date): Buffer {
  const name = Buffer.from(entry.name, "utf8");
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(MADE_ON_UNIX | VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  writeShared(header, 8, entry, at, name.length);
  header.writeUInt32LE((UNIX_MODE << 16) >>> 0, 38);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, name]);
}

export function endOfZip(entries: number, directoryBytes: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}

/** Flags to name length: the same in both headers. */
function writeShared(header: Buffer, from: number, entry: ZipEntry, at: Date, nameBytes: number): void {
  header.writeUInt16LE(UTF8_NAMES, from);
  header.writeUInt16LE(entry.isDeflated ? DEFLATED : 0, from + 2);
  const { date, time } = dosMoment(at);
  header.writeUInt16LE(time, from + 4);
  header.writeUInt16LE(date, from + 6);
  header.writeUInt32LE(entry.crc, from + 8);
  header.writeUInt32LE(entry.packedBytes, from + 12);
  header.writeUInt32LE(entry.bytes, from + 16);
  header.writeUInt16LE(nameBytes, from + 20);
}

/** ZIP has local time without a zone: Bangkok's, seven hours ahead all year. */
function dosMoment(at: Date): { date: number; time: number } {
  const local = new Date(at.getTime() + 7 * 3_600_000);
  const year = Math.min(2107, Math.max(1980, local.getUTCFullYear()));
  return {
    date: ((year - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate(),
    time: (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1),
  };
}
