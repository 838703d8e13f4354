/**
 * LAOs of an archive with how many of their partitions are in each state, filtered, sorted and paged; for provinces and the nation.
 * Grain: one row an LAO. Excluded: LAOs outside the scope. Names are sorted as a Thai dictionary sorts them.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { PARTITION_STATES, type PartitionState } from "@/lib/finding/partition-state";
import type { LaoCode, LaoType } from "@/lib/office/office";
import { toArabicDigits } from "@/lib/period/thai-digits";
import type { ScopedDb } from "../scoped";

export const LAO_SORTS = ["name", "code", "district", "damage"] as const;
export type LaoSort = (typeof LAO_SORTS)[number];

export interface LaosQuery {
  readonly snapshotNo: number;
  readonly provinceCode?: string | undefined;
  /** Part of a name, a district or a code. */
  readonly q?: string | undefined;
  /** Only LAOs with a partition in this state. */
  readonly state?: PartitionState | undefined;
  readonly sort: LaoSort;
  readonly offset: number;
  readonly limit: number;
}

export interface LaoSummary {
  readonly code: LaoCode;
  readonly type: LaoType;
  readonly name: string;
  readonly district: string;
  readonly province: string;
  readonly provinceCode: string;
  /** Partitions in each state. */
  readonly partitions: Readonly<Record<PartitionState, number>>;
}

export interface LaosPage {
  readonly laoCount: number;
  /** Partitions in each state, over all LAOs that match. */
  readonly partitions: Readonly<Record<PartitionState, number>>;
  readonly laos: readonly LaoSummary[];
}

type Counts = Record<PartitionState, number>;

interface Row extends Counts, Record<string, unknown> {
  lao_code: string;
  type: string;
  name: string;
  district: string;
  province: string;
  province_code: string;
  laos: number;
  all_states: number[];
}

const ORDER: Readonly<Record<LaoSort, SQL>> = {
  name: sql`name collate portal.thai, lao_id`,
  code: sql`lao_code`,
  district: sql`province collate portal.thai, district collate portal.thai, name collate portal.thai, lao_id`,
  damage: sql`lost desc, partial desc, inconsistent desc, name collate portal.thai, lao_id`,
};

export async function laos(db: ScopedDb, scope: Scope, query: LaosQuery): Promise<LaosPage> {
  const term = toArabicDigits(query.q?.trim() ?? "");
  const pattern = `%${term.replace(/[\\%_]/g, "\\$&")}%`;
  const counts = PARTITION_STATES.map(
    (state) => sql`(count(*) filter (where state = ${state}))::integer as ${sql.identifier(state)}`,
  );
  const states = sql.join(
    PARTITION_STATES.map((state) => sql`coalesce(s.${sql.identifier(state)}, 0) as ${sql.identifier(state)}`),
    sql`, `,
  );
  const sums = sql.join(
    PARTITION_STATES.map((state) => sql`sum(${sql.identifier(state)}) over ()`),
    sql`, `,
  );
  const rows = await db.execute<Row>(sql`
    with matching as (
      select l.*, ${states}
      from portal.snapshot_laos l
      left join (
        select lao_id, ${sql.join(counts, sql`, `)}
        from portal.partitions
        where snapshot_no = ${query.snapshotNo} and lao_id between ${scope.from} and ${scope.to}
        group by lao_id
      ) s using (lao_id)
      where l.snapshot_no = ${query.snapshotNo} and l.lao_id between ${scope.from} and ${scope.to}
        and (${query.provinceCode ?? null}::text is null or l.province_code = ${query.provinceCode ?? null})
        and (${term} = '' or l.name like ${pattern} or l.lao_code like ${pattern} or l.district like ${pattern} or l.type || l.name like ${pattern})
        ${query.state ? sql`and coalesce(s.${sql.identifier(query.state)}, 0) > 0` : sql``}
    )
    select *, (count(*) over ())::integer as laos, array[${sums}]::integer[] as all_states
    from matching
    order by ${ORDER[query.sort]}
    offset ${query.offset} limit ${query.limit}`);
  const [first] = rows;
  return {
    laoCount: first?.laos ?? 0,
    partitions: countsOf((_, index) => first?.all_states[index] ?? 0),
    laos: rows.map((row) => ({
      code: row.lao_code as LaoCode,
      type: row.type as LaoType,
      name: row.name,
      district: row.district,
      province: row.province,
      provinceCode: row.province_code,
      partitions: countsOf((state) => row[state]),
    })),
  };
}

function countsOf(count: (state: PartitionState, index: number) => number): Counts {
  return Object.fromEntries(PARTITION_STATES.map((state, index) => [state, count(state, index)])) as Counts;
}
