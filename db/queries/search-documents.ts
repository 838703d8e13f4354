/**
 * Documents that hold what was looked for. Grain: one row a document; loans and budget lines as their last month has them. Excluded: documents
 * outside the scope, and whatever could not be read. A search reads the documents of one LAO or one province, folded into one text each: no index
 * serves parts of words under row-level security, and none is needed for so few.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import type { LaoCode, LaoId, LaoType } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import { type Month, monthFromNumber } from "@/lib/period/month";
import type { DocumentKind } from "@/lib/search/document-kind";
import { LOOSE_MARKS, loosen } from "@/lib/search/fold-text";
import type { AmountRange, SearchTerm } from "@/lib/search/search-terms";
import type { ScopedDb } from "../scoped";

export interface SearchQuery {
  readonly snapshotNo: number;
  /** LAO ids, both inclusive: of one LAO or of a province. */
  readonly laos: { readonly from: LaoId; readonly to: LaoId };
  /** Each of them must be found. */
  readonly terms: readonly SearchTerm[];
  /** Tone marks do not count. */
  readonly isLoose: boolean;
  readonly kinds: readonly DocumentKind[];
  readonly days: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly offset: number;
  readonly limit: number;
}

export interface FoundDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  /** Of the document; of a budget line the first day of the month that it is told from. */
  readonly day: IsoDate;
  readonly month: Month;
  readonly amount: Amount;
  readonly lao: { readonly code: LaoCode; readonly type: LaoType; readonly name: string; readonly district: string };
  /** Payer, payee or borrower. */
  readonly party: string | null;
  readonly description: string | null;
  /** The journal document that it was entered by. */
  readonly entryNo: string | null;
  /** Further numbers that it names: its remittance, its requisition. */
  readonly reference: string | null;
  readonly isCancelled: boolean;
}

export interface FoundPage {
  readonly documentCount: number;
  readonly documents: readonly FoundDocument[];
}

interface PageRow extends Record<string, unknown> {
  total: number;
  lao_id: LaoId;
  kind: DocumentKind;
  number: string;
  day: string;
  month: number;
  amount: bigint;
  lao_code: string;
  type: string;
  name: string;
  district: string;
}

interface DetailRow extends Record<string, unknown> {
  lao_id: LaoId;
  month: number;
  number: string;
  party: string | null;
  description: string | null;
  entry_no: string | null;
  reference: string | null;
  cancelled: boolean | null;
}

export async function searchDocuments(db: ScopedDb, scope: Scope, query: SearchQuery): Promise<FoundPage> {
  const place = (table: SQL) => sql`${table}.snapshot_no = ${query.snapshotNo}
    and ${table}.lao_id between ${query.laos.from} and ${query.laos.to} and ${table}.lao_id between ${scope.from} and ${scope.to}`;
  const conditions = query.terms.map((term) => matches(term, query.isLoose, place));
  if (query.days) conditions.push(sql`d.day between ${query.days.from}::date and ${query.days.to}::date`);
  if (query.kinds.length > 0)
    conditions.push(
      sql`d.kind in (${sql.join(
        query.kinds.map((kind) => sql`${kind}`),
        sql`, `,
      )})`,
    );
  const where = conditions.length === 0 ? sql`` : sql`and ${sql.join(conditions, sql` and `)}`;
  // A document whose own number was typed comes before those that only mention it.
  const numbers = query.terms.flatMap((term) => term.texts);
  const isNumber =
    numbers.length === 0
      ? sql`false`
      : sql`split_part(d.words, chr(31), 1) in (${sql.join(
          numbers.map((text) => sql`${text}`),
          sql`, `,
        )})`;
  const rows = await db.execute<PageRow>(sql`
    with page as (
      select d.*, ${isNumber} as is_number, (count(*) over ())::integer as total
      from portal.documents d
      where ${place(sql`d`)} ${where}
      order by is_number desc, d.day, d.lao_id, d.kind, d.number
      offset ${query.offset} limit ${query.limit}
    )
    select page.total, page.lao_id, page.kind, page.number, page.day, page.month, page.amount, r.lao_code, l.type, l.name, l.district
    from page
    join portal.laos r on r.lao_id = page.lao_id
    join portal.snapshot_laos l on l.snapshot_no = page.snapshot_no and l.lao_id = page.lao_id
    order by is_number desc, page.day, page.lao_id, page.kind, page.number`);
  const details = await readDetails(db, place, rows);
  return {
    documentCount: rows[0]?.total ?? 0,
    documents: rows.map((row) => {
      const detail = details.get(keyOf(row.kind, row));
      return {
        kind: row.kind,
        number: row.number,
        day: row.day as IsoDate,
        month: monthFromNumber(row.month),
        amount: satang(row.amount),
        lao: { code: row.lao_code as LaoCode, type: row.type as LaoType, name: row.name, district: row.district },
        party: detail?.party ?? null,
        description: detail?.description ?? null,
        entryNo: detail?.entry_no ?? null,
        reference: detail?.reference ?? null,
        isCancelled: detail?.cancelled ?? false,
      };
    }),
  };
}

function matches(term: SearchTerm, isLoose: boolean, place: (table: SQL) => SQL): SQL {
  // strpos, not LIKE: half the time over many rows, and nothing to escape.
  const ways = term.texts.map((text) => (isLoose ? holdsLoosely(loosen(text)) : sql`strpos(d.words, ${text}) > 0`));
  if (term.amount) ways.push(hasAmount(term.amount, place));
  if (term.days) ways.push(sql`d.day between ${term.days.from}::date and ${term.days.to}::date`);
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** Taking marks out of every text costs ten times a look at it: only texts that hold the characters in this order come so far. */
function holdsLoosely(text: string): SQL {
  const inOrder = `%${[...text].map((char) => char.replace(/[\\%_]/, "\\$&")).join("%")}%`;
  return sql`(d.words like ${inOrder} and strpos(translate(d.words, ${LOOSE_MARKS}, ''), ${text}) > 0)`;
}

/** The amount of the document or, between two ends, of any line of it: above or below one end, the lines would find every large document. */
function hasAmount({ from, to }: AmountRange, place: (table: SQL) => SQL): SQL {
  if (from === null || to === null) {
    const end = from === null ? sql`<= ${to}::bigint` : sql`>= ${from}::bigint`;
    return sql`(d.amount ${end} or d.net ${end})`;
  }
  const within = (column: SQL) => sql`${column} between ${from}::bigint and ${to}::bigint`;
  return sql`(${within(sql`d.amount`)} or ${within(sql`d.net`)} or d.kind = 'journal-entry' and (d.lao_id, d.number) in (
    select j.lao_id, j.entry_no from portal.journal j
    where ${place(sql`j`)} and (${within(sql`j.debit`)} or ${within(sql`j.credit`)})))`;
}

function keyOf(kind: DocumentKind, { lao_id, month, number }: Pick<DetailRow, "lao_id" | "month" | "number">): string {
  return `${kind} ${lao_id} ${month} ${number}`;
}

/** What else the shown documents say, from their own tables: one question a kind, of which a page has few. */
async function readDetails(
  db: ScopedDb,
  place: (table: SQL) => SQL,
  page: readonly PageRow[],
): Promise<Map<string, DetailRow>> {
  const details = new Map<string, DetailRow>();
  for (const kind of new Set(page.map((row) => row.kind))) {
    const { table, number, columns } = DETAILS[kind];
    const wanted = sql.join(
      page.filter((row) => row.kind === kind).map((row) => sql`(${row.lao_id}, ${row.month}, ${row.number})`),
      sql`, `,
    );
    const rows = await db.execute<DetailRow>(sql`
      select t.lao_id, t.month, ${number} as number, ${columns}
      from ${table} where ${place(sql`t`)} and (t.lao_id, t.month, ${number}) in (${wanted})`);
    // Of the lines of one document the first speaks for it.
    for (const row of rows) if (!details.has(keyOf(kind, row))) details.set(keyOf(kind, row), row);
  }
  return details;
}

interface DetailSource {
  /** Called `t`. */
  readonly table: SQL;
  readonly number: SQL;
  /** `party, description, entry_no, reference, cancelled`. */
  readonly columns: SQL;
}

const revenue = sql`left join portal.classifications c on c.snapshot_no = t.snapshot_no and c.kind = 'revenue' and c.code = t.revenue_code`;

const DETAILS: Readonly<Record<DocumentKind, DetailSource>> = {
  "journal-entry": {
    table: sql`portal.journal t`,
    number: sql`t.entry_no`,
    columns: sql`null as party, t.description, t.entry_no, t.source_no as reference, false as cancelled`,
  },
  receipt: {
    table: sql`portal.receipts t ${revenue}`,
    number: sql`t.receipt_no`,
    columns: sql`t.payer as party, c.name as description, t.entry_no, t.remittance_no as reference, t.cancelled`,
  },
  remittance: {
    table: sql`portal.receipts t`,
    number: sql`t.remittance_no`,
    columns: sql`null as party, null as description, t.entry_no, null as reference, false as cancelled`,
  },
  requisition: {
    table: sql`portal.requisitions t`,
    number: sql`t.treasury_no`,
    columns: sql`t.payee as party, t.description, t.entry_no, t.requisition_no as reference, t.cancelled`,
  },
  cheque: {
    table: sql`portal.cheques t`,
    number: sql`t.cheque_no`,
    columns: sql`t.payee as party, null as description, null as entry_no, t.treasury_no as reference, false as cancelled`,
  },
  loan: {
    table: sql`portal.loans t`,
    number: sql`t.contract_no`,
    columns: sql`t.borrower as party, t.purpose as description, null as entry_no, null as reference, false as cancelled`,
  },
  "budget-line": {
    table: sql`portal.budget_lines t`,
    number: sql`t.budget_code`,
    columns: sql`null as party, concat_ws(' · ', nullif(t.category, ''), nullif(t.project, '')) as description,
      null as entry_no, null as reference, false as cancelled`,
  },
  "budget-transfer": {
    table: sql`portal.budget_transfers t`,
    number: sql`t.transfer_no`,
    columns: sql`null as party, t.reason as description, null as entry_no,
      concat(t.from_budget_code, ' → ', t.to_budget_code) as reference, false as cancelled`,
  },
  asset: {
    table: sql`portal.assets t`,
    number: sql`t.asset_code`,
    columns: sql`null as party, concat_ws(' · ', t.name, nullif(t.kind, '')) as description, null as entry_no,
      null as reference, false as cancelled`,
  },
};
