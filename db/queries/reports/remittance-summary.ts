/**
 * ใบสำคัญสรุปใบนำส่งเงิน. Grain: one row a kind of revenue and account, over all remittances that the receipts book took in the period; a
 * remittance whose RV entry cannot be read counts on the day of its last receipt. Excluded: cancelled receipts; remittances of which no
 * receipt can be read are no row, their amount stands in the line of proof.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { satang } from "@/lib/money/amount";
import { addMonths, monthOf } from "@/lib/period/month";
import { monthsOfPeriod } from "@/lib/period/report-period";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { NOT_IN_CLASSIFICATION, proveSame, receiptCount, remittanceRange, summaryTotal } from "@/lib/wording/documents";
import type { ScopedDb } from "../../scoped";
import { isCashOrBank } from "./remittance-entries";

interface Kind extends Record<string, unknown> {
  revenue_code: string | null;
  revenue_name: string | null;
  account_code: bigint;
  receipts: number;
  amount: string;
}

interface Whole extends Record<string, unknown> {
  remittances: number;
  first: string | null;
  last: string | null;
  booked: string;
}

export async function queryRemittanceSummary(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const { from, to } = input.period;
  const own = (alias: "d" | "j") => {
    const at = sql.raw(alias);
    return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
  };
  const booked = sql`
    booked as materialized (
      select j.source_no, coalesce(sum(j.debit) filter (where ${isCashOrBank}), 0) as debit
      from portal.journal j
      where ${own("j")} and j.book = 'RV' and j.entry_date between ${from}::date and ${to}::date and j.source_no is not null
      group by j.source_no
    ),
    unbooked as (
      select d.remittance_no
      from portal.receipts d
      where ${own("d")} and d.receipt_date between ${from}::date and ${to}::date and d.remittance_no is not null and not d.cancelled
        and d.remittance_no not in (select source_no from booked)
      group by d.remittance_no
      having not exists (select from portal.journal j where ${own("j")} and j.entry_no = max(d.entry_no))
        and not exists (
          select from portal.receipts later
          where later.snapshot_no = ${head.snapshotNo} and later.lao_id = ${head.laoId} and later.lao_id between ${scope.from} and ${scope.to}
            and later.remittance_no = d.remittance_no and not later.cancelled and later.receipt_date > ${to}::date
        )
    ),
    taken as materialized (
      select d.remittance_no, d.revenue_code, d.account_code, d.amount
      from (select source_no as remittance_no from booked union all select remittance_no from unbooked) n
      join portal.receipts d on ${own("d")} and d.remittance_no = n.remittance_no and not d.cancelled
    )`;
  const read = await db.execute<Kind & Whole>(sql`
    with ${booked}
    select w.*, k.*, c.name as revenue_name
    from (
      select (select coalesce(sum(debit), 0) from booked) as booked, count(distinct remittance_no)::integer as remittances,
        min(remittance_no) as first, max(remittance_no) as last
      from taken
    ) w
    left join (
      select t.revenue_code, t.account_code, count(*)::integer as receipts, sum(t.amount) as amount
      from taken t
      group by t.revenue_code, t.account_code
    ) k on true
    left join portal.classifications c on c.snapshot_no = ${head.snapshotNo} and c.kind = 'revenue' and c.code = k.revenue_code
    order by k.revenue_code, k.account_code`);
  const [whole] = read;
  // without any receipt the whole stands alone
  const kinds = read.filter((row) => row.revenue_code !== null);
  const amount = satang(kinds.reduce((sum, kind) => sum + BigInt(kind.amount), 0n));
  const remittances = whole?.remittances ?? 0;
  const rows = kinds.map(
    (kind, index): SourceRow => ({
      kind: "entry",
      cells: {
        number: index + 1,
        revenue_name: `${kind.revenue_code} ${kind.revenue_name ?? NOT_IN_CLASSIFICATION}`,
        plan_code: null,
        account_code: formatAccountCode(kind.account_code),
        amount: satang(BigInt(kind.amount)),
        note: receiptCount(kind.receipts),
      },
      link: { reportId: "receipt-details", params: { from, to, q: kind.revenue_code ?? "" } },
    }),
  );
  return {
    fields: [{ label: "ใบนำส่งเงิน", value: remittanceRange(remittances, whole?.first ?? null, whole?.last ?? null) }],
    rowCount: rows.length,
    totals: [{ label: summaryTotal(remittances), cells: { amount } }],
    proof: [
      proveSame("ใบเสร็จรับเงินที่นำส่ง", amount, "เดบิตเงินสดและเงินฝากธนาคารในสมุดเงินสดรับ", satang(BigInt(whole?.booked ?? 0))),
    ],
    amountInWords: amount,
    reach: {
      months: monthsOfPeriod(input.period),
      // What was received at a month's end is remitted in the next one (ARCHIVE.md, «Sound books may look odd»).
      monthsOf: { receipts: [addMonths(monthOf(input.period.from), -1), ...monthsOfPeriod(input.period)] },
      tables: ["receipts"],
      relatedTables: ["journal"],
      account: null,
      documents: null,
      records: null,
    },
    rows: async function* (window) {
      yield* rows.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    // a missing receipt has no place among kinds of money: it is told above them
    place: async (places) => places.map(() => 0),
  };
}
