/**
 * The tables of a work pack. What is filled in by hand is unlocked and yellow; all else is locked without a password, against slips of the hand and
 * not against anybody.
 */

import type { DataValidation, Fill, Style, Workbook, Worksheet } from "exceljs";
import { BUDGET_FIGURES } from "@/lib/ledger/budget-figures";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import { type IsoDate, parseIsoDate } from "@/lib/period/date";
import { exactNumber } from "@/lib/render/tabular/exact-number";
import type { DamageMark } from "@/lib/reports/document";
import { placeName, SYNTHETIC_MARK, UNIT_IS_BAHT } from "@/lib/wording/render";
import {
  knownAsOf,
  PACK_CHECKS,
  PACK_COLUMNS,
  PACK_CONDITIONS,
  PACK_INPUT,
  PACK_LABELS,
  PACK_LEADS,
  PACK_SHEETS,
} from "@/lib/wording/work-pack";
import {
  ACCOUNT_COLUMNS,
  ADDED_ROWS,
  BUDGET_COLUMNS,
  ENTRY_ROWS,
  type EntrySheet,
  entryColumns,
  FIRST_ROW,
  HEAD_ROW,
  letterOf,
  listRange,
  type PackColumn,
} from "@/lib/workpack/layout";
import type { PackFigure, WorkPack } from "@/lib/workpack/work-pack";
import { amountCell, cellLines, textCell, type WrittenCell } from "./cell-value";
import { pageSetup } from "./page-setup";
import { type StyledCell, writeRow } from "./sheet-writer";
import { LINE_HEIGHT_POINTS, type StyleOf } from "./styles";

/** exceljs' streaming writer has them, though its types do not say so. */
type ValidatedSheet = Worksheet & {
  readonly dataValidations: { readonly add: (range: string, validation: DataValidation) => void };
};

interface GivenCell {
  readonly cell: WrittenCell;
  readonly mark?: DamageMark["state"] | undefined;
}

/** What stands in a row from the start, by column; `open` are cells to fill in besides the columns that always are. */
interface GivenRow {
  readonly cells: Readonly<Partial<Record<PackColumn["id"], GivenCell>>>;
  readonly results: Readonly<Partial<Record<PackColumn["id"], string | number>>>;
  readonly open?: readonly PackColumn["id"][];
}

const INPUT_FILL: Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF9D6" } };
const WARNING: Partial<Style> = {
  fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFF8D0C8" } },
  font: { bold: true },
};
const EMPTY: GivenRow = { cells: {}, results: {} };
const YEARS_TO_FILL_IN = 2;
const HEAD_LINES = 3;

export function packSheets(workbook: Workbook, pack: WorkPack, styleOf: StyleOf) {
  const ranges = { accounts: pack.accounts.rows.length + ADDED_ROWS, budget: pack.budget.rows.length + ADDED_ROWS };
  const inputs = new Map<string, Partial<Style>>();

  const inputStyle = (kind: PackColumn["kind"]): Partial<Style> => {
    const known = inputs.get(kind);
    if (known) return known;
    const style = { ...styleOf("entry", kind), fill: INPUT_FILL, protection: { locked: false } };
    inputs.set(kind, style);
    return style;
  };

  const cellOf = (column: PackColumn, rowNo: number, row: GivenRow): StyledCell => {
    const { id, kind, formula, isInput } = column;
    const given = row.cells[id];
    if (formula)
      return {
        value: { formula: formula(rowNo, ranges), result: row.results[id] ?? "" },
        style: styleOf("entry", kind),
      };
    if (isInput || row.open?.includes(id)) return { value: given?.cell.value ?? null, style: inputStyle(kind) };
    return { value: given?.cell.value ?? null, style: styleOf("entry", given?.cell.look ?? kind, given?.mark) };
  };

  const sums = (columns: readonly PackColumn[], summed: readonly PackColumn["id"][], lastRow: number): StyledCell[] =>
    columns.map(({ id }, at): StyledCell => {
      const letter = letterOf(at);
      if (summed.includes(id))
        return {
          value: { formula: sumOf(`${letter}${FIRST_ROW}:${letter}${lastRow}`) },
          style: styleOf("subtotal", "amount"),
        };
      return { value: at === 0 ? PACK_LABELS.sums : null, style: styleOf("subtotal", "plain") };
    });

  const open = (
    sheet: "accounts" | "budget" | EntrySheet,
    columns: readonly PackColumn[],
    layout: { readonly lead: string; readonly summed: readonly PackColumn["id"][]; readonly lastRow: number },
  ): ValidatedSheet => {
    const made = workbook.addWorksheet(PACK_SHEETS[sheet], {
      ...pageSetup(pack, { isLandscape: true, titleRows: `1:${HEAD_ROW}` }),
      views: [{ state: "frozen", xSplit: 2, ySplit: HEAD_ROW }],
    }) as ValidatedSheet;
    made.columns = columns.map(({ width }) => ({ width }));
    const owner = pack.unit ? `${pack.unit.name} ${placeName(pack.place)}` : placeName(pack.place);
    const line = (cell: WrittenCell, look: "title" | "cover") =>
      writeRow(made, [{ value: cell.value, style: styleOf(look, "plain") }], { heightPoints: LINE_HEIGHT_POINTS });
    line(textCell(`${PACK_SHEETS[sheet]} · ${owner}`), "title");
    line(textCell(layout.lead), "cover");
    writeRow(made, sums(columns, layout.summed, layout.lastRow), { heightPoints: LINE_HEIGHT_POINTS });
    const { asOf } = sheet === "budget" ? pack.budget : pack.accounts;
    const facts = [pack.snapshot.synthetic ? SYNTHETIC_MARK : "", asOf ? knownAsOf(asOf) : "", UNIT_IS_BAHT];
    line(textCell(facts.filter((fact) => fact !== "").join(" · ")), "cover");
    writeRow(
      made,
      columns.map(({ id }) => ({ value: PACK_COLUMNS[id], style: styleOf("head", "text") })),
      { heightPoints: HEAD_LINES * LINE_HEIGHT_POINTS },
    );
    return made;
  };

  const fill = (sheet: Worksheet, columns: readonly PackColumn[], rows: readonly GivenRow[]): void => {
    for (const [at, row] of rows.entries()) {
      const lines = columns.map(({ id, width }) => {
        const cell = row.cells[id]?.cell;
        return cell?.look === "text" ? cellLines(cell, width) : 1;
      });
      writeRow(
        sheet,
        columns.map((column) => cellOf(column, FIRST_ROW + at, row)),
        { heightPoints: Math.max(1, ...lines) * LINE_HEIGHT_POINTS },
      );
    }
  };

  const close = async (sheet: ValidatedSheet): Promise<void> => {
    await sheet.protect("", {
      formatColumns: true,
      formatRows: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
    });
    sheet.commit();
  };

  return {
    writeAccounts: async (): Promise<void> => {
      const lastRow = FIRST_ROW + ranges.accounts - 1;
      const summed = ["known_debit", "known_credit", "moved_debit", "moved_credit"] as const;
      const sheet = open("accounts", ACCOUNT_COLUMNS, { lead: PACK_LEADS.accounts, summed, lastRow });
      const given = pack.accounts.rows.map(({ code, name, debit, credit, condition }): GivenRow => {
        const isKnown = debit.amount !== null || credit.amount !== null;
        const start = isKnown ? satang((debit.amount ?? ZERO) - (credit.amount ?? ZERO)) : null;
        return {
          cells: {
            account: { cell: textCell(code, "code") },
            account_name: { cell: textCell(name) },
            ...figureCell("known_debit", debit),
            ...figureCell("known_credit", credit),
            condition: { cell: textCell(condition) },
          },
          results: { ...startResults(start, "now"), moved_debit: 0, moved_credit: 0 },
        };
      });
      fill(sheet, ACCOUNT_COLUMNS, [...given, ...addedRows("account", "account_name")]);
      validateAmounts(sheet, ACCOUNT_COLUMNS, lastRow);
      await close(sheet);
    },
    writeBudget: async (): Promise<void> => {
      const lastRow = FIRST_ROW + ranges.budget - 1;
      const summed = [...BUDGET_FIGURES, "used"] as const;
      const sheet = open("budget", BUDGET_COLUMNS, { lead: PACK_LEADS.budget, summed, lastRow });
      const given = pack.budget.rows.map((line): GivenRow => {
        const { plan, work, code, name, figures, condition } = line;
        return {
          cells: {
            budget: { cell: textCell(code, "code") },
            plan: { cell: textCell(plan) },
            work: { cell: textCell(work) },
            budget_name: { cell: textCell(name) },
            ...Object.assign({}, ...BUDGET_FIGURES.map((id) => figureCell(id, figures[id]))),
            condition: { cell: textCell(condition) },
          },
          results: { ...startResults(figures.remaining.amount, "remaining_now"), used: 0 },
        };
      });
      fill(sheet, BUDGET_COLUMNS, [...given, ...addedRows("budget", "plan", "work", "budget_name")]);
      validateAmounts(sheet, BUDGET_COLUMNS, lastRow);
      await close(sheet);
    },
    writeEntries: async (name: EntrySheet): Promise<void> => {
      const columns = entryColumns(name);
      const lastRow = FIRST_ROW + ENTRY_ROWS - 1;
      const sheet = open(name, columns, { lead: PACK_LEADS.entries, summed: ["debit", "credit"], lastRow });
      fill(
        sheet,
        columns,
        Array.from({ length: ENTRY_ROWS }, () => EMPTY),
      );
      validateAmounts(sheet, columns, lastRow);
      const validate = (
        id: PackColumn["id"],
        validation: Pick<DataValidation, "type" | "formulae"> & Partial<DataValidation>,
        error: string,
      ) => {
        const at = columns.findIndex((column) => column.id === id);
        if (at !== -1) addValidation(sheet, `${letterOf(at)}${FIRST_ROW}:${letterOf(at)}${lastRow}`, validation, error);
      };
      const days = daysToFillIn(pack);
      validate(
        "date",
        { type: "date", operator: "between", formulae: [new Date(days.from), new Date(days.to)] },
        PACK_INPUT.date(days.from, days.to),
      );
      validate("account", { type: "list", formulae: [listRange("accounts", ranges.accounts)] }, PACK_INPUT.account);
      validate("budget", { type: "list", formulae: [listRange("budget", ranges.budget)] }, PACK_INPUT.budget);
      const check = letterOf(columns.findIndex(({ id }) => id === "check"));
      sheet.addConditionalFormatting({
        ref: `${check}${FIRST_ROW}:${check}${lastRow}`,
        rules: [
          {
            type: "expression",
            priority: 1,
            formulae: [`AND($${check}${FIRST_ROW}<>"",$${check}${FIRST_ROW}<>"${PACK_CHECKS.whole}")`],
            style: WARNING,
          },
        ],
      });
      await close(sheet);
    },
  };
}

/** Where no figure stands in the column there is no sum either. */
function sumOf(range: string): string {
  return `IF(COUNT(${range})=0,"",SUM(${range}))`;
}

function figureCell(id: PackColumn["id"], { amount, mark }: PackFigure): GivenRow["cells"] {
  if (amount !== null) return { [id]: { cell: amountCell(amount), mark } };
  return mark ? { [id]: { cell: textCell(""), mark } } : {};
}

/** What the formulas of a row come to as long as nothing is filled in: programs that do not work them out show these. */
function startResults(start: Amount | null, now: "now" | "remaining_now"): GivenRow["results"] {
  const value = start === null ? undefined : exactNumber(start);
  return { start: value ?? "", [now]: value ?? PACK_CHECKS.unknownStart };
}

function addedRows(...open: readonly PackColumn["id"][]): GivenRow[] {
  const cells = { condition: { cell: textCell(PACK_CONDITIONS.added) } };
  return Array.from({ length: ADDED_ROWS }, () => ({ cells, results: {}, open }));
}

function validateAmounts(sheet: ValidatedSheet, columns: readonly PackColumn[], lastRow: number): void {
  for (const [at, { kind, isInput }] of columns.entries()) {
    if (kind !== "amount" || !isInput) continue;
    const [letter, first] = [letterOf(at), `${letterOf(at)}${FIRST_ROW}`];
    const formula = `AND(ISNUMBER(${first}),${first}>=0,ROUND(${first},2)=${first})`;
    addValidation(sheet, `${first}:${letter}${lastRow}`, { type: "custom", formulae: [formula] }, PACK_INPUT.amount);
  }
}

function addValidation(
  sheet: ValidatedSheet,
  range: string,
  validation: Pick<DataValidation, "type" | "formulae"> & Partial<DataValidation>,
  error: string,
): void {
  sheet.dataValidations.add(range, {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: PACK_LABELS.refused,
    error,
    ...validation,
  });
}

/** From the day after the last known balances on: what is before it is in them. Without balances from the day of the snapshot on. */
function daysToFillIn({ accounts, snapshot, printedAt }: WorkPack): { readonly from: IsoDate; readonly to: IsoDate } {
  const known = accounts.asOf ?? parseIsoDate(snapshot.asOf) ?? isoDay(printedAt);
  const from = new Date(known);
  from.setUTCDate(from.getUTCDate() + 1);
  const to = new Date(printedAt);
  to.setUTCFullYear(to.getUTCFullYear() + YEARS_TO_FILL_IN);
  return { from: isoDay(from), to: isoDay(to) };
}

function isoDay(moment: Date): IsoDate {
  return moment.toISOString().slice(0, 10) as IsoDate;
}
