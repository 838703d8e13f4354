/** Part of the operations that take an archive of the system in use as what was keyed again: one upload a book, which takes the place of all before it. */
import { createHash } from "node:crypto";
import { insertUpload, recordReading, replaceOthers } from "@/db/writes/rekeyed-books";
import { AppError } from "@/lib/errors/app-error";
import { type BookDocument, REKEYED_BOOKS } from "@/lib/rekeyed/book-document";
import type { CellProblem } from "@/lib/rekeyed/read/read-documents";
import { UPLOAD_LIMITS } from "@/lib/rekeyed/read/upload-limits";
import type { ReportHead } from "@/lib/reports/report-rows";
import { LIVE_BOOKS } from "@/lib/wording/rekeyed";
import type { OperationRun } from "./define-operation";
import { recordProgress } from "./record-progress";

export interface LiveBooks {
  readonly archiveId: string;
  readonly fileName: string;
  readonly documents: readonly BookDocument[];
  /** What stands in the way of taking a missing document for one that was not keyed. */
  readonly assumptions: readonly CellProblem[];
  /** What was sent; without it the documents themselves are kept, a line each. */
  readonly content?: Buffer;
}

/** Gives the number of the first upload. Throws AppError("too-large"). */
export async function recordLiveBooks(run: OperationRun, head: ReportHead, live: LiveBooks): Promise<bigint> {
  const { db, scope, actor, now } = run;
  const { laoId } = head;
  const { archiveId, fileName, assumptions } = live;
  const numbers: bigint[] = [];
  await recordProgress(run, head, async () => {
    for (const book of REKEYED_BOOKS) {
      const documents = live.documents.filter((document) => document.book === book);
      if (documents.length === 0) continue;
      const content = live.content ?? contentOf(documents);
      if (content.length > UPLOAD_LIMITS.fileBytes) throw new AppError("too-large", LIVE_BOOKS.tooLarge);
      const sha256 = createHash("sha256").update(content).digest("hex");
      const uploadNo = await insertUpload(db, scope, { laoId, actor, content, fileName, sha256, uploadedAt: now });
      const nothing = { headRow: 0, heads: "", mapping: {}, problems: [], leftOutRows: [] };
      const read = { ...nothing, book, sheet: archiveId, rowsRead: documents.length, assumptions, documents };
      await recordReading(db, scope, { laoId, uploadNo, read });
      await replaceOthers(db, scope, { laoId, uploadNo, book, others: "all" });
      numbers.push(uploadNo);
    }
  });
  const [first] = numbers;
  if (first === undefined) throw new AppError("input/invalid", LIVE_BOOKS.empty(archiveId));
  return first;
}

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
