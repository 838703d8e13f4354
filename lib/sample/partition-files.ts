/** Turns the records of one LAO into the gzipped files of its partitions; knows the odd but sound ways in which files are written. */
import { gzipSync } from "node:zlib";
import { TABLES } from "@/lib/archive/tables";
import type { Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { MONTHS } from "./calendar";
import { encodeText, fileText } from "./csv-text";
import type { HalfYear } from "./half-year";
import type { SampleSettings } from "./options";
import { makeRandom, type Random } from "./random";

/** One file of a partition, before it is bytes. */
export interface PartitionFile {
  readonly path: string;
  readonly module: Module;
  readonly month: Month;
  readonly table: string;
  readonly header: string;
  readonly records: readonly string[];
}

const HEADERS = TABLES.map((table) => ({
  table: table.name,
  module: table.module,
  header: table.columns.map((column) => column.name).join(","),
}));

/** The files of an LAO in the order of their paths; a table without rows is a header alone, or no file. */
export function partitionFiles(half: HalfYear, seed: number): PartitionFile[] {
  const { office, records } = half;
  const random = makeRandom(seed, "files", office.code);
  const files: PartitionFile[] = [];
  for (const { table, module, header } of HEADERS) {
    for (const month of MONTHS) {
      const rows = records.get(`${table}/${month}`) ?? [];
      if (rows.length === 0 && !(office.habits.writesEmptyFiles && random.chance(0.6))) continue;
      const path = `data/laos/${office.code}/${module}/${month}/${table}.csv.gz`;
      files.push({ path, module, month, table, header, records: rows });
    }
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** gzip without a time of making and without the name of a system: the same content is the same file. */
export function gzip(bytes: Buffer, level: number): Buffer {
  const packed = gzipSync(bytes, { level });
  packed.writeUInt32LE(0, 4);
  packed[9] = 255;
  return packed;
}

/** A file of several members, parted anywhere, even inside a character. */
function gzipMembers(bytes: Buffer, members: number, level: number): Buffer {
  const size = Math.ceil(bytes.length / members);
  const parts = Array.from({ length: members }, (_, at) => gzip(bytes.subarray(at * size, (at + 1) * size), level));
  return Buffer.concat(parts);
}

/** The bytes of a file as the old system would have extracted it. */
export function packFile(file: PartitionFile, half: HalfYear, settings: SampleSettings, random: Random): Buffer {
  const { crlf, membersMost } = half.office.habits;
  const text = fileText(file.header, file.records, crlf && random.chance(0.7));
  const bytes = encodeText(text, settings.encoding);
  const members = membersMost > 1 && random.chance(0.5) ? random.int(2, membersMost) : 1;
  return members === 1 || bytes.length < 64
    ? gzip(bytes, settings.gzipLevel)
    : gzipMembers(bytes, members, settings.gzipLevel);
}
