/**
 * What a journal document is linked to by its source number: the receipts of a remittance (RV), the requisition and its cheques (PV).
 * Grain: facts about the one document. Excluded: cancelled receipts, which count for nothing (ARCHIVE.md, revenue).
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { satang, sayBaht } from "@/lib/money/amount";
import { formatDate, type IsoDate } from "@/lib/period/date";
import type { ReportHead } from "@/lib/reports/report-rows";
import { sayCount } from "@/lib/wording/finding-phrases";
import type { ScopedDb } from "../../scoped";

export interface LinkQuery {
  readonly head: ReportHead;
  readonly book: string;
  readonly sourceNo: string | null;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

const NOT_FOUND = "ไม่พบในข้อมูลที่อ่านได้";

export async function linkedDocuments(db: ScopedDb, scope: Scope, query: LinkQuery): Promise<Fact[]> {
  if (query.sourceNo === null) return [];
  if (query.book === "RV") return remittance(db, scope, query);
  if (query.book === "PV") return payment(db, scope, query);
  return [{ label: "เอกสารอ้างอิง", value: query.sourceNo }];
}

async function remittance(db: ScopedDb, scope: Scope, { head, sourceNo }: LinkQuery): Promise<Fact[]> {
  const [row] = await db.execute<{ receipts: number; amount: string; first: string | null; last: string | null }>(sql`
    select count(*)::integer as receipts, coalesce(sum(amount), 0) as amount, min(receipt_no) as first, max(receipt_no) as last
    from portal.receipts
    where ${place(head, scope)} and remittance_no = ${sourceNo} and not cancelled`);
  const receipts =
    row && row.receipts > 0
      ? `${sayCount(row.receipts)} ฉบับ รวม ${sayBaht(satang(BigInt(row.amount)))} (${row.first === row.last ? row.first : `${row.first} – ${row.last}`})`
      : NOT_FOUND;
  return [
    { label: "เลขที่ใบนำส่งเงิน", value: sourceNo ?? "" },
    { label: "ใบเสร็จรับเงินในใบนำส่ง", value: receipts },
  ];
}

interface Requisition extends Record<string, unknown> {
  requisition_no: string;
  paid_date: string;
  payee: string;
  gross: bigint;
  net: bigint;
}

interface Cheque extends Record<string, unknown> {
  cheque_no: string;
  cheque_date: string;
  amount: bigint;
}

async function payment(db: ScopedDb, scope: Scope, { head, sourceNo }: LinkQuery): Promise<Fact[]> {
  const [[requisition], cheques] = await Promise.all([
    db.execute<Requisition>(sql`select requisition_no, paid_date, payee, gross, net from portal.requisitions
      where ${place(head, scope)} and treasury_no = ${sourceNo} order by cancelled, paid_date limit 1`),
    db.execute<Cheque>(sql`select cheque_no, cheque_date, amount from portal.cheques
      where ${place(head, scope)} and treasury_no = ${sourceNo} order by cheque_date, cheque_no limit 20`),
  ]);
  const cheque = (row: Cheque) =>
    `${row.cheque_no} ลงวันที่ ${formatDate(row.cheque_date as IsoDate)} จำนวน ${sayBaht(satang(row.amount))}`;
  return [
    { label: "เลขที่คลังรับ", value: sourceNo ?? "" },
    ...(requisition
      ? [
          { label: "ฎีกาเลขที่ผู้เบิก", value: requisition.requisition_no },
          { label: "ผู้รับเงิน", value: requisition.payee },
          {
            label: "จำนวนเงินตามฎีกา",
            value: `ขอเบิก ${sayBaht(satang(requisition.gross))} จ่ายสุทธิ ${sayBaht(satang(requisition.net))} วันที่ ${formatDate(requisition.paid_date as IsoDate)}`,
          },
        ]
      : [{ label: "ฎีกา", value: NOT_FOUND }]),
    { label: "เช็ค/ใบถอน", value: cheques.length > 0 ? cheques.map(cheque).join(" · ") : NOT_FOUND },
  ];
}

function place(head: ReportHead, scope: Scope) {
  return sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
}
