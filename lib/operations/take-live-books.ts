/**
 * Takes an LAO's documents of an archive of the system in use (kind `live`) as what was keyed again: for each book one upload, with its documents as its
 * content, so that everything that follows is as for a file. Earlier uploads of those books no longer count.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { laoDamage } from "@/db/queries/lao-damage";
import { archiveDocuments } from "@/db/queries/rekeyed/archive-documents";
import { insertUpload, recordReading, replaceOthers } from "@/db/writes/rekeyed-books";
import { mustKeepBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { isDamaged } from "@/lib/finding/partition-state";
import { type BookDocument, REKEYED_BOOKS } from "@/lib/rekeyed/book-document";
import { UPLOAD_LIMITS } from "@/lib/rekeyed/read/upload-limits";
import { LIVE_BOOKS } from "@/lib/wording/rekeyed";
import { defineOperation } from "./define-operation";
import { openArchive, openLao } from "./open-lao";
import { recordProgress } from "./record-progress";

export interface TakeLiveBooksInput {
  readonly lao: string;
  /** Id of the archive. */
  readonly live: string;
}

export interface LiveBooksTaken {
  readonly archiveId: string;
  readonly documents: number;
}

export const takeLiveBooks = defineOperation<TakeLiveBooksInput, LiveBooksTaken>({
  name: "take-live-books",
  input: z.object({ lao: z.string().max(20), live: z.string().max(64) }),
  access: mustKeepBooks,
  audit: ({ lao }, { archiveId, documents }) => ({
    type: "upload-rekeyed",
    lao,
    fileName: LIVE_BOOKS.fileName(archiveId),
    sha256: "",
    book: "",
    documents,
  }),
  run: async (run, { lao, live }) => {
    const { db, scope, actor, now } = run;
    const head = await openArchive(db, scope, lao);
    const source = await openLao(db, scope, lao, live);
    if (source.snapshot.kind !== "live") throw new AppError("input/invalid", LIVE_BOOKS.notLive(source.snapshot.title));
    const documents = await archiveDocuments(db, scope, source);
    if (documents.length === 0) throw new AppError("input/invalid", LIVE_BOOKS.empty(source.snapshot.title));
    const damaged = (await laoDamage(db, scope, source)).filter(({ state }) => isDamaged(state));
    const { laoId } = head;
    const archiveId = source.snapshot.id;
    await recordProgress(run, head, async () => {
      for (const book of REKEYED_BOOKS) {
        const own = documents.filter((document) => document.book === book);
        if (own.length === 0) continue;
        const content = contentOf(own);
        if (content.length > UPLOAD_LIMITS.fileBytes) throw new AppError("too-large", LIVE_BOOKS.tooLarge);
        const sha256 = createHash("sha256").update(content).digest("hex");
        const fileName = LIVE_BOOKS.fileName(archiveId);
        const uploadNo = await insertUpload(db, scope, { laoId, actor, content, fileName, sha256, uploadedAt: now });
        const assumptions = damaged.map(({ module, month }) => ({
          address: month,
          sheet: module,
          problem: LIVE_BOOKS.damaged(module, month),
        }));
        const nothing = { headRow: 0, heads: "", mapping: {}, problems: [], leftOutRows: [] };
        const read = { ...nothing, book, sheet: archiveId, rowsRead: own.length, assumptions, documents: own };
        await recordReading(db, scope, { laoId, uploadNo, read });
        await replaceOthers(db, scope, { laoId, uploadNo, book, others: "all" });
      }
    });
    return { archiveId, documents: documents.length };
  },
});

/** A line a document, so that what was taken can be read and its checksum made again. */
function contentOf(documents: readonly BookDocument[]): Buffer {
  const lines = documents.map(({ number, date, lines: parts, cells, text }) =>
    JSON.stringify({
      number,
      date,
      lines: parts.map(({ account, amount }) => [account, amount.toString()]),
      cells,
      text,
    }),
  );
  return Buffer.from(`${lines.join("\n")}\n`, "utf8");
}
