/**
 * T8 and T11 together: a requisition carries the plan, work and expense of its line of the budget, and a line carries them every month. A code
 * that exists but does not belong there shows by them, in the first month too, where no rise can be told.
 */
import type { Finding } from "@/lib/finding/finding";
import { type BookIndex, groupBy, monthKey, spentByLine } from "../book-index";
import type { BudgetLineEvidence, LaoEvidence, RequisitionEvidence } from "../evidence";
import { tieFinding } from "../tie-finding";

const CLASSES = [
  ["planCode", "plan_code"],
  ["workCode", "work_code"],
  ["expenseCode", "expense_code"],
] as const;

type Classes = Pick<BudgetLineEvidence, "planCode" | "workCode" | "expenseCode">;

export interface ClassMisfits {
  readonly findings: readonly Finding[];
  /** The evidence with lines and requisitions under the codes that their classes say, so that a wrong code is told once. */
  readonly setRight: LaoEvidence;
}

const keyOf = ({ planCode, workCode, expenseCode }: Classes) => [planCode, workCode, expenseCode].join(" ");

/** The classes that most months give a code; undefined where they are in doubt. */
function usualClasses(lines: readonly BudgetLineEvidence[]): ReadonlyMap<string, Classes> {
  const usual = new Map<string, Classes>();
  for (const [code, rows] of groupBy(lines, ({ budgetCode }) => budgetCode)) {
    const groups = [...groupBy(rows, keyOf).values()].sort((left, right) => right.length - left.length);
    const [most, next] = groups;
    if (most?.[0] && (!next || most.length > next.length)) usual.set(code, most[0]);
  }
  return usual;
}

/** Books in which classes and lines do not go together anyway tell nothing. */
const AGREEING_LEAST = 0.9;

export function findClassMisfits(evidence: LaoEvidence, index: BookIndex): ClassMisfits {
  const { budgetLines, requisitions } = evidence;
  const usual = usualClasses(budgetLines);
  const moved = new Map<BudgetLineEvidence | RequisitionEvidence, string>();
  const findings: Finding[] = [];
  const unknown = new Set(
    evidence.unknownCodes.map(({ table, month, rowNo, column }) => [table, month, rowNo, column].join(" ")),
  );
  const codesByClasses = groupBy([...usual], ([, classes]) => keyOf(classes));
  const differs = (row: Classes, code: string) => {
    const classes = usual.get(code);
    return classes !== undefined && keyOf(classes) !== keyOf(row);
  };
  const tell = (
    table: "requisitions" | "budget_lines",
    row: BudgetLineEvidence | RequisitionEvidence,
    isFree: (code: string) => boolean,
  ) => {
    const classes = usual.get(row.budgetCode);
    if (!classes) return;
    const wrong = CLASSES.filter(([key]) => classes[key] !== row[key]);
    const isUnknown = ([, column]: (typeof CLASSES)[number]) =>
      unknown.has([table, row.month, row.rowNo, column].join(" "));
    if (wrong.length === 0 || wrong.every(isUnknown)) return;
    const places = (codesByClasses.get(keyOf(row)) ?? []).filter(([code]) => isFree(code));
    const [place] = places;
    const isMoved = place !== undefined;
    const isRequisition = "treasuryNo" in row;
    if (places.length === 1 && place && (!isRequisition || isSpentUnder(place[0], row) === true))
      moved.set(row, place[0]);
    findings.push(
      tieFinding(
        {
          code: "tie/cross-module",
          lao: evidence.lao,
          table,
          month: row.month,
          row,
          doc: isRequisition ? row.treasuryNo : row.budgetCode,
        },
        {
          account: row.budgetCode,
          column: isMoved ? "budget_code" : (wrong[0]?.[1] ?? null),
          expected: isMoved ? (places.length === 1 ? place[0] : null) : wrong[0] ? classes[wrong[0][0]] : null,
          found: isMoved ? row.budgetCode : wrong[0] ? row[wrong[0][0]] : null,
          dateFrom: isRequisition ? row.paidDate : null,
          dateTo: isRequisition ? row.paidDate : null,
          amount: isMoved && isRequisition ? row.gross : null,
        },
      ),
    );
  };
  const spent = spentByLine(requisitions);
  /** The line disbursed as much more than its documents say; undefined where no rise can be told. */
  const isSpentUnder = (code: string, { month, gross }: RequisitionEvidence): boolean | undefined => {
    const monthBefore = evidence.months[evidence.months.indexOf(month) - 1];
    const line = index.budgetLines.get(monthKey(month, code));
    const before = monthBefore && index.budgetLines.get(monthKey(monthBefore, code));
    if (!line || !before) return undefined;
    return line.disbursed - before.disbursed - (spent.get(monthKey(month, code)) ?? 0n) === gross;
  };
  for (const line of budgetLines)
    tell("budget_lines", line, (code) => {
      const there = index.budgetLines.get(monthKey(line.month, code));
      return there === undefined || differs(there, code);
    });
  const asked = requisitions.filter(({ budgetCode }) => usual.has(budgetCode));
  const agreeing = asked.filter((row) => !differs(row, row.budgetCode)).length;
  if (agreeing >= asked.length * AGREEING_LEAST || asked.length - agreeing === 1)
    for (const row of asked) tell("requisitions", row, (code) => isSpentUnder(code, row) !== false);
  const setRight = <Row extends BudgetLineEvidence | RequisitionEvidence>(row: Row): Row => {
    const budgetCode = moved.get(row);
    return budgetCode === undefined ? row : { ...row, budgetCode };
  };
  return {
    findings,
    setRight:
      moved.size === 0
        ? evidence
        : { ...evidence, budgetLines: budgetLines.map(setRight), requisitions: requisitions.map(setRight) },
  };
}
