/**
 * งบประมาณคงเหลือ. Grain: one row a budget code, in order of plan, work, expense; a sum below each work. Excluded: other plans where one is chosen.
 */
import type { Scope } from "@/lib/access/scope";
import { BUDGET_FIGURES, type BudgetFigure } from "@/lib/ledger/budget-figures";
import { type Amount, sumAmounts } from "@/lib/money/amount";
import { monthOf } from "@/lib/period/month";
import { matchesTerm } from "@/lib/reports/find-term";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { BUDGET, proveRemaining } from "@/lib/wording/budget";
import { TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type BudgetLine, originOfLine, readBudgetLines, remainingOf } from "./budget-lines";
import { orderedRows } from "./ordered-rows";

export async function queryBudgetRemaining(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { input } = params;
  const month = monthOf(input.period.from);
  const lines = await readBudgetLines(db, scope, params, [month]);
  const { find } = input;
  const shown = find
    ? lines.filter((line) =>
        matchesTerm(
          find,
          [line.work, line.category, line.expense, line.project, line.code],
          BUDGET_FIGURES.map((id) => line.figures[id]),
        ),
      )
    : lines;
  const wrong = lines.filter((line) => remainingOf(line.figures) !== line.figures.remaining).length;
  return {
    fields: [],
    totals: find
      ? [
          { label: TOTAL_OF_FOUND, cells: sumLines(shown) },
          { label: TOTAL_OF_REPORT, cells: sumLines(lines) },
        ]
      : [{ label: TOTAL, cells: sumLines(lines) }],
    proof: [proveRemaining(wrong, lines.length)],
    reach: {
      months: [month],
      tables: ["budget_lines"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    // A sum over all lines of a work has no place below the few that were found.
    ...orderedRows(find ? shown.map(lineRow) : withSums(lines)),
  };
}

export function sumLines(lines: readonly BudgetLine[]): Record<BudgetFigure, Amount> {
  return Object.fromEntries(
    BUDGET_FIGURES.map((id) => [id, sumAmounts(lines.map((line) => line.figures[id]))]),
  ) as Record<BudgetFigure, Amount>;
}

function withSums(lines: readonly BudgetLine[]): SourceRow[] {
  return [...new Set(lines.map((line) => line.workCode))].flatMap((workCode) => {
    const own = lines.filter((line) => line.workCode === workCode);
    const [first] = own;
    if (!first) return [];
    const { month } = first;
    const origin = { month, rowNo: null, doc: null, account: null };
    return [
      ...own.map(lineRow),
      { kind: "subtotal" as const, cells: { work: BUDGET.sumOfWork(first.work), ...sumLines(own) }, origin },
    ];
  });
}

/** The row leads to what moved in that code during the month. */
function lineRow(line: BudgetLine): SourceRow {
  return {
    kind: "entry",
    cells: {
      work: line.work,
      category: line.category,
      expense: line.expense,
      project: line.project || null,
      budget_code: line.code,
      ...line.figures,
    },
    link: { reportId: "budget-register", params: { month: line.month, code: line.code } },
    origin: originOfLine(line),
  };
}
