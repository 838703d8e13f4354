/**
 * What moved cash and deposits in some days by the journal, parted into what the forms ask for: money taken to the bank, moved between bank
 * accounts, received and paid. Grain: one record for all the days. Excluded: entries that touch neither cash nor a deposit.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { BANK_DEPOSITS, CASH_IN_HAND } from "@/lib/ledger/account-code";
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";

export interface CashMovements {
  readonly cashIn: Amount;
  readonly cashOut: Amount;
  readonly bankIn: Amount;
  readonly bankOut: Amount;
  /** Out of cash in hand and into a bank account by one entry. */
  readonly banked: Amount;
  /** Out of one bank account and into another by one entry. */
  readonly transferred: Amount;
}

/** Over a journal line `j`: it stands on cash in hand. */
export const isCashInHand = sql`j.account_code between ${CASH_IN_HAND.from} and ${CASH_IN_HAND.to}`;

/** Over a journal line `j`: it stands on a deposit, by the chart's range or because a bank account of the LAO does. */
export function isDeposit(head: ReportHead, scope: Scope) {
  return sql`(j.account_code between ${BANK_DEPOSITS.from} and ${BANK_DEPOSITS.to} or j.account_code in (
    select account_code from portal.bank_accounts
    where snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}))`;
}

export async function cashMovements(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  days: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<CashMovements> {
  const [row] = await db.execute<
    Record<"cash_in" | "cash_out" | "bank_in" | "bank_out" | "banked" | "transferred", string>
  >(sql`
    select coalesce(sum(cash_in), 0) as cash_in, coalesce(sum(cash_out), 0) as cash_out, coalesce(sum(bank_in), 0) as bank_in,
      coalesce(sum(bank_out), 0) as bank_out, coalesce(sum(least(bank_in, cash_out)), 0) as banked,
      coalesce(sum(least(bank_out, bank_in - least(bank_in, cash_out))), 0) as transferred
    from (
      select coalesce(sum(j.debit) filter (where ${isCashInHand}), 0) as cash_in, coalesce(sum(j.credit) filter (where ${isCashInHand}), 0) as cash_out,
        coalesce(sum(j.debit) filter (where ${isDeposit(head, scope)}), 0) as bank_in,
        coalesce(sum(j.credit) filter (where ${isDeposit(head, scope)}), 0) as bank_out
      from portal.journal j
      where j.snapshot_no = ${head.snapshotNo} and j.lao_id = ${head.laoId} and j.lao_id between ${scope.from} and ${scope.to}
        and j.book in ('RV', 'PV', 'JV') and j.entry_date between ${days.from}::date and ${days.to}::date
      group by j.entry_no
    ) entry`);
  const amount = (text: string | undefined): Amount => satang(BigInt(text ?? 0));
  return {
    cashIn: amount(row?.cash_in),
    cashOut: amount(row?.cash_out),
    bankIn: amount(row?.bank_in),
    bankOut: amount(row?.bank_out),
    banked: amount(row?.banked),
    transferred: amount(row?.transferred),
  };
}
