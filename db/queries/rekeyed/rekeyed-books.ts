/** What an LAO keyed again: its uploads, the documents that count now, and the last decision of every item. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { satang } from "@/lib/money/amount";
import type { LaoId } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { BookDocument, RekeyedBook } from "@/lib/rekeyed/book-document";
import type { ColumnMapping } from "@/lib/rekeyed/read/find-table";
import type { CellProblem } from "@/lib/rekeyed/read/read-documents";
import type { RekeyedUpload, UploadState } from "@/lib/rekeyed/upload";
import type { Decision, DecisionKind } from "@/lib/rekeyed/worksheet";
import type { ScopedDb } from "../../scoped";

const UPLOADS_LISTED = 200;

interface UploadRow extends Record<string, unknown> {
  upload_no: bigint;
  uploaded_at: string;
  uploaded_by: string;
  book: RekeyedBook;
  state: UploadState;
  file_name: string;
  sheet: string;
  head_row: number;
  heads: string;
  mapping: ColumnMapping;
  sha256: string;
  byte_count: number;
  rows_read: number;
  document_count: number;
  problems: CellProblem[];
  assumptions: CellProblem[];
  left_out_rows: number[];
}

/** The newest first; deleted ones too, with their checksum. */
export async function rekeyedUploads(db: ScopedDb, scope: Scope, laoId: LaoId): Promise<RekeyedUpload[]> {
  const rows = await db.execute<UploadRow>(sql`
    select upload_no, uploaded_at, uploaded_by, book, state, file_name, sheet, head_row, heads, mapping, sha256, byte_count, rows_read,
      document_count, problems, assumptions, left_out_rows
    from portal.rekeyed_uploads where lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}
    order by upload_no desc limit ${UPLOADS_LISTED}`);
  return rows.map((row) => ({
    uploadNo: row.upload_no,
    uploadedAt: new Date(row.uploaded_at),
    uploadedBy: row.uploaded_by,
    book: row.book,
    state: row.state,
    fileName: row.file_name,
    sheet: row.sheet,
    headRow: row.head_row,
    heads: row.heads,
    mapping: row.mapping,
    sha256: row.sha256,
    byteCount: row.byte_count,
    rowsRead: row.rows_read,
    documentCount: row.document_count,
    problems: row.problems,
    assumptions: row.assumptions,
    leftOutRows: row.left_out_rows,
  }));
}

/** Of all uploads that count. */
export async function rekeyedDocuments(db: ScopedDb, scope: Scope, laoId: LaoId): Promise<BookDocument[]> {
  const rows = await db.execute<{
    upload_no: bigint;
    row_no: number;
    day: IsoDate;
    book: RekeyedBook;
    number: string | null;
    lines: [account: string, satang: string][];
    cells: Record<string, string>;
    words: string;
  }>(sql`
    select d.upload_no, d.row_no, d.day::text as day, d.book, d.number, d.lines, d.cells, d.words
    from portal.rekeyed_documents d join portal.rekeyed_uploads u on u.upload_no = d.upload_no and u.lao_id = d.lao_id
    where d.lao_id = ${laoId} and d.lao_id between ${scope.from} and ${scope.to} and u.state = 'current'
    order by d.upload_no, d.row_no`);
  return rows.map((row) => ({
    id: `upload ${row.upload_no} row ${row.row_no}`,
    book: row.book,
    number: row.number,
    date: row.day,
    lines: row.lines.map(([account, amount]) => ({ account, amount: satang(BigInt(amount)) })),
    cells: row.cells,
    text: row.words,
  }));
}

/** By the item's fingerprint. Undone ones are left out. */
export async function rekeyedDecisions(db: ScopedDb, scope: Scope, laoId: LaoId): Promise<Map<string, Decision>> {
  const rows = await db.execute<{
    item: string;
    decision: DecisionKind;
    note: string;
    decided_by: string;
    decided_at: string;
  }>(sql`
    select distinct on (item) item, decision, note, decided_by, decided_at
    from portal.rekeyed_decisions where lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}
    order by item, decision_no desc`);
  return new Map(
    rows
      .filter(({ decision }) => decision !== "open")
      .map((row) => [
        row.item,
        { kind: row.decision, note: row.note, by: row.decided_by, at: new Date(row.decided_at) },
      ]),
  );
}

/** Changes whenever a document of the LAO may have, also when a file is read anew by other columns: what was worked out before is worth nothing then. */
export async function rekeyedVersion(db: ScopedDb, scope: Scope, laoId: LaoId): Promise<string> {
  const [row] = await db.execute<{ version: string }>(sql`
    select coalesce(string_agg(concat_ws(' ', upload_no, state, md5(concat_ws(' ', book, head_row, sheet, mapping))), ' ' order by upload_no), '') as version
    from portal.rekeyed_uploads where lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}`);
  return row?.version ?? "";
}

/** The file itself, for reading it anew; undefined where it is deleted or none of this LAO's. */
export async function uploadContent(
  db: ScopedDb,
  scope: Scope,
  { laoId, uploadNo }: { readonly laoId: LaoId; readonly uploadNo: bigint },
): Promise<Buffer | undefined> {
  const [row] = await db.execute<{ content: Buffer | null }>(sql`
    select content from portal.rekeyed_uploads
    where upload_no = ${uploadNo.toString()}::bigint and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}`);
  return row?.content ?? undefined;
}
