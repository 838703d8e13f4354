/** Reads a bag the slow and plain way (csv-parse, whole files in memory), sharing no code with the product's reader or the generator. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

export type Row = Readonly<Record<string, string>>;

export interface Bag {
  readonly folder: string;
  readonly snapshot: Readonly<Record<string, unknown>>;
  readonly reference: ReadonlyMap<string, readonly Row[]>;
  /** lao → table → month → rows */
  readonly books: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>>>;
}

export function listFiles(folder: string): string[] {
  const found: string[] = [];
  const visit = (at: string) => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) visit(path);
      else found.push(relative(folder, path));
    }
  };
  visit(folder);
  return found;
}

/** Every file's sha256, for comparing two bags byte by byte. */
export function fingerprint(folder: string): Map<string, string> {
  return new Map(
    listFiles(folder).map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}

function rowsOf(bytes: Buffer, encoding: string): Row[] {
  const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  return parse(text, { columns: true, record_delimiter: ["\r\n", "\n"] });
}

type Books = Bag["books"];

/** The books in the partition files, given by path inside the bag; throws at the first thing that cannot be read. */
export function readBooks(files: Iterable<readonly [path: string, bytes: Buffer]>, encoding: string): Books {
  const books = new Map<string, Map<string, Map<string, Row[]>>>();
  for (const [path, bytes] of files) {
    const [, , lao = "", , month = "", file = ""] = path.split("/");
    const tables = books.get(lao) ?? new Map<string, Map<string, Row[]>>();
    books.set(lao, tables);
    const table = file.replace(".csv.gz", "");
    const months = tables.get(table) ?? new Map<string, Row[]>();
    tables.set(table, months);
    months.set(month, rowsOf(gunzipSync(bytes), encoding));
  }
  return books;
}

/** Reads a sound bag; throws at the first thing that cannot be read. */
export function readBag(folder: string): Bag {
  const snapshot = JSON.parse(readFileSync(join(folder, "data/snapshot.json"), "utf8"));
  const reference = new Map<string, readonly Row[]>();
  for (const name of ["laos", "units", "accounts", "bank_accounts", "classifications", "series"])
    reference.set(name, rowsOf(readFileSync(join(folder, `data/reference/${name}.csv`)), snapshot.encoding));
  const paths = listFiles(folder).filter((path) => path.startsWith("data/laos/"));
  const files = paths.map((path) => [path, readFileSync(join(folder, path))] as const);
  return { folder, snapshot, reference, books: readBooks(files, snapshot.encoding) };
}

/** Satang of a plain baht amount; throws at anything else. */
export function satangOf(text: string | undefined): bigint {
  const match = /^(-?)(\d{1,16})\.(\d\d)$/.exec(text ?? "");
  if (!match) throw new Error(`no amount: ${text}`);
  const value = BigInt(`${match[2]}${match[3]}`);
  return match[1] === "-" ? -value : value;
}
