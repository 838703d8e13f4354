/**
 * ติดตามการปฏิบัติงานของ อปท. Grain: one row an LAO of the province, or of the nation, by name. Days and months are those of entries that could be read; parts that
 * are empty are not counted. What was keyed again is told as its last change left it.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { fullLaoName } from "@/lib/office/office";
import { NATION } from "@/lib/office/place";
import { dayOfMoment } from "@/lib/period/date";
import { formatPeriod } from "@/lib/period/report-period";
import { shareSettled } from "@/lib/rekeyed/progress";
import type { ProvinceQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { sayShare } from "@/lib/wording/follow-up";
import { OVERSIGHT } from "@/lib/wording/oversight";
import { placeLine } from "@/lib/wording/render";
import type { ScopedDb } from "../../scoped";
import { laosBetween } from "../laos-between";
import { type FollowUpRow, followedUp, toFollowUp } from "../rekeyed/rekeyed-progress";
import { orderedRows } from "./ordered-rows";

interface Row extends FollowUpRow, Record<string, unknown> {
  lao_id: number;
  last_day: string | null;
  months: number;
  has_budget: boolean;
  is_budget_damaged: boolean;
  intact: number;
  inconsistent: number;
  partial: number;
  lost: number;
}

export async function queryLaoProgress(db: ScopedDb, scope: Scope, { head }: ProvinceQueryParams): Promise<ReportRows> {
  // Each LAO's last day and budget are one look into an index: the books themselves are not read.
  const own = sql`snapshot_no = ${head.snapshotNo} and lao_id = l.lao_id`;
  const followed = followedUp(scope, head.snapshotNo);
  const rows = await db.execute<Row>(sql`
    select l.lao_id, ${followed.columns}, days.last_day::text as last_day, coalesce(m.months, 0)::integer as months,
      exists (select from portal.budget_lines where ${own}) as has_budget,
      coalesce(b.inconsistent + b.partial + b.lost > 0, false) as is_budget_damaged,
      coalesce(d.intact, 0) as intact, coalesce(d.inconsistent, 0) as inconsistent, coalesce(d.partial, 0) as partial, coalesce(d.lost, 0) as lost
    from portal.snapshot_laos l
    cross join lateral (
      select max(last.entry_date) as last_day from unnest(array['RV', 'PV', 'JV']) as books (book)
      cross join lateral (
        select entry_date from portal.journal where ${own} and book = books.book order by entry_date desc limit 1
      ) last
    ) days
    left join (
      select lao_id, count(distinct month) as months from portal.journal_months
      where snapshot_no = ${head.snapshotNo} and ${laosBetween(scope, head.laos)} group by lao_id
    ) m on m.lao_id = l.lao_id
    ${followed.joins}
    left join portal.lao_damage d on d.snapshot_no = l.snapshot_no and d.lao_id = l.lao_id and d.module = 'all'
    left join portal.lao_damage b on b.snapshot_no = l.snapshot_no and b.lao_id = l.lao_id and b.module = 'budget'
    where l.snapshot_no = ${head.snapshotNo} and ${laosBetween(scope, head.laos, sql`l.lao_id`)}`);
  const isNation = head.province.provinceCode === NATION.provinceCode;
  const found = new Map(rows.map((row) => [row.lao_id, row]));
  const count = (isSo: (row: Row) => boolean) => OVERSIGHT.places(rows.filter(isSo).length);
  return {
    period: formatPeriod({ kind: "range", ...head.span }),
    fields: [
      { label: isNation ? OVERSIGHT.laosOfNation : OVERSIGHT.allLaos, value: OVERSIGHT.places(head.laos.length) },
      { label: OVERSIGHT.withBudget, value: count((row) => row.has_budget) },
      { label: OVERSIGHT.withEntries, value: count((row) => row.months > 0) },
      {
        label: OVERSIGHT.allIntact,
        value: count((row) => row.intact > 0 && row.inconsistent + row.partial + row.lost === 0),
      },
    ],
    totals: [],
    proof: [],
    reach: { months: [], tables: [], relatedTables: [], account: null, documents: null, records: null },
    ...orderedRows(
      head.laos.flatMap((lao): SourceRow[] => {
        const row = found.get(lao.id);
        if (!row) return [];
        const { last_day, months, intact, inconsistent, partial, lost } = row;
        const parts = { intact, inconsistent, partial, lost };
        const { rekeyed, hasRekeyed, lastActivity } = toFollowUp(row);
        return [
          {
            kind: "entry",
            cells: {
              lao: fullLaoName(lao),
              lao_code: lao.code,
              // Names repeat across Thailand.
              district: isNation ? placeLine(lao.district, lao.province) : lao.district,
              budget: budgetWord(row),
              last_day,
              months,
              ...parts,
              share: sayShare(shareSettled(rekeyed), hasRekeyed),
              difference: rekeyed?.openDifference ?? null,
              last_activity: lastActivity && dayOfMoment(lastActivity),
            },
            link: { lao: lao.code, reportId: "damage-certificate", params: {} },
          },
        ];
      }),
    ),
  };
}

function budgetWord({ has_budget, is_budget_damaged }: Row): string {
  if (has_budget) return OVERSIGHT.budgetFound;
  return is_budget_damaged ? OVERSIGHT.budgetDamaged : OVERSIGHT.budgetNotFound;
}
