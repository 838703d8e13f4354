/** รายงานการโอนงบประมาณ. Grain: one row a transfer, in order of day and number. Excluded: transfers of other codes where one is chosen. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { satang, sumAmounts } from "@/lib/money/amount";
import { addMonths, monthFromNumber, monthOf } from "@/lib/period/month";
import { monthsOfPeriod } from "@/lib/period/report-period";
import { matchesTerm } from "@/lib/reports/find-term";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { NO_NAME, proveSame } from "@/lib/wording/budget";
import { TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { readBudgetLines } from "./budget-lines";
import { sumLines } from "./budget-remaining";
import { orderedRows } from "./ordered-rows";

interface Row extends Record<string, unknown> {
  month: number;
  row_no: number;
  transfer_date: string;
  transfer_no: string;
  from_budget_code: string;
  to_budget_code: string;
  from_name: string | null;
  to_name: string | null;
  amount: bigint;
  reason: string;
}

export async function queryBudgetTransfers(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const { period, find } = input;
  const code = input.chosen.code ?? null;
  const own = (alias: string) => {
    const at = sql.raw(alias);
    return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
  };
  // A code as the newest month that has it names it.
  const rows = await db.execute<Row>(sql`
    with moved as materialized (
      select t.month, t.row_no, t.transfer_date, t.transfer_no, t.from_budget_code, t.to_budget_code, t.amount, t.reason
      from portal.budget_transfers t
      where ${own("t")} and t.transfer_date between ${period.from}::date and ${period.to}::date
        and (${code}::text is null or ${code} in (t.from_budget_code, t.to_budget_code))
    ), named as materialized (
      select distinct on (b.budget_code) b.budget_code,
        coalesce(w.name || ' · ', '') || coalesce(e.name, b.expense_code) || case when b.project = '' then '' else ' · ' || b.project end as name
      from portal.budget_lines b
      left join portal.classifications w on w.snapshot_no = b.snapshot_no and w.kind = 'work' and w.code = b.work_code
      left join portal.classifications e on e.snapshot_no = b.snapshot_no and e.kind = 'expense' and e.code = b.expense_code
      where ${own("b")} and b.budget_code in (select from_budget_code from moved union select to_budget_code from moved)
      order by b.budget_code, b.month desc
    )
    select m.*, f.name as from_name, t.name as to_name
    from moved m
    left join named f on f.budget_code = m.from_budget_code
    left join named t on t.budget_code = m.to_budget_code
    order by m.month, m.transfer_date, m.transfer_no, m.row_no`);
  const shown = find
    ? rows.filter((row) =>
        matchesTerm(
          find,
          [row.transfer_no, row.from_budget_code, row.to_budget_code, row.from_name, row.to_name, row.reason],
          [satang(row.amount)],
        ),
      )
    : rows;
  const months = monthsOfPeriod(period);
  const [month = monthOf(period.from)] = months;
  const before = addMonths(month, -1);
  const total = sum(rows);
  // Only a whole month stands between two states of the register.
  const isProved = period.kind === "month" && code === null && before >= monthOf(head.span.from);
  const lines = isProved ? await readBudgetLines(db, scope, params, [before, month]) : [];
  const codesAt = (which: string) => lines.filter((line) => line.month === which).map((line) => line.code);
  // A code that stands in one of the two alone was not read in the other: what rose is not known then.
  const isWhole = lines.length > 0 && String(codesAt(before)) === String(codesAt(month));
  const rise = (id: "transferred_in" | "transferred_out") => {
    const at = (which: string) => sumLines(lines.filter((line) => line.month === which))[id];
    return satang(at(month) - at(before));
  };
  return {
    fields: [],
    totals: find
      ? [
          { label: TOTAL_OF_FOUND, cells: { amount: sum(shown) } },
          { label: TOTAL_OF_REPORT, cells: { amount: total } },
        ]
      : [{ label: TOTAL, cells: { amount: total } }],
    proof: isWhole
      ? [
          proveSame("ยอดโอนรวม", total, "โอนเพิ่มที่เพิ่มขึ้นในทะเบียนงบประมาณ", rise("transferred_in")),
          proveSame("ยอดโอนรวม", total, "โอนลดที่เพิ่มขึ้นในทะเบียนงบประมาณ", rise("transferred_out")),
        ]
      : [],
    reach: {
      months,
      ...(isProved ? { monthsOf: { budget_lines: [before, month] } } : {}),
      tables: ["budget_transfers"],
      relatedTables: isProved ? ["budget_lines"] : [],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows(shown.map(transferRow)),
  };
}

function sum(rows: readonly Row[]) {
  return sumAmounts(rows.map((row) => satang(row.amount)));
}

/** The row leads to what else moved in the code that gave. */
function transferRow(row: Row): SourceRow {
  const month = monthFromNumber(row.month);
  return {
    kind: "entry",
    cells: {
      date: row.transfer_date,
      transfer_no: row.transfer_no,
      from_code: row.from_budget_code,
      from_name: row.from_name ?? NO_NAME,
      to_code: row.to_budget_code,
      to_name: row.to_name ?? NO_NAME,
      amount: satang(row.amount),
      reason: row.reason,
    },
    link: { reportId: "budget-register", params: { month, code: row.from_budget_code } },
    origin: { month, rowNo: row.row_no, doc: row.transfer_no, account: null },
  };
}
