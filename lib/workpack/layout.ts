/**
 * Where what stands in the workbook of a pack: sheets, columns, rows, and the formulas between them. Written by `lib/render/excel/render-work-pack.ts`,
 * read again by `lib/rekeyed/read/read-work-pack.ts`. Codes are compared by SUMPRODUCT and never by SUMIF, which takes texts of digits for numbers of
 * 15 digits: budget codes have 16.
 */

import { BUDGET_FIGURES } from "@/lib/ledger/budget-figures";
import { PACK_CHECKS, type PACK_COLUMNS, PACK_SHEETS } from "@/lib/wording/work-pack";

/** `input` is filled in by hand; all else is given or worked out, and locked. */
export type PackCellKind = "text" | "code" | "date" | "amount";

export interface PackColumn {
  readonly id: keyof typeof PACK_COLUMNS;
  readonly kind: PackCellKind;
  readonly width: number;
  readonly isInput?: true;
  /** Worked out in each row. */
  readonly formula?: (row: number, pack: PackRanges) => string;
}

/** How many rows the lists have, rows for further codes included. */
export interface PackRanges {
  readonly accounts: number;
  readonly budget: number;
}

/** Above the data stand title, lead, sums, unit of the figures and heads; they stay in sight. */
export const HEAD_ROW = 5;
export const FIRST_ROW = 6;
/** Prepared lines of each entry sheet. */
export const ENTRY_ROWS = 300;
/** Rows below each list for codes that it lacks. */
export const ADDED_ROWS = 30;
const LAST_ENTRY_ROW = FIRST_ROW + ENTRY_ROWS - 1;

export const ENTRY_SHEETS = ["receipts", "payments", "general"] as const;
export type EntrySheet = (typeof ENTRY_SHEETS)[number];

/** Columns of the entry sheets by letter: what the formulas below name. */
const ENTRY_COLUMNS: readonly PackColumn[] = [
  { id: "date", kind: "date", width: 13, isInput: true },
  { id: "number", kind: "code", width: 16, isInput: true },
  { id: "account", kind: "code", width: 18, isInput: true },
  { id: "account_name", kind: "text", width: 42, formula: (row, { accounts }) => nameOf(row, accounts) },
  { id: "text", kind: "text", width: 34, isInput: true },
  { id: "debit", kind: "amount", width: 16, isInput: true },
  { id: "credit", kind: "amount", width: 16, isInput: true },
  { id: "balance", kind: "amount", width: 20, formula: (row, { accounts }) => balanceOf(row, accounts) },
];
const CHECK: PackColumn = { id: "check", kind: "text", width: 22, formula: (row, pack) => checkOf(row, pack) };

const BUDGET_COLUMNS_OF_PAYMENTS: readonly PackColumn[] = [
  { id: "budget", kind: "code", width: 20, isInput: true },
  { id: "budget_left", kind: "amount", width: 20, formula: (row, { budget }) => budgetLeftOf(row, budget) },
  { id: "budget_condition", kind: "text", width: 24, formula: (row, { budget }) => budgetConditionOf(row, budget) },
];

/** The check stands last but for payments, whose budget stands right of it. */
export function entryColumns(sheet: EntrySheet): readonly PackColumn[] {
  return sheet === "payments" ? [...ENTRY_COLUMNS, CHECK, ...BUDGET_COLUMNS_OF_PAYMENTS] : [...ENTRY_COLUMNS, CHECK];
}

export const ACCOUNT_COLUMNS: readonly PackColumn[] = [
  { id: "account", kind: "code", width: 18 },
  { id: "account_name", kind: "text", width: 36 },
  { id: "known_debit", kind: "amount", width: 19 },
  { id: "known_credit", kind: "amount", width: 19 },
  { id: "condition", kind: "text", width: 46 },
  { id: "checked_debit", kind: "amount", width: 19, isInput: true },
  { id: "checked_credit", kind: "amount", width: 19, isInput: true },
  { id: "start", kind: "amount", width: 19, formula: (row) => startOf(row, "C", "D", "F", "G") },
  { id: "moved_debit", kind: "amount", width: 19, formula: (row) => movedOf(row, "A", "F") },
  { id: "moved_credit", kind: "amount", width: 19, formula: (row) => movedOf(row, "A", "G") },
  { id: "now", kind: "amount", width: 20, formula: (row) => nowOf(row, "A", "H", `+I${row}-J${row}`) },
];

export const BUDGET_COLUMNS: readonly PackColumn[] = [
  { id: "budget", kind: "code", width: 20 },
  { id: "plan", kind: "text", width: 22 },
  { id: "work", kind: "text", width: 26 },
  { id: "budget_name", kind: "text", width: 40 },
  ...BUDGET_FIGURES.map((id): PackColumn => ({ id, kind: "amount", width: 19 })),
  { id: "condition", kind: "text", width: 46 },
  { id: "checked_remaining", kind: "amount", width: 19, isInput: true },
  {
    id: "start",
    kind: "amount",
    width: 19,
    formula: (row) => `IF(COUNT(L${row})>0,L${row},IF(COUNT(J${row})>0,J${row},""))`,
  },
  {
    id: "used",
    kind: "amount",
    width: 19,
    formula: (row) =>
      `IF(A${row}="","",ROUND(${sumWhere("payments", `A${row}`, "J", "F")}-${sumWhere("payments", `A${row}`, "J", "G")},2))`,
  },
  { id: "remaining_now", kind: "amount", width: 20, formula: (row) => nowOf(row, "A", "M", `-N${row}`) },
];

/** Letter of a column by its place, 0 for A; a pack has fewer than 26. */
export function letterOf(at: number): string {
  return String.fromCharCode(65 + at);
}

/** `'บัญชี'!$A$6:$A$200` */
export function listRange(sheet: "accounts" | "budget", rows: number, column = "A"): string {
  return range(sheet, column, FIRST_ROW + rows - 1);
}

function range(sheet: keyof typeof PACK_SHEETS, column: string, lastRow: number): string {
  return `'${PACK_SHEETS[sheet]}'!$${column}$${FIRST_ROW}:$${column}$${lastRow}`;
}

const entries = (sheet: EntrySheet, column: string) => range(sheet, column, LAST_ENTRY_ROW);

/** Sum of a column over the rows whose code is that of a cell, up to the end of the day of another where one is named. */
function sumWhere(sheet: EntrySheet, code: string, codes: string, amounts: string, day?: string): string {
  const dates = entries(sheet, "A");
  const until = day === undefined ? "" : `*(${dates}<>"")*(${dates}<=${day})`;
  return `SUMPRODUCT((${entries(sheet, codes)}=${code})*1${until},${entries(sheet, amounts)})`;
}

function place(row: number, list: string, code = "C"): string {
  return `MATCH($${code}${row},${list},0)`;
}

/** The name, and before it that the balance behind the row's figures is marked as damaged and was not checked by hand yet. */
function nameOf(row: number, accounts: number): string {
  const at = place(row, listRange("accounts", accounts));
  const cell = (column: string) => `INDEX(${listRange("accounts", accounts, column)},${at})`;
  const unchecked = `IF(AND(${cell("E")}<>"",COUNT(${cell("F")},${cell("G")})=0),"${PACK_CHECKS.unchecked} · ","")`;
  return `IF($C${row}="","",IF(ISNA(${at}),"",${unchecked}&${cell("B")}))`;
}

/** The same of a budget line. */
function budgetConditionOf(row: number, budget: number): string {
  const at = place(row, listRange("budget", budget), "J");
  const cell = (column: string) => `INDEX(${listRange("budget", budget, column)},${at})`;
  return `IF($J${row}="","",IF(ISNA(${at}),"",IF(AND(${cell("K")}<>"",COUNT(${cell("L")})=0),"${PACK_CHECKS.unchecked}","")))`;
}

/** Beginning balance and the lines of all three sheets up to the end of the row's day; debit-positive. */
function balanceOf(row: number, accounts: number): string {
  const moved = ENTRY_SHEETS.map((sheet) => {
    const sum = (column: string) => sumWhere(sheet, `$C${row}`, "C", column, `$A${row}`);
    return `+${sum("F")}-${sum("G")}`;
  }).join("");
  return sinceStart(row, place(row, listRange("accounts", accounts)), listRange("accounts", accounts, "H"), "C", moved);
}

function budgetLeftOf(row: number, budget: number): string {
  const sum = (column: string) => sumWhere("payments", `$J${row}`, "J", column, `$A${row}`);
  const at = place(row, listRange("budget", budget), "J");
  return sinceStart(row, at, listRange("budget", budget, "M"), "J", `-${sum("F")}+${sum("G")}`);
}

function sinceStart(row: number, at: string, starts: string, code: string, moved: string): string {
  const start = `INDEX(${starts},${at})`;
  return `IF(OR($${code}${row}="",$A${row}=""),"",IF(ISNA(${at}),"",IF(${start}="","${PACK_CHECKS.unknownStart}",ROUND(${start}${moved},2))))`;
}

/** First what was not filled in, then codes that are in no list, then whether the voucher of the same day and number balances. */
function checkOf(row: number, { accounts, budget }: PackRanges): string {
  const own = (column: string) =>
    `SUMPRODUCT(($B$${FIRST_ROW}:$B$${LAST_ENTRY_ROW}=$B${row})*($A$${FIRST_ROW}:$A$${LAST_ENTRY_ROW}=$A${row}),$${column}$${FIRST_ROW}:$${column}$${LAST_ENTRY_ROW})`;
  const difference = `ROUND(${own("F")}-${own("G")},2)`;
  const noBudget = `IF(AND($J${row}<>"",ISNA(${place(row, listRange("budget", budget), "J")})),"${PACK_CHECKS.noBudget}",`;
  return [
    `IF(COUNTA($A${row}:$C${row},$E${row}:$G${row})=0,"",`,
    `IF(OR($A${row}="",$B${row}="",$C${row}="",COUNT($F${row}:$G${row})<>1),"${PACK_CHECKS.incomplete}",`,
    `IF(ISNA(${place(row, listRange("accounts", accounts))}),"${PACK_CHECKS.noAccount}",`,
    noBudget,
    `IF(${difference}=0,"${PACK_CHECKS.whole}","${PACK_CHECKS.differs}"&TEXT(ABS(${difference}),"#,##0.00"))))))`,
  ].join("");
}

/** What was checked by hand, else the last known balance, else nothing: an unknown balance is no zero. Debit-positive. */
function startOf(row: number, debit: string, credit: string, checkedDebit: string, checkedCredit: string): string {
  const net = (left: string, right: string) => `ROUND(SUM(${left}${row})-SUM(${right}${row}),2)`;
  const any = (left: string, right: string) => `COUNT(${left}${row}:${right}${row})>0`;
  return `IF(${any(checkedDebit, checkedCredit)},${net(checkedDebit, checkedCredit)},IF(${any(debit, credit)},${net(debit, credit)},""))`;
}

function movedOf(row: number, code: string, amounts: string): string {
  const sums = ENTRY_SHEETS.map((sheet) => sumWhere(sheet, `${code}${row}`, "C", amounts)).join("+");
  return `IF(${code}${row}="","",ROUND(${sums},2))`;
}

function nowOf(row: number, code: string, start: string, moved: string): string {
  return `IF(${code}${row}="","",IF(${start}${row}="","${PACK_CHECKS.unknownStart}",ROUND(${start}${row}${moved},2)))`;
}
