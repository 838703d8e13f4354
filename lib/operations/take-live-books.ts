/** Takes an LAO's documents of a loaded archive of the system in use (kind `live`) as what was keyed again, so that everything that follows is as for a file. */
import { z } from "zod";
import { laoDamage } from "@/db/queries/lao-damage";
import { archiveDocuments } from "@/db/queries/rekeyed/archive-documents";
import { mustKeepBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { isDamaged } from "@/lib/finding/partition-state";
import { LIVE_BOOKS } from "@/lib/wording/rekeyed";
import { defineOperation } from "./define-operation";
import { openArchive, openLao } from "./open-lao";
import { recordLiveBooks } from "./record-live-books";

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
    const { db, scope } = run;
    const head = await openArchive(db, scope, lao);
    const source = await openLao(db, scope, lao, live);
    const { id, kind, title } = source.snapshot;
    if (kind !== "live") throw new AppError("input/invalid", LIVE_BOOKS.notLive(title));
    const documents = await archiveDocuments(db, scope, source);
    if (documents.length === 0) throw new AppError("input/invalid", LIVE_BOOKS.empty(title));
    const damaged = (await laoDamage(db, scope, source)).filter(({ state }) => isDamaged(state));
    await recordLiveBooks(run, head, {
      archiveId: id,
      fileName: LIVE_BOOKS.fileName(id),
      documents,
      assumptions: damaged.map(({ module, month }) => ({
        address: month,
        sheet: module,
        problem: LIVE_BOOKS.damaged(module, month),
      })),
    });
    return { archiveId: id, documents: documents.length };
  },
});
