/** สมุดเงินสดรับ. Grain: one row a journal line of book RV, in order of day, document, line. Excluded: lines of the other books. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { BANK_DEPOSITS, CASH_IN_HAND } from "@/lib/ledger/account-code";
import type { ReportQueryParams, ReportRows } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";
import { queryBook, sideOf } from "./book";

const isCash = sql`j.account_code between ${CASH_IN_HAND.from} and ${CASH_IN_HAND.to}`;
const isBank = sql`j.account_code between ${BANK_DEPOSITS.from} and ${BANK_DEPOSITS.to}`;

export function queryCashReceiptsBook(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  return queryBook(db, scope, params, {
    book: "RV",
    sums: {
      debit_cash: sql`case when ${isCash} then j.debit else 0 end`,
      debit_bank: sql`case when ${isBank} then j.debit else 0 end`,
      debit_other: sql`case when ${isCash} or ${isBank} then 0 else j.debit end`,
      credit: sql`j.credit`,
    },
    debits: ["debit_cash", "debit_bank", "debit_other"],
    credits: ["credit"],
    amounts: ({ account_code: code, debit, credit }) => {
      const isInCash = code >= CASH_IN_HAND.from && code <= CASH_IN_HAND.to;
      const isInBank = code >= BANK_DEPOSITS.from && code <= BANK_DEPOSITS.to;
      return {
        debit_cash: isInCash ? sideOf(debit) : null,
        debit_bank: isInBank ? sideOf(debit) : null,
        debit_other: isInCash || isInBank ? null : sideOf(debit),
        credit: sideOf(credit),
      };
    },
  });
}
