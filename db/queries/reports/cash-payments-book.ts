/**
 * สมุดเงินสดจ่าย. Grain: one row a journal line of book PV, in order of day, document, line, with the numbers of the cheques that paid its
 * requisition. Excluded: lines of the other books.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { BANK_DEPOSITS } from "@/lib/ledger/account-code";
import type { ReportQueryParams, ReportRows } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";
import { queryBook, sideOf } from "./book";

const isBank = sql`j.account_code between ${BANK_DEPOSITS.from} and ${BANK_DEPOSITS.to}`;

export function queryCashPaymentsBook(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head } = params;
  return queryBook(db, scope, params, {
    book: "PV",
    sums: {
      debit: sql`j.debit`,
      credit_bank: sql`case when ${isBank} then j.credit else 0 end`,
      credit_other: sql`case when ${isBank} then 0 else j.credit end`,
    },
    debits: ["debit"],
    credits: ["credit_bank", "credit_other"],
    amounts: ({ account_code: code, debit, credit }) => {
      const isInBank = code >= BANK_DEPOSITS.from && code <= BANK_DEPOSITS.to;
      return {
        debit: sideOf(debit),
        credit_bank: isInBank ? sideOf(credit) : null,
        credit_other: isInBank ? null : sideOf(credit),
      };
    },
    cells: (line) => ({ treasury_no: line.source_no, cheque_no: (line.cheque_no as string | null) ?? null }),
    more: {
      columns: sql`, c.cheque_no`,
      joins: sql`left join lateral (
        select string_agg(q.cheque_no, ', ' order by q.cheque_no) as cheque_no
        from portal.cheques q
        where q.snapshot_no = ${head.snapshotNo} and q.lao_id = ${head.laoId} and q.lao_id between ${scope.from} and ${scope.to} and q.treasury_no = l.source_no
      ) c on true`,
    },
  });
}
