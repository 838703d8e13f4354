/** Turns the records of one LAO into the gzipped files of its partitions; knows the odd but sound ways in which files are written. */
import { gzipSync } from "node:zlib";
import { TABLES } from "@/lib/archive/tables";
import type { Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { MONTHS } from "./calendar";
import { encodeText, fileText } from "./csv-text";
import { recordsOfEdition } from "./earlier-edition";
import type { HalfYear } from "./half-year";
import type { SampleEncoding, SampleSettings } from "./options";
import { makeRandom } from "./random";

/** One file of a partition before it is bytes. Damage changes it; sound books leave it as it is made. */
export interface PartitionFile {
  readonly path: string;
  readonly module: Module;
  readonly month: Month;
  readonly table: string;
  header: string;
  records: string[];
  readonly crlf: boolean;
  /** gzip members. */
  readonly members: number;
  encoding: SampleEncoding;
  /** Damage put bytes into it that are no text. */
  holdsRawBytes?: true;
}

const HEADERS = TABLES.map((table) => ({
  table: table.name,
  module: table.module,
  header: table.columns.map((column) => column.name).join(","),
}));

/** The files of an LAO in the order of their paths; a table without rows is a header alone, or no file. */
export function partitionFiles(
  half: HalfYear,
  { seed, encoding, edition }: Pick<SampleSettings, "seed" | "encoding" | "edition">,
): PartitionFile[] {
  const { office, records } = half;
  const { crlf, membersMost, writesEmptyFiles } = office.habits;
  const random = makeRandom(seed, "files", office.code);
  const files: PartitionFile[] = [];
  for (const { table, module, header } of HEADERS) {
    for (const month of MONTHS) {
      const place = { office: office.code, table, month, seed };
      const rows = recordsOfEdition(edition, place, records);
      if (!rows) continue;
      if (rows.length === 0 && !(writesEmptyFiles && random.chance(0.6))) continue;
      files.push({
        path: `data/laos/${office.code}/${module}/${month}/${table}.csv.gz`,
        module,
        month,
        table,
        header,
        records: rows,
        crlf: crlf && random.chance(0.7),
        members: membersMost > 1 && rows.length > 3 && random.chance(0.5) ? random.int(2, membersMost) : 1,
        encoding,
      });
    }
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** gzip without a time of making and without the name of a system: the same content is the same file. */
function gzip(bytes: Buffer, level: number): Buffer {
  // A window as small as a small file halves the time of packing; most files of a national archive are small.
  const small = bytes.length <= 4096 ? { windowBits: 12, memLevel: 5 } : {};
  const packed = gzipSync(bytes, { level, chunkSize: 4096, ...small });
  packed.writeUInt32LE(0, 4);
  packed[9] = 255;
  return packed;
}

/** The bytes of a file as the old system would have extracted it; several members part it anywhere, even inside a character. */
export function packFile(file: PartitionFile, level: number): Buffer {
  const bytes = encodeText(fileText(file.header, file.records, file.crlf), file.encoding, file.holdsRawBytes);
  if (file.members === 1) return gzip(bytes, level);
  const size = Math.ceil(bytes.length / file.members);
  const parts = Array.from({ length: file.members }, (_, at) =>
    gzip(bytes.subarray(at * size, (at + 1) * size), level),
  );
  return Buffer.concat(parts);
}
