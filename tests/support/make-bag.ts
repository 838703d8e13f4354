/** Makes small archive bags for tests: rows in memory become a folder with manifests, which a test may then damage. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { REFERENCE_TABLES, TABLES } from "@/lib/archive/tables";

export type Rows = readonly (readonly string[])[];

export interface BagParts {
  /** Keys to put in place of the usual ones in snapshot.json. */
  readonly snapshot?: Readonly<Record<string, unknown>>;
  /** Reference tables by name, rows without header; the usual small ones where left out, no file for null. */
  readonly reference?: Readonly<Record<string, Rows | null>>;
  /** `06350302/accounting/2024-01/journal`: rows without header, CSV text as it stands, or gzip bytes as they stand. */
  readonly files?: Readonly<Record<string, Rows | string | Buffer>>;
  readonly algorithms?: readonly ("sha256" | "sha512")[];
  /** Turns text into the bytes of the declared encoding; UTF-8 if left out. */
  readonly encode?: (text: string) => Buffer;
}

export const LAO = "06350302";
export const OTHER_LAO = "06350409";

const REFERENCE: Readonly<Record<string, Rows>> = {
  laos: [
    [LAO, "อบต.", "ดงเจริญ", "คำเขื่อนแก้ว", "35", "ยโสธร"],
    [OTHER_LAO, "อบต.", "กุดน้ำใส", "ค้อวัง", "35", "ยโสธร"],
  ],
  units: [[`${LAO}-01`, LAO, "ศพด.", "ศูนย์พัฒนาเด็กเล็กดงเจริญ"]],
  accounts: [
    ["1101010101.001", "เงินสดในมือ", "5", "1", "D"],
    ["4401010104.001", "รายได้ภาษีที่ดินและสิ่งปลูกสร้าง", "5", "1", "C"],
  ],
  bank_accounts: [[LAO, "0973900501", "ธนาคารออมสิน", "สาขายโสธร", "ออมทรัพย์", "1101030102.001"]],
  classifications: [["plan", "00110", "แผนงานบริหารงานทั่วไป", ""]],
};

/** A cell as RFC 4180 has it, quoted only where it must be. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvText(header: readonly string[], rows: Rows, lineEnd = "\n"): string {
  return [header, ...rows].map((row) => row.map(csvCell).join(",") + lineEnd).join("");
}

/** The table's header as the format has it. */
export function headerOf(table: string): readonly string[] {
  const spec = TABLES.find((one) => one.name === table) ?? REFERENCE_TABLES.find((one) => one.name === table);
  if (!spec) throw new Error(`no table ${table}`);
  return spec.columns.map((column) => column.name);
}

function write(root: string, at: string, bytes: Buffer | string): void {
  const place = path.join(root, at);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, bytes);
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, at) : [at];
  });
}

function digestLine(root: string, at: string, algorithm: string): string {
  return `${createHash(algorithm)
    .update(readFileSync(path.join(root, at)))
    .digest("hex")}  ${at}\n`;
}

/** Writes the manifests over what now lies in the folder; call it again after changes that shall not be damage. */
export function sealBag(root: string, algorithms: readonly ("sha256" | "sha512")[] = ["sha256"]): void {
  const payload = filesBelow(root, "data").sort();
  for (const algorithm of algorithms) {
    write(root, `manifest-${algorithm}.txt`, payload.map((at) => digestLine(root, at, algorithm)).join(""));
    const tags = ["bagit.txt", "bag-info.txt", `manifest-${algorithm}.txt`];
    write(root, `tagmanifest-${algorithm}.txt`, tags.map((at) => digestLine(root, at, algorithm)).join(""));
  }
}

/** Makes a sound bag in a new temporary folder, and gives the folder. */
export function makeBag(parts: BagParts = {}): string {
  const root = path.join(mkdtempSync(path.join(tmpdir(), "bag-")), "bag");
  const encode = parts.encode ?? ((text: string) => Buffer.from(text));
  write(root, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  write(root, "bag-info.txt", "Source-Organization: made for a test\n");
  const snapshot = {
    format: "laas-archive/1",
    id: "test-bag",
    title: "ชุดข้อมูลทดสอบ",
    kind: "recovered",
    asOf: "2024-07-06",
    period: { from: "2024-01-06", to: "2024-02-29" },
    fiscalYear: 2567,
    encoding: "utf-8",
    synthetic: true,
    ...parts.snapshot,
  };
  write(root, "data/snapshot.json", JSON.stringify(snapshot));
  for (const [name, rows] of Object.entries({ ...REFERENCE, ...parts.reference }))
    if (rows) write(root, `data/reference/${name}.csv`, encode(csvText(headerOf(name), rows)));
  for (const [place, content] of Object.entries(parts.files ?? {})) {
    const table = place.slice(place.lastIndexOf("/") + 1);
    const text = Array.isArray(content) ? csvText(headerOf(table), content as Rows) : content;
    const bytes = typeof text === "string" ? gzipSync(encode(text)) : (text as Buffer);
    write(root, `data/laos/${place}.csv.gz`, bytes);
  }
  sealBag(root, parts.algorithms);
  return root;
}

/** A journal row of January 2567 in the test LAO, with the given cells changed. */
export function journalRow(entry: number, line: number, changed: Readonly<Record<string, string>> = {}): string[] {
  const amount = `${entry * 100 + line}.50`;
  const row: Record<string, string> = {
    lao_code: LAO,
    entry_no: `RV-${String(entry).padStart(5, "0")}/67`,
    line_no: String(line),
    entry_date: `2024-01-${String(6 + (entry % 25)).padStart(2, "0")}`,
    book: "RV",
    account_code: line === 1 ? "1101010101.001" : "4401010104.001",
    debit: line === 1 ? amount : "0.00",
    credit: line === 1 ? "0.00" : amount,
    description: "รับเงินภาษีที่ดินและสิ่งปลูกสร้าง",
    unit_code: "",
    source_no: `RM-${String(entry).padStart(5, "0")}/67`,
    ...changed,
  };
  return headerOf("journal").map((name) => row[name] ?? "");
}

/** So many sound journal rows, two to an entry. */
export function journalRows(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => journalRow(Math.floor(index / 2) + 1, (index % 2) + 1));
}
