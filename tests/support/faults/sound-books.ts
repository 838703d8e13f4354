/** A sound bag read into memory by a reader of its own: rows as cells, so that faults can be put in and the files written again. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

export interface BookFile {
  readonly path: string;
  readonly lao: string;
  readonly module: string;
  readonly month: string;
  readonly table: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface SoundBooks {
  readonly root: string;
  readonly encoding: "utf-8" | "windows-874";
  readonly laos: readonly string[];
  readonly months: readonly string[];
  /** Of each LAO, by path. */
  readonly files: ReadonlyMap<string, readonly BookFile[]>;
  /** Rows of the reference tables as cells, without header. */
  readonly reference: Readonly<Record<string, readonly (readonly string[])[]>>;
}

const THAI_FIRST = 0x0e01;
const THAI_LAST = 0x0e5b;
const BYTE_OF_FIRST = 0xa1;

export function encodeText(text: string, encoding: SoundBooks["encoding"]): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  return Buffer.from(
    Array.from(text, (char) => {
      const code = char.codePointAt(0) ?? 0;
      return code >= THAI_FIRST && code <= THAI_LAST ? code - THAI_FIRST + BYTE_OF_FIRST : code & 0xff;
    }),
  );
}

export function decodeText(bytes: Buffer, encoding: SoundBooks["encoding"]): string {
  if (encoding === "utf-8") return bytes.toString("utf8");
  return Array.from(bytes, (byte) =>
    String.fromCodePoint(byte >= BYTE_OF_FIRST && byte <= 0xfb ? byte - BYTE_OF_FIRST + THAI_FIRST : byte),
  ).join("");
}

/** Records of RFC 4180 text. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (isQuoted) {
      if (char === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (char === '"') isQuoted = false;
      else cell += char;
    } else if (char === '"') isQuoted = true;
    else if (char === ",") {
      record.push(cell);
      cell = "";
    } else if (char === "\n") {
      record.push(cell);
      records.push(record);
      record = [];
      cell = "";
    } else if (char !== "\r") cell += char;
  }
  if (cell !== "" || record.length > 0) records.push([...record, cell]);
  return records;
}

export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}

export function packRows(header: readonly string[], rows: readonly (readonly string[])[], lineEnd = "\n"): string {
  return [header, ...rows].map((row) => csvLine(row) + lineEnd).join("");
}

export function packText(text: string, encoding: SoundBooks["encoding"]): Buffer {
  return gzipSync(encodeText(text, encoding), { level: 1 });
}

/** @param root folder of the bag */
export function readSoundBooks(root: string): SoundBooks {
  const { encoding, period } = JSON.parse(readFileSync(path.join(root, "data/snapshot.json"), "utf8"));
  const read = (at: string) => parseCsv(decodeText(readFileSync(path.join(root, at)), encoding)).slice(1);
  const reference = Object.fromEntries(
    readdirSync(path.join(root, "data/reference")).map((name) => [
      name.replace(".csv", ""),
      read(`data/reference/${name}`),
    ]),
  );
  const months: string[] = [];
  for (const date = new Date(`${period.from.slice(0, 7)}-01`); ; date.setUTCMonth(date.getUTCMonth() + 1)) {
    const month = date.toISOString().slice(0, 7);
    if (month > period.to.slice(0, 7)) break;
    months.push(month);
  }
  const files = new Map<string, BookFile[]>();
  for (const at of readdirSync(path.join(root, "data/laos"), { recursive: true, encoding: "utf8" }).sort()) {
    const match = /^(\d{8})\/(\w+)\/(\d{4}-\d{2})\/(\w+)\.csv\.gz$/.exec(at.replaceAll("\\", "/"));
    if (!match) continue;
    const [, lao = "", module = "", month = "", table = ""] = match;
    const [header = [], ...rows] = parseCsv(
      decodeText(gunzipSync(readFileSync(path.join(root, "data/laos", at))), encoding),
    );
    const file = { path: `data/laos/${match[0]}`, lao, module, month, table, header, rows };
    files.set(lao, [...(files.get(lao) ?? []), file]);
  }
  return { root, encoding, laos: [...files.keys()].sort(), months, files, reference };
}
