/**
 * ใบนำส่งเงิน of one number. Grain: one row a receipt, in order of number. Excluded: cancelled receipts, which no remittance takes. Where
 * no receipt can be read but the RV entry can, one row tells its amount. Throws an AppError("not-found") where neither is there.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang, sayBaht } from "@/lib/money/amount";
import { formatDateLong, type IsoDate } from "@/lib/period/date";
import { monthFromNumber } from "@/lib/period/month";
import type { ProofLine } from "@/lib/reports/document";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { channelName, NOT_IN_CLASSIFICATION, proveNothing, proveSame } from "@/lib/wording/documents";
import { documentNotFound } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { isCashOrBank } from "./remittance-entries";
import { spanOf } from "./span-of";
import { whyNoDocument } from "./why-no-document";

interface Receipt extends Record<string, unknown> {
  receipt_no: string;
  receipt_date: string;
  month: number;
  row_no: number;
  payer: string;
  revenue_code: string;
  revenue_name: string | null;
  account_code: bigint;
  amount: bigint;
  channel: string;
  entry_no: string | null;
  unit: string | null;
}

interface Entry extends Record<string, unknown> {
  entry_no: string;
  entry_date: string;
  month: number;
  debit: string;
  is_balanced: boolean;
}

export async function queryRemittance(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const number = input.chosen.remittance;
  if (number === undefined) throw new AppError("input/invalid", "โปรดระบุเลขที่ใบนำส่งเงิน");
  const receipts = await readReceipts(db, scope, params, number);
  const entries = await readEntries(db, scope, params, number, receipts);
  const [entry] = entries;
  if (receipts.length === 0 && !entry) {
    const why = await whyNoDocument(db, scope, { head, number, module: "revenue", table: "receipts" });
    throw new AppError("not-found", documentNotFound(number, why.damagedMonths, why.isInGap));
  }
  const amount = satang(receipts.reduce((sum, receipt) => sum + receipt.amount, 0n));
  const booked = satang(entries.reduce((sum, one) => sum + BigInt(one.debit), 0n));
  const days = entry
    ? entries.map((one) => one.entry_date)
    : [
        receipts
          .map((one) => one.receipt_date)
          .sort()
          .at(-1) ?? "",
      ];
  const rows = receipts.length > 0 ? receipts.map(toRow) : [bookedRow(booked, entries)];
  const records = receipts.map((receipt) => receipt.row_no);
  const proof = prove(amount, booked, entries, receipts.length);
  const units = [...new Set(receipts.flatMap((receipt) => receipt.unit ?? []))];
  return {
    period: `วันที่ ${[...new Set(days)].map((day) => formatDateLong(day as IsoDate)).join(", ")}`,
    fields: [
      { label: "เลขที่ใบนำส่งเงิน", value: number },
      { label: "ใบผ่านรายการบัญชี", value: entries.map((one) => one.entry_no).join(", ") || "ไม่พบในข้อมูลที่อ่านได้" },
      ...(units.length > 0 ? [{ label: "หน่วยงาน", value: units.join(", ") }] : []),
    ],
    rowCount: rows.length,
    totals: receipts.length > 0 ? [{ label: "รวมจำนวนเงินที่นำส่ง", cells: { amount }, tables: ["receipts"] }] : [],
    proof: [proof],
    ...(receipts.length > 0 ? { amountInWords: amount } : {}),
    reach: {
      months: [...new Set([...receipts, ...entries].map((one) => monthFromNumber(one.month)))].sort(),
      tables: ["receipts"],
      relatedTables: ["journal"],
      account: null,
      // one that ties with a whole entry has all its receipts: what the month lacks besides them is not its own
      documents: proof.holds && entries.every((one) => one.is_balanced) ? number : null,
      records: records.length > 0 ? spanOf(records) : null,
    },
    rows: async function* (window) {
      yield* rows.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    place: async (places) =>
      places.map((place) => {
        if (place.at === "start-of-month") return 0;
        const next =
          place.at === "row"
            ? receipts.findIndex((receipt) => receipt.row_no > place.rowNo)
            : place.at === "document"
              ? receipts.findIndex((receipt) => receipt.receipt_no > place.doc)
              : -1;
        return next === -1 ? rows.length : next;
      }),
  };
}

function readReceipts(db: ScopedDb, scope: Scope, { head }: ReportQueryParams, number: string): Promise<Receipt[]> {
  return db.execute<Receipt>(sql`
    select d.receipt_no, d.receipt_date::text as receipt_date, d.month, d.row_no, d.payer, d.revenue_code, c.name as revenue_name,
      d.account_code, d.amount, d.channel, d.entry_no, coalesce(u.name, d.unit_code) as unit
    from portal.receipts d
    left join portal.classifications c on c.snapshot_no = ${head.snapshotNo} and c.kind = 'revenue' and c.code = d.revenue_code
    left join portal.units u on u.snapshot_no = ${head.snapshotNo} and u.lao_id = d.lao_id and u.unit_code = d.unit_code
    where d.snapshot_no = ${head.snapshotNo} and d.lao_id = ${head.laoId} and d.lao_id between ${scope.from} and ${scope.to}
      and d.remittance_no = ${number} and not d.cancelled
    order by d.month, d.receipt_no, d.row_no`);
}

/** By the entry that the receipts name; where none can be read, the whole receipts book is looked through. */
async function readEntries(
  db: ScopedDb,
  scope: Scope,
  { head }: ReportQueryParams,
  number: string,
  receipts: readonly Receipt[],
): Promise<Entry[]> {
  const named = [...new Set(receipts.flatMap((receipt) => receipt.entry_no ?? []))];
  const among = (which: ReturnType<typeof sql>) =>
    db.execute<Entry>(sql`
      select j.entry_no, min(j.entry_date)::text as entry_date, min(j.month) as month, coalesce(sum(j.debit) filter (where ${isCashOrBank}), 0) as debit,
        sum(j.debit) = sum(j.credit) as is_balanced
      from portal.journal j
      where j.snapshot_no = ${head.snapshotNo} and j.lao_id = ${head.laoId} and j.lao_id between ${scope.from} and ${scope.to}
        and ${which} and j.book = 'RV' and j.source_no = ${number}
      group by j.entry_no order by j.entry_no`);
  if (named.length > 0) {
    const numbers = sql.join(
      named.map((one) => sql`${one}`),
      sql`, `,
    );
    const found = await among(sql`j.entry_no in (${numbers})`);
    if (found.length > 0) return found;
  }
  return among(sql`true`);
}

function prove(amount: Amount, booked: Amount, entries: readonly Entry[], receipts: number): ProofLine {
  const what = `ใบเสร็จรับเงิน ${receipts} ฉบับ`;
  if (entries.length === 0) return proveNothing(what, "ใบผ่านรายการบัญชี (RV) ของใบนำส่งนี้");
  const other = `เดบิตเงินสดและเงินฝากธนาคารของ ${entries.map((one) => one.entry_no).join(", ")}`;
  return receipts === 0 ? proveNothing(other, "ใบเสร็จรับเงินของใบนำส่งนี้") : proveSame(what, amount, other, booked);
}

/** The row leads to the entry that booked the remittance. */
function toRow(receipt: Receipt, index: number): SourceRow {
  return {
    kind: "entry",
    cells: {
      number: index + 1,
      receipt_no: receipt.receipt_no,
      revenue_name: receipt.revenue_name ?? NOT_IN_CLASSIFICATION,
      work_code: null,
      account_code: formatAccountCode(receipt.account_code),
      amount: satang(receipt.amount),
      note: channelName(receipt.channel),
    },
    ...(receipt.entry_no ? { link: { reportId: "journal-document", params: { entry: receipt.entry_no } } } : {}),
    origin: { month: monthFromNumber(receipt.month), rowNo: receipt.row_no, doc: receipt.receipt_no, account: null },
  };
}

/** Nothing of the receipts can be read; what was booked is told, and not taken for their sum. */
function bookedRow(booked: Amount, entries: readonly Entry[]): SourceRow {
  const [entry] = entries;
  return {
    kind: "reconstructed",
    cells: { amount: booked },
    text: `ใบเสร็จรับเงินของใบนำส่งนี้ไม่อยู่ในข้อมูลที่อ่านได้ ตาม${entries.map((one) => one.entry_no).join(", ")} นำส่ง ${sayBaht(booked)}`,
    ...(entry ? { link: { reportId: "journal-document", params: { entry: entry.entry_no } } } : {}),
  };
}
