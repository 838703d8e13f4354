/** Pins a report for the user of the scope, or takes the pin away; either may have been so already. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { ScopedDb } from "../scoped";

export async function setPinnedReport(
  db: ScopedDb,
  scope: Scope,
  pin: { readonly reportId: string; readonly isPinned: boolean },
): Promise<void> {
  await db.execute(
    pin.isPinned
      ? sql`insert into portal.pinned_reports (user_id, report_id) values (${scope.userId}, ${pin.reportId}) on conflict do nothing`
      : sql`delete from portal.pinned_reports where user_id = ${scope.userId} and report_id = ${pin.reportId}`,
  );
}
