/**
 * รายงานทะเบียนข้อมูลสินทรัพย์. Grain: one row an asset acquired in the period, by category and kind, with their sums. Excluded: assets of
 * other units where one is chosen.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang, sumAmounts, ZERO } from "@/lib/money/amount";
import { monthFromNumber } from "@/lib/period/month";
import { monthsOfPeriod } from "@/lib/period/report-period";
import { FUND_SOURCES } from "@/lib/reports/definitions/asset-register";
import { matchesTerm } from "@/lib/reports/find-term";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { ASSETS, proveSame } from "@/lib/wording/budget";
import { TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { orderedRows } from "./ordered-rows";

interface Row extends Record<string, unknown> {
  month: number;
  row_no: number;
  asset_code: string;
  category: string;
  kind: string;
  name: string;
  acquired_date: string;
  price: bigint;
  fund_source: string;
  useful_life_years: number;
  status: string;
}

export async function queryAssetRegister(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const { period, find } = input;
  const unit = input.chosen.unit ?? null;
  const rows = await db.execute<Row>(sql`
    select month, row_no, asset_code, category, kind, name, acquired_date, price, fund_source, useful_life_years, status
    from portal.assets
    where snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
      and acquired_date between ${period.from}::date and ${period.to}::date
      and (${unit}::text is null or (${unit} = 'own' and unit_code is null) or unit_code = ${unit})
    order by category collate portal.thai, kind collate portal.thai, acquired_date, asset_code, row_no`);
  const shown = find
    ? rows.filter((row) =>
        matchesTerm(find, [row.asset_code, row.name, row.kind, row.category, row.fund_source], [satang(row.price)]),
      )
    : rows;
  const total = sum(rows);
  const funds = sumAmounts(FUND_SOURCES.map((_, index) => total[`fund_${index + 1}`] ?? ZERO));
  const entries = shown.map((row, index) => assetRow(row, index + 1));
  return {
    fields: [],
    totals: find
      ? [
          { label: TOTAL_OF_FOUND, cells: sum(shown) },
          { label: TOTAL_OF_REPORT, cells: total },
        ]
      : [{ label: TOTAL, cells: total }],
    proof: [proveSame("ราคาสินทรัพย์รวม", total.price ?? ZERO, "ผลรวมแหล่งเงิน", funds)],
    reach: {
      months: monthsOfPeriod(period),
      tables: ["assets"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows(find ? entries : withSums(shown, entries), "in-groups"),
  };
}

/** Below the last asset of a kind its sum, below the last of a category the category's. */
function withSums(rows: readonly Row[], entries: readonly SourceRow[]): SourceRow[] {
  return entries.flatMap((entry, index) => {
    const [row, next] = [rows[index], rows[index + 1]];
    if (!row) return [];
    const isLastOfCategory = next?.category !== row.category;
    const isLastOfKind = isLastOfCategory || next.kind !== row.kind;
    const own = rows.filter((one) => one.category === row.category);
    const ofKind = own.filter((one) => one.kind === row.kind);
    return [
      entry,
      ...(isLastOfKind ? [sumRow(ASSETS.sumOfKind(row.kind), ofKind)] : []),
      ...(isLastOfCategory ? [sumRow(ASSETS.sumOfCategory(row.category), own)] : []),
    ];
  });
}

function sumRow(label: string, rows: readonly Row[]): SourceRow {
  return { kind: "subtotal", cells: { name: label, ...sum(rows) } };
}

function sum(rows: readonly Row[]): Record<string, Amount> {
  const add = (some: readonly Row[]) => sumAmounts(some.map((row) => satang(row.price)));
  return {
    price: add(rows),
    ...Object.fromEntries(
      FUND_SOURCES.map((fund, index) => [`fund_${index + 1}`, add(rows.filter((row) => row.fund_source === fund))]),
    ),
  };
}

/** A fund by another name than the form's eight stands in none of its columns: the proof line shows it. */
function assetRow(row: Row, number: number): SourceRow {
  const fund = (FUND_SOURCES as readonly string[]).indexOf(row.fund_source);
  return {
    kind: "entry",
    cells: {
      number,
      category: row.category,
      asset_kind: row.kind,
      asset_code: row.asset_code,
      name: row.name,
      acquired_date: row.acquired_date,
      price: satang(row.price),
      life: ASSETS.years(row.useful_life_years),
      status: row.status,
      ...(fund === -1 ? {} : { [`fund_${fund + 1}`]: satang(row.price) }),
    },
    origin: { month: monthFromNumber(row.month), rowNo: row.row_no, doc: row.asset_code, account: null },
  };
}
