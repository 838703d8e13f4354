/**
 * สมุดเงินสดจ่าย. Grain: one row a journal line of book PV, in order of day, document, line, with the numbers of the cheques that paid its
 * requisition. Excluded: lines of the other books.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { BANK_DEPOSITS } from "@/lib/ledger/account-code";
import { monthFromNumber } from "@/lib/period/month";
import type { ReportQueryParams, ReportRows } from "@/lib/reports/report-rows";
import { CHEQUE_NOT_FOUND } from "@/lib/wording/cash-reports";
import type { ScopedDb } from "../../scoped";
import { tableGaps } from "../reconstructions/table-gaps";
import { queryBook, sideOf } from "./book";
import { type JournalLine, partsOf } from "./journal-lines";

const isBank = sql`j.account_code between ${BANK_DEPOSITS.from} and ${BANK_DEPOSITS.to}`;

export async function queryCashPaymentsBook(
  db: ScopedDb,
  scope: Scope,
  params: ReportQueryParams,
): Promise<ReportRows> {
  const { head, input } = params;
  const months = partsOf(input.period).map((part) => part.month);
  const gaps = await tableGaps(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId, months });
  /** Blank says that there is none, which a table with rows missing cannot say. */
  const chequeNo = ({ month, source_no: paid, cheque_no: no }: JournalLine) => {
    if (no !== null && no !== undefined) return no as string;
    return paid !== null && gaps.isShort("cheques", monthFromNumber(month)) ? CHEQUE_NOT_FOUND : null;
  };
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
    cells: (line) => ({ treasury_no: line.source_no, cheque_no: chequeNo(line) }),
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
