/**
 * Reports that list the documents of one table in a period: receipts, requisitions, cheques. Shared by those reports; each says which
 * columns are its own. Grain: one row a document, in order of day, number, record. Excluded: quarantined rows, which never reached the
 * table. Sums are made in the database over the whole period, whatever page is read.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import { monthsOfPeriod, type ReportPeriod } from "@/lib/period/report-period";
import { toThaiDigits } from "@/lib/period/thai-digits";
import type { RowWindow } from "@/lib/reports/document";
import type { FindTerm } from "@/lib/reports/find-term";
import type { ReportInput } from "@/lib/reports/report-input";
import type { MarkerPlace, ReportHead, SourceRow } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";
import { likePattern } from "./like-pattern";
import { ofUnit } from "./of-unit";

const ROWS_PER_BATCH = 2000;

/** What the rows of every such list carry, so that findings can be matched to them. */
export interface ListedDocument extends Record<string, unknown> {
  readonly day: string;
  readonly no: string;
  readonly row_no: number;
  readonly month: number;
}

export interface ListShape<Row extends ListedDocument> {
  readonly table: "receipts" | "requisitions" | "cheques";
  /** Columns of the table that order it; an index begins with the LAO and these. */
  readonly day: string;
  readonly no: string;
  /** Which rows are meant, over the alias `d`; the LAO and the period are added. */
  readonly where?: SQL;
  /** Sums over `d` by name; of rows that count for nothing they give 0 themselves. */
  readonly sums: Readonly<Record<string, SQL>>;
  /** Which rows hold a term, over `d`. */
  readonly finds: (term: FindTerm) => SQL;
  /** Further columns and joins over the row `d`. */
  readonly columns: SQL;
  readonly joins?: SQL;
  readonly toRow: (row: Row) => SourceRow;
}

export interface DocumentList {
  readonly months: readonly Month[];
  /** Rows shown, and of the whole period. */
  readonly rowCount: number;
  readonly documents: number;
  readonly sums: Readonly<Record<string, Amount>>;
  /** Of the rows that hold the term; null where none is looked for. */
  readonly found: Readonly<Record<string, Amount>> | null;
  readonly rows: (window?: RowWindow) => AsyncIterable<SourceRow>;
  readonly place: (places: readonly MarkerPlace[]) => Promise<number[]>;
}

export interface ListQuery {
  readonly db: ScopedDb;
  readonly head: ReportHead;
  readonly scope: Scope;
  readonly period: ReportPeriod;
  readonly find: FindTerm | null;
}

interface Sums extends Record<string, unknown> {
  documents: number;
  found: number;
}

export async function listDocuments<Row extends ListedDocument>(
  query: ListQuery,
  shape: ListShape<Row>,
): Promise<DocumentList> {
  const { db, head, scope, period, find } = query;
  const table = sql.raw(`portal.${shape.table}`);
  const [day, no] = [sql.raw(`d.${shape.day}`), sql.raw(`d.${shape.no}`)];
  const own = sql`d.snapshot_no = ${head.snapshotNo} and d.lao_id = ${head.laoId} and d.lao_id between ${scope.from} and ${scope.to}
    and ${day} between ${period.from}::date and ${period.to}::date ${shape.where ? sql`and ${shape.where}` : sql``}`;
  const matches = find ? shape.finds(find) : null;
  const shown = matches ? sql`${own} and ${matches}` : own;
  const ids = Object.keys(shape.sums);
  const list = ids.flatMap((id) => [
    sql`coalesce(sum(${shape.sums[id]}), 0) as ${sql.identifier(id)}`,
    ...(matches
      ? [sql`coalesce(sum(${shape.sums[id]}) filter (where ${matches}), 0) as ${sql.identifier(`found_${id}`)}`]
      : []),
  ]);
  const [sums] = await db.execute<Sums>(sql`
    select count(*)::integer as documents, count(*) filter (where ${matches ?? sql`true`})::integer as found, ${sql.join(list, sql`, `)}
    from ${table} d where ${own}`);
  const amounts = (prefix: string) =>
    Object.fromEntries(ids.map((id) => [id, satang(BigInt((sums?.[prefix + id] as string | undefined) ?? 0))]));
  const rowCount = sums?.found ?? 0;

  async function* rows(window?: RowWindow): AsyncGenerator<SourceRow> {
    let skip = window?.offset ?? 0;
    let left = Math.min(window?.limit ?? rowCount, rowCount);
    let key: ListedDocument | null = null;
    while (left > 0) {
      const limit = Math.min(left, ROWS_PER_BATCH);
      const batch: readonly ListedDocument[] = await db.execute<ListedDocument>(sql`
        select d.day::text as day, d.no, d.row_no, d.month, ${shape.columns}
        from (
          select ${day} as day, ${no} as no, d.* from ${table} d
          where ${shown} ${key ? sql`and (${day}, ${no}, d.row_no) > (${key.day}::date, ${key.no}, ${key.row_no}::integer)` : sql``}
          order by ${day}, ${no}, d.row_no
          offset ${skip} limit ${limit}
        ) d
        ${shape.joins ?? sql``}
        order by d.day, d.no, d.row_no`);
      for (const row of batch) yield shape.toRow(row as Row);
      left -= batch.length;
      key = batch.at(-1) ?? null;
      if (!key || batch.length < limit) return;
      skip = 0;
    }
  }

  /** A place names the first document that comes after it: of a later record of the file, or with a greater number of the series. */
  async function place(places: readonly MarkerPlace[]): Promise<number[]> {
    if (places.length === 0) return [];
    const wanted = places.map((one, number) => {
      const doc = one.at === "document" ? one.doc : null;
      const row = one.at === "row" ? one.rowNo : null;
      const month = monthToNumber(one.month);
      // the end of a month is the start of the next one
      const until = one.at === "start-of-month" ? month : month + 1;
      return sql`(${number}::integer, ${month}::integer, ${until}::integer, ${doc}::text, ${row}::integer)`;
    });
    const ranks = await db.execute<{ number: number; before: number }>(sql`
      select m.number, (
        select count(*)::integer from ${table} d
        where ${shown} and case when k.no is null then d.month < m.until
          else (${day}, ${no}, d.row_no) < (k.day, k.no, k.row_no) end
      ) as before
      from (values ${sql.join(wanted, sql`, `)}) m (number, month, until, doc, row_no)
      left join lateral (
        select ${day} as day, ${no} as no, d.row_no from ${table} d
        where ${shown} and d.month = m.month and (d.row_no > m.row_no or ${no} > m.doc)
        order by case when m.row_no is null then 0 else d.row_no end, ${day}, ${no}, d.row_no
        limit 1
      ) k on true
      order by m.number`);
    return ranks.map((rank) => rank.before);
  }

  return {
    months: monthsOfPeriod(period),
    rowCount,
    documents: sums?.documents ?? 0,
    sums: amounts(""),
    found: matches ? amounts("found_") : null,
    rows,
    place,
  };
}

/** The row's place in the archive. */
export function originOf(row: ListedDocument, account: string | null = null): NonNullable<SourceRow["origin"]> {
  return { month: monthFromNumber(row.month), rowNo: row.row_no, doc: row.no, account };
}

/** LIKE over texts with Arabic and with Thai digits, and equality of amounts; Thai has no case. */
export function findsIn(term: FindTerm, texts: readonly string[], amounts: readonly string[]): SQL {
  const patterns = [...new Set([likePattern(term.text), likePattern(toThaiDigits(term.text))])];
  const conditions = texts.flatMap((column) =>
    patterns.map((pattern) => sql`${sql.raw(`d.${column}`)} like ${pattern}`),
  );
  if (term.amount !== null) {
    const amount = term.amount < 0n ? -term.amount : term.amount;
    for (const column of amounts) conditions.push(sql`${sql.raw(`d.${column}`)} = ${amount}::bigint`);
  }
  return sql`(${sql.join(conditions, sql` or `)})`;
}

/** The rows of the unit that was chosen; all of them where none was. */
export function whereUnit({ chosen }: Pick<ReportInput, "chosen">): { where?: SQL } {
  if (chosen.unit === undefined) return {};
  return { where: ofUnit(chosen.unit, sql`d.unit_code`) };
}
