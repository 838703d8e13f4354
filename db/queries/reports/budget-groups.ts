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

export async function budgetGroups(db: ScopedDb, head: ReportHead, kind: "revenue" | "expense"): Promise<BudgetGroups> {
  const rows = await db.execute<{ code: string; name: string; parent_code: string | null }>(sql`
    select code, name, parent_code from portal.classifications
    where snapshot_no = ${head.snapshotNo} and kind = ${kind} order by code`);
  const known = new Map(rows.map((row) => [row.code, row]));
  const top = (code: string): BudgetGroup => {
    const row = known.get(code);
    if (!row) return { code, name: NOT_CLASSIFIED };
    const parent = row.parent_code === null || row.parent_code === code ? undefined : known.get(row.parent_code);
    // Two steps at most: a ring in a damaged classification must not hold a report.
    return parent ? { code: parent.code, name: parent.name } : { code, name: row.name };
  };
  return {
    all: rows.filter((row) => row.parent_code === null || !known.has(row.parent_code)),
    of: top,
  };
}
