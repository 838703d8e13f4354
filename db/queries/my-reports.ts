/**
 * The reports that a user pinned, and those that they opened last in the books of one LAO. Grain: one row a report and choice of parameters.
 * Excluded: what others opened (row-level security), and views of the operator at the command line, who is nobody here.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoCode } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

export interface OpenedReport {
  readonly reportId: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface MyReports {
  /** Ids, in the order of pinning. */
  readonly pinned: readonly string[];
  /** Newest first. */
  readonly recent: readonly OpenedReport[];
}

/** Of so many views the last different ones are told: one reader opens page after page of one report. */
const VIEWS_LOOKED_AT = 200;

export async function myReports(
  db: ScopedDb,
  scope: Scope,
  query: { readonly lao: LaoCode; readonly recentMax: number },
): Promise<MyReports> {
  if (scope.userId === null) return { pinned: [], recent: [] };
  const [pinned, recent] = await Promise.all([
    db.execute<{ report_id: string }>(
      sql`select report_id from portal.pinned_reports where user_id = ${scope.userId} order by pinned_at, report_id`,
    ),
    db.execute<{ report_id: string; params: Record<string, string> }>(sql`
      select report_id, params from (
        select facts->>'reportId' as report_id, facts->'params' as params, facts->>'lao' as lao, at
        from portal.audit_log where user_id = ${scope.userId} and type = 'view-report'
        order by at desc limit ${VIEWS_LOOKED_AT}
      ) views
      where lao = ${query.lao}
      group by report_id, params order by max(at) desc limit ${query.recentMax}`),
  ]);
  return {
    pinned: pinned.map((row) => row.report_id),
    recent: recent.map((row) => ({ reportId: row.report_id, params: row.params })),
  };
}
