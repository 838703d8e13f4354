/**
 * Takes a file of re-keyed books. Where its columns are known (by their heads, or because a file with the same heads was read before) it counts
 * at once; else it waits until its columns are told (`map-rekeyed`). Nothing is guessed in silence.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { rekeyedUploads } from "@/db/queries/rekeyed/rekeyed-books";
import { insertUpload, recordReading, replaceOthers } from "@/db/writes/rekeyed-books";
import { mustKeepBooks } from "@/lib/access/checks";
import type { BookDocument, RekeyedBook } from "@/lib/rekeyed/book-document";
import { type FoundTable, findTable, headsOf } from "@/lib/rekeyed/read/find-table";
import { type ReadDocuments, readDocuments } from "@/lib/rekeyed/read/read-documents";
import { readUpload } from "@/lib/rekeyed/read/read-upload";
import { type FilledPack, findWorkPack, readWorkPack } from "@/lib/rekeyed/read/read-work-pack";
import type { Sheet } from "@/lib/rekeyed/read/sheet";
import { UPLOAD_LIMITS } from "@/lib/rekeyed/read/upload-limits";
import type { RekeyedUpload } from "@/lib/rekeyed/upload";
import { HEAD_ROW } from "@/lib/workpack/layout";
import { defineOperation } from "./define-operation";
import { openArchive } from "./open-lao";
import { recordProgress } from "./record-progress";

export interface UploadRekeyedInput {
  readonly lao: string;
  readonly fileName: string;
  readonly content: Buffer;
  /** Earlier files of the same book no longer count. A work pack always takes the place of itself, and of nothing else. */
  readonly isReplacing: boolean;
}

export interface UploadAnswer {
  readonly uploadNo: bigint;
  readonly sha256: string;
  /** Null while the columns have to be told. */
  readonly book: RekeyedBook | null;
  readonly documents: readonly BookDocument[];
}

/** A file of damaged cells says so; a list of every one of them helps nobody. */
const PROBLEMS_KEPT = 500;

export const uploadRekeyed = defineOperation<UploadRekeyedInput, UploadAnswer>({
  name: "upload-rekeyed",
  input: z.object({
    lao: z.string().max(20),
    fileName: z.string().min(1).max(255),
    content: z.instanceof(Buffer).refine((content) => content.length <= UPLOAD_LIMITS.fileBytes),
    isReplacing: z.boolean(),
  }),
  access: mustKeepBooks,
  audit: ({ lao, fileName }, { sha256, book, documents }) => ({
    type: "upload-rekeyed",
    lao,
    fileName,
    sha256,
    book: book ?? "",
    documents: documents.length,
  }),
  run: async (run, { lao, fileName, content, isReplacing }) => {
    const { db, scope, actor, now } = run;
    const head = await openArchive(db, scope, lao);
    const { laoId } = head;
    const sheets = await readUpload(content, fileName);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const uploadNo = await insertUpload(db, scope, { laoId, actor, content, fileName, sha256, uploadedAt: now });
    const pack = findWorkPack(sheets, head.lao.code);
    const table = pack ? undefined : chooseTable(sheets, await rekeyedUploads(db, scope, laoId));
    const read = pack ? readPack(pack) : table && readTable(table.sheet, table);
    if (!read) return { uploadNo, sha256, book: null, documents: [] };
    const { book, documents } = read;
    const others = pack ? { pack: pack.id } : "all-but-packs";
    await recordProgress(run, head, async () => {
      await recordReading(db, scope, { laoId, uploadNo, read });
      // the same pack sent twice would be the same entries twice
      if (isReplacing || pack) await replaceOthers(db, scope, { laoId, uploadNo, book, others });
    });
    return { uploadNo, sha256, book, documents };
  },
});

type Chosen = Omit<FoundTable, "lacking"> & { readonly sheet: Sheet };

/** The first sheet whose columns are all known: by how the same heads were read before, the newest first, or by their names. */
function chooseTable(sheets: readonly Sheet[], known: readonly RekeyedUpload[]): Chosen | undefined {
  for (const sheet of sheets) {
    const found = findTable(sheet);
    for (const { heads, headRow, book, mapping } of known) {
      if (heads !== "" && found?.heads === heads) return { ...found, book, mapping, sheet };
      if (heads !== "" && headsOf(sheet, headRow) === heads) return { headRow, heads, book, mapping, sheet };
    }
    if (found?.lacking.length === 0) return { ...found, sheet };
  }
  return undefined;
}

/** What `recordReading` keeps of a table. */
export function readTable(sheet: Sheet, table: Omit<FoundTable, "lacking">) {
  const { book, headRow, heads, mapping } = table;
  return kept(readDocuments({ sheet, ...table }), { book, sheet: sheet.name, headRow, heads, mapping });
}

/** A pack is known by its id, where a table is known by its heads; its columns are not to be told. */
function readPack(pack: FilledPack) {
  const sheet = [...pack.sheets.values()].map(({ name }) => name).join(", ");
  return kept(readWorkPack(pack), { book: "journal", sheet, headRow: HEAD_ROW, heads: pack.id, mapping: {} });
}

function kept(read: ReadDocuments, place: Pick<RekeyedUpload, "book" | "sheet" | "headRow" | "heads" | "mapping">) {
  return {
    ...read,
    ...place,
    problems: read.problems.slice(0, PROBLEMS_KEPT),
    assumptions: read.assumptions.slice(0, PROBLEMS_KEPT),
    leftOutRows: read.leftOutRows.slice(0, PROBLEMS_KEPT),
  };
}
