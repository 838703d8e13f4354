/**
 * The groups (หมวด) of revenue and expenditure by the archive's own classification, and which group a code belongs to. Grain: one record a
 * group. A code that the classification does not have is a group of its own: nothing is guessed from its digits.
 */
import { sql } from "drizzle-orm";
import type { ReportHead } from "@/lib/reports/report-rows";
import { NOT_CLASSIFIED } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";

export interface BudgetGroup {
  readonly code: string;
  readonly name: string;
}

export interface BudgetGroups {
  /** In order of their codes. */
  readonly all: readonly BudgetGroup[];
  readonly of: (code: string) => BudgetGroup;
}

interface Classification extends Record<string, unknown> {
  readonly kind: "revenue" | "expense";
  readonly code: string;
  readonly name: string;
  readonly parent_code: string | null;
}

export async function budgetGroups(
  db: ScopedDb,
  head: ReportHead,
): Promise<Readonly<Record<Classification["kind"], BudgetGroups>>> {
  const rows = await db.execute<Classification>(sql`
    select kind, code, name, parent_code from portal.classifications
    where snapshot_no = ${head.snapshotNo} and kind in ('revenue', 'expense') order by code`);
  const of = (kind: Classification["kind"]) => groupsOf(rows.filter((row) => row.kind === kind));
  return { revenue: of("revenue"), expense: of("expense") };
}

function groupsOf(rows: readonly Classification[]): BudgetGroups {
  const known = new Map(rows.map((row) => [row.code, row]));
  const top = (code: string): BudgetGroup => {
    const row = known.get(code);
    if (!row) return { code, name: NOT_CLASSIFIED };
    const parent = row.parent_code === null || row.parent_code === code ? undefined : known.get(row.parent_code);
    // Two steps at most: a ring in a damaged classification must not hold a report.
    return parent ? { code: parent.code, name: parent.name } : { code, name: row.name };
  };
  return {
    all: rows
      .filter((row) => row.parent_code === null || !known.has(row.parent_code))
      .map(({ code, name }) => ({ code, name })),
    of: top,
  };
}
