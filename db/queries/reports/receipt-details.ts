/**
 * รายงานรายละเอียดใบเสร็จรับเงิน. Grain: one row a receipt, in order of day and number. Excluded: nothing of the period; a cancelled
 * receipt is a row without an amount, so that it counts for nothing. What missing receipts come to stands in rows of its own, where it is proved.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { addAmounts, satang, ZERO } from "@/lib/money/amount";
import type { ProvedRow, ReportQueryParams, ReportRows, SourceRow, SourceTotal } from "@/lib/reports/report-rows";
import { cancelledNote, channelName, documentCount, NOT_IN_CLASSIFICATION } from "@/lib/wording/documents";
import { missingReceiptsSentence } from "@/lib/wording/reconstruction";
import { TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type MissingKind, type MissingReceipts, missingReceipts } from "../reconstructions/missing-receipts";
import { findsIn, type ListedDocument, listDocuments, originOf, whereUnit } from "./document-list";
import { partsOf } from "./journal-lines";
import { proveRegister } from "./prove-register";

interface Receipt extends ListedDocument {
  payer: string;
  revenue_code: string;
  revenue_name: string | null;
  channel: string;
  remittance_no: string | null;
  amount: bigint;
  cancelled: boolean;
  unit: string | null;
  account_code: bigint;
}

export async function queryReceiptDetails(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const list = await listDocuments<Receipt>(
    { db, head, scope, period: input.period, find: input.find },
    {
      table: "receipts",
      day: "receipt_date",
      no: "receipt_no",
      ...whereUnit(input),
      sums: {
        amount: sql`case when d.cancelled then 0 else d.amount end`,
        cancelled: sql`case when d.cancelled then 1 else 0 end`,
      },
      finds: (term) =>
        sql`(${findsIn(term, ["receipt_no", "payer", "remittance_no", "entry_no"], ["amount"])} or d.revenue_code = ${term.text})`,
      columns: sql`d.payer, d.revenue_code, c.name as revenue_name, d.channel, d.remittance_no, d.amount, d.cancelled, d.account_code,
        coalesce(u.name, d.unit_code) as unit`,
      joins: sql`
        left join portal.classifications c on c.snapshot_no = ${head.snapshotNo} and c.kind = 'revenue' and c.code = d.revenue_code
        left join portal.units u on u.snapshot_no = ${head.snapshotNo} and u.lao_id = d.lao_id and u.unit_code = d.unit_code`,
      toRow,
    },
  );
  const read = list.sums.amount ?? ZERO;
  // The register knows no units: what is missing is proved of all of them together.
  const { kinds, isDetermined } =
    input.chosen.unit === undefined
      ? await missingReceipts({ db, head, scope }, partsOf(input.period))
      : NOTHING_PROVED;
  const total: SourceTotal = {
    label: TOTAL,
    cells: { amount: addAmounts(read, ...kinds.map((kind) => satang(kind.received - kind.read))) },
    tables: ["receipts"],
    ...(isDetermined && kinds.length > 0 ? { proved: "completed" } : {}),
  };
  return {
    fields: [{ label: "จำนวนใบเสร็จรับเงิน", value: documentCount(list.documents, Number(list.sums.cancelled)) }],
    rowCount: list.rowCount,
    totals: list.found
      ? [
          { label: TOTAL_OF_FOUND, cells: { amount: list.found.amount ?? ZERO }, tables: ["receipts"] },
          { ...total, label: TOTAL_OF_REPORT },
        ]
      : [total],
    proof: input.chosen.unit === undefined ? await proveRegister({ db, head, scope, period: input.period }, read) : [],
    provedRows: kinds.map(missingRow),
    reach: {
      months: list.months,
      tables: ["receipts"],
      relatedTables: ["revenue_register"],
      account: null,
      documents: null,
      records: null,
    },
    rows: list.rows,
    place: list.place,
  };
}

const NOTHING_PROVED: MissingReceipts = { kinds: [], isDetermined: false };

/** The row leads to the register that proves it. */
function missingRow({ month, code, name, received, toDate, read }: MissingKind): ProvedRow {
  return {
    place: { at: "end-of-month", month },
    row: {
      kind: "reconstructed",
      cells: { revenue_name: name, revenue_code: code, amount: satang(received - read) },
      text: missingReceiptsSentence(month, received, toDate, read),
      link: { reportId: "revenue-register", params: { month } },
    },
  };
}

/** The row leads to the remittance that took the receipt. */
function toRow(receipt: Receipt): SourceRow {
  const notes = [
    ...(receipt.cancelled ? [cancelledNote(satang(receipt.amount))] : []),
    ...(receipt.unit ? [receipt.unit] : []),
  ];
  return {
    kind: "entry",
    cells: {
      receipt_date: receipt.day,
      receipt_no: receipt.no,
      payer: receipt.payer,
      revenue_name: receipt.revenue_name ?? NOT_IN_CLASSIFICATION,
      revenue_code: receipt.revenue_code,
      channel: channelName(receipt.channel),
      remittance_no: receipt.remittance_no,
      amount: receipt.cancelled ? null : satang(receipt.amount),
      note: notes.length > 0 ? notes.join(" · ") : null,
    },
    ...(receipt.remittance_no
      ? { link: { reportId: "remittance", params: { remittance: receipt.remittance_no } } }
      : {}),
    origin: originOf(receipt),
  };
}
