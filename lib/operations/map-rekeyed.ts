/** Reads an uploaded file again with the columns that its accountant told; from then on it counts, and files with the same heads are read alike. */
import { z } from "zod";
import { uploadContent } from "@/db/queries/rekeyed/rekeyed-books";
import { recordReading, replaceOthers } from "@/db/writes/rekeyed-books";
import { mustKeepBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { TABLE_BOOKS, type TableBook } from "@/lib/rekeyed/book-document";
import { REKEYED_COLUMNS } from "@/lib/rekeyed/read/columns";
import { type ColumnMapping, headsOf, lackingColumns } from "@/lib/rekeyed/read/find-table";
import { readUpload } from "@/lib/rekeyed/read/read-upload";
import { defineOperation } from "./define-operation";
import { openArchive } from "./open-lao";
import { recordProgress } from "./record-progress";
import { readTable } from "./upload-rekeyed";

export interface MapRekeyedInput {
  readonly lao: string;
  readonly uploadNo: bigint;
  readonly sheet: string;
  readonly book: TableBook;
  /** Row of the heads; data begin below it. */
  readonly headRow: number;
  /** Column of the sheet (0 for A) by our column. */
  readonly mapping: ColumnMapping;
  readonly isReplacing: boolean;
}

export const mapRekeyed = defineOperation<MapRekeyedInput, { readonly sha256: string; readonly documents: number }>({
  name: "map-rekeyed",
  input: z.object({
    lao: z.string().max(20),
    uploadNo: z.bigint(),
    sheet: z.string().max(200),
    book: z.enum(TABLE_BOOKS),
    headRow: z.number().int().min(0).max(2_000_000),
    mapping: z.record(z.string().max(20), z.number().int().min(0).max(199)),
    isReplacing: z.boolean(),
  }),
  access: mustKeepBooks,
  audit: ({ lao, book, uploadNo }, { documents }) => ({
    type: "upload-rekeyed",
    lao,
    fileName: `#${uploadNo}`,
    sha256: "",
    book,
    documents,
  }),
  run: async (run, input) => {
    const { db, scope } = run;
    const { book, headRow, mapping, uploadNo } = input;
    const lacking = lackingColumns(book, mapping);
    if (lacking.length > 0) {
      const names = REKEYED_COLUMNS[book]
        .filter(({ id }) => lacking.includes(id))
        .map(({ names: [name] }) => `«${name}»`);
      throw new AppError("input/invalid", `โปรดเลือกช่องของ ${names.join(" ")} ด้วย`);
    }
    const head = await openArchive(db, scope, input.lao);
    const { laoId } = head;
    const content = await uploadContent(db, scope, { laoId, uploadNo });
    const sheets = content ? await readUpload(content, "") : [];
    const sheet = sheets.find(({ name }) => name === input.sheet) ?? (sheets.length === 1 ? sheets[0] : undefined);
    if (!sheet) throw new AppError("not-found", "ไม่พบแฟ้มหรือแผ่นงานนี้ — โปรดส่งแฟ้มอีกครั้ง");
    const read = readTable(sheet, { book, headRow, mapping, heads: headsOf(sheet, headRow) });
    await recordProgress(run, head, async () => {
      await recordReading(db, scope, { laoId, uploadNo, read });
      if (input.isReplacing) await replaceOthers(db, scope, { laoId, uploadNo, book, others: "all-but-packs" });
    });
    return { sha256: "", documents: read.documents.length };
  },
});
