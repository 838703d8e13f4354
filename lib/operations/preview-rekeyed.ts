/** The first rows of an uploaded file, with a guess of which column holds what: for telling its columns. */
import { z } from "zod";
import { rekeyedUploads, uploadContent } from "@/db/queries/rekeyed/rekeyed-books";
import { mustKeepBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import type { Lao } from "@/lib/office/office";
import { type FoundTable, findTable } from "@/lib/rekeyed/read/find-table";
import { readUpload } from "@/lib/rekeyed/read/read-upload";
import type { SheetRow } from "@/lib/rekeyed/read/sheet";
import type { RekeyedUpload } from "@/lib/rekeyed/upload";
import { defineOperation } from "./define-operation";
import { openArchive } from "./open-lao";

const ROWS_SHOWN = 12;

export interface PreviewRekeyedInput {
  readonly lao: string;
  readonly uploadNo: bigint;
}

export interface RekeyedPreview {
  readonly lao: Lao;
  readonly upload: RekeyedUpload;
  readonly sheets: readonly {
    readonly name: string;
    readonly rowCount: number;
    /** From the top. */
    readonly rows: readonly SheetRow[];
    readonly columnCount: number;
    readonly guess: FoundTable | null;
  }[];
}

export const previewRekeyed = defineOperation<PreviewRekeyedInput, RekeyedPreview>({
  name: "preview-rekeyed",
  input: z.object({ lao: z.string().max(20), uploadNo: z.bigint() }),
  access: mustKeepBooks,
  audit: () => null,
  run: async ({ db, scope }, { lao, uploadNo }) => {
    const head = await openArchive(db, scope, lao);
    const upload = (await rekeyedUploads(db, scope, head.laoId)).find((one) => one.uploadNo === uploadNo);
    const content = upload && (await uploadContent(db, scope, { laoId: head.laoId, uploadNo }));
    if (!upload || !content) throw new AppError("not-found", "ไม่พบแฟ้มนี้ หรือลบไปแล้ว — โปรดส่งแฟ้มอีกครั้ง");
    const sheets = await readUpload(content, upload.fileName);
    return {
      lao: head.lao,
      upload,
      sheets: sheets.map((sheet) => {
        const rows = sheet.rows.slice(0, ROWS_SHOWN);
        return {
          name: sheet.name,
          rowCount: sheet.rows.length,
          rows,
          columnCount: Math.max(0, ...rows.flatMap(({ cells }) => [...cells.keys()].map((column) => column + 1))),
          guess: findTable(sheet) ?? null,
        };
      }),
    };
  },
});
