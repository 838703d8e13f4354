/**
 * LAOs of an archive with what their damage comes to (migration 0006), filtered, sorted and paged; for provinces and the nation.
 * Grain: one row an LAO. Excluded: LAOs outside the scope. Names are sorted as a Thai dictionary sorts them.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { DamageSummary, SummaryOf } from "@/lib/finding/damage-summary";
import { PARTITION_STATES, type PartitionState } from "@/lib/finding/partition-state";
import { type Amount, satang } from "@/lib/money/amount";
import type { LaoCode, LaoType } from "@/lib/office/office";
import { toArabicDigits } from "@/lib/period/thai-digits";
import type { CheckState } from "@/lib/rekeyed/progress";
import type { ScopedDb } from "../scoped";
import { type SummaryRow, toSummary } from "./damage-summary";
import { type FollowUp, type FollowUpRow, followedUp, IN_CHECK_STATE, toFollowUp } from "./rekeyed/rekeyed-progress";

export const LAO_SORTS = [
  "name",
  "code",
  "district",
  "damage",
  "amount",
  "documents",
  "unchecked",
  "difference",
  "activity",
] as const;
export type LaoSort = (typeof LAO_SORTS)[number];

/** Which LAOs are meant. */
export interface LaosFilter {
  readonly snapshotNo: number;
  readonly provinceCode?: string | undefined;
  readonly district?: string | undefined;
  readonly type?: LaoType | undefined;
  /** Part of a name, a district or a code. */
  readonly q?: string | undefined;
  /** Whose states, counts and amounts are shown. */
  readonly module: SummaryOf;
  /** Only LAOs with a part in this state, in that month where one is given. */
  readonly state?: PartitionState | undefined;
  /** Place of a month in the archive, from 1. */
  readonly monthNo?: number | undefined;
  /** Only LAOs whose re-keyed books stand so. */
  readonly checked?: CheckState | undefined;
}

export interface LaosQuery extends LaosFilter {
  readonly sort: LaoSort;
  readonly offset: number;
  readonly limit: number;
}

export interface LaoSummary extends DamageSummary, FollowUp {
  readonly code: LaoCode;
  readonly type: LaoType;
  readonly name: string;
  readonly district: string;
  readonly province: string;
  readonly provinceCode: string;
  /** Of each month of the archive, in order; over all modules the worst. */
  readonly states: readonly PartitionState[];
}

export interface LaosTotal {
  readonly laoCount: number;
  /** Over all LAOs that match. The money of different LAOs is never the same, so their amounts may be added. */
  readonly total: Omit<DamageSummary, "amountTable">;
}

export interface LaosPage extends LaosTotal {
  readonly laos: readonly LaoSummary[];
}

interface Row extends SummaryRow, FollowUpRow {
  lao_code: string;
  type: string;
  name: string;
  district: string;
  province: string;
  province_code: string;
  states: number[];
}

/** As migration 0006 numbers them. */
const BY_RANK: readonly PartitionState[] = ["empty", "intact", "inconsistent", "partial", "lost"];

const BY_NAME = sql`l.name collate portal.thai, l.lao_id`;
const ORDER: Readonly<Record<LaoSort, SQL>> = {
  name: BY_NAME,
  code: sql`l.lao_code`,
  district: sql`l.province collate portal.thai, l.district collate portal.thai, ${BY_NAME}`,
  damage: sql`d.lost desc, d.partial desc, d.inconsistent desc, ${BY_NAME}`,
  amount: sql`d.amount desc nulls last, d.documents desc nulls last, ${BY_NAME}`,
  documents: sql`d.documents desc nulls last, d.amount desc nulls last, ${BY_NAME}`,
  unchecked: sql`coalesce(p.settled::numeric / nullif(p.items, 0), 0), ${BY_NAME}`,
  difference: sql`p.open_difference desc nulls last, ${BY_NAME}`,
  activity: sql`last_activity desc nulls last, ${BY_NAME}`,
};

export async function laos(db: ScopedDb, scope: Scope, query: LaosQuery): Promise<LaosPage> {
  const [total, page] = await Promise.all([laosTotal(db, scope, query), laosPage(db, scope, query)]);
  return { ...total, laos: page };
}

/** What all LAOs that match come to. */
export async function laosTotal(db: ScopedDb, scope: Scope, query: LaosFilter): Promise<LaosTotal> {
  const sums = PARTITION_STATES.map(
    (state) => sql`coalesce(sum(d.${sql.identifier(state)}), 0)::integer as ${sql.identifier(state)}`,
  );
  const [all] = await db.execute<SummaryRow & { laos: number; total: string | null }>(sql`
    select count(*)::integer as laos, ${sql.join(sums, sql`, `)}, sum(d.documents)::integer as documents, sum(d.amount)::text as total
    ${matching(scope, query)}`);
  if (!all) throw new Error("sums without a row");
  const { amountTable: _table, ...total } = toSummary({ ...all, amount: null, amount_table: null });
  return { laoCount: all.laos, total: { ...total, amountMissing: sumOf(all.total) } };
}

/** The LAOs `offset` … of those that match. */
export async function laosPage(db: ScopedDb, scope: Scope, query: LaosQuery): Promise<LaoSummary[]> {
  const rows = await db.execute<Row>(sql`
    select l.lao_code, l.type, l.name, l.district, l.province, l.province_code,
      d.intact, d.inconsistent, d.partial, d.lost, d.empty, d.documents, d.amount, d.amount_table, d.states,
      ${followedUp(scope, query.snapshotNo).columns}
    ${matching(scope, query)}
    order by ${ORDER[query.sort]}
    offset ${query.offset} limit ${query.limit}`);
  return rows.map((row) => ({
    code: row.lao_code as LaoCode,
    type: row.type as LaoType,
    name: row.name,
    district: row.district,
    province: row.province,
    provinceCode: row.province_code,
    ...toSummary(row),
    states: row.states.map((rank) => BY_RANK[rank] ?? "empty"),
    ...toFollowUp(row),
  }));
}

function matching(scope: Scope, query: LaosFilter): SQL {
  return sql`
    from portal.snapshot_laos l
    join portal.lao_damage d on d.snapshot_no = l.snapshot_no and d.lao_id = l.lao_id and d.module = ${query.module}
    ${followedUp(scope, query.snapshotNo).joins}
    where ${conditions(scope, query)}`;
}

/** Sums of many LAOs can be more than the database's bigint holds, not more than ours. */
function sumOf(text: string | null): Amount | null {
  return text === null ? null : satang(BigInt(text));
}

function conditions(scope: Scope, query: LaosFilter): SQL {
  const term = toArabicDigits(query.q?.trim() ?? "");
  const pattern = `%${term.replace(/[\\%_]/g, "\\$&")}%`;
  const wanted = [
    sql`l.snapshot_no = ${query.snapshotNo} and l.lao_id between ${scope.from} and ${scope.to}`,
    sql`d.lao_id between ${scope.from} and ${scope.to}`,
  ];
  if (query.provinceCode !== undefined) wanted.push(sql`l.province_code = ${query.provinceCode}`);
  if (query.district !== undefined) wanted.push(sql`l.district = ${query.district}`);
  if (query.type !== undefined) wanted.push(sql`l.type = ${query.type}`);
  if (term !== "")
    wanted.push(
      sql`(l.name like ${pattern} or l.lao_code like ${pattern} or l.district like ${pattern} or l.type || l.name like ${pattern})`,
    );
  if (query.state !== undefined)
    wanted.push(
      query.monthNo === undefined
        ? sql`d.${sql.identifier(query.state)} > 0`
        : sql`d.states[${query.monthNo}] = ${BY_RANK.indexOf(query.state)}`,
    );
  else if (query.monthNo !== undefined)
    wanted.push(sql`d.states[${query.monthNo}] >= ${BY_RANK.indexOf("inconsistent")}`);
  if (query.checked !== undefined) wanted.push(IN_CHECK_STATE[query.checked]);
  return sql.join(wanted, sql` and `);
}
