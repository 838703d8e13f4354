/**
 * The budget of an LAO at the ends of months, as the old system kept it, with the names of its codes. Grain: one row a budget code and month.
 * Excluded: other plans and codes where one is chosen.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { BUDGET_FIGURES, type BudgetFigure } from "@/lib/ledger/budget-figures";
import { type Amount, satang } from "@/lib/money/amount";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { ReportQueryParams, RowOrigin } from "@/lib/reports/report-rows";
import { NO_NAME } from "@/lib/wording/budget";
import type { ScopedDb } from "../../scoped";

export interface BudgetLine {
  readonly month: Month;
  readonly rowNo: number;
  readonly code: string;
  readonly workCode: string;
  readonly expenseCode: string;
  readonly plan: string;
  readonly work: string;
  readonly category: string;
  readonly expense: string;
  readonly project: string;
  readonly figures: Readonly<Record<BudgetFigure, Amount>>;
}

interface Row extends Record<BudgetFigure, bigint>, Record<string, unknown> {
  month: number;
  row_no: number;
  budget_code: string;
  work_code: string;
  expense_code: string;
  plan: string | null;
  work: string | null;
  category: string;
  expense: string | null;
  project: string;
}

/** In the order of plan, work, expense and code. */
export async function readBudgetLines(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
  months: readonly Month[],
): Promise<BudgetLine[]> {
  const { plan = null, code = null } = input.chosen;
  const rows = await db.execute<Row>(sql`
    select b.month, b.row_no, b.budget_code, b.work_code, b.expense_code, p.name as plan, w.name as work, b.category, e.name as expense, b.project,
      b.approved, b.transferred_in, b.transferred_out, b.encumbered, b.disbursed, b.remaining
    from portal.budget_lines b
    left join portal.classifications p on p.snapshot_no = b.snapshot_no and p.kind = 'plan' and p.code = b.plan_code
    left join portal.classifications w on w.snapshot_no = b.snapshot_no and w.kind = 'work' and w.code = b.work_code
    left join portal.classifications e on e.snapshot_no = b.snapshot_no and e.kind = 'expense' and e.code = b.expense_code
    where b.snapshot_no = ${head.snapshotNo} and b.lao_id = ${head.laoId} and b.lao_id between ${scope.from} and ${scope.to}
      and b.month in (${sql.join(
        months.map((month) => sql`${monthToNumber(month)}::integer`),
        sql`, `,
      )})
      and (${plan}::text is null or b.plan_code = ${plan}) and (${code}::text is null or b.budget_code = ${code})
    order by b.plan_code, b.work_code, b.expense_code, b.budget_code, b.month, b.row_no`);
  return rows.map((row) => ({
    month: monthFromNumber(row.month),
    rowNo: row.row_no,
    code: row.budget_code,
    workCode: row.work_code,
    expenseCode: row.expense_code,
    plan: row.plan ?? NO_NAME,
    work: row.work ?? `${NO_NAME} ${row.work_code}`,
    category: row.category,
    expense: row.expense ?? `${NO_NAME} ${row.expense_code}`,
    project: row.project,
    figures: Object.fromEntries(BUDGET_FIGURES.map((id) => [id, satang(row[id])])) as Record<BudgetFigure, Amount>,
  }));
}

/** Findings about the budget name its code as document and as account. */
export function originOfLine(line: Pick<BudgetLine, "month" | "rowNo" | "code">): RowOrigin {
  return { month: line.month, rowNo: line.rowNo, doc: line.code, account: line.code, table: "budget_lines" };
}

/** What T8 says must remain (ARCHIVE.md). */
export function remainingOf(figures: BudgetLine["figures"]): bigint {
  return figures.approved + figures.transferred_in - figures.transferred_out - figures.encumbered - figures.disbursed;
}
