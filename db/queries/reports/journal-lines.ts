/**
 * Lines of the journal in the order of books and ledgers (day, document, line), read in batches from any place. Shared by those reports;
 * each says by `where` which lines are its own. Grain: one row a journal line. Excluded: quarantined rows, which never reached the table.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { IsoDate } from "@/lib/period/date";
import { firstDay, lastDay, type Month } from "@/lib/period/month";
import { monthsOfPeriod, type ReportPeriod } from "@/lib/period/report-period";
import type { RowWindow } from "@/lib/reports/document";
import type { MarkerPlace, ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";

const LINES_PER_BATCH = 2000;

export interface LineKey {
  readonly entry_date: string;
  readonly entry_no: string;
  readonly line_no: number;
}

export interface JournalLine extends LineKey, Record<string, unknown> {
  readonly month: number;
  readonly row_no: number;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly account_code: bigint;
  readonly account_name: string | null;
  readonly description: string;
  readonly source_no: string | null;
}

/** The part of a period that lies in one month. */
export interface MonthPart {
  readonly month: Month;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly isWhole: boolean;
}

/** Months with the number of lines that the report has in each. */
export interface LineCount extends MonthPart {
  readonly lines: number;
}

export interface LineSelection {
  readonly db: ScopedDb;
  readonly head: ReportHead;
  readonly scope: Scope;
  /** Which lines of the LAO are meant, over the table alias `j`. */
  readonly where: SQL;
}

export function partsOf(period: ReportPeriod): MonthPart[] {
  return monthsOfPeriod(period).map((month) => {
    const from = firstDay(month) > period.from ? firstDay(month) : period.from;
    const to = lastDay(month) < period.to ? lastDay(month) : period.to;
    return { month, from, to, isWhole: from === firstDay(month) && to === lastDay(month) };
  });
}

/** The lines of this LAO that the selection means; days are the caller's. */
export function ownLines({ head, scope, where }: LineSelection): SQL {
  return sql`j.snapshot_no = ${head.snapshotNo} and j.lao_id = ${head.laoId} and j.lao_id between ${scope.from} and ${scope.to} and ${where}`;
}

/** Where row number `offset` lies: the month, how many lines of it stand before, and how many in the months before. */
export function locate(
  counts: readonly LineCount[],
  offset: number,
): { index: number; before: number; inMonth: number } {
  let before = 0;
  for (const [index, part] of counts.entries()) {
    if (offset < before + part.lines) return { index, before, inMonth: offset - before };
    before += part.lines;
  }
  return { index: counts.length, before, inMonth: 0 };
}

/** Lines `window` of the selection; a page deep inside costs what the first one costs, and reading at most one month more. */
export async function* readLines(
  selection: LineSelection,
  counts: readonly LineCount[],
  window: RowWindow | undefined,
  more: { readonly columns?: SQL; readonly joins?: SQL } = {},
): AsyncGenerator<JournalLine> {
  const start = locate(counts, window?.offset ?? 0);
  const part = counts[start.index];
  const to = counts.at(-1)?.to;
  if (!part || !to) return;
  let key = start.inMonth === 0 ? null : await keyBefore(selection, part, start.inMonth);
  let left = window?.limit ?? Number.POSITIVE_INFINITY;
  while (left > 0) {
    const limit = Math.min(left, LINES_PER_BATCH);
    const rows: JournalLine[] = await selection.db.execute<JournalLine>(sql`
      select l.*, a.name as account_name ${more.columns ?? sql``}
      from (
        select j.entry_date, j.entry_no, j.line_no, j.month, j.row_no, j.debit, j.credit, j.account_code, j.description, j.source_no
        from portal.journal j
        where ${ownLines(selection)} and j.entry_date between ${part.from}::date and ${to}::date
          ${key ? sql`and (j.entry_date, j.entry_no, j.line_no) > (${key.entry_date}::date, ${key.entry_no}, ${key.line_no}::integer)` : sql``}
        order by j.entry_date, j.entry_no, j.line_no
        limit ${limit}
      ) l
      left join portal.accounts a on a.snapshot_no = ${selection.head.snapshotNo} and a.account_code = l.account_code
      ${more.joins ?? sql``}
      order by l.entry_date, l.entry_no, l.line_no`);
    yield* rows;
    left -= rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    key = last;
  }
}

/** The last of the first `count` lines of a month. */
async function keyBefore(selection: LineSelection, part: MonthPart, count: number): Promise<LineKey | null> {
  const [key] = await selection.db.execute<LineKey & Record<string, unknown>>(sql`
    select j.entry_date, j.entry_no, j.line_no
    from portal.journal j
    where ${ownLines(selection)} and j.entry_date between ${part.from}::date and ${part.to}::date
    order by j.entry_date, j.entry_no, j.line_no
    offset ${count - 1} limit 1`);
  return key ?? null;
}

/**
 * How many lines stand before each place. A place names the first line that comes after it: of a later record of the file, or of the next
 * document of the series; where there is none, it is the end of its month.
 */
export async function placeAmongLines(
  selection: LineSelection,
  counts: readonly LineCount[],
  places: readonly MarkerPlace[],
): Promise<number[]> {
  const inside = places.map((place) => {
    const index = counts.findIndex((part) => part.month === place.month);
    const before = counts.slice(0, index === -1 ? counts.length : index).reduce((sum, part) => sum + part.lines, 0);
    return { place, part: counts[index], before };
  });
  const asked = inside.filter(
    ({ place, part }) => part && part.lines > 0 && (place.at === "row" || place.at === "document"),
  );
  const found = new Map<MarkerPlace, number>();
  if (asked.length > 0) {
    const wanted = asked.map(({ place, part }, number) => {
      const doc = place.at === "document" ? place.doc : null;
      const row = place.at === "row" ? place.rowNo : null;
      return sql`(${number}::integer, ${part?.from ?? ""}::date, ${part?.to ?? ""}::date, ${doc}::text, ${row}::integer)`;
    });
    const rows = await selection.db.execute<{ number: number; before: number }>(sql`
      select m.number, (
        select count(*)::integer from portal.journal j
        where ${ownLines(selection)} and j.entry_date between m.day_from and m.day_to
          and (k.entry_no is null or (j.entry_date, j.entry_no, j.line_no) < (k.entry_date, k.entry_no, k.line_no))
      ) as before
      from (values ${sql.join(wanted, sql`, `)}) m (number, day_from, day_to, doc, row_no)
      left join lateral (
        select j.entry_date, j.entry_no, j.line_no
        from portal.journal j
        where ${ownLines(selection)} and j.entry_date between m.day_from and m.day_to
          and (j.row_no > m.row_no or (j.entry_no > m.doc and left(j.entry_no, 3) = left(m.doc, 3)))
        order by case when m.row_no is null then 0 else j.row_no end, j.entry_date, j.entry_no, j.line_no
        limit 1
      ) k on true`);
    for (const row of rows) {
      const place = asked[row.number]?.place;
      if (place) found.set(place, row.before);
    }
  }
  return inside.map(({ place, part, before }) => {
    if (!part || place.at === "start-of-month") return before;
    return before + (found.get(place) ?? part.lines);
  });
}
