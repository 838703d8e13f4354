/** Paths inside a bag: which are safe at all, and which name a partition's file. Known paths are kept as numbers. */
import { isModule, type LaoCode, type Module, parseLaoCode } from "@/lib/office/office";
import { type Month, parseMonth } from "@/lib/period/month";
import { findTable, TABLES, type TableSpec } from "../tables";

/** Why a path may not be used; undefined if it stays in the bag wherever it is read. */
export function unsafePathReason(path: string): string | undefined {
  if (path === "" || path.length > 1024) return "ว่างหรือยาวเกินไป";
  if (/\p{Cc}/u.test(path.replace(/[\r\n]/g, ""))) return "มีอักขระควบคุม";
  if (path.includes("\\")) return "มีเครื่องหมาย \\";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "เป็นตำแหน่งเต็ม";
  if (path.split("/").some((part) => part === "" || part === "." || part === "..")) return "ออกนอกชุดข้อมูล";
  return undefined;
}

/** One partition file's place. */
export interface PartitionPath {
  readonly lao: LaoCode;
  readonly module: Module;
  readonly month: Month;
  readonly table: TableSpec;
}

const FILE = /^data\/laos\/(\d{8})\/([a-z]+)\/(\d{4}-\d{2})\/([a-z_]+)\.csv\.gz$/;

/** LAO, month and table as one number: file lists of a nation are arrays of these. Ordered by LAO, month, table. */
export type PathKey = number;

const TABLE_SLOTS = 16;
const MONTH_SLOTS = 4096;
export const LAO_KEYS = TABLE_SLOTS * MONTH_SLOTS;

/** The key of a well-formed partition path; undefined for every other path. */
export function parsePartitionPath(path: string): PathKey | undefined {
  const match = FILE.exec(path);
  if (!match) return undefined;
  const [, lao = "", module = "", month = "", name = ""] = match;
  const table = findTable(name);
  if (!parseMonth(month) || table?.module !== module) return undefined;
  const monthIndex = (Number(month.slice(0, 4)) - 1900) * 12 + Number(month.slice(5)) - 1;
  return Number(lao) * LAO_KEYS + monthIndex * TABLE_SLOTS + TABLES.indexOf(table);
}

export function partitionOfKey(key: PathKey): PartitionPath {
  const [lao, table] = [Math.floor(key / LAO_KEYS), TABLES[key % TABLE_SLOTS]];
  const monthIndex = Math.floor((key % LAO_KEYS) / TABLE_SLOTS);
  if (!table) throw new Error(`no table has the number ${key % TABLE_SLOTS}`);
  const month = `${1900 + Math.floor(monthIndex / 12)}-${String((monthIndex % 12) + 1).padStart(2, "0")}` as Month;
  return { lao: String(lao).padStart(8, "0") as LaoCode, module: table.module, month, table };
}

export function pathOfKey(key: PathKey): string {
  const { lao, module, month, table } = partitionOfKey(key);
  return `data/laos/${lao}/${module}/${month}/${table.name}.csv.gz`;
}

/** What a path below data/laos/ says of its place, as far as it says it. */
export function placeOfPath(path: string): { lao: LaoCode | null; module: Module | null; month: Month | null } {
  const [data, laos, lao = "", module = "", month = ""] = path.split("/");
  if (data !== "data" || laos !== "laos") return { lao: null, module: null, month: null };
  return {
    lao: parseLaoCode(lao) ?? null,
    module: isModule(module) ? module : null,
    month: parseMonth(month) ?? null,
  };
}
