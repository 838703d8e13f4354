/**
 * What one account's months come to: its name, opening, closing, and lines, debit and credit of each month of a period.
 * Grain: one record an account. An opening is null where it is not known: absent from a trial balance that was not read whole.
 */
import { sql } from "drizzle-orm";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import { dayBefore, type IsoDate } from "@/lib/period/date";
import { firstDay, monthToNumber } from "@/lib/period/month";
import { type LineCount, type LineSelection, type MonthPart, ownLines } from "./journal-lines";
import { isTableUnread } from "./table-unread";

export interface AccountMonth extends LineCount {
  readonly debit: bigint;
  readonly credit: bigint;
}

export interface AccountMonths {
  /** The chart has it, or the books use it. */
  readonly isKnown: boolean;
  readonly name: string | null;
  readonly normalSide: string | null;
  /** At the start of the period's first day, debit-positive. */
  readonly opening: Amount | null;
  /** Of the last month, as the old system closed it. */
  readonly closing: Amount | null;
  readonly parts: readonly AccountMonth[];
}

/** Number of what went before the period in its first month. */
const BEFORE = -1;

interface SumRow extends Record<string, unknown> {
  number: number;
  lines: number;
  /** Sums are numeric, read as text: amounts of a damaged book can add up to more than a bigint holds. */
  debit: string;
  credit: string;
}

interface AccountRow extends Record<string, unknown> {
  name: string | null;
  normal_side: string | null;
  opening: bigint | null;
  closing: bigint | null;
  is_used: boolean;
  is_unread: boolean;
}

export async function accountMonths(
  selection: LineSelection,
  account: bigint,
  parts: readonly MonthPart[],
  from: IsoDate,
): Promise<AccountMonths> {
  const { db, head, scope } = selection;
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return { isKnown: false, name: null, normalSide: null, opening: null, closing: null, parts: [] };
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const wanted = [
    { ...first, from: firstDay(first.month), to: dayBefore(from), isWhole: false, number: BEFORE },
    ...parts.map((part, number) => ({ ...part, number })),
  ];
  const values = wanted.map(
    (part) =>
      sql`(${part.number}::integer, ${monthToNumber(part.month)}::integer, ${part.from}::date, ${part.to}::date, ${part.isWhole}::boolean)`,
  );
  const [[known], sums] = await Promise.all([
    db.execute<AccountRow>(sql`
      select
        (select name from portal.accounts where snapshot_no = ${head.snapshotNo} and account_code = ${account}::bigint) as name,
        (select normal_side from portal.accounts where snapshot_no = ${head.snapshotNo} and account_code = ${account}::bigint) as normal_side,
        (select opening from portal.balances where ${place} and month = ${monthToNumber(first.month)} and account_code = ${account}::bigint limit 1) as opening,
        (select closing from portal.balances where ${place} and month = ${monthToNumber(last.month)} and account_code = ${account}::bigint limit 1) as closing,
        exists (select from portal.journal_months where ${place} and account_code = ${account}::bigint) as is_used,
        ${isTrialBalanceUnread(selection, monthToNumber(first.month))} as is_unread`),
    db.execute<SumRow>(sql`
      select m.number, coalesce(w.lines, p.lines, 0)::integer as lines, coalesce(w.debit, p.debit, 0) as debit, coalesce(w.credit, p.credit, 0) as credit
      from (values ${sql.join(values, sql`, `)}) m (number, month, day_from, day_to, is_whole)
      left join lateral (
        select lines, debit, credit from portal.journal_months
        where ${place} and month = m.month and account_code = ${account}::bigint and m.is_whole
      ) w on true
      left join lateral (
        select count(*) as lines, sum(j.debit) as debit, sum(j.credit) as credit from portal.journal j
        where not m.is_whole and ${ownLines(selection)} and j.entry_date >= m.day_from and j.entry_date <= m.day_to
      ) p on true`),
  ]);
  const sumOf = (number: number) => sums.find((row) => row.number === number);
  const before = sumOf(BEFORE);
  const atMonthStart = known?.opening ?? (known?.is_unread ? null : ZERO);
  return {
    isKnown: Boolean(
      known && (known.name !== null || known.is_used || known.opening !== null || known.closing !== null),
    ),
    name: known?.name ?? null,
    normalSide: known?.normal_side ?? null,
    opening:
      atMonthStart === null ? null : satang(atMonthStart + BigInt(before?.debit ?? 0) - BigInt(before?.credit ?? 0)),
    closing: known?.closing == null ? null : satang(known.closing),
    parts: parts.map((part, number) => {
      const row = sumOf(number);
      return { ...part, lines: row?.lines ?? 0, debit: BigInt(row?.debit ?? 0), credit: BigInt(row?.credit ?? 0) };
    }),
  };
}

/**
 * Whether an account that is not in this month's trial balance may have stood there: rows of it are unread. In a trial balance that was
 * read whole, an account that is absent was not used yet (ARCHIVE.md, «Sound books may look odd») and opens with zero.
 */
export function isTrialBalanceUnread(
  { head, scope }: LineSelection | Pick<LineSelection, "head" | "scope">,
  month: number,
) {
  return isTableUnread({ head, scope }, { module: "accounting", table: "balances", month });
}

/** Debit less credit of the first `count` lines of a month. */
export async function sumOfFirst(selection: LineSelection, part: MonthPart, count: number): Promise<bigint> {
  const [row] = await selection.db.execute<{ movement: string }>(sql`
    select coalesce(sum(f.debit - f.credit), 0) as movement
    from (
      select j.debit, j.credit from portal.journal j
      where ${ownLines(selection)} and j.entry_date between ${part.from}::date and ${part.to}::date
      order by j.entry_date, j.entry_no, j.line_no
      limit ${count}
    ) f`);
  return BigInt(row?.movement ?? 0);
}
