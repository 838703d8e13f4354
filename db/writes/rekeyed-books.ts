/** Uploads and decisions of an LAO about its re-keyed books. Row-level security lets only whoever reads that one LAO write them. */
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/access/actor";
import type { Scope } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import type { BookDocument, RekeyedBook } from "@/lib/rekeyed/book-document";
import type { RekeyedUpload } from "@/lib/rekeyed/upload";
import type { DecisionKind } from "@/lib/rekeyed/worksheet";
import type { ScopedDb } from "../scoped";

type Read = Pick<
  RekeyedUpload,
  "book" | "sheet" | "headRow" | "heads" | "mapping" | "rowsRead" | "problems" | "assumptions" | "leftOutRows"
> & { readonly documents: readonly BookDocument[] };

export interface NewUpload extends Pick<RekeyedUpload, "uploadedAt" | "fileName" | "sha256"> {
  readonly laoId: LaoId;
  readonly actor: Actor;
  readonly content: Buffer;
}

/** Waits for its columns to be told (`readUpload`). Gives its number. */
export async function insertUpload(db: ScopedDb, _scope: Scope, upload: NewUpload): Promise<bigint> {
  const { actor, content } = upload;
  const [row] = await db.execute<{ upload_no: bigint }>(sql`
    insert into portal.rekeyed_uploads (uploaded_at, lao_id, user_id, uploaded_by, byte_count, rows_read, document_count, head_row, book, state,
      sha256, file_name, sheet, heads, mapping, problems, assumptions, left_out_rows, content)
    values (${upload.uploadedAt.toISOString()}, ${upload.laoId}, ${actor.userId}, ${actor.name}, ${content.length}, 0, 0, 0, 'journal', 'waiting',
      ${upload.sha256}, ${upload.fileName}, '', '', '{}', '[]', '[]', '[]', decode(${content.toString("base64")}, 'base64'))
    returning upload_no`);
  if (!row) throw new Error("the upload was not written");
  return row.upload_no;
}

const DOCUMENTS_A_STATEMENT = 2_000;

/** From now on it counts, with the documents that were read from it. */
export async function recordReading(
  db: ScopedDb,
  scope: Scope,
  { laoId, uploadNo, read }: { readonly laoId: LaoId; readonly uploadNo: bigint; readonly read: Read },
): Promise<void> {
  const { documents } = read;
  const upload = sql`${uploadNo.toString()}::bigint`;
  const which = sql`upload_no = ${upload} and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}`;
  await db.execute(sql`delete from portal.rekeyed_documents where ${which}`);
  await db.execute(sql`
    update portal.rekeyed_uploads set state = 'current', rows_read = ${read.rowsRead}, document_count = ${documents.length}, head_row = ${read.headRow},
      book = ${read.book}, sheet = ${read.sheet}, heads = ${read.heads}, mapping = ${JSON.stringify(read.mapping)}::jsonb,
      problems = ${JSON.stringify(read.problems)}::jsonb, assumptions = ${JSON.stringify(read.assumptions)}::jsonb,
      left_out_rows = ${JSON.stringify(read.leftOutRows)}::jsonb
    where ${which} and state <> 'deleted'`);
  for (let from = 0; from < documents.length; from += DOCUMENTS_A_STATEMENT) {
    const batch = documents
      .slice(from, from + DOCUMENTS_A_STATEMENT)
      .map(({ date, book, number, lines, cells, text }, at) => ({
        row_no: from + at + 1,
        day: date,
        book,
        number,
        lines: lines.map(({ account, amount }) => [account, amount.toString()]),
        cells,
        words: text,
      }));
    await db.execute(sql`
      insert into portal.rekeyed_documents (upload_no, lao_id, row_no, day, book, number, lines, cells, words)
      select ${upload}, ${laoId}, d.row_no, d.day, d.book, d.number, d.lines, d.cells, d.words
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        as d (row_no integer, day date, book text, number text, lines jsonb, cells jsonb, words text)`);
  }
}

export interface Replacing {
  readonly laoId: LaoId;
  readonly uploadNo: bigint;
  readonly book: RekeyedBook;
  /** A work pack and a month of the budget take the place of themselves (what they are stands in `heads`), any other file that of all files but packs. */
  readonly others: "all" | "all-but-packs" | { readonly heads: string };
}

/** Other uploads of the book no longer count, as `others` says; their files are kept. */
export async function replaceOthers(
  db: ScopedDb,
  scope: Scope,
  { laoId, uploadNo, book, others }: Replacing,
): Promise<void> {
  const which =
    typeof others === "object" ? sql`heads = ${others.heads}` : sql`(${others === "all"} or heads not like 'WP-%')`;
  await db.execute(sql`
    update portal.rekeyed_uploads set state = 'replaced'
    where lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to} and book = ${book} and state = 'current' and ${which}
      and upload_no <> ${uploadNo.toString()}::bigint`);
}

/** Its content and documents are gone; name, checksum and who sent it when stay. False where there is no such upload. */
export async function deleteUpload(
  db: ScopedDb,
  scope: Scope,
  { laoId, uploadNo }: { readonly laoId: LaoId; readonly uploadNo: bigint },
): Promise<boolean> {
  const which = sql`upload_no = ${uploadNo.toString()}::bigint and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const rows = await db.execute(sql`
    update portal.rekeyed_uploads set state = 'deleted', content = null where ${which} and state <> 'deleted' returning 1`);
  if (rows.length === 0) return false;
  await db.execute(sql`delete from portal.rekeyed_documents where ${which}`);
  return true;
}

export interface NewDecision {
  readonly laoId: LaoId;
  readonly actor: Actor;
  readonly at: Date;
  readonly items: readonly string[];
  readonly decision: DecisionKind;
  readonly note: string;
}

export async function insertDecisions(db: ScopedDb, _scope: Scope, decision: NewDecision): Promise<void> {
  await db.execute(sql`
    insert into portal.rekeyed_decisions (decided_at, lao_id, user_id, decided_by, item, decision, note)
    select ${decision.at.toISOString()}::timestamptz, ${decision.laoId}, ${decision.actor.userId}, ${decision.actor.name}, item, ${decision.decision}, ${decision.note}
    from jsonb_array_elements_text(${JSON.stringify(decision.items)}::jsonb) as item`);
}
