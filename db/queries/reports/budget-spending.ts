/** รายงานการใช้จ่ายงบประมาณ. Grain: one row, the LAO's. Excluded: nothing; a half whose register was not read is left empty, never zero. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, addAmounts, satang, ZERO } from "@/lib/money/amount";
import { fullLaoName } from "@/lib/office/office";
import { monthOf, monthToNumber } from "@/lib/period/month";
import type { ReportQueryParams, ReportRows } from "@/lib/reports/report-rows";
import { proveNothing, proveSame } from "@/lib/wording/documents";
import type { ScopedDb } from "../../scoped";
import { orderedRows } from "./ordered-rows";

/** ค่าครุภัณฑ์ (541) and ค่าที่ดินและสิ่งก่อสร้าง (542), DOMAIN.md §4.1. */
const CAPITAL = "54%";

interface Row extends Record<string, unknown> {
  revenue_estimate: string | null;
  revenue: string | null;
  running_estimate: string | null;
  running: string | null;
  capital_estimate: string | null;
  capital: string | null;
  /** What the registers leave for disbursements: the budget after transfers, less what is bound and what remains (T8). */
  spent: string | null;
}

export async function queryBudgetSpending(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const month = monthOf(input.period.from);
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
    and month = ${monthToNumber(month)}`;
  const isCapital = sql`expense_code like ${CAPITAL}`;
  const estimate = sql`approved + transferred_in - transferred_out`;
  // A half of which no line was read stays empty: it may be zero, or what was not read.
  const part = (figure: typeof estimate, condition: typeof estimate) => sql`sum(${figure}) filter (where ${condition})`;
  const [row] = await db.execute<Row>(sql`
    select r.*, b.* from
      (select sum(estimate) as revenue_estimate, sum(received_to_date) as revenue from portal.revenue_register where ${place}) r,
      (select ${part(estimate, sql`not ${isCapital}`)} as running_estimate, ${part(sql`disbursed`, sql`not ${isCapital}`)} as running,
        ${part(estimate, isCapital)} as capital_estimate, ${part(sql`disbursed`, isCapital)} as capital,
        sum(${estimate} - encumbered - remaining) as spent
      from portal.budget_lines where ${place}) b`);
  const amount = (text: string | null | undefined): Amount | null => (text ? satang(BigInt(text)) : null);
  const disbursed = addAmounts(amount(row?.running) ?? ZERO, amount(row?.capital) ?? ZERO);
  const spent = amount(row?.spent);
  return {
    fields: [],
    totals: [],
    proof:
      spent === null
        ? [proveNothing("ผลการเบิกจ่ายจริง", "ทะเบียนงบประมาณ")]
        : [proveSame("ผลการเบิกจ่ายจริงรวม", disbursed, "งบหลังโอน หัก ก่อหนี้ผูกพันและยอดคงเหลือ", spent)],
    reach: {
      months: [month],
      tables: ["budget_lines", "revenue_register"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows([
      {
        kind: "entry",
        cells: {
          office: fullLaoName(head.lao),
          revenue_estimate: amount(row?.revenue_estimate),
          revenue: amount(row?.revenue),
          running_estimate: amount(row?.running_estimate),
          running: amount(row?.running),
          capital_estimate: amount(row?.capital_estimate),
          capital: amount(row?.capital),
          remark: null,
        },
        link: { reportId: "budget-remaining", params: { month } },
      },
    ]),
  };
}
