/** How a requisition was paid and booked: its cheques, and the debits and bank credits of its PV entry. Grain: one record a requisition. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { BANK_DEPOSITS, CASH_IN_HAND } from "@/lib/ledger/account-code";
import { type Amount, satang, sumAmounts } from "@/lib/money/amount";
import type { ProofLine } from "@/lib/reports/document";
import type { ReportQueryParams } from "@/lib/reports/report-rows";
import { proveNothing, proveSame } from "@/lib/wording/documents";
import type { ScopedDb } from "../../scoped";

export interface PaidCheque extends Record<string, unknown> {
  cheque_report_no: string;
  cheque_no: string;
  cheque_date: string;
  month: number;
  row_no: number;
  bank: string | null;
  bank_account_no: string;
  payee: string;
  amount: bigint;
}

export interface Payment {
  readonly cheques: readonly PaidCheque[];
  /** Null where no line of the entry can be read. */
  readonly booked: { readonly debit: Amount; readonly bank: Amount } | null;
}

interface Wanted {
  readonly treasury_no: string;
  readonly entry_no: string | null;
}

export async function readPayment(
  db: ScopedDb,
  scope: Scope,
  { head }: ReportQueryParams,
  { treasury_no, entry_no }: Wanted,
): Promise<Payment> {
  const own = (alias: "q" | "j") => {
    const at = sql.raw(alias);
    return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
  };
  const [cheques, [entry]] = await Promise.all([
    db.execute<PaidCheque>(sql`
      select q.cheque_report_no, q.cheque_no, q.cheque_date::text as cheque_date, q.month, q.row_no, b.bank, q.bank_account_no, q.payee, q.amount
      from portal.cheques q
      left join portal.bank_accounts b
        on b.snapshot_no = ${head.snapshotNo} and b.lao_id = q.lao_id and b.bank_account_no = q.bank_account_no
      where ${own("q")} and q.treasury_no = ${treasury_no}
      order by q.cheque_date, q.cheque_no`),
    db.execute<{ lines: number; debit: string; bank: string }>(sql`
      select count(*)::integer as lines, coalesce(sum(j.debit), 0) as debit,
        coalesce(sum(j.credit) filter (where j.account_code between ${BANK_DEPOSITS.from}::bigint and ${BANK_DEPOSITS.to}::bigint
          or j.account_code between ${CASH_IN_HAND.from}::bigint and ${CASH_IN_HAND.to}::bigint), 0) as bank
      from portal.journal j
      where ${own("j")} and j.entry_no = ${entry_no} and j.source_no = ${treasury_no}`),
  ]);
  return {
    cheques,
    booked: entry && entry.lines > 0 ? { debit: satang(BigInt(entry.debit)), bank: satang(BigInt(entry.bank)) } : null,
  };
}

interface Amounts {
  readonly goods_value: bigint;
  readonly vat: bigint;
  readonly gross: bigint;
  readonly withholding_tax: bigint;
  readonly other_deductions: bigint;
  readonly net: bigint;
  readonly entry_no: string | null;
}

/** The form adds up; T7 by its cheques, T6 by its entry. */
export function proveRequisition(requisition: Amounts, { cheques, booked }: Payment): ProofLine[] {
  const [gross, net] = [satang(requisition.gross), satang(requisition.net)];
  const paid = sumAmounts(cheques.map((cheque) => satang(cheque.amount)));
  const entry = `ใบผ่านรายการ ${requisition.entry_no ?? ""}`.trim();
  return [
    proveSame(
      "จำนวนเงินที่ขอเบิก",
      gross,
      "มูลค่าสินค้าหรือบริการบวกภาษีมูลค่าเพิ่ม",
      satang(requisition.goods_value + requisition.vat),
    ),
    proveSame(
      "จำนวนเงินที่จ่ายสุทธิ",
      net,
      "จำนวนเงินที่ขอเบิกหักภาษีหัก ณ ที่จ่ายและรายการหักอื่น",
      satang(requisition.gross - requisition.withholding_tax - requisition.other_deductions),
    ),
    cheques.length === 0
      ? proveNothing("จำนวนเงินที่จ่ายสุทธิ", "เช็ค/ใบถอน")
      : proveSame("จำนวนเงินที่จ่ายสุทธิ", net, "เช็ค/ใบถอน", paid),
    ...(booked === null
      ? [proveNothing("จำนวนเงินที่ขอเบิก", "ใบผ่านรายการของฎีกา")]
      : [
          proveSame("จำนวนเงินที่ขอเบิก", gross, `เดบิตของ${entry}`, booked.debit),
          proveSame("จำนวนเงินที่จ่ายสุทธิ", net, `เครดิตเงินฝากธนาคารของ${entry}`, booked.bank),
        ]),
  ];
}
