/**
 * Cheques that stand open at the end of a day: drawn up to it, and not collected by their payees until later or at all. Grain: one record a
 * cheque, by bank account, day and number. Excluded: nothing else; whether a bank has paid a cheque is not in the archive.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { type Month, monthFromNumber } from "@/lib/period/month";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";

export interface WaitingCheque {
  readonly no: string;
  readonly date: IsoDate;
  readonly bankAccountNo: string;
  readonly payee: string;
  readonly amount: Amount;
  readonly month: Month;
  readonly rowNo: number;
  /** The entry that booked its payment; null where its requisition is not there. */
  readonly entryNo: string | null;
}

interface Row extends Record<string, unknown> {
  cheque_no: string;
  cheque_date: string;
  bank_account_no: string;
  payee: string;
  amount: bigint;
  month: number;
  row_no: number;
  entry_no: string | null;
}

export async function waitingCheques(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  day: IsoDate,
): Promise<WaitingCheque[]> {
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const rows = await db.execute<Row>(sql`
    select c.cheque_no, c.cheque_date, c.bank_account_no, c.payee, c.amount, c.month, c.row_no, q.entry_no
    from (
      select * from portal.cheques
      where ${place} and cheque_date <= ${day}::date and (collected_date is null or collected_date > ${day}::date)
    ) c
    left join lateral (
      select entry_no from portal.requisitions where ${place} and treasury_no = c.treasury_no and not cancelled order by paid_date limit 1
    ) q on true
    order by c.bank_account_no, c.cheque_date, c.cheque_no`);
  return rows.map((row) => ({
    no: row.cheque_no,
    date: row.cheque_date as IsoDate,
    bankAccountNo: row.bank_account_no,
    payee: row.payee,
    amount: satang(row.amount),
    month: monthFromNumber(row.month),
    rowNo: row.row_no,
    entryNo: row.entry_no,
  }));
}
