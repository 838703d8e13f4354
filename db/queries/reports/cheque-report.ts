/**
 * รายงานการจัดทำเช็ค/ใบถอน. Grain: one row a cheque, in order of day, number of the cheque report, record. Excluded: nothing of the period.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { satang, ZERO } from "@/lib/money/amount";
import { monthFromNumber } from "@/lib/period/month";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { countAndAmount, proveSame } from "@/lib/wording/documents";
import { TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { findsIn, type ListedDocument, listDocuments } from "./document-list";

interface Cheque extends ListedDocument {
  cheque_no: string;
  bank_account_no: string;
  bank: string | null;
  treasury_no: string;
  payee: string;
  amount: bigint;
  collected: string | null;
}

export async function queryChequeReport(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const { from, to } = input.period;
  const own = (alias: string) => {
    const at = sql.raw(alias);
    return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
  };
  const [list, [paid]] = await Promise.all([
    listDocuments<Cheque>(
      { db, head, scope, period: input.period, find: input.find },
      {
        table: "cheques",
        day: "cheque_date",
        no: "cheque_report_no",
        sums: {
          amount: sql`d.amount`,
          waiting: sql`case when d.collected_date is null then d.amount else 0 end`,
          waiting_cheques: sql`case when d.collected_date is null then 1 else 0 end`,
        },
        finds: (term) =>
          findsIn(term, ["cheque_report_no", "cheque_no", "treasury_no", "payee", "bank_account_no"], ["amount"]),
        columns: sql`d.cheque_no, d.bank_account_no, b.bank, d.treasury_no, d.payee, d.amount, d.collected_date::text as collected`,
        joins: sql`left join portal.bank_accounts b
          on b.snapshot_no = ${head.snapshotNo} and b.lao_id = d.lao_id and b.bank_account_no = d.bank_account_no`,
        toRow,
      },
    ),
    // T7, both sides over the same requisitions: those of the cheques, of which one may lie in another period, and those without any
    db.execute<{ net: string; cheques: string }>(sql`
      with paid as materialized (
        select q.treasury_no from portal.cheques q where ${own("q")} and q.cheque_date between ${from}::date and ${to}::date
        union
        select r.treasury_no from portal.requisitions r
        where ${own("r")} and r.paid_date between ${from}::date and ${to}::date and not r.cancelled and r.net <> 0
          and not exists (select from portal.cheques q where ${own("q")} and q.treasury_no = r.treasury_no)
      )
      select
        (select coalesce(sum(r.net), 0) from portal.requisitions r
          where ${own("r")} and r.treasury_no in (select treasury_no from paid) and not r.cancelled) as net,
        (select coalesce(sum(q.amount), 0) from portal.cheques q
          where ${own("q")} and q.treasury_no in (select treasury_no from paid)) as cheques`),
  ]);
  const total = { label: TOTAL, cells: { amount: list.sums.amount ?? ZERO }, tables: ["cheques"] };
  return {
    fields: [
      { label: "เช็ค/ใบถอน", value: countAndAmount(list.documents, list.sums.amount ?? ZERO) },
      {
        label: "ผู้มีสิทธิยังไม่มารับ",
        value: countAndAmount(Number(list.sums.waiting_cheques), list.sums.waiting ?? ZERO),
      },
    ],
    rowCount: list.rowCount,
    totals: list.found
      ? [
          { ...total, label: TOTAL_OF_FOUND, cells: { amount: list.found.amount ?? ZERO } },
          { ...total, label: TOTAL_OF_REPORT },
        ]
      : [total],
    proof: [
      proveSame(
        "เช็ค/ใบถอนของฎีกาในรายงานนี้",
        satang(BigInt(paid?.cheques ?? 0)),
        "จ่ายสุทธิตามฎีกา",
        satang(BigInt(paid?.net ?? 0)),
      ),
    ],
    reach: {
      months: list.months,
      tables: ["cheques"],
      relatedTables: ["requisitions"],
      account: null,
      documents: null,
      records: null,
    },
    rows: list.rows,
    place: list.place,
  };
}

/** The row leads to the requisition that the cheque pays; findings name a cheque by that requisition's treasury number. */
function toRow(cheque: Cheque): SourceRow {
  return {
    kind: "entry",
    cells: {
      cheque_report_no: cheque.no,
      cheque_date: cheque.day,
      bank: cheque.bank,
      bank_account_no: cheque.bank_account_no,
      cheque_no: cheque.cheque_no,
      treasury_no: cheque.treasury_no,
      payee: cheque.payee,
      amount: satang(cheque.amount),
      collected_date: cheque.collected,
    },
    link: { reportId: "requisition", params: { requisition: cheque.treasury_no } },
    origin: { month: monthFromNumber(cheque.month), rowNo: cheque.row_no, doc: cheque.treasury_no, account: null },
  };
}
