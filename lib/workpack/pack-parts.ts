/** The two lists of a pack from the reports that have their figures, marks and notes: whatever a report says of a figure, the pack says beside it. */
import { BUDGET_FIGURES } from "@/lib/ledger/budget-figures";
import { rowCondition } from "@/lib/render/tabular/row-condition";
import type { DamageNote, ReportDocument, ReportRow } from "@/lib/reports/document";
import { PACK_CONDITIONS } from "@/lib/wording/work-pack";
import type { PackAccount, PackBudgetLine, PackFigure, PackPart } from "./work-pack";

export type PackRows<Row> = Pick<PackPart<Row>, "rows" | "gaps" | "notes">;

/** Sentences of a note beside a figure: enough to know what to look for; all of them stand on the cover. */
const SENTENCES_BESIDE = 2;

export interface UsedAccount {
  /** `NNNNNNNNNN.NNN` */
  readonly code: string;
  /** Null where the chart does not have it. */
  readonly name: string | null;
}

const UNKNOWN: PackFigure = { amount: null };
const NO_BALANCE = { debit: UNKNOWN, credit: UNKNOWN };

const CLOSING = ["closing_debit", "closing_credit"] as const;

/**
 * Accounts of a trial balance (งบทดลอง), and those that the LAO uses but the trial balance lacks: of these nothing is known, and nothing is put to zero.
 * @param used accounts that have a trace anywhere in the archive
 */
export async function packAccounts(
  document: ReportDocument,
  used: readonly UsedAccount[],
): Promise<PackRows<PackAccount>> {
  const read = await readRows(document, CLOSING);
  const known = new Map(read.rows.map((row) => [text(row, "account_code"), row]));
  const found = read.rows.map((row) => ({ code: text(row, "account_code"), name: text(row, "account_name") }));
  const others = used.filter(({ code }) => !known.has(code));
  const rows = [...found, ...others]
    .sort((left, right) => (left.code < right.code ? -1 : 1))
    .map(({ code, name }): PackAccount => {
      const row = known.get(code);
      return {
        code,
        name: name ?? "",
        debit: figure(row, "closing_debit"),
        credit: figure(row, "closing_credit"),
        condition: row ? read.conditionOf(row) : PACK_CONDITIONS.notInBalances,
      };
    });
  return { ...read, rows };
}

/**
 * Budget lines of a report on what remains (งบประมาณคงเหลือ).
 * @param plans names of plans by budget code, which that report does not show
 */
export async function packBudget(
  document: ReportDocument,
  plans: ReadonlyMap<string, string>,
): Promise<PackRows<PackBudgetLine>> {
  const read = await readRows(document, BUDGET_FIGURES);
  const rows = read.rows.map((row): PackBudgetLine => {
    const code = text(row, "budget_code");
    return {
      plan: plans.get(code) ?? "",
      work: text(row, "work"),
      code,
      name: ["category", "expense", "project"]
        .map((id) => text(row, id))
        .filter((part) => part !== "")
        .join(" · "),
      figures: Object.fromEntries(BUDGET_FIGURES.map((id) => [id, figure(row, id)])) as PackBudgetLine["figures"],
      condition: read.conditionOf(row),
    };
  });
  return { ...read, rows };
}

/** Nothing of the archive is a unit's own balance: the accounts stay, and figures are left to the unit's own registers. */
export function accountsOfUnit(used: readonly UsedAccount[]): PackAccount[] {
  return used.map(({ code, name }) => ({ code, name: name ?? "", ...NO_BALANCE, condition: PACK_CONDITIONS.ofUnit }));
}

/** As `accountsOfUnit`: the budget is the LAO's, and what of it is the unit's is not known. */
export function budgetOfUnit(lines: readonly PackBudgetLine[]): PackBudgetLine[] {
  const figures = Object.fromEntries(BUDGET_FIGURES.map((id) => [id, UNKNOWN])) as PackBudgetLine["figures"];
  return lines.map((line) => ({ ...line, figures, condition: PACK_CONDITIONS.ofUnit }));
}

/** The notes of a second part go on where those of the first end. */
export function numberNotesFrom(document: ReportDocument, before: number): ReportDocument {
  const shift = (numbers: readonly number[]) => numbers.map((number) => number + before);
  const shifted = (row: ReportRow): ReportRow =>
    row.marks
      ? {
          ...row,
          marks: Object.fromEntries(
            Object.entries(row.marks).map(([id, mark]) => [id, { ...mark, notes: shift(mark.notes) }]),
          ),
        }
      : row;
  return {
    ...document,
    notes: document.notes.map((note) => ({ ...note, number: note.number + before })),
    rows: async function* (window) {
      for await (const row of document.rows(window)) yield shifted(row);
    },
  };
}

async function readRows(document: ReportDocument, figures: readonly string[]) {
  const rows: ReportRow[] = [];
  const gaps: string[] = [];
  for await (const row of document.rows()) {
    if (row.kind === "entry" || row.kind === "reconstructed") rows.push(row);
    else if (row.kind === "missing" && row.text !== undefined) gaps.push(row.text);
  }
  const columns = document.columns.filter(({ id }) => figures.includes(id));
  const notes = new Map(document.notes.map((note) => [note.number, note]));
  const conditionOf = (row: ReportRow): string =>
    [rowCondition(row, columns), ...sentencesBeside(row, figures, notes)].filter((part) => part !== "").join(" · ");
  return { rows, gaps, notes: document.notes, conditionOf };
}

function sentencesBeside(
  { marks = {} }: ReportRow,
  figures: readonly string[],
  notes: ReadonlyMap<number, DamageNote>,
): string[] {
  const numbers = new Set(figures.flatMap((id) => marks[id]?.notes ?? []));
  return [...numbers].flatMap((number) => notes.get(number)?.sentences.slice(0, SENTENCES_BESIDE) ?? []);
}

function figure(row: ReportRow | undefined, id: string): PackFigure {
  const value = row?.cells[id];
  const mark = row?.marks?.[id];
  return { amount: typeof value === "bigint" ? value : null, ...(mark ? { mark: mark.state } : {}) };
}

function text(row: ReportRow, id: string): string {
  const value = row.cells[id];
  return typeof value === "string" ? value : "";
}
