/**
 * รายงานการจัดทำเช็ค/ใบถอน. Grain: one row a cheque, in order of day, number of the cheque report, record. Excluded: nothing of the period.
 * What missing cheques come to stands in rows of its own, where it is proved.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { addAmounts, satang, ZERO } from "@/lib/money/amount";
import { monthFromNumber } from "@/lib/period/month";
import type { ProvedRow, ReportQueryParams, ReportRows, SourceRow, SourceTotal } from "@/lib/reports/report-rows";
import { countAndAmount, proveSame } from "@/lib/wording/documents";
import { missingChequesSentence } from "@/lib/wording/reconstruction";
import { TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type MissingCheques, missingCheques } from "../reconstructions/missing-payments";
import { findsIn, type ListedDocument, listDocuments } from "./document-list";
import { partsOf } from "./journal-lines";

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
  const [list, [paid], missing] = await Promise.all([
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
      select coalesce(sum(r.net), 0) as net, coalesce(sum(c.amount), 0) as cheques
      from (
        select q.treasury_no, sum(q.amount) as amount, bool_or(q.cheque_date between ${from}::date and ${to}::date) as is_inside
        from portal.cheques q where ${own("q")}
        group by q.treasury_no
      ) c
      full join (
        select r.treasury_no, sum(r.net) as net, bool_or(r.paid_date between ${from}::date and ${to}::date) as is_inside
        from portal.requisitions r where ${own("r")} and not r.cancelled
        group by r.treasury_no
      ) r on r.treasury_no = c.treasury_no
      where coalesce(c.is_inside, r.is_inside)`),
    missingCheques({ db, head, scope }, partsOf(input.period)),
  ]);
  // A cheque of more than was asked for: some amount was changed, and nothing can be said of what is missing.
  const isProved = missing.rows.every(({ net, read }) => net > read);
  const lacking = isProved ? missing.rows : [];
  const total: SourceTotal = {
    label: TOTAL,
    cells: { amount: addAmounts(list.sums.amount ?? ZERO, ...lacking.map(({ net, read }) => satang(net - read))) },
    tables: ["cheques"],
    ...(isProved && missing.isDetermined && lacking.length > 0 ? { proved: "completed" } : {}),
  };
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
          { label: TOTAL_OF_FOUND, cells: { amount: list.found.amount ?? ZERO }, tables: ["cheques"] },
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
    provedRows: lacking.map(missingRow),
    rows: list.rows,
    place: list.place,
  };
}

/** The row leads to the requisition that proves it. */
function missingRow({ month, treasuryNo, payee, net, read }: MissingCheques): ProvedRow {
  return {
    place: { at: "end-of-month", month },
    row: {
      kind: "reconstructed",
      cells: { treasury_no: treasuryNo, payee, amount: satang(net - read) },
      text: missingChequesSentence(treasuryNo, net, read),
      link: { reportId: "requisition", params: { requisition: treasuryNo } },
    },
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
