/** สมุดรายวันทั่วไป. Grain: one row a journal line of book JV, in order of day, document, line. Excluded: lines of the other books. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { ReportQueryParams, ReportRows } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";
import { queryBook, sideOf } from "./book";

export function queryGeneralJournal(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  return queryBook(db, scope, params, {
    book: "JV",
    sums: { debit: sql`j.debit`, credit: sql`j.credit` },
    debits: ["debit"],
    credits: ["credit"],
    amounts: ({ debit, credit }) => ({ debit: sideOf(debit), credit: sideOf(credit) }),
  });
}
