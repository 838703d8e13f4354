/** The files of one LAO while faults are put in: what is changed of which file, before or after the manifest was made, and what is then true. */
import type { Chance } from "../seeded-random";
import type { BookFile, SoundBooks } from "./sound-books";
import { packRows, packText } from "./sound-books";

export type Place = readonly [module: string, month: string];

export interface AmountTruth {
  readonly where: readonly Place[];
  /** Satang, without sign. */
  readonly accept: readonly bigint[];
  readonly account: string | null;
}

/** What is true of a fault, in the words of another checker. */
export interface FaultTruth {
  readonly kind: string;
  /** Any of them is right; the first is the one it is counted under. */
  readonly codes: readonly string[];
  readonly module: string;
  readonly month: string;
  readonly table: string | null;
  /** Paths of the files that are damaged. */
  readonly files: readonly string[];
  /** Where a finding counts as finding it. */
  readonly at: readonly Place[];
  /** Records from–to, the first is 1. */
  readonly rows: readonly [number, number] | null;
  readonly docs: readonly (readonly [string, string])[];
  readonly accounts: readonly string[];
  readonly amounts: readonly AmountTruth[];
  readonly states: readonly string[];
}

/** What became of a file. */
export interface ChangedFile {
  /** What the manifest vouches for; null where it is not listed. */
  readonly listed: Buffer | null;
  /** What lies in the bag; null where nothing does. */
  readonly stored: Buffer | null;
}

/** Tables whose files a fault of bytes or rows may hit. */
export const ANY: readonly string[] = [
  "journal",
  "balances",
  "cash",
  "receipts",
  "revenue_register",
  "requisitions",
  "cheques",
  "loans",
  "budget_lines",
  "budget_transfers",
  "assets",
];

export type Rows = string[][];

export class Draft {
  readonly changed = new Map<string, ChangedFile>();
  /** Further files that no manifest lists. */
  readonly strays = new Map<string, Buffer>();
  private readonly claimed = new Set<string>();

  constructor(
    readonly books: SoundBooks,
    readonly lao: string,
    readonly chance: Chance,
  ) {}

  get files(): readonly BookFile[] {
    return this.books.files.get(this.lao) ?? [];
  }

  /** Untouched files of these tables with so many rows at least. */
  candidates(tables: readonly string[], rowsLeast = 1): BookFile[] {
    return this.files.filter(
      (file) => tables.includes(file.table) && file.rows.length >= rowsLeast && !this.claimed.has(file.path),
    );
  }

  /** One of them by chance, which no other fault may touch from then on. */
  take(
    tables: readonly string[],
    rowsLeast = 1,
    isFit: (file: BookFile) => boolean = () => true,
  ): BookFile | undefined {
    const fit = this.candidates(tables, rowsLeast).filter(isFit);
    if (fit.length === 0) return undefined;
    const file = this.chance.pick(fit);
    this.claimed.add(file.path);
    return file;
  }

  /** All files of a module and month, if none of them is touched. */
  takePartition(modules: readonly string[], isFit: (files: readonly BookFile[]) => boolean): BookFile[] | undefined {
    const groups = new Map<string, BookFile[]>();
    for (const file of this.files)
      if (modules.includes(file.module)) {
        const key = `${file.module} ${file.month}`;
        groups.set(key, [...(groups.get(key) ?? []), file]);
      }
    const whole = [...groups.values()].filter(
      (files) => files.every((file) => !this.claimed.has(file.path)) && isFit(files),
    );
    if (whole.length === 0) return undefined;
    const files = this.chance.pick(whole);
    for (const file of files) this.claimed.add(file.path);
    return files;
  }

  file(table: string, month: string | undefined): BookFile | undefined {
    return this.files.find((file) => file.table === table && file.month === month);
  }

  rowsOf(file: BookFile): Rows {
    return file.rows.map((row) => [...row]);
  }

  /** The sound bytes of a file, packed as this program packs. */
  sound(file: BookFile): Buffer {
    return packText(packRows(file.header, file.rows), this.books.encoding);
  }

  /** Damage before the extraction: the manifest vouches for it. */
  rewrite(file: BookFile, rows: readonly (readonly string[])[]): void {
    this.store(file, packText(packRows(file.header, rows), this.books.encoding));
  }

  store(file: BookFile, bytes: Buffer): void {
    this.changed.set(file.path, { listed: bytes, stored: bytes });
  }

  /** Damage after the manifest was made. */
  replace(file: BookFile, bytes: Buffer | null): void {
    this.changed.set(file.path, { listed: this.sound(file), stored: bytes });
  }

  /** As if the file had never been extracted. */
  forget(file: BookFile): void {
    this.changed.set(file.path, { listed: null, stored: null });
  }

  stray(path: string, bytes: Buffer): void {
    this.strays.set(path, bytes);
  }

  leaveOut(file: BookFile): void {
    this.changed.set(file.path, { listed: null, stored: this.sound(file) });
  }
}

export function columnOf(file: BookFile, name: string): number {
  const at = file.header.indexOf(name);
  if (at < 0) throw new Error(`${file.table} has no column ${name}`);
  return at;
}

export function cellOf(file: BookFile, row: readonly string[] | undefined, column: string): string {
  return row?.[columnOf(file, column)] ?? "";
}

/** Baht of a file as satang. */
export function satangOf(text: string): bigint {
  return BigInt(text.replace(".", ""));
}

export function bahtOf(satang: bigint): string {
  const digits = (satang < 0n ? -satang : satang).toString().padStart(3, "0");
  return `${satang < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function without(sign: bigint): bigint {
  return sign < 0n ? -sign : sign;
}

/** The truth of a fault in one file. `rows` count from 0 here. */
export function truthOf(
  file: BookFile,
  known: Pick<FaultTruth, "kind" | "codes"> & Partial<FaultTruth>,
  rows?: readonly [number, number],
): FaultTruth {
  return {
    module: file.module,
    month: file.month,
    table: file.table,
    files: [file.path],
    at: [[file.module, file.month]],
    rows: rows ? [rows[0] + 1, rows[1] + 1] : null,
    docs: [],
    accounts: [],
    amounts: [],
    states: ["inconsistent", "partial"],
    ...known,
  };
}

export type Fault = (draft: Draft) => FaultTruth | undefined;
