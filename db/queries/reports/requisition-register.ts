/**
 * ทะเบียนเลขที่ผู้เบิก/เลขที่คลังรับ. Grain: one row a requisition, in order of the day it was paid and its treasury number. Excluded:
 * nothing of the period; a cancelled requisition is a row without amounts, so that it counts for nothing. What missing
 * requisitions come to stands in rows of its own, where it is proved.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, addAmounts, satang, ZERO } from "@/lib/money/amount";
import type { ProofLine } from "@/lib/reports/document";
import type { ProvedRow, ReportQueryParams, ReportRows, SourceRow, SourceTotal } from "@/lib/reports/report-rows";
import { cancelledNote, documentCount, proveSame } from "@/lib/wording/documents";
import { missingRequisitionSentence } from "@/lib/wording/reconstruction";
import { TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type MissingRequisition, missingRequisitions } from "../reconstructions/missing-payments";
import { type DocumentList, findsIn, type ListedDocument, listDocuments, originOf, whereUnit } from "./document-list";
import { partsOf } from "./journal-lines";

const AMOUNTS = ["gross", "withholding_tax", "other_deductions", "net"] as const;

interface Requisition extends ListedDocument {
  requisition_no: string;
  requisition_date: string;
  payee: string;
  description: string;
  gross: bigint;
  withholding_tax: bigint;
  other_deductions: bigint;
  net: bigint;
  cancelled: boolean;
  unit: string | null;
}

export async function queryRequisitionRegister(
  db: ScopedDb,
  scope: Scope,
  params: ReportQueryParams,
): Promise<ReportRows> {
  const { head, input } = params;
  const counted = (column: string) => sql`case when d.cancelled then 0 else ${sql.raw(`d.${column}`)} end`;
  const list = await listDocuments<Requisition>(
    { db, head, scope, period: input.period, find: input.find },
    {
      table: "requisitions",
      day: "paid_date",
      no: "treasury_no",
      ...whereUnit(input),
      sums: {
        ...Object.fromEntries(AMOUNTS.map((id) => [id, counted(id)])),
        cancelled: sql`case when d.cancelled then 1 else 0 end`,
      },
      finds: (term) =>
        findsIn(term, ["treasury_no", "requisition_no", "payee", "description", "entry_no", "budget_code"], AMOUNTS),
      columns: sql`d.requisition_no, d.requisition_date::text as requisition_date, d.payee, d.description, d.gross, d.withholding_tax,
        d.other_deductions, d.net, d.cancelled, coalesce(u.name, d.unit_code) as unit`,
      joins: sql`
        left join portal.units u on u.snapshot_no = ${head.snapshotNo} and u.lao_id = d.lao_id and u.unit_code = d.unit_code`,
      toRow,
    },
  );
  // The payments book knows other units than requisitions: what is missing is proved of all of them together.
  const missing =
    input.chosen.unit === undefined ? await missingRequisitions({ db, head, scope }, partsOf(input.period)) : null;
  const provedRows = missing?.rows.map(missingRow) ?? [];
  // How the deductions divide into tax and others, no tie says.
  const isProved = missing?.isDetermined && missing.rows.every(({ gross, net }) => gross === net);
  const cells = (sums: Readonly<Record<string, Amount>>) =>
    Object.fromEntries(AMOUNTS.map((id) => [id, sums[id] ?? ZERO]));
  const total: SourceTotal = {
    label: TOTAL,
    cells: Object.fromEntries(
      Object.entries(cells(list.sums)).map(([id, read]) => [
        id,
        addAmounts(read, ...provedRows.map(({ row }) => (row.cells[id] ?? ZERO) as Amount)),
      ]),
    ),
    tables: ["requisitions"],
    ...(isProved && provedRows.length > 0 ? { proved: "completed" } : {}),
  };
  return {
    fields: [{ label: "จำนวนฎีกา", value: documentCount(list.documents, Number(list.sums.cancelled)) }],
    rowCount: list.rowCount,
    totals: list.found
      ? [
          { label: TOTAL_OF_FOUND, cells: cells(list.found), tables: ["requisitions"] },
          { ...total, label: TOTAL_OF_REPORT },
        ]
      : [total],
    proof: await prove(db, scope, params, list),
    reach: {
      months: list.months,
      tables: ["requisitions"],
      relatedTables: ["cheques", "journal"],
      account: null,
      documents: null,
      records: null,
    },
    provedRows,
    rows: list.rows,
    place: list.place,
  };
}

/** The row leads to the voucher that proves it. */
function missingRow({ month, treasuryNo, entryNos, description, gross, net }: MissingRequisition): ProvedRow {
  const [entry = ""] = entryNos;
  return {
    place: { at: "document", month, doc: treasuryNo },
    row: {
      kind: "reconstructed",
      cells: {
        treasury_no: treasuryNo,
        description,
        gross,
        ...(gross === net ? { withholding_tax: ZERO, other_deductions: ZERO } : {}),
        net,
      },
      text: missingRequisitionSentence(entryNos, gross, net),
      link: { reportId: "journal-document", params: { entry } },
    },
  };
}

/** The row leads to the requisition itself. */
function toRow(requisition: Requisition): SourceRow {
  const amount = (value: bigint) => (requisition.cancelled ? null : satang(value));
  const notes = [
    ...(requisition.cancelled ? [cancelledNote(satang(requisition.gross))] : []),
    ...(requisition.unit ? [requisition.unit] : []),
  ];
  return {
    kind: "entry",
    cells: {
      paid_date: requisition.day,
      treasury_no: requisition.no,
      requisition_no: requisition.requisition_no,
      requisition_date: requisition.requisition_date,
      payee: requisition.payee,
      description: requisition.description,
      gross: amount(requisition.gross),
      withholding_tax: amount(requisition.withholding_tax),
      other_deductions: amount(requisition.other_deductions),
      net: amount(requisition.net),
      note: notes.length > 0 ? notes.join(" · ") : null,
    },
    link: { reportId: "requisition", params: { requisition: requisition.no } },
    origin: originOf(requisition),
  };
}

/** Gross less deductions is net; T7: net is what the cheques paid; T6: gross is what the payments book debits, where no unit is chosen. */
async function prove(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
  { sums }: DocumentList,
): Promise<ProofLine[]> {
  const { from, to } = input.period;
  const own = (alias: string) => {
    const at = sql.raw(alias);
    return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
  };
  const { where } = whereUnit(input);
  const [tied] = await db.execute<{ cheques: string; booked: string }>(sql`
    select
      (select coalesce(sum(q.amount), 0) from portal.cheques q
        where ${own("q")} and q.treasury_no in (
          select d.treasury_no from portal.requisitions d
          where ${own("d")} and d.paid_date between ${from}::date and ${to}::date and not d.cancelled ${where ? sql`and ${where}` : sql``})
      ) as cheques,
      (select coalesce(sum(j.debit), 0) from portal.journal j
        where ${own("j")} and j.book = 'PV' and j.entry_date between ${from}::date and ${to}::date) as booked`);
  const sum = (id: (typeof AMOUNTS)[number]) => sums[id] ?? ZERO;
  const parts = addAmounts(sum("withholding_tax"), sum("other_deductions"), sum("net"));
  return [
    proveSame("จำนวนเงินที่ขอเบิก", sum("gross"), "จ่ายสุทธิรวมภาษีหัก ณ ที่จ่ายและรายการหักอื่น", parts),
    proveSame("จ่ายสุทธิ", sum("net"), "เช็ค/ใบถอนของฎีกาเหล่านี้", satang(BigInt(tied?.cheques ?? 0))),
    ...(input.chosen.unit === undefined
      ? [proveSame("จำนวนเงินที่ขอเบิก", sum("gross"), "เดบิตในสมุดเงินสดจ่าย", satang(BigInt(tied?.booked ?? 0)))]
      : []),
  ];
}
