/**
 * สรุปตามหน่วยงานภายใต้สังกัด. Grain: one row a unit, and one for what names none. Excluded: cancelled receipts and requisitions. Units
 * without anything in the period are shown with zero, as far as their tables were read.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang, sumAmounts } from "@/lib/money/amount";
import { monthsOfPeriod } from "@/lib/period/report-period";
import type { ReportQueryParams, ReportRows } from "@/lib/reports/report-rows";
import { UNITS } from "@/lib/wording/budget";
import { proveEqual } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { orderedRows } from "./ordered-rows";

const FIGURES = ["received", "spent", "debit", "credit"] as const;

interface Row extends Record<(typeof FIGURES)[number], string>, Record<string, unknown> {
  unit_code: string | null;
  name: string | null;
  kind: string | null;
}

export async function queryUnitsSummary(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const { period } = input;
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const days = sql`between ${period.from}::date and ${period.to}::date`;
  const rows = await db.execute<Row>(sql`
    with moved as (
      select unit_code, sum(amount) as received, 0::numeric as spent, 0::numeric as debit, 0::numeric as credit
      from portal.receipts where ${place} and receipt_date ${days} and not cancelled group by unit_code
      union all
      select unit_code, 0, sum(gross), 0, 0 from portal.requisitions where ${place} and paid_date ${days} and not cancelled group by unit_code
      union all
      select unit_code, 0, 0, sum(debit), sum(credit) from portal.journal where ${place} and entry_date ${days} group by unit_code
      union all
      select unit_code, 0, 0, 0, 0 from portal.units where ${place}
      union all
      select null, 0, 0, 0, 0
    )
    select m.unit_code, u.name, u.kind, sum(m.received)::text as received, sum(m.spent)::text as spent, sum(m.debit)::text as debit,
      sum(m.credit)::text as credit
    from moved m
    left join portal.units u on u.snapshot_no = ${head.snapshotNo} and u.lao_id = ${head.laoId} and u.lao_id between ${scope.from} and ${scope.to}
      and u.unit_code = m.unit_code
    group by m.unit_code, u.name, u.kind
    order by m.unit_code is not null, u.kind collate portal.thai, m.unit_code`);
  const amount = (row: Row, id: (typeof FIGURES)[number]) => satang(BigInt(row[id]));
  const totals = Object.fromEntries(
    FIGURES.map((id) => [id, sumAmounts(rows.map((row) => amount(row, id)))]),
  ) as Record<(typeof FIGURES)[number], Amount>;
  return {
    fields: [],
    totals: [{ label: UNITS.consolidated, cells: totals }],
    proof: [proveEqual(UNITS.consolidated, totals.debit, totals.credit)],
    reach: {
      months: monthsOfPeriod(period),
      tables: ["journal", "receipts", "requisitions"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows(
      rows.map((row) => ({
        kind: "entry" as const,
        cells: {
          unit_code: row.unit_code,
          unit: row.unit_code === null ? UNITS.own : (row.name ?? UNITS.unknown(row.unit_code)),
          unit_kind: row.kind,
          ...Object.fromEntries(FIGURES.map((id) => [id, amount(row, id)])),
        },
      })),
      "in-groups",
    ),
  };
}
