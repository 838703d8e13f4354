/**
 * ฎีกาเบิกเงินรายจ่าย of one treasury number. Grain: one row a line of the form, then its budget line and its cheques. Excluded: nothing of
 * the number; where the archive has it twice, the one that was not cancelled is shown. Throws an AppError("not-found") that says whether it
 * may exist in truth.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { satang } from "@/lib/money/amount";
import { formatDateLong, type IsoDate } from "@/lib/period/date";
import { monthFromNumber } from "@/lib/period/month";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import {
  CANCELLED_REQUISITION,
  NOT_IN_CLASSIFICATION,
  REQUISITION_WORDS,
  sayFiscalYear,
} from "@/lib/wording/documents";
import { documentNotFound } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type BudgetBalance, readBudgetBalance } from "./requisition-budget";
import { type Payment, proveRequisition, readPayment } from "./requisition-payment";
import { whyNoDocument } from "./why-no-document";

export interface Requisition extends Record<string, unknown> {
  treasury_no: string;
  requisition_no: string;
  requisition_date: string;
  paid_date: string;
  month: number;
  row_no: number;
  plan_code: string;
  plan: string | null;
  work_code: string;
  work: string | null;
  expense_code: string;
  expense: string | null;
  expense_group: string | null;
  budget_code: string;
  payee: string;
  description: string;
  goods_value: bigint;
  vat: bigint;
  gross: bigint;
  withholding_tax: bigint;
  other_deductions: bigint;
  net: bigint;
  entry_no: string | null;
  cancelled: boolean;
  unit: string | null;
}

export async function queryRequisition(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const number = input.chosen.requisition;
  if (number === undefined) throw new AppError("input/invalid", "โปรดระบุเลขที่คลังรับ");
  const requisition = await readRequisition(db, scope, params, number);
  if (!requisition) {
    const why = await whyNoDocument(db, scope, { head, number, module: "expenditure", table: "requisitions" });
    throw new AppError("not-found", documentNotFound(number, why.damagedMonths, why.isInGap));
  }
  const [payment, budget] = await Promise.all([
    readPayment(db, scope, params, requisition),
    requisition.cancelled ? null : readBudgetBalance(db, scope, params, requisition),
  ]);
  const rows = [...formRows(requisition), ...budgetRows(requisition, budget), ...paymentRows(requisition, payment)];
  const month = monthFromNumber(requisition.month);
  return {
    period: sayFiscalYear(requisition.paid_date as IsoDate),
    fields: fieldsOf(requisition, budget),
    rowCount: rows.length,
    totals: [],
    proof: requisition.cancelled ? [] : proveRequisition(requisition, payment),
    ...(requisition.cancelled ? {} : { amountInWords: satang(requisition.net) }),
    reach: {
      months: [month],
      tables: ["requisitions", "cheques", "budget_lines"],
      relatedTables: ["budget_transfers", "journal"],
      account: null,
      documents: number,
      records: { from: requisition.row_no, to: requisition.row_no },
    },
    rows: async function* (window) {
      yield* rows.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    place: async (places) => places.map((place) => (place.at === "start-of-month" ? 0 : rows.length)),
  };
}

async function readRequisition(
  db: ScopedDb,
  scope: Scope,
  { head }: ReportQueryParams,
  number: string,
): Promise<Requisition | undefined> {
  const named = (kind: string, alias: string, column: string) =>
    sql`left join portal.classifications ${sql.raw(alias)} on ${sql.raw(alias)}.snapshot_no = ${head.snapshotNo}
      and ${sql.raw(alias)}.kind = ${kind} and ${sql.raw(alias)}.code = ${sql.raw(column)}`;
  const [row] = await db.execute<Requisition>(sql`
    select d.treasury_no, d.requisition_no, d.requisition_date::text as requisition_date, d.paid_date::text as paid_date, d.month, d.row_no,
      d.plan_code, p.name as plan, d.work_code, w.name as work, d.expense_code, e.name as expense, g.name as expense_group, d.budget_code,
      d.payee, d.description, d.goods_value, d.vat, d.gross, d.withholding_tax, d.other_deductions, d.net, d.entry_no, d.cancelled,
      coalesce(u.name, d.unit_code) as unit
    from portal.requisitions d
    ${named("plan", "p", "d.plan_code")}
    ${named("work", "w", "d.work_code")}
    ${named("expense", "e", "d.expense_code")}
    ${named("expense", "g", "e.parent_code")}
    left join portal.units u on u.snapshot_no = ${head.snapshotNo} and u.lao_id = d.lao_id and u.unit_code = d.unit_code
    where d.snapshot_no = ${head.snapshotNo} and d.lao_id = ${head.laoId} and d.lao_id between ${scope.from} and ${scope.to}
      and d.treasury_no = ${number}
    order by d.cancelled, d.paid_date, d.row_no
    limit 1`);
  return row;
}

/** Left and right of the printed head in turn, then to whom and for what. */
function fieldsOf(requisition: Requisition, budget: BudgetBalance | null) {
  const named = (code: string, name: string | null) => `${code} ${name ?? NOT_IN_CLASSIFICATION}`;
  const day = (date: string) => formatDateLong(date as IsoDate);
  const { unit } = requisition;
  return [
    { label: "แผนงาน", value: named(requisition.plan_code, requisition.plan) },
    { label: "รายจ่าย", value: budget?.category ?? requisition.expense_group ?? NOT_IN_CLASSIFICATION },
    { label: "งาน", value: named(requisition.work_code, requisition.work) },
    { label: "ประเภทรายจ่าย", value: named(requisition.expense_code, requisition.expense) },
    { label: "เลขที่ผู้เบิก", value: requisition.requisition_no },
    { label: "เลขที่คลังรับ", value: requisition.treasury_no },
    { label: "วันที่จัดทำ", value: day(requisition.requisition_date) },
    { label: "วันที่จ่ายเงิน", value: day(requisition.paid_date) },
    { label: "จ่ายให้", value: requisition.payee },
    { label: "รายการ", value: requisition.description },
    ...(unit ? [{ label: "หน่วยงาน", value: unit }] : []),
    ...(requisition.cancelled ? [{ label: "สถานะ", value: CANCELLED_REQUISITION }] : []),
  ];
}

function line(requisition: Requisition, item: string, amount: bigint, more: Partial<SourceRow> = {}): SourceRow {
  return {
    kind: "entry",
    cells: { item, amount: satang(amount), note: null },
    tables: ["requisitions"],
    origin: {
      month: monthFromNumber(requisition.month),
      rowNo: requisition.row_no,
      doc: requisition.treasury_no,
      account: null,
    },
    ...more,
  };
}

/** From the value of the goods to what is paid; the net leads to the entry that booked it. */
function formRows(requisition: Requisition): SourceRow[] {
  const words = REQUISITION_WORDS;
  const { entry_no } = requisition;
  return [
    line(requisition, words.goods, requisition.goods_value),
    line(requisition, words.vat, requisition.vat),
    line(requisition, words.gross, requisition.gross, { rule: "single" }),
    line(requisition, words.tax, requisition.withholding_tax),
    ...(requisition.other_deductions === 0n ? [] : [line(requisition, words.deductions, requisition.other_deductions)]),
    line(requisition, words.net, requisition.net, {
      rule: "double",
      ...(entry_no ? { link: { reportId: "journal-document", params: { entry: entry_no } } } : {}),
      cells: { item: words.net, amount: satang(requisition.net), note: entry_no && words.booked(entry_no) },
    }),
  ];
}

/** What the vote had before and has after this requisition. */
function budgetRows(requisition: Requisition, budget: BudgetBalance | null): SourceRow[] {
  const words = REQUISITION_WORDS;
  if (requisition.cancelled) return [];
  const heading: SourceRow = {
    kind: "heading",
    cells: {},
    text: words.source(requisition.budget_code, budget?.project ?? null),
  };
  if (budget === null) return [heading, { kind: "entry", cells: { item: words.noBudget, amount: null, note: null } }];
  return [
    heading,
    {
      kind: "entry",
      cells: { item: words.before, amount: budget.before, note: budget.remark },
      tables: ["budget_lines"],
    },
    { kind: "entry", cells: { item: words.after, amount: budget.after, note: null }, tables: ["budget_lines"] },
  ];
}

/** Each cheque, which leads to its cheque report, and the report's number as the printed foot has it. */
function paymentRows(requisition: Requisition, { cheques }: Payment): SourceRow[] {
  const words = REQUISITION_WORDS;
  if (requisition.cancelled) return [];
  if (cheques.length === 0) return [{ kind: "heading", cells: {}, text: words.noCheque }];
  const reports = [...new Set(cheques.map((one) => words.report(one.cheque_report_no, one.cheque_date as IsoDate)))];
  return [
    { kind: "heading", cells: {}, text: words.payment },
    ...cheques.map(
      (one): SourceRow => ({
        kind: "entry",
        cells: { item: words.cheque(one), amount: satang(one.amount), note: words.payee(one.payee) },
        link: {
          reportId: "cheque-report",
          params: { month: monthFromNumber(one.month), q: one.cheque_no },
        },
      }),
    ),
    { kind: "heading", cells: {}, text: `${words.foot} ${reports.join(" · ")}` },
  ];
}
