/**
 * Parameters that choose one thing by its code or number: a unit, a bank account, a document. A further one is a line here with its
 * parser, and its label in `PARAMETER_LABELS`; form, command line, address and audit log follow from it.
 */
import { findTable } from "@/lib/archive/tables";
import { PARTITION_STATES } from "@/lib/finding/partition-state";
import { LAO_TYPES, laoTypeName, MODULES } from "@/lib/office/office";
import { formatMonth, parseMonth } from "@/lib/period/month";
import { readMonth } from "@/lib/period/parse-period";
import { toArabicDigits } from "@/lib/period/thai-digits";
import { moduleName, stateName, tableName } from "@/lib/wording/names";
import { SORT_NAMES } from "@/lib/wording/reports";
import { LAOS } from "@/lib/wording/screen";
import type { ChoiceSource } from "./choice-source";

export interface ParameterChoice {
  /** The value in its one spelling; undefined for what cannot be one. */
  readonly parse: (text: string) => string | undefined;
  /** What it looks like, for whoever is refused. */
  readonly example: string;
  /** Where the form finds what can be chosen, unless the definition names another; without one the value is typed. */
  readonly source?: ChoiceSource;
  /** All values there are with their names, where they do not depend on the archive. */
  readonly options?: Readonly<Record<string, string>>;
  /** As shown to people, where that is not the value itself. */
  readonly say?: (value: string) => string;
}

const oneOf = (options: Readonly<Record<string, string>>): ParameterChoice => ({
  parse: (text) => (text.trim() in options ? text.trim() : undefined),
  example: Object.keys(options).join(", "),
  options,
  say: (value) => options[value] ?? value,
});

const number = (example: string): ParameterChoice => ({ parse: documentNumber, example });

export const PARAMETER_CHOICES = {
  /** Code of a unit; `own` for what is no unit's; `all` (or nothing) for everything. */
  unit: { parse: code, example: "รหัสหน่วยงาน หรือ all หรือ own", source: "units" },
  bank: { parse: code, example: "เลขที่บัญชีเงินฝาก", source: "bank-accounts" },
  receipt: number("R-000123/67"),
  remittance: number("เลขที่ใบนำส่งเงิน"),
  requisition: number("00566/67"),
  contract: { parse: documentNumber, example: "เลขที่สัญญายืมเงิน", source: "loan-contracts" },
  plan: { parse: code, example: "รหัสแผนงาน", source: "plans" },
  /** Of revenue, expenditure or budget: the definition names its source. */
  code: { parse: code, example: "รหัสประเภทรายรับ หรือรหัสงบประมาณ" },
  /** Id of the snapshot that the report's own is compared with. */
  with: { parse: snapshotId, example: "baseline-2567" },
  /** One table of one month: `journal/2024-03`. */
  part: { parse: part, example: "journal/2024-03", say: sayPart },
  /** Number of an uploaded file of re-keyed books. */
  upload: { parse: uploadNumber, example: "12" },
  /** Order of a list of LAOs. */
  /** What narrows and orders a list of LAOs by their damage. */
  district: { parse: code, example: "ชื่ออำเภอ" },
  type: oneOf(Object.fromEntries(LAO_TYPES.map((type) => [type, laoTypeName(type)]))),
  module: oneOf(Object.fromEntries(MODULES.map((module) => [module, moduleName(module)]))),
  state: oneOf(Object.fromEntries(PARTITION_STATES.map((state) => [state, stateName(state)]))),
  damaged: { parse: month, example: "2024-03", say: (value) => sayMonthText(value) },
  order: oneOf(LAOS.sorts),
  sort: { parse: order, example: Object.keys(SORT_NAMES).join(", "), say: (value) => SORT_NAMES[value] ?? value },
} as const satisfies Readonly<Record<string, ParameterChoice>>;

export type ChoiceId = keyof typeof PARAMETER_CHOICES;
export const CHOICE_IDS = Object.keys(PARAMETER_CHOICES) as readonly ChoiceId[];

/** Codes and numbers as the archive writes them: no blanks at the ends, Arabic digits. */
function code(text: string): string | undefined {
  const value = toArabicDigits(text.trim());
  return /^[^\p{Cc}]{1,64}$/u.test(value) ? value : undefined;
}

/** As ARCHIVE.md has it: `[a-z0-9-]{1,64}`. */
function snapshotId(text: string): string | undefined {
  return /^[a-z0-9-]{1,64}$/.test(text.trim()) ? text.trim() : undefined;
}

function part(text: string): string | undefined {
  const [table = "", month = ""] = text.trim().split("/");
  return findTable(table) && parseMonth(month) ? `${table}/${month}` : undefined;
}

function month(text: string): string | undefined {
  return readMonth(toArabicDigits(text.trim()));
}

function sayMonthText(text: string): string {
  const found = parseMonth(text);
  return found ? formatMonth(found) : text;
}

function sayPart(value: string): string {
  const [table = "", text = ""] = value.split("/");
  return `${tableName(table)} ${sayMonthText(text)}`;
}

function uploadNumber(text: string): string | undefined {
  const value = toArabicDigits(text.trim());
  return /^[1-9]\d{0,17}$/.test(value) ? value : undefined;
}

function order(text: string): string | undefined {
  return text.trim() in SORT_NAMES ? text.trim() : undefined;
}

function documentNumber(text: string): string | undefined {
  return code(text);
}
